crate::declare_rule! {
    /// The subject is not confirmed by the bearer method.
    ///
    /// ## Why it matters
    /// In a browser, whoever brings the assertion is taken for its subject: the bearer method. Every example of AWS
    /// has it, and the SAML profile for browsers wants it. AWS does not say how it treats other methods.
    ///
    /// ## What to do
    /// Use the Web Browser SSO profile at the identity provider. Holder-of-key and sender-vouches belong to web
    /// services.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmation Method="«urn:oasis:names:tc:SAML:2.0:cm:holder-of-key»">
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    /// > the subject is confirmed by `urn:oasis:names:tc:SAML:2.0:cm:holder-of-key`, and sign-in by browser is by bearer
    ///
    /// ```xml
    /// «<saml:SubjectConfirmation>»
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    /// > the confirmation of the subject names no method, and sign-in by browser is by bearer
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    "confirmation-method-not-bearer" {
        title: "a confirmation method other than bearer",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "SAML Profiles 2.0",
            "4.1.4.2 <Response> usage",
            "at least one <SubjectConfirmation> element containing a Method of urn:oasis:names:tc:SAML:2.0:cm:bearer"
        )],
        predicts: [],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::saml::names::BEARER;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let confirmations = &cx.role_assertion()?.subject.as_ref()?.confirmations;
    let first = confirmations.first()?;
    let is_bearer = |method: &str| method == BEARER;
    if confirmations
        .iter()
        .filter_map(|confirmation| confirmation.method.as_ref())
        .any(|m| is_bearer(m.as_str()))
    {
        return Some(Checked);
    }
    const TAIL: &str = ", and sign-in by browser is by bearer";
    let reported = match &first.method {
        Some(method) => out
            .find(method.span, say!["the subject is confirmed by ", code(method.as_str()), TAIL])
            .found(code(method.as_str())),
        None => out.find(first.tag, say!["the confirmation of the subject names no method", TAIL]),
    };
    reported.expected(code(BEARER)).confidence(Confidence::Possible).fix_at_idp(
        Setting::Acs,
        "Use the Web Browser SSO profile for the application, whose assertions are by bearer.",
    );
    Some(Checked)
}
