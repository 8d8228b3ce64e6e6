crate::declare_rule! {
    /// A role value is no ARN at all.
    ///
    /// ## Why AWS refuses it
    /// A value of `Role` must be the ARNs of a role and of a SAML provider. Names of groups or of the identity
    /// provider's own roles mean nothing to AWS: "Your request included an invalid SAML response". Keycloak sends its
    /// realm roles (`offline_access`, `uma_authorization`, `default-roles-…`) in the same attribute while *Full Scope
    /// Allowed* is on; guides report that this breaks the sign-in even where another value is right.
    ///
    /// ## What to do
    /// Map the group or role to a pair of ARNs. In Keycloak, switch *Full Scope Allowed* off.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«offline_access»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` value `offline_access` is a role of the identity provider (Keycloak), not the ARNs of a role and a provider in AWS
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«AWS-Admins»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-not-an-arn" {
        title: "a role value that is no ARN",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "Your request included an invalid SAML response. To logout, click here."
        ), (
            "practice",
            "Guides for Keycloak with AWS",
            "Full Scope Allowed off, else offline_access and uma_authorization appear as Role values"
        )],
        predicts: ["E01", "E19c", "E19d"],
    }
}

use super::defect::{self, Defect};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::NotAnArn) {
        let (value, span) = choice.value.text.trimmed();
        let (whose, advice) = known(value);
        out.find(
            span,
            say![
                "the ",
                code("Role"),
                " value ",
                code(value),
                " is ",
                whose,
                ", not the ARNs of a role and a provider in AWS"
            ],
        )
        .for_role(choice.index)
        .expected(say![code("role ARN,provider ARN")])
        .found(say![code(value)])
        .fix_at_idp(Setting::Role, advice);
    }
    Some(Checked)
}

/// What the value is known as, and what to do about it.
fn known(value: &str) -> (&'static str, &'static str) {
    const KEYCLOAK: &str =
        "Switch Full Scope Allowed off for the client, and map only roles whose names are pairs of ARNs.";
    let realm_role = matches!(value, "offline_access" | "uma_authorization");
    if realm_role || value.starts_with("default-roles-") {
        ("a role of the identity provider (Keycloak)", KEYCLOAK)
    } else if value.contains("SSO-User") || value.contains("SAML-User") {
        (
            "a sample value of JumpCloud",
            "Replace the constant attribute's sample value by the ARNs of the role and the provider.",
        )
    } else {
        (
            "a plain name",
            "Map the group or role to the ARNs of a role and a SAML provider, with a comma between.",
        )
    }
}
