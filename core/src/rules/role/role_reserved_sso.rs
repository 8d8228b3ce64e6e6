crate::declare_rule! {
    /// The role is one that IAM Identity Center manages.
    ///
    /// ## Why AWS refuses it
    /// Roles whose names begin with `AWSReservedSSO_` trust only the provider that IAM Identity Center made for itself,
    /// and nobody can change their trust policies. AWS documents that AssumeRoleWithSAML does not work on them for other
    /// providers: "Not authorized to perform sts:AssumeRoleWithSAML".
    ///
    /// ## What to do
    /// Make a role of your own that trusts your SAML provider, or assign the permission set in IAM Identity Center.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/«AWSReservedSSO_Admin_0123456789abcdef»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the role `AWSReservedSSO_Admin_0123456789abcdef` belongs to IAM Identity Center, and no other SAML provider can assume it
    ///
    /// ## Does not fire
    /// Identity Center's own provider may:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef,arn:aws:iam::444455556666:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-reserved-sso" {
        title: "a role of IAM Identity Center",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: ["role-not-assumable"],
        cites: [(
            "AWS STS API Reference",
            "AssumeRoleWithSAML",
            "will not work on IAM Identity Center managed roles"
        )],
        predicts: ["E05"],
    }
}

use super::defect;
use crate::aws::role_pair::PairFaultKind;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let mut readable = cx.roles.iter().filter(|choice| defect::of(choice).is_none()).peekable();
    readable.peek()?;
    for choice in readable {
        let has = |kind| choice.pair.faults.iter().find(|fault| fault.kind == kind);
        let Some(fault) = has(PairFaultKind::ReservedSsoRole)
            .filter(|_| has(PairFaultKind::IdentityCenterProvider).is_none())
        else {
            continue;
        };
        let name = choice.pair.value.get(fault.range.clone()).unwrap_or_default();
        out.find(
            choice.value.text.sub(fault.range.clone()),
            say!["the role ", code(name), " belongs to IAM Identity Center, and no other SAML provider can assume it"],
        )
        .for_role(choice.index)
        .expected("a role of your own that trusts the provider")
        .found(say![code(name)])
        .fix_at_idp(
            Setting::Role,
            "Name a role of your own that trusts this SAML provider, or assign the permission set in IAM Identity Center.",
        );
    }
    Some(Checked)
}
