crate::declare_rule! {
    /// The `Recipient` is no address of AWS, though the message is meant for a role in IAM.
    ///
    /// ## Why it matters
    /// Trust policies compare the `Recipient` as `SAML:aud`. The one that the console makes names the AWS sign-in
    /// page, so AWS probably answers `Not authorized to perform sts:AssumeRoleWithSAML`. A program of your own that
    /// calls `AssumeRoleWithSAML` may use an address of its own, if the trust policy lists it.
    ///
    /// ## What to do
    /// Set the ACS URL to the AWS sign-in page. If another receiver is meant on purpose, list its address in the
    /// trust policy.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://sp.example.com/saml/acs»"/>
    /// ```
    /// > the assertion is for `https://sp.example.com/saml/acs`, which is no AWS sign-in page
    ///
    /// ```xml service=iam
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://pool.auth.eu-west-1.amazoncognito.com/saml2/idpresponse»"/>
    /// ```
    /// > the assertion is for `https://pool.auth.eu-west-1.amazoncognito.com/saml2/idpresponse`, which is Amazon Cognito and takes no roles
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://eu-west-1.signin.aws.amazon.com/saml"/>
    /// ```
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="http://localhost:7890/redshift/"/>
    /// ```
    "recipient-unknown" {
        title: "a recipient outside AWS",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: AudienceRestriction and Audience",
            "the saml:aud context key comes from the SAML recipient attribute"
        )],
        predicts: ["E05"],
    }
}

use crate::aws::endpoints::Endpoint;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let recipient = cx.recipient()?;
    let value = recipient.as_str();
    // An empty one is for `recipient-missing`.
    if value.trim().is_empty() {
        return None;
    }
    let what = match cx.endpoint()? {
        Endpoint::Unknown => "is no AWS sign-in page".to_owned(),
        Endpoint::NotIam(service) => format!("is {} and takes no roles", service.title()),
        _ => return Some(Checked),
    };
    let local = value.starts_with("http://localhost") || value.starts_with("http://127.0.0.1");
    let confidence = if local { Confidence::Possible } else { Confidence::Likely };
    out.find(recipient.span, say!["the assertion is for ", code(value), ", which ", what])
        .expected(say!["the AWS sign-in page, such as ", code("https://signin.aws.amazon.com/saml")])
        .found(code(value))
        .confidence(confidence)
        .fix_at_idp(
            Setting::Acs,
            "Set the ACS URL (also called reply URL or recipient) to the AWS sign-in page.",
        );
    Some(Checked)
}
