crate::declare_rule! {
    /// The trust policy has more characters than IAM takes by default.
    ///
    /// ## Why it matters
    /// The quota for a role's trust policy is 2048 characters, white space not counted; it can be raised to 8192. A longer policy
    /// cannot be saved, so the role keeps the one that it had.
    ///
    /// ## What to do
    /// Shorten it: one statement with several providers or addresses instead of several statements. Or have the quota raised.
    ///
    /// ## Fires
    /// ```json
    /// «{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://example.com/\u{61*1900}"}}}]}»
    /// ```
    /// > the trust policy has 2135 characters besides white space; IAM takes 2048 unless the quota was raised
    ///
    /// ## Does not fire
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://example.com/\u{61*1700}"}}}]}
    /// ```
    "trust-policy-too-long" {
        title: "a trust policy above the quota",
        severity: Warning,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "IAM and AWS STS quotas",
            "Role trust policy length: 2048 characters"
        )],
        predicts: [],
    }
}

use super::pasted;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

/// The default quota (IAM User Guide, "IAM and AWS STS quotas").
const MOST: usize = 2048;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for policy in pasted::policies(cx)? {
        let text = cx.sources.excerpt(policy.document.span);
        let length = text.chars().filter(|char| !char.is_whitespace()).count();
        // What IAM itself printed was saved.
        if length <= MOST || policy.arn.is_some() {
            continue;
        }
        let message = say![
            "the trust policy has ",
            length.to_string(),
            " characters besides white space; IAM takes ",
            MOST.to_string(),
            " unless the quota was raised"
        ];
        out.find(policy.document.span, message)
            .confidence(Confidence::Likely)
            .expected(say!["at most ", code(MOST)])
            .fix_by(Owner::AwsAdmin, "Shorten the policy, or have the quota raised.");
    }
    Some(Checked)
}
