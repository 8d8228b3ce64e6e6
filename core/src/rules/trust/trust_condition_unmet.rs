crate::declare_rule! {
    /// A condition of the trust policy does not hold for this message.
    ///
    /// ## Why AWS refuses it
    /// Every condition of the statement must hold. `SAML:aud` is compared with the `Recipient`, not with the `Audience`, and the
    /// policy that the console makes lists `https://signin.aws.amazon.com/saml` alone: an identity provider that posts to the address
    /// of a region is refused until that address is listed, too. `SAML:sub_type` is compared with the last part of the NameID's
    /// `Format`, such as `persistent`. AWS answers that it is not authorized, whatever the condition was.
    ///
    /// ## What to do
    /// Let the condition take what the message carries, in every role that trusts the provider. Or make the identity provider send
    /// what the condition wants, which is the only way where the message lacks the value or has a wrong one.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="‹https://eu-west-1.signin.aws.amazon.com/saml›"/>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "«https://signin.aws.amazon.com/saml»"}}}]}}}
    /// ```
    /// > the trust policy wants `SAML:aud` to be `https://signin.aws.amazon.com/saml`, but the Recipient is `https://eu-west-1.signin.aws.amazon.com/saml`
    ///
    /// The Audience in the place of the Recipient.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "«urn:amazon:webservices»"}}}]}
    /// ```
    /// > the trust policy wants `SAML:aud` to be `urn:amazon:webservices`, but the Recipient is `https://signin.aws.amazon.com/saml`; `SAML:aud` is the Recipient, not the Audience
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:sub_type": "«transient»"}}}]}
    /// ```
    ///
    /// `StringEquals` takes a `*` as it stands.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "«https://*.amazon.com/saml»"}}}]}
    /// ```
    ///
    /// No sign-in with SAML has such keys.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"Bool": {"«aws:MultiFactorAuthPresent»": "true"}}}]}
    /// ```
    /// > the trust policy wants `aws:MultiFactorAuthPresent` to be `true`, but no sign-in with SAML has this key
    ///
    /// The issuer.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:iss": ["https://one.example.com", "«https://idp.example.com/saml/»"]}}}]}
    /// ```
    ///
    /// The policy is right and the Recipient is wrong, so the identity provider is where to put it right.
    /// ```xml also=recipient-wrong
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="‹https://signin.aws.amazon.com/saml/›"/>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "«https://signin.aws.amazon.com/saml»"}}}]}
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": ["https://eu-west-1.signin.aws.amazon.com/saml", "https://signin.aws.amazon.com/saml"]}}}]}
    /// ```
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringLike": {"saml:AUD": "https://*signin.aws.amazon.com/saml*"}, "StringEquals": {"SAML:sub_type": "persistent"}}}]}
    /// ```
    ///
    /// Another statement lets it in.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:sub_type": "transient"}}}, {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    "trust-condition-unmet" {
        title: "a condition of the trust policy that does not hold",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05", "access-denied", "one-region-fails"],
    }
}

use super::{condition_words, correction, refusal, unfit_value};
use crate::aws::policy::changes::Change;
use crate::lint::{Checked, Cx, Findings, Owner};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let mut told = std::collections::BTreeSet::new();
    for refusal in refusal::refusals(cx)? {
        let condition = match &refusal.change {
            Change::AddValue { condition, .. }
            | Change::RemoveValue { condition, .. }
            | Change::ChangeOperator { condition, .. }
            | Change::DropCondition(condition) => *condition,
            _ => continue,
        };
        // One condition is one thing to say, however many values it lacks.
        if !told.insert((refusal.role, condition.key.span)) {
            continue;
        }
        let traces = refusal.evaluation.statements.iter().flat_map(|statement| &statement.conditions);
        let Some(trace) = traces.into_iter().find(|trace| std::ptr::eq(trace.condition, condition)) else {
            continue;
        };
        let mut found = out
            .find(condition_words::place(trace), condition_words::message(cx, trace))
            .for_role(refusal.role)
            .confidence(refusal::confidence(refusal.policy))
            .expected(condition_words::expected(trace));
        if let Some(value) = trace.found.values().next() {
            found = found.found(crate::lint::code(&value.text));
            if let Some(span) = value.span {
                found = found.related(span, "what the message carries");
            }
        }
        if let Some(unfit) = unfit_value::of(cx, trace) {
            found.follows(unfit.rules).fix_at_idp(unfit.setting, unfit.advice);
            continue;
        }
        found
            .fix_by(Owner::AwsAdmin, condition_words::advice(trace, &refusal.change))
            .snippet(correction::of(cx, &refusal))
            .command(refusal::update_command(cx, refusal.role));
    }
    Some(Checked)
}
