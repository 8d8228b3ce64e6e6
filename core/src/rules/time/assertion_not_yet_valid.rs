crate::declare_rule! {
    /// The assertion was used before its `NotBefore`.
    ///
    /// ## Why AWS refuses it
    /// `NotBefore` is the first instant at which the assertion is valid. When the clock of the identity provider is
    /// ahead of AWS by more than about five minutes the assertion is refused as not yet valid; less may be forgiven,
    /// and is a warning here. AWS documents neither the tolerance nor the text.
    ///
    /// It counts where the moment of the sign-in is known: from a recording of the browser, or because you name an
    /// instant. Where it is not, it counts if `NotBefore` is more than a quarter of an hour after the issue: AWS takes an
    /// assertion for five minutes after its issue, so whatever the clocks show, there is no time at which it takes this one.
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
    /// A day after the issue, whenever it is used:
    /// ```xml
    /// <saml:Conditions NotBefore="«2026-01-16T09:55:00Z»" NotOnOrAfter="2026-01-16T11:00:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    /// > the assertion is valid from `2026-01-16T09:55:00Z`, 23 hours after its issue, and AWS takes it for 5 minutes after its issue
    ///
    /// ## Does not fire
    /// A quarter of an hour after the issue, which two clocks and the five minutes may make up for:
    /// ```xml
    /// <saml:Conditions NotBefore="2026-01-15T10:15:00Z" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    ///
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

use super::moments::{self, REDEEM_SECONDS, SKEW_SECONDS};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::saml::Instant;
use crate::say;
use crate::source::Text;

const UNNOTICED_SECONDS: i64 = 10;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (text, from) = moments::read(cx.assertion()?.conditions.as_ref()?.not_before.as_ref())?;
    let Some(used) = moments::used(cx) else { return after_redemption(cx, text, from, out) };
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

/// The five minutes in which AWS takes the assertion are over before it is valid.
fn after_redemption(cx: &Cx<'_>, text: &Text, from: Instant, out: &mut Findings) -> Option<Checked> {
    const LATEST: i64 = REDEEM_SECONDS + 2 * SKEW_SECONDS;
    let (issued_text, issued) = moments::issued(cx).filter(|_| cx.service().assumes_a_role())?;
    let after = from.seconds_since(issued);
    if after > LATEST {
        let after = moments::in_words(after);
        out.find(
            text.span,
            say![
                "the assertion is valid from ",
                code(text.as_str()),
                format!(", {after} after its issue, and AWS takes it for 5 minutes after its issue")
            ],
        )
        .related(issued_text.span, "it was issued here")
        .confidence(Confidence::Likely)
        .fix_at_idp(
            Setting::Clock,
            "Begin the validity at the issue, or a little before, and compute it in UTC.",
        );
    }
    Some(Checked)
}
