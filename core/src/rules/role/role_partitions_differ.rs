crate::declare_rule! {
    /// Role and provider belong to different AWS partitions.
    ///
    /// ## Why AWS refuses it
    /// AWS, AWS China and AWS GovCloud (US) are separate clouds with separate accounts. A role can only trust a SAML
    /// provider of its own account, so never one of another partition: "Not authorized to perform
    /// sts:AssumeRoleWithSAML".
    ///
    /// ## What to do
    /// Make the SAML provider in the role's account and partition, and name that one.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:«aws-cn»:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the role is in `aws` and the SAML provider in `aws-cn`; these are separate clouds, and a role can only trust providers of its own account
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-partitions-differ" {
        title: "role and provider in different partitions",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: ["role-not-assumable"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        ), (
            "practice",
            "Multi-account SAML federation",
            "A SAML provider can only be trusted in its own account"
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
        let fault = choice.pair.faults.iter().find(|fault| fault.kind == PairFaultKind::PartitionMismatch);
        let (Some(fault), Some(role), Some(provider)) = (fault, choice.pair.role(), choice.pair.provider())
        else {
            continue;
        };
        let (own, other) = (role.part(&role.partition), provider.part(&provider.partition));
        let message = say![
            "the role is in ",
            code(own),
            " and the SAML provider in ",
            code(other),
            "; these are separate clouds, and a role can only trust providers of its own account"
        ];
        out.find(choice.value.text.sub(fault.range.clone()), message)
            .for_role(choice.index)
            .expected("the same partition in both ARNs")
            .found(say![code(own), " and ", code(other)])
            .fix_at_idp(
                Setting::Role,
                say!["Name a SAML provider of the role's own account, in ", code(own), "."],
            );
    }
    Some(Checked)
}
