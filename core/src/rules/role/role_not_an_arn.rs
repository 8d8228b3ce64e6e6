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
    /// The group of an Okta mapping, as it is:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«aws#sales#Admin#444455556666»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// The identifier of a group or role in Entra ID:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«66666666-7777-8888-9999-000000000000»</saml:AttributeValue>
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
use crate::aws::relay_state::is_uuid;
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

/// Whether it is a name such as `AWS-444455556666-Admin`, from which claim rules make ARNs.
fn is_group_of_account(value: &str) -> bool {
    let mut parts = value.splitn(3, ['-', '_']);
    let (first, account, name) = (parts.next(), parts.next(), parts.next());
    first.is_some_and(|first| first.eq_ignore_ascii_case("aws"))
        && account.is_some_and(|id| id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_digit()))
        && name.is_some()
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
    } else if value.starts_with("aws#") {
        (
            "the name of a group, as Okta's group mapping uses it",
            "Turn the group's name into ARNs by the role value pattern; groups of other forms must not pass the filter.",
        )
    } else if value.eq_ignore_ascii_case("user.assignedroles") {
        (
            "an expression of Entra ID that was typed as a constant",
            "Choose user.assignedroles from the list of source attributes, without quotation marks.",
        )
    } else if value.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("cn=")) {
        (
            "the distinguished name of a group in a directory",
            "Turn the group's name into the ARNs of a role and a provider, by a rule or a mapping of values.",
        )
    } else if is_uuid(value) {
        (
            "the identifier of a group or role in a directory",
            "Send the value that was entered for the role, the ARNs of a role and a provider, instead of its identifier.",
        )
    } else if is_group_of_account(value) {
        (
            "the name of a group, from which a rule was to make ARNs",
            "See why the rule left the name as it is: its pattern must fit the whole name, upper and lower case too.",
        )
    } else {
        (
            "a plain name",
            "Map the group or role to the ARNs of a role and a SAML provider, with a comma between.",
        )
    }
}
