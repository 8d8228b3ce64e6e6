crate::declare_rule! {
    /// No statement of the role's trust policy lets this provider in.
    ///
    /// ## Why AWS refuses it
    /// The role must exist, trust this very provider, allow `sts:AssumeRoleWithSAML` (and `sts:TagSession` where
    /// session tags are sent, `sts:SetSourceIdentity` where a source identity is), and its conditions must hold.
    /// `SAML:aud` is compared with the `Recipient`, not with the `Audience`.
    ///
    /// ## What to do
    /// Add a statement for the provider to the trust policy. A whole policy that lets the message in is shown.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
    ///   {"Effect": "Allow", "Principal": «{"Service": "ec2.amazonaws.com"}», "Action": "sts:AssumeRole"}]}}}
    /// ```
    /// > no statement of the trust policy lets the provider `arn:aws:iam::444455556666:saml-provider/ExampleIdP` assume the role
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [
    ///   {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"},
    ///   {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    /// Without a role there is no policy to ask for.
    /// ```xml na also=role-missing without=Attribute[Attributes/Role]
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    ///
    /// ## Cannot tell
    /// ```xml needs=trust-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// The trust policy of another role says nothing of this one.
    /// ```xml needs=trust-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Readers", "RoleName": "Readers", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
    ///   {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// The command above the policy names another role.
    /// ```xml needs=trust-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// $ aws iam get-role --role-name Readers --query Role.AssumeRolePolicyDocument
    /// {"Version": "2012-10-17", "Statement": [
    ///   {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    /// Only AWS knows the address of the browser.
    /// ```xml needs=cloudtrail
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"},
    ///   "Action": "sts:AssumeRoleWithSAML", "Condition": {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}}]}
    /// ```
    "role-not-assumable" {
        title: "a trust policy that does not know the provider",
        severity: Error,
        stage: TrustPolicy,
        needs: ["trust-policy", "cloudtrail"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05"],
    }
}

use super::{correction, refusal};
use crate::aws::policy::changes::Change;
use crate::aws::policy::trust::StsAction;
use crate::lint::{Checked, Cx, Findings, Need, Owner, RoleTrust, Standing, code};
use crate::order::Gather as _;
use crate::say;
use std::collections::BTreeSet;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    // Without a role that can be read there is no policy to ask for.
    let mut roles = cx.roles.iter().filter_map(|choice| Some((choice, choice.pair.role()?))).peekable();
    roles.peek()?;
    for (choice, role) in roles {
        let role = role.text().to_owned();
        // They stand in the order of the roles.
        let trust = cx.trust.binary_search_by_key(&choice.index, |trust| trust.role);
        let trust = trust.ok().and_then(|at| cx.trust.get(at));
        match trust.map_or(Standing::NotSupplied, |trust| trust.standing) {
            Standing::NotSupplied | Standing::Contradictory | Standing::Template => {
                out.lacks(Need::TrustPolicy { role });
            }
            Standing::Undecided => out.lacks(cx.recorded(Some(&role))),
            Standing::Refused | Standing::Allowed => {}
        }
    }
    say_what_was_used(cx, out);
    for refusal in refusal::refusals(cx).unwrap_or_default() {
        let Change::AddStatement = refusal.change else { continue };
        if refusal.needed.action != StsAction::AssumeRoleWithSaml {
            continue;
        }
        let provider = cx.roles.get(refusal.role)?.pair.provider()?;
        let document = &refusal.policy.document;
        let first = document.statements.first();
        let principal = first.and_then(|statement| Some(statement.principal.as_ref()?.span));
        let place = principal.or(first.map(|statement| statement.span)).unwrap_or(document.span);
        out.find(
            place,
            say![
                "no statement of the trust policy lets the provider ",
                code(provider.text()),
                " assume the role"
            ],
        )
        .for_role(refusal.role)
        .confidence(refusal::confidence(refusal.policy))
        .expected(say!["a statement with ", code(provider.text())])
        .fix_by(Owner::AwsAdmin, "Add a statement for the provider to the role's trust policy.")
        .snippet(correction::of(cx, &refusal))
        .command(refusal::update_command(cx, refusal.role));
    }
    Some(Checked)
}

/// Each item with a trust policy: what it settled, or why it was left aside.
fn say_what_was_used(cx: &Cx<'_>, out: &mut Findings) {
    let used: BTreeSet<usize> =
        cx.trust.iter().filter_map(|trust| trust.policy).map(|policy| policy.item).gathered();
    let contradicted = cx.trust.iter().any(|trust: &RoleTrust<'_>| trust.standing == Standing::Contradictory);
    let mut said = BTreeSet::new();
    for policy in cx.evidence.policies.trust.iter().filter(|policy| said.insert(policy.item)) {
        match (used.contains(&policy.item), policy.of_a_role) {
            (true, true) => out.used(policy.item, "It holds the trust policy of a role of the message, which was evaluated."),
            (true, false) => out.used(
                policy.item,
                "It was taken for the trust policy of the message's role, and evaluated. It does not say itself whose it is.",
            ),
            (false, _) if contradicted => out.left_aside(
                policy.item,
                "More than one trust policy of the role was supplied, and they do not say the same.",
            ),
            (false, true) if policy.arn.is_none() && policy.role_name.is_none() => out.left_aside(
                policy.item,
                "The name of its role is not known, so it may be that of another role.",
            ),
            (false, true) => out.left_aside(policy.item, "It is about a role that the message does not name."),
            (false, false) => out.left_aside(
                policy.item,
                "It does not say whose trust policy it is, and does not name the provider of a role without one.",
            ),
        }
    }
    for role in cx.evidence.outputs.roles().filter(|role| !said.contains(&role.item)) {
        let own =
            |arn: &str| cx.roles.iter().any(|choice| choice.pair.role().is_some_and(|own| own.text() == arn));
        if role.value.arn.as_ref().is_some_and(|arn| own(arn.as_str())) {
            out.left_aside(role.item, "It shows the role, but no trust policy that can be read.");
        }
    }
}
