crate::declare_rule! {
    /// `SessionNotOnOrAfter` ends the AWS session before its duration is up.
    ///
    /// ## Why it matters
    /// The session lasts for `SessionDuration` (an hour without it) or until `SessionNotOnOrAfter`, whichever is
    /// shorter. Sign-in works; people are only signed out sooner than the duration promises. Five minutes are let pass.
    ///
    /// ## What to do
    /// If the sessions are meant to be longer, lengthen the application's session lifetime at the identity provider,
    /// or leave `SessionNotOnOrAfter` out.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:AuthnStatement AuthnInstant="2026-01-15T09:59:58Z" SessionNotOnOrAfter="«2026-01-15T11:00:00Z»"/>
    /// ```
    /// > the session ends at `2026-01-15T11:00:00Z`, after 1 hour, though `SessionDuration` asks for 8 hours
    ///
    /// ```xml without=Attribute[SessionDuration]
    /// <saml:AuthnStatement AuthnInstant="2026-01-15T09:59:58Z" SessionNotOnOrAfter="«2026-01-15T10:30:00Z»"/>
    /// ```
    /// > the session ends at `2026-01-15T10:30:00Z`, after 30 minutes, though AWS sessions last 1 hour by default
    ///
    /// ## Does not fire
    /// Eight hours from the sign-in at the identity provider.
    /// ```xml
    /// <saml:AuthnStatement AuthnInstant="2026-01-15T09:59:58Z" SessionNotOnOrAfter="2026-01-15T17:59:58Z"/>
    /// ```
    /// Sessions of Connect have a length of their own.
    /// ```xml base=connect service=connect na
    /// <saml:AuthnStatement AuthnInstant="2026-01-15T09:59:58Z" SessionNotOnOrAfter="2026-01-15T11:00:00Z"/>
    /// ```
    "session-shorter-than-duration" {
        title: "a session that ends before its duration",
        severity: Note,
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
use crate::aws::alphabets::{DEFAULT_SESSION_SECONDS, SessionDuration, session_duration};
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

/// The sign-in at the identity provider is a little earlier than the assertion.
const TOLERANCE_SECONDS: i64 = 300;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    if cx.service() == Service::Connect {
        return None;
    }
    let starts = moments::used_or_issued(cx)?;
    let asked = cx.aws_attributes("SessionDuration").next().and_then(|attribute| attribute.values.first());
    let seconds = match asked.map(|value| session_duration(value.text.as_str())) {
        None => DEFAULT_SESSION_SECONDS,
        Some(SessionDuration::Seconds(seconds)) => seconds,
        Some(_) => return None,
    };
    let ends = assertion
        .authn_statements
        .iter()
        .filter_map(|statement| moments::read(statement.session_not_on_or_after.as_ref()));
    let (text, until) = ends.min_by_key(|(_, until)| *until)?;
    let lasts = until.seconds_since(starts);
    // A session that is over already is for `session-already-over`.
    if lasts > 0 && lasts.saturating_add(TOLERANCE_SECONDS) < i64::from(seconds) {
        let start = say![
            "the session ends at ",
            code(text.as_str()),
            format!(", after {}, though ", moments::in_words(lasts))
        ];
        let wanted = moments::in_words(i64::from(seconds));
        let message = match asked {
            Some(_) => start.and(code("SessionDuration")).and(format!(" asks for {wanted}")),
            None => start.and(format!("AWS sessions last {wanted} by default")),
        };
        let reported = out.find(text.span, message).fix_at_idp(
            Setting::SessionDuration,
            "Lengthen the application's session lifetime, or leave SessionNotOnOrAfter out.",
        );
        if let Some(value) = asked {
            reported.related(value.text.span, "the duration asked for");
        }
    }
    Some(Checked)
}
