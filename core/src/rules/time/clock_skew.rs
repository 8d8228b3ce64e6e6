crate::declare_rule! {
    /// The computer on which the sign-in was recorded has a wrong clock.
    ///
    /// ## Why it matters
    /// The recording says when the computer sent the response, and the server's answer says when it came. More than a
    /// minute between the two is the computer's clock. The sign-in does not depend on that clock: the times in an
    /// assertion are the identity provider's, and AWS compares them with its own. So this is no cause of a refusal.
    /// The age of the assertion is reckoned by the server's clock here. One-time codes that the computer makes itself
    /// may fail, though.
    ///
    /// ## What to do
    /// Let the computer follow a time server, so that its recordings can be trusted.
    ///
    /// ## Fires
    /// ```paste also=assertion-missing
    /// {"log": {"version": "1.2", "entries": [{
    ///   "startedDateTime": "«2026-01-15T10:07:00Z»",
    ///   "request": {"method": "POST", "url": "https://sp.example.com/acs", "postData": {"text": "SAMLResponse=PFJlc3BvbnNlIHhtbG5zPSJ1cm46b2FzaXM6bmFtZXM6dGM6U0FNTDoyLjA6cHJvdG9jb2wiIElEPSJfcjEiIFZlcnNpb249IjIuMCIgSXNzdWVJbnN0YW50PSIyMDI2LTAxLTE1VDEwOjAwOjAwWiIvPg%3D%3D"}},
    ///   "response": {"status": 200, "headers": [{"name": "Date", "value": "Thu, 15 Jan 2026 10:00:00 GMT"}]}
    /// }]}}
    /// ```
    /// > the clock of the computer that recorded the sign-in was 7 minutes ahead of the server's; the sign-in does not depend on it
    ///
    /// ## Does not fire
    /// A minute may pass on the way.
    /// ```paste also=assertion-missing
    /// {"log": {"version": "1.2", "entries": [{
    ///   "startedDateTime": "2026-01-15T10:01:00Z",
    ///   "request": {"method": "POST", "url": "https://sp.example.com/acs", "postData": {"text": "SAMLResponse=PFJlc3BvbnNlIHhtbG5zPSJ1cm46b2FzaXM6bmFtZXM6dGM6U0FNTDoyLjA6cHJvdG9jb2wiIElEPSJfcjEiIFZlcnNpb249IjIuMCIgSXNzdWVJbnN0YW50PSIyMDI2LTAxLTE1VDEwOjAwOjAwWiIvPg%3D%3D"}},
    ///   "response": {"status": 200, "headers": [{"name": "Date", "value": "Thu, 15 Jan 2026 10:00:00 GMT"}]}
    /// }]}}
    /// ```
    /// Without a recording there is nothing to compare.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "clock-skew" {
        title: "a computer whose clock is wrong",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "RFC 9110",
            "6.6.1 Date",
            "The \"Date\" header field represents the date and time at which the message was originated"
        )],
        predicts: [],
    }
}

use super::moments;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner};
use crate::say;

/// Seconds that may pass between sending and the answer.
const TOLERANCE_SECONDS: i64 = 60;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let skew = cx.context?.judged.skew?;
    let started = cx.item.leaf.context.started.as_ref()?;
    if skew.saturating_abs() > TOLERANCE_SECONDS {
        let by = moments::in_words(skew.saturating_abs());
        let way = if skew > 0 { "ahead of" } else { "behind" };
        out.find(
            started.span,
            say![format!(
                "the clock of the computer that recorded the sign-in was {by} {way} the server's; the sign-in does not depend on it"
            )],
        )
        .confidence(Confidence::Likely)
        .fix_by(Owner::User, "Let the computer follow a time server.");
    }
    Some(Checked)
}
