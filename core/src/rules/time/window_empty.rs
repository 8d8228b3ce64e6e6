crate::declare_rule! {
    /// The assertion is never valid: its time window ends before it begins.
    ///
    /// ## Why AWS refuses it
    /// An assertion can be used from `NotBefore` on and before `NotOnOrAfter`. When the first is not before the second
    /// there is no such instant. AWS then answers as for an assertion that has expired or is not valid yet; which
    /// text it chooses is not documented.
    ///
    /// ## What to do
    /// Give the assertion a lifetime of a few minutes at the identity provider. A lifetime of nought, or an allowance
    /// for clocks that is added to the start instead of being taken from it, makes such windows.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Conditions NotBefore="‹2026-01-15T10:05:00Z›" NotOnOrAfter="«2026-01-15T10:05:00Z»">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    /// > `Conditions` ends at `2026-01-15T10:05:00Z`, not later than it begins, so the assertion is valid at no time
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Conditions NotBefore="2026-01-15T10:04:59.999Z" NotOnOrAfter="2026-01-15T10:05:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    "window-empty" {
        title: "a time window without any instant",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["assertion-expired", "confirmation-expired", "assertion-not-yet-valid"],
        cites: [(
            "SAML Core 2.0",
            "2.5.1.2 Attributes NotBefore and NotOnOrAfter",
            "If both attributes are present, the value for NotBefore MUST be less than (earlier than) the value for NotOnOrAfter."
        )],
        predicts: ["E12", "E01"],
    }
}

use super::moments;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for window in moments::windows(cx)?.into_iter().filter(moments::Window::is_empty) {
        let ((begins, _), (ends, _)) = window.not_before.zip(window.not_on_or_after)?;
        let reported = out
            .find(
                ends.span,
                say![
                    code(window.element),
                    " ends at ",
                    code(ends.as_str()),
                    ", not later than it begins, so the assertion is valid at no time"
                ],
            )
            .related(begins.span, "it begins here")
            .expected(say!["a time after ", code(begins.as_str())])
            .confidence(Confidence::Likely)
            .fix_at_idp(Setting::Lifetime, "Give the assertion a lifetime of a few minutes.");
        if !cx.service().assumes_a_role() {
            reported.predicts(None);
        }
    }
    Some(Checked)
}
