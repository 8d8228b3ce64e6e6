crate::declare_rule! {
    /// The confirmation has a `NotBefore`, which a bearer confirmation must not have.
    ///
    /// ## Why it matters
    /// The SAML profile for sign-in by browser forbids the attribute. AWS does not say whether it cares; other
    /// receivers refuse such an assertion.
    ///
    /// ## What to do
    /// Leave the attribute out of `SubjectConfirmationData`. The `NotBefore` of `Conditions` is the right place.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotBefore="«2026-01-15T10:00:00Z»" NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > the `SubjectConfirmationData` has a `NotBefore`, which SAML forbids for sign-in by browser
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// Another method may have it.
    /// ```xml na
    /// <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:sender-vouches">
    ///   <saml:SubjectConfirmationData NotBefore="2026-01-15T10:00:00Z" NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    "confirmation-not-before" {
        title: "a start time in the confirmation",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "SAML Profiles 2.0",
            "4.1.4.2 <Response> usage",
            "It MUST NOT contain a NotBefore attribute."
        )],
        predicts: [],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::saml::names::BEARER;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let confirmation = cx.assertion()?.subject.as_ref()?.confirmation()?;
    let data = confirmation.data.as_ref()?;
    if confirmation.method.as_ref()?.as_str() != BEARER {
        return None;
    }
    if let Some(not_before) = &data.not_before {
        out.find(
            not_before.span,
            say![
                "the ",
                code("SubjectConfirmationData"),
                " has a ",
                code("NotBefore"),
                ", which SAML forbids for sign-in by browser"
            ],
        )
        .confidence(Confidence::Possible)
        .fix_at_idp(
            Setting::Lifetime,
            "Leave NotBefore out of SubjectConfirmationData; Conditions is its place.",
        );
    }
    Some(Checked)
}
