crate::declare_rule! {
    /// `SAML:aud` in the trust policy is the audience `urn:amazon:webservices` instead of an address.
    ///
    /// ## Why AWS refuses it
    /// AWS compares `SAML:aud` with the `Recipient` of the message, which is the address that the response is posted to. The
    /// `Audience` of the message does not matter here. AWS answers that it is not authorized.
    ///
    /// ## What to do
    /// Write the sign-in address that the identity provider posts to, such as `https://signin.aws.amazon.com/saml`.
    ///
    /// ## Fires
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "«urn:amazon:webservices»"}}}]}
    /// ```
    /// > the trust policy wants `SAML:aud` to be `urn:amazon:webservices`, which is an audience; AWS compares it with the Recipient, an address
    ///
    /// ## Does not fire
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": ["urn:amazon:webservices", "https://signin.aws.amazon.com/saml"]}}}]}
    /// ```
    "trust-audience-misread" {
        title: "an audience in the place of the Recipient",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "The SAML AudienceRestriction value … does not map to the saml:aud context key"
        )],
        predicts: ["E05"],
    }
}

use super::pasted;
use crate::lint::{Checked, Cx, Findings, Owner, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for policy in pasted::policies(cx)? {
        for (condition, several) in pasted::conditions(policy) {
            let is_audience = condition.key.value.eq_ignore_ascii_case("saml:aud");
            let urn = |value: &str| value.starts_with("urn:");
            let only_urns = condition.values.iter().all(|value| urn(value.as_str()));
            let (true, true, true) = (is_audience, only_urns, pasted::wants_equality(condition)) else {
                continue;
            };
            let Some(value) = condition.values.first() else { continue };
            out.find(
                value.span,
                say![
                    "the trust policy wants ",
                    code("SAML:aud"),
                    " to be ",
                    code(value.as_str()),
                    ", which is an audience; AWS compares it with the Recipient, an address"
                ],
            )
            .at_most(if several { Severity::Warning } else { Severity::Error })
            .expected("the address that the response is posted to")
            .found(code(value.as_str()))
            .fix_by(Owner::AwsAdmin, "Write the sign-in address that the identity provider posts to.");
        }
    }
    Some(Checked)
}
