crate::declare_rule! {
    /// Role and provider belong to different accounts.
    ///
    /// ## Why AWS refuses it
    /// A SAML provider of IAM can only be trusted by roles of its own account. AWS answers "Not authorized to perform
    /// sts:AssumeRoleWithSAML", whatever the trust policy says.
    ///
    /// ## What to do
    /// Make a SAML provider in the role's account, from the same metadata, and name that one in the value.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::«777788889999»:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the role is in account `444455556666` and the SAML provider in `777788889999`; a role can only trust providers of its own account
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-accounts-differ" {
        title: "role and provider in different accounts",
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
        predicts: ["E05", "access-denied", "member-accounts-fail"],
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
        // Accounts of different partitions always differ.
        let Some(fault) =
            has(PairFaultKind::AccountMismatch).filter(|_| has(PairFaultKind::PartitionMismatch).is_none())
        else {
            continue;
        };
        let (Some(role), Some(provider)) = (choice.pair.role(), choice.pair.provider()) else { continue };
        let (own, other) = (role.part(&role.account), provider.part(&provider.account));
        let message = say![
            "the role is in account ",
            code(own),
            " and the SAML provider in ",
            code(other),
            "; a role can only trust providers of its own account"
        ];
        out.find(choice.value.text.sub(fault.range.clone()), message)
            .for_role(choice.index)
            .expected(say!["the same account in both ARNs"])
            .found(say![code(own), " and ", code(other)])
            .fix_at_idp(
                Setting::Role,
                say![
                    "Name a SAML provider of account ",
                    code(own),
                    "; make one there from the same metadata if it has none."
                ],
            );
    }
    Some(Checked)
}
