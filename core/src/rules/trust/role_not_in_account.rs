crate::declare_rule! {
    /// The account has no role of the ARN in the `Role` attribute.
    ///
    /// ## Why AWS refuses it
    /// AWS answers that it is not authorized, as if the role's trust policy had refused: it does not say that there is no such role.
    ///
    /// ## What to do
    /// Compare the ARN with the list of the account's roles, letter for letter and with the path. Make the role, or send another.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«arn:aws:iam::444455556666:role/Admin»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Roles": [{"Arn": "arn:aws:iam::444455556666:role/Readers", "RoleName": "Readers", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}]}
    /// ```
    /// > the account has no role `arn:aws:iam::444455556666:role/Admin`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Roles": [{"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Readers", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}]}
    /// ```
    ///
    /// The list of another account says nothing.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Roles": [{"Arn": "arn:aws:iam::777788889999:role/Readers", "RoleName": "Readers", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}]}
    /// ```
    ///
    /// Nor does one page of it.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Roles": [{"Arn": "arn:aws:iam::444455556666:role/Readers", "RoleName": "Readers", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}], "NextToken": "x"}
    /// ```
    "role-not-in-account" {
        title: "a role that the account does not have",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: ["role-not-assumable"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05", "access-denied"],
    }
}

use super::standard;
use crate::aws::arn::Arn;
use crate::aws::outputs::{Listing, Role};
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::order::Gather as _;
use crate::say;
use std::collections::BTreeSet;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let whole = cx.evidence.outputs.role_lists().filter(|list| list.value.listing == Listing::Whole);
    let mut applies = None;
    for list in whole {
        let arns: BTreeSet<&str> = list.value.roles.iter().filter_map(arn_of).gathered();
        let Some(account) = arns.first().and_then(|arn| Arn::read(arn).account_id()) else { continue };
        let of_account = cx
            .roles
            .iter()
            .filter_map(|choice| Some((choice, choice.pair.role()?)))
            .filter(|(_, role)| role.account_id() == Some(account));
        let mut asked = false;
        for (choice, role) in of_account {
            asked = true;
            applies = Some(Checked);
            if arns.contains(role.text()) {
                continue;
            }
            out.find(
                choice.value.text.sub(role.range.clone()),
                say!["the account has no role ", code(role.text())],
            )
            .for_role(choice.index)
            .found(code(role.text()))
            .fix_by(
                Owner::AwsAdmin,
                "Make the role with a trust policy for the provider, or send the ARN of another one.",
            )
            .snippet(standard::policy(cx, choice.index));
        }
        match asked {
            true => out.used(
                list.item,
                "It lists the roles of the account: those of the message were looked up in it.",
            ),
            false => {
                out.left_aside(list.item, "It lists the roles of an account that the message does not name.")
            }
        }
    }
    applies
}

fn arn_of(role: &Role) -> Option<&str> {
    Some(role.arn.as_ref()?.as_str())
}
