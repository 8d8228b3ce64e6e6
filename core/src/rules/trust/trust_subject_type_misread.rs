crate::declare_rule! {
    /// `SAML:sub_type` in the trust policy is an address, or a format of SAML 2.0 in its long form.
    ///
    /// ## Why AWS refuses it
    /// `SAML:sub_type` is the `Format` of the NameID, of which AWS cuts the beginning `urn:oasis:names:tc:SAML:2.0:nameid-format:` off.
    /// So it is `persistent`, and neither the long form nor an address. (One edition of the AppStream documentation asks for the sign-in
    /// address here; that is a mistake.)
    ///
    /// ## What to do
    /// Write `persistent`, or `transient` if that is what is sent.
    ///
    /// ## Fires
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:sub_type": "«https://signin.aws.amazon.com/saml»"}}}]}
    /// ```
    /// > the trust policy wants `SAML:sub_type` to be `https://signin.aws.amazon.com/saml`, which is never the value of that key; it is a word such as `persistent`
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:sub_type": "«urn:oasis:names:tc:SAML:2.0:nameid-format:persistent»"}}}]}
    /// ```
    ///
    /// ## Does not fire
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:sub_type": "persistent"}}}]}
    /// ```
    /// Formats of SAML 1.1 keep their long form.
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:sub_type": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"}}}]}
    /// ```
    "trust-subject-type-misread" {
        title: "a subject type that no message has",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "AWS STS API Reference",
            "AssumeRoleWithSAML: SubjectType",
            "returned with no modifications"
        )],
        predicts: ["E05"],
    }
}

use super::pasted;
use crate::lint::{Checked, Cx, Findings, Owner, Severity, code};
use crate::saml::names;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for policy in pasted::policies(cx)? {
        for (condition, several) in pasted::conditions(policy) {
            let is_type = condition.key.value.eq_ignore_ascii_case("saml:sub_type");
            if !is_type || !pasted::wants_equality(condition) {
                continue;
            }
            let never = condition.values.iter().all(|value| is_never_sent(value.as_str()));
            let (Some(value), true) = (condition.values.first(), never) else { continue };
            out.find(
                value.span,
                say![
                    "the trust policy wants ",
                    code("SAML:sub_type"),
                    " to be ",
                    code(value.as_str()),
                    ", which is never the value of that key; it is a word such as ",
                    code("persistent")
                ],
            )
            .at_most(if several { Severity::Warning } else { Severity::Error })
            .expected(code("persistent"))
            .found(code(value.as_str()))
            .fix_by(
                Owner::AwsAdmin,
                say!["Write ", code("persistent"), ", if that is the format that is sent."],
            );
        }
    }
    Some(Checked)
}

/// An address, or one of the four formats whose beginning AWS cuts off.
fn is_never_sent(value: &str) -> bool {
    let short = value.strip_prefix(names::FORMAT_20);
    value.starts_with("https://")
        || short.is_some_and(|short| matches!(short, "persistent" | "transient" | "kerberos" | "entity"))
}
