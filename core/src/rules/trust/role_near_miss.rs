crate::declare_rule! {
    /// The account has the role under another ARN: upper and lower case or the path differ.
    ///
    /// ## Why AWS refuses it
    /// The ARN in the `Role` attribute must be the role's own, with the path, in the same letters. Names of roles are unique in an
    /// account whatever their case and path, so there is no second role that could be meant. AWS answers that it is not authorized.
    ///
    /// ## What to do
    /// Copy the ARN of the role into the mapping of the `Role` attribute.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/«a»dmin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "‹arn:aws:iam::444455556666:role/Admin›", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// > the message names the role `arn:aws:iam::444455556666:role/admin`, but the role is `arn:aws:iam::444455556666:role/Admin`; they differ in upper and lower case
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«arn:aws:iam::444455556666:role/Admin»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/team/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// > the message names the role `arn:aws:iam::444455556666:role/Admin`, but the role is `arn:aws:iam::444455556666:role/team/Admin`; they differ in the path
    ///
    /// A template gives it a path.
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«arn:aws:iam::444455556666:role/Admin»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+text
    /// resource "aws_iam_role" "admin" {
    ///   name = "Admin"
    ///   path = "‹/sso/›"
    ///   assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithSAML",
    ///     Principal = { Federated = "arn:aws:iam::444455556666:saml-provider/ExampleIdP" } }] })
    /// }
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    "role-near-miss" {
        title: "a role of almost the same ARN",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: ["role-not-assumable", "role-not-in-account"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05", "access-denied"],
    }
}

use crate::aws::arn::Arn;
use crate::aws::outputs::Role;
use crate::evidence::Of;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, RoleChoice, code};
use crate::order::Gather as _;
use crate::rules::response::difference::between;
use crate::say;
use crate::source::{Span, Text};
use std::collections::{BTreeMap, BTreeSet};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let shown: Vec<_> =
        cx.evidence.outputs.roles().filter_map(|role| Some((role.item, role.value.arn.as_ref()?))).collect();
    let declared: Vec<_> = cx.evidence.outputs.roles().filter(|role| role.value.label.is_some()).collect();
    if shown.is_empty() && declared.is_empty() {
        return None;
    }
    let exact: BTreeSet<&str> = shown.iter().map(|(_, arn)| arn.as_str()).gathered();
    let by_key: BTreeMap<_, _> = shown
        .iter()
        .filter_map(|(item, arn)| Some((key(&Arn::read(arn.as_str()))?, (*item, *arn))))
        .gathered();
    for choice in &cx.roles {
        let Some(role) = choice.pair.role().filter(|role| !exact.contains(role.text())) else { continue };
        let shown = key(role).and_then(|key| by_key.get(&key));
        if let Some(&(item, arn)) = shown {
            report(out, choice, role, (arn.as_str(), arn.span), item, Confidence::Certain);
        } else if let Some((item, arn, place)) = of_template(role, &declared) {
            report(out, choice, role, (&arn, place), item, Confidence::Likely);
        }
    }
    Some(Checked)
}

/// The ARN that a template gives the message's role, if it is another one.
fn of_template(role: &Arn<'_>, declared: &[Of<'_, Role>]) -> Option<(usize, String, Span)> {
    let (before, _) = role.text().split_once(":role/")?;
    let mut found = None;
    for one in declared {
        let Some(name) = one.value.role_name.as_ref() else { continue };
        if !name.as_str().eq_ignore_ascii_case(role.resource_name()) {
            continue;
        }
        let path = one.value.path.as_ref();
        // Both kinds of template put a role without a path directly below `role`.
        let arn = format!("{before}:role{}{}", path.map_or("/", Text::as_str), name.as_str());
        if one.value.path_is_open || arn == role.text() {
            return None;
        }
        found = Some((one.item, arn, path.unwrap_or(name).span));
    }
    found
}

fn report(
    out: &mut Findings,
    choice: &RoleChoice<'_>,
    role: &Arn<'_>,
    (own, shown): (&str, Span),
    item: usize,
    confidence: Confidence,
) {
    let only_case = role.text().eq_ignore_ascii_case(own);
    let difference = between(role.text(), own).0;
    let start = role.range.start;
    let place = match only_case && !difference.is_empty() {
        true => start.saturating_add(difference.start)..start.saturating_add(difference.end),
        false => role.range.clone(),
    };
    let words = say![
        "the message names the role ",
        code(role.text()),
        ", but the role is ",
        code(own),
        if only_case { "; they differ in upper and lower case" } else { "; they differ in the path" }
    ];
    out.used(item, "It shows the message's role under another ARN: upper and lower case or the path differ.");
    out.find(choice.value.text.sub(place), words)
        .for_role(choice.index)
        .confidence(confidence)
        .expected(code(own))
        .found(code(role.text()))
        .related(shown, "the role's own ARN")
        .fix_at_idp(Setting::Role, say!["Send ", code(own), "."]);
}

/// What is unique among the roles there are: the account with its partition, and the name in whatever case.
fn key(arn: &Arn<'_>) -> Option<(String, String)> {
    let account = format!("{}:{}", arn.part(&arn.partition), arn.account_id()?);
    Some((account, arn.resource_name().to_ascii_lowercase()))
}
