crate::declare_rule! {
    /// A value of the trust policy has a `*` under an operator that knows no wildcards.
    ///
    /// ## Why AWS refuses it
    /// `StringEquals` compares characters, so `*` is an asterisk, which no address has. Only `StringLike` reads it as a wildcard. AWS
    /// answers that it is not authorized.
    ///
    /// ## What to do
    /// Use `StringLike`.
    ///
    /// ## Fires
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://«*».signin.aws.amazon.com/saml"}}}]}
    /// ```
    /// > `StringEquals` takes the `*` in `https://*.signin.aws.amazon.com/saml` as it stands; wildcards need `StringLike`
    ///
    /// ## Does not fire
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringLike": {"SAML:aud": "https://*.signin.aws.amazon.com/saml"}}}]}
    /// ```
    /// A tag may hold an asterisk.
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"], "Condition": {"StringEquals": {"aws:RequestTag/Team": "*"}}}]}
    /// ```
    "trust-wildcard-literal" {
        title: "a wildcard under an operator that takes it literally",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "IAM JSON policy elements: Condition operators",
            "StringLike"
        )],
        predicts: ["E05"],
    }
}

use super::pasted;
use crate::lint::{Checked, Cx, Findings, Owner, Severity, code};
use crate::say;

/// Keys whose values never hold an asterisk: addresses, issuers, formats.
const KEYS: [&str; 5] = ["saml:aud", "saml:iss", "saml:sub_type", "saml:doc", "saml:namequalifier"];

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for policy in pasted::policies(cx)? {
        for (condition, several) in pasted::conditions(policy) {
            let known = KEYS.iter().any(|key| condition.key.value.eq_ignore_ascii_case(key));
            if !known || !pasted::wants_equality(condition) {
                continue;
            }
            let others = condition.values.iter().any(|value| !value.as_str().contains('*'));
            for value in &condition.values {
                let Some(at) = value.as_str().find('*') else { continue };
                out.find(
                    value.sub(at..at.saturating_add(1)),
                    say![
                        code(condition.operator.as_str()),
                        " takes the ",
                        code("*"),
                        " in ",
                        code(value.as_str()),
                        " as it stands; wildcards need ",
                        code("StringLike")
                    ],
                )
                .at_most(if several || others { Severity::Warning } else { Severity::Error })
                .expected(code("StringLike"))
                .found(code(condition.operator.as_str()))
                .fix_by(Owner::AwsAdmin, say!["Use ", code("StringLike"), " for this key."]);
            }
        }
    }
    Some(Checked)
}
