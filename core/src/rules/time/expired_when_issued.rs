crate::declare_rule! {
    /// The assertion had already expired when it was issued.
    ///
    /// ## Why AWS refuses it
    /// `NotOnOrAfter` is not after the `IssueInstant`, so whoever receives the assertion receives it too late,
    /// whenever that is. Which text AWS shows is not documented; `Token must be redeemed within 5 minutes of issuance`
    /// is the nearest.
    ///
    /// ## What to do
    /// Set the lifetime of assertions at the identity provider to a few minutes. If it is set, the software that
    /// computes the time mixes local time with UTC.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="«2026-01-15T10:00:00Z»" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > the `NotOnOrAfter` of `SubjectConfirmationData` lets the assertion be used only before `2026-01-15T10:00:00Z`, but it was issued at `2026-01-15T10:00:00Z`
    ///
    /// An hour before: local time taken for UTC.
    /// ```xml
    /// <saml:Conditions NotOnOrAfter="«2026-01-15T09:05:00Z»">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:00:01Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "expired-when-issued" {
        title: "an assertion that expired before it was issued",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["confirmation-expired", "assertion-expired"],
        cites: [(
            "SAML Core 2.0",
            "2.5.1.2 Attributes NotBefore and NotOnOrAfter",
            "The NotOnOrAfter attribute specifies the time instant at which the assertion has expired."
        )],
        predicts: ["E12", "E01"],
    }
}

use super::moments;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (issued_text, issued) = moments::issued(cx)?;
    // An empty window is said by `window-empty`.
    let windows = moments::windows(cx)?;
    let mut early = windows.iter().filter(|window| !window.is_empty()).filter_map(|window| {
        let (ends, until) = window.not_on_or_after?;
        (until <= issued).then_some((window.element, ends))
    });
    if let Some((element, ends)) = early.next() {
        let mut reported = out
            .find(
                ends.span,
                say![
                    "the ",
                    code("NotOnOrAfter"),
                    " of ",
                    code(element),
                    " lets the assertion be used only before ",
                    code(ends.as_str()),
                    ", but it was issued at ",
                    code(issued_text.as_str())
                ],
            )
            .related(issued_text.span, "it was issued here")
            .expected(say!["a time after ", code(issued_text.as_str())])
            .confidence(Confidence::Likely)
            .fix_at_idp(
                Setting::Lifetime,
                "Set the lifetime of assertions to a few minutes, and compute it in UTC.",
            );
        for (_, other) in early {
            reported = reported.related(other.span, "this time has passed as well");
        }
        if !cx.service().assumes_a_role() {
            reported.predicts(None);
        }
    }
    Some(Checked)
}
