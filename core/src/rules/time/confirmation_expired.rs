crate::declare_rule! {
    /// The time limit of the confirmation had passed when the assertion was used.
    ///
    /// ## Why AWS refuses it
    /// `NotOnOrAfter` of `SubjectConfirmationData` is the first instant at which the assertion can no longer be handed
    /// over. AWS wants it in the future; which text it shows otherwise is not documented. `Token must be redeemed
    /// within 5 minutes of issuance` is the nearest.
    ///
    /// It counts only where the moment of the sign-in is known: from a recording of the browser, or because you name
    /// an instant.
    ///
    /// ## What to do
    /// Sign in again and go on without a pause. If it happens each time, lengthen the lifetime of assertions at the
    /// identity provider to five minutes and let its clock follow a time server.
    ///
    /// ## Fires
    /// At the very instant it is over.
    /// ```xml at=2026-01-15T10:02:00Z
    /// <saml:SubjectConfirmationData NotOnOrAfter="«2026-01-15T10:02:00Z»" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > the assertion could be handed over only before `2026-01-15T10:02:00Z`, and it is judged at `2026-01-15T10:02:00Z`
    ///
    /// ## Does not fire
    /// ```xml at=2026-01-15T10:01:59Z
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:02:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// Nothing tells when it was used.
    /// ```xml na
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:02:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "confirmation-expired" {
        title: "a confirmation whose time limit has passed",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["assertion-expired", "session-already-over"],
        cites: [(
            "SAML Core 2.0",
            "2.4.1.2 Element <SubjectConfirmationData>",
            "A time instant at which the subject can no longer be confirmed."
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
    let (text, until) = moments::read(cx.confirmation_data()?.not_on_or_after.as_ref())?;
    if used.at < until {
        return Some(Checked);
    }
    let (severity, confidence) = used.late(used.at.seconds_since(until), SKEW_SECONDS);
    let reported = out
        .find(
            text.span,
            say![
                "the assertion could be handed over only before ",
                code(text.as_str()),
                ", and it is judged at ",
                code(used.at)
            ],
        )
        .at_most(severity)
        .confidence(confidence)
        .fix_at_idp(
            Setting::Lifetime,
            "Sign in again; if it happens each time, set the lifetime of assertions to five minutes.",
        );
    if !cx.service().assumes_a_role() {
        reported.predicts(None);
    }
    Some(Checked)
}
