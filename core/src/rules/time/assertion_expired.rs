crate::declare_rule! {
    /// The assertion's `Conditions` no longer held when it was used.
    ///
    /// ## Why AWS refuses it
    /// `NotOnOrAfter` of `Conditions` is the first instant at which the assertion has expired. Which text AWS shows is
    /// not documented; `Token must be redeemed within 5 minutes of issuance` is the nearest.
    ///
    /// It counts only where the moment of the sign-in is known: from a recording of the browser, or because you name
    /// an instant. A response that is pasted later has expired since, and that says nothing.
    ///
    /// ## What to do
    /// Sign in again and go on without a pause. If it happens each time, lengthen the lifetime of assertions and let
    /// the clock of the identity provider follow a time server.
    ///
    /// ## Fires
    /// At the very instant it has expired.
    /// ```xml at=2026-01-15T10:01:00Z
    /// <saml:Conditions NotBefore="2026-01-15T09:55:00Z" NotOnOrAfter="«2026-01-15T10:01:00Z»">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    /// > the assertion was valid only before `2026-01-15T10:01:00Z`, and it is judged at `2026-01-15T10:01:00Z`
    ///
    /// ## Does not fire
    /// ```xml at=2026-01-15T10:00:59Z
    /// <saml:Conditions NotBefore="2026-01-15T09:55:00Z" NotOnOrAfter="2026-01-15T10:01:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    /// Nothing tells when it was used.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "assertion-expired" {
        title: "an assertion that has expired",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["session-already-over"],
        cites: [(
            "SAML Core 2.0",
            "2.5.1.2 Attributes NotBefore and NotOnOrAfter",
            "The NotOnOrAfter attribute specifies the time instant at which the assertion has expired."
        )],
        predicts: ["E12", "E01"],
    }
}

use super::moments::{self, SKEW_SECONDS};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let used = moments::used(cx)?;
    let (text, until) = moments::read(cx.assertion()?.conditions.as_ref()?.not_on_or_after.as_ref())?;
    if used.at < until {
        return Some(Checked);
    }
    let (severity, confidence) = used.late(used.at.seconds_since(until), SKEW_SECONDS);
    let reported = out
        .find(
            text.span,
            say![
                "the assertion was valid only before ",
                code(text.as_str()),
                ", and it is judged at ",
                code(used.at)
            ],
        )
        .at_most(severity)
        .confidence(confidence)
        .fix_at_idp(
            Setting::Lifetime,
            "Sign in again; if it happens each time, lengthen the lifetime of assertions.",
        );
    if !cx.service().assumes_a_role() {
        reported.predicts(None);
    }
    Some(Checked)
}
