crate::declare_rule! {
    /// The trust policy tests a key that no sign-in with SAML has.
    ///
    /// ## Why AWS refuses it
    /// `sts:ExternalId` is for other accounts, and multi-factor authentication is not known to AWS where an identity provider signs in.
    /// A key that is absent fails the condition, so the role can never be assumed so. AWS answers that it is not authorized.
    ///
    /// ## What to do
    /// Take the condition out. Let the identity provider ask for a second factor.
    ///
    /// ## Fires
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"Bool": {"«aws:MultiFactorAuthPresent»": "true"}}}]}
    /// ```
    /// > the trust policy wants `aws:MultiFactorAuthPresent`, which no sign-in with SAML has
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"«sts:ExternalId»": "abc"}}}]}
    /// ```
    ///
    /// ## Does not fire
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}}]}
    /// ```
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}]}
    /// ```
    /// A statement that is for something else.
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}, {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::777788889999:root"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"sts:ExternalId": "abc"}}}]}
    /// ```
    "trust-key-never-sent" {
        title: "a condition that no sign-in with SAML can meet",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Secure API access with MFA",
            "do not support MFA for AssumeRoleWithSAML"
        )],
        predicts: ["E05"],
    }
}

use super::pasted;
use crate::aws::policy::context::is_never_sent;
use crate::aws::policy::operators::{Family, SetQualifier};
use crate::lint::{Checked, Cx, Findings, Owner, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for policy in pasted::policies(cx)? {
        for (condition, several) in pasted::conditions(policy) {
            let fails = condition.test.is_some_and(|operator| {
                let absent_passes = operator.negated
                    || operator.if_exists
                    || operator.set == Some(SetQualifier::ForAllValues)
                    || operator.family == Family::Null;
                !absent_passes
            });
            if !fails || !is_never_sent(condition.key.as_str()) {
                continue;
            }
            out.find(
                condition.key.span,
                say![
                    "the trust policy wants ",
                    code(condition.key.as_str()),
                    ", which no sign-in with SAML has"
                ],
            )
            .at_most(if several { Severity::Warning } else { Severity::Error })
            .fix_by(Owner::AwsAdmin, "Take the condition out of the statement for the SAML provider.");
        }
    }
    Some(Checked)
}
