crate::declare_rule! {
    /// A placeholder of a manual or template was never filled in.
    ///
    /// ## Why AWS refuses it
    /// `${role}`, `$1` or `ACCOUNTID` cannot be part of an ARN: "Request ARN is invalid", or "Your request included an
    /// invalid SAML response". `$1` is left over where a pattern of AD FS matched no group. A word such as `ROLENAME`,
    /// or the account 123456789012 of AWS's manuals, could be real and is a warning.
    ///
    /// ## What to do
    /// Put the real value in its place; for a variable, see why the identity provider found no value for this person.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::«$1»:role/Admin,arn:aws:iam::‹$1›:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the placeholder `$1` in the `Role` value was not filled in
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/«${role}»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::«ACCOUNTID»:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Well formed, so a warning only:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/«ROLENAME»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::«123456789012»:role/Admin,arn:aws:iam::‹123456789012›:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/ACCOUNT-Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-placeholder" {
        title: "a placeholder in a role value",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Request ARN is invalid",
            "Request ARN is invalid"
        )],
        predicts: ["E09", "E01"],
    }
}

use super::defect::{self, Defect};
use crate::aws::placeholders::{self, Placeholder, PlaceholderKind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, RoleChoice, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in &cx.roles {
        match defect::of(choice) {
            Some(Defect::Placeholder) => {
                report(choice, &defect::unfilled(&choice.pair).collect::<Vec<_>>(), Severity::Error, out);
            }
            // Well formed: somebody's account may really be called so.
            None => report(choice, &placeholders::find(choice.pair.value), Severity::Warning, out),
            Some(_) => {}
        }
    }
    Some(Checked)
}

fn report(choice: &RoleChoice<'_>, placeholders: &[Placeholder], severity: Severity, out: &mut Findings) {
    let Some((first, others)) = placeholders.split_first() else { return };
    let text = choice.pair.value.get(first.range.clone()).unwrap_or_default();
    let message: Message = match (severity, first.kind) {
        (Severity::Error, _) => {
            say!["the placeholder ", code(text), " in the ", code("Role"), " value was not filled in"]
        }
        (_, PlaceholderKind::DocumentationAccount) => {
            say![
                "the account ",
                code(text),
                " is the one that AWS's manuals print; it may never have been replaced"
            ]
        }
        _ => say![
            code(text),
            " is a word that manuals print in place of a name; it may never have been replaced"
        ],
    };
    let mut found = out
        .find(choice.value.text.sub(first.range.clone()), message)
        .for_role(choice.index)
        .at_most(severity)
        .found(say![code(text)])
        .fix_at_idp(
            Setting::Role,
            "Put the real account, role and provider into the value of the Role attribute.",
        );
    if severity < Severity::Error {
        found = found.confidence(Confidence::Possible).predicts(None);
    }
    for other in others {
        found = found.related(choice.value.text.sub(other.range.clone()), "here as well");
    }
}
