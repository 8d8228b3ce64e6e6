crate::declare_rule! {
    /// A `Deny` statement of the trust policy applies to this sign-in.
    ///
    /// ## Why AWS refuses it
    /// A `Deny` that applies outweighs every `Allow`. AWS answers that it is not authorized.
    ///
    /// ## What to do
    /// Narrow the statement, or send what it does not apply to. It was probably put there with a reason: ask before you take it out.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}, {"Effect": "«Deny»", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringNotEquals": {"SAML:sub_type": "transient"}}}]}}}
    /// ```
    /// > a `Deny` statement of the trust policy applies to this sign-in
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}, {"Effect": "Deny", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringNotEquals": {"SAML:sub_type": "persistent"}}}]}
    /// ```
    "trust-denied" {
        title: "a trust policy that denies",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05"],
    }
}

use super::refusal;
use crate::aws::policy::changes::Change;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for refusal in refusal::refusals(cx)? {
        let Change::LiftDeny(statement) = refusal.change else { continue };
        let place = statement.effect.map_or(statement.span, |effect| effect.span);
        let message = say!["a ", code("Deny"), " statement of the trust policy applies to this sign-in"];
        let mut found = out
            .find(place, message)
            .for_role(refusal.role)
            .confidence(refusal::confidence(refusal.policy))
            .fix_by(
                Owner::AwsAdmin,
                "Narrow the Deny statement so that it does not apply to this sign-in, if that is meant.",
            )
            .command(refusal::update_command(cx, refusal.role));
        for condition in &statement.conditions {
            found = found.related(condition.span, "this condition holds");
        }
    }
    Some(Checked)
}
