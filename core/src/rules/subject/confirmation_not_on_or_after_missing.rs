crate::declare_rule! {
    /// The confirmation has no `NotOnOrAfter`.
    ///
    /// ## Why AWS refuses it
    /// AWS wants the time until which the assertion may be handed over, and answers `Responses must contain
    /// SubjectConfirmatonData with a Recipient and NotOnOrAfter` without it. The `NotOnOrAfter` of `Conditions` does
    /// not stand in for it.
    ///
    /// ## What to do
    /// Use the SAML 2.0 sign-in of the identity provider: Web Browser SSO always writes it. Where the response is
    /// made by a program of your own, add the attribute to `SubjectConfirmationData`.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:SubjectConfirmationData Recipient="https://signin.aws.amazon.com/saml"/>»
    /// ```
    /// > the `SubjectConfirmationData` has no `NotOnOrAfter`, the time until which the assertion can be used
    ///
    /// ## Does not fire
    /// ```xml also=recipient-missing
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z"/>
    /// ```
    "confirmation-not-on-or-after-missing" {
        title: "a confirmation without a time limit",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [
            (
                "IAM User Guide",
                "Configure SAML assertions for the authentication response: Subject and NameID",
                "includes both the NotOnOrAfter attribute and a Recipient attribute"
            ),
            (
                "SAML Profiles 2.0",
                "4.1.4.2 <Response> usage",
                "MUST contain a Recipient attribute containing the service provider's assertion consumer service URL and a NotOnOrAfter attribute"
            ),
        ],
        predicts: ["E13"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let data = cx.confirmation_data()?;
    if data.not_on_or_after.as_ref().is_none_or(|value| value.as_str().trim().is_empty()) {
        out.find(
            data.tag,
            say![
                "the ",
                code("SubjectConfirmationData"),
                " has no ",
                code("NotOnOrAfter"),
                ", the time until which the assertion can be used"
            ],
        )
        .expected(say![code("NotOnOrAfter"), ", usually five minutes after the assertion was issued"])
        .fix_at_idp(
            Setting::Lifetime,
            "Use the SAML 2.0 sign-in, which writes a time limit, and set its lifetime.",
        );
    }
    Some(Checked)
}
