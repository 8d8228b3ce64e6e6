crate::declare_rule! {
    /// The assertion was used before its `NotBefore`.
    ///
    /// ## Why AWS refuses it
    /// `NotBefore` is the first instant at which the assertion is valid. When the clock of the identity provider is
    /// ahead of AWS by more than about five minutes the assertion is refused as not yet valid; less may be forgiven,
    /// and is a warning here. AWS documents neither the tolerance nor the text.
    ///
    /// It counts only where the moment of the sign-in is known: from a recording of the browser, or because you name
    /// an instant.
    ///
    /// ## What to do
    /// Let the clock of the identity provider follow a time server. Most products can also set `NotBefore` some
    /// minutes into the past.
    ///
    /// ## Fires
    /// ```xml at=2026-01-15T10:00:00Z
    /// <saml:Conditions NotBefore="«2026-01-15T10:05:01Z»" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    /// > the assertion is valid from `2026-01-15T10:05:01Z`, and it is judged 5 minutes and 1 second earlier, at `2026-01-15T10:00:00Z`
    ///
    /// A second early: a warning.
    /// ```xml at=2026-01-15T10:00:00Z
    /// <saml:Conditions NotBefore="«2026-01-15T10:00:01Z»" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml at=2026-01-15T10:00:00Z
    /// <saml:Conditions NotBefore="2026-01-15T10:00:00Z" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    ///
    /// Less than a second is no difference:
    /// ```xml at=2026-01-15T10:00:00Z
    /// <saml:Conditions NotBefore="2026-01-15T10:00:00.123Z" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    "assertion-not-yet-valid" {
        title: "an assertion that is not valid yet",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["issued-in-the-future"],
        cites: [
            (
                "SAML Core 2.0",
                "2.5.1.2 Attributes NotBefore and NotOnOrAfter",
                "The NotBefore attribute specifies the time instant at which the validity interval begins."
            ),
            (
                "practice",
                "guides to SAML errors of AWS",
                "clocks more than 5 minutes out of sync are rejected as expired or not yet valid"
            ),
        ],
        predicts: ["E01", "E12"],
    }
}

use super::moments::{self, SKEW_SECONDS};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

const UNNOTICED_SECONDS: i64 = 10;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let used = moments::used(cx)?;
    let (text, from) = moments::read(cx.assertion()?.conditions.as_ref()?.not_before.as_ref())?;
    let early = from.seconds_since(used.at);
    // The instant of a judgement often comes without its fraction of a second.
    if early <= 0 {
        return Some(Checked);
    }
    // A clock of the user's that may be off itself doubles the tolerance.
    let tolerance = if used.firm { SKEW_SECONDS } else { SKEW_SECONDS.saturating_mul(2) };
    let (severity, confidence) = match early {
        // A few seconds between two clocks, neither of which is that of AWS, mean nothing.
        ..=UNNOTICED_SECONDS if !used.firm => (Severity::Note, Confidence::Possible),
        _ if early <= tolerance => (Severity::Warning, Confidence::Possible),
        _ => (Severity::Error, Confidence::Likely),
    };
    let reported = out
        .find(
            text.span,
            say![
                "the assertion is valid from ",
                code(text.as_str()),
                format!(", and it is judged {} earlier, at ", moments::in_words(early)),
                code(used.at)
            ],
        )
        .at_most(severity)
        .confidence(confidence)
        .fix_at_idp(Setting::Clock, "Let the clock of the identity provider follow a time server.");
    if !cx.service().assumes_a_role() {
        reported.predicts(None);
    }
    Some(Checked)
}
