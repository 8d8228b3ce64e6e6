crate::declare_rule! {
    /// The session that the assertion allows is over before it begins.
    ///
    /// ## Why it matters
    /// `SessionNotOnOrAfter` ends the AWS session early: it lasts until then or for its own duration, whichever is
    /// shorter. AWS does not say what it does with a time that has passed; a session of no length cannot be used.
    ///
    /// Without a known moment of sign-in the time of issue is taken, so that it fires only on a real contradiction.
    ///
    /// ## What to do
    /// Set the session lifetime of the application at the identity provider to at least the length of the AWS
    /// session, or leave `SessionNotOnOrAfter` out.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:AuthnStatement AuthnInstant="2026-01-15T02:00:00Z" SessionNotOnOrAfter="«2026-01-15T10:00:00Z»"/>
    /// ```
    /// > the assertion allows a session until `2026-01-15T10:00:00Z` only, which is over at `2026-01-15T10:00:00Z`
    ///
    /// ```xml at=2026-01-15T10:03:00Z
    /// <saml:AuthnStatement AuthnInstant="2026-01-15T02:00:00Z" SessionNotOnOrAfter="«2026-01-15T10:02:00Z»"/>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml at=2026-01-15T10:01:59Z
    /// <saml:AuthnStatement AuthnInstant="2026-01-15T02:00:00Z" SessionNotOnOrAfter="2026-01-15T10:02:00Z"/>
    /// ```
    "session-already-over" {
        title: "a session that is over before it begins",
        severity: Warning,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "AWS STS API Reference",
            "AssumeRoleWithSAML: DurationSeconds",
            "or until the time specified in the SAML authentication response's SessionNotOnOrAfter value, whichever is shorter"
        )],
        predicts: [],
    }
}

use super::moments;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let at = moments::used_or_issued(cx)?;
    for statement in &assertion.authn_statements {
        let Some((text, until)) = moments::read(statement.session_not_on_or_after.as_ref()) else { continue };
        if until <= at {
            out.find(
                text.span,
                say![
                    "the assertion allows a session until ",
                    code(text.as_str()),
                    " only, which is over at ",
                    code(at)
                ],
            )
            .confidence(Confidence::Possible)
            .fix_at_idp(
                Setting::SessionDuration,
                "Lengthen the application's session lifetime, or leave SessionNotOnOrAfter out.",
            );
        }
    }
    Some(Checked)
}
