crate::declare_rule! {
    /// The subject has no `SubjectConfirmation`.
    ///
    /// ## Why AWS refuses it
    /// The confirmation says for which address the assertion is meant and until when it can be used there. AWS wants
    /// exactly one and answers `Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter`
    /// otherwise.
    ///
    /// ## What to do
    /// Use the identity provider's SAML 2.0 sign-in (Web Browser SSO) and set the ACS URL of the application. Tokens
    /// that were made for another purpose, such as WS-Trust, often have no bearer confirmation.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:Subject>»
    ///   <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez</saml:NameID>
    /// </saml:Subject>
    /// ```
    /// > the subject has no `SubjectConfirmation`, so it does not say for which address the assertion is meant
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    "subject-confirmation-missing" {
        title: "a subject without a confirmation",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: Subject and NameID",
            "There must be exactly one SubjectConfirmation element with a SubjectConfirmationData element that includes both the NotOnOrAfter attribute and a Recipient attribute."
        )],
        predicts: ["E13"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let subject = cx.role_assertion()?.subject.as_ref()?;
    if subject.confirmations.is_empty() {
        out.find(
            subject.tag,
            say![
                "the subject has no ",
                code("SubjectConfirmation"),
                ", so it does not say for which address the assertion is meant"
            ],
        )
        .expected(say!["exactly one ", code("SubjectConfirmation")])
        .fix_at_idp(
            Setting::Acs,
            "Set the ACS URL of the application to the AWS sign-in page, and sign in by SAML 2.0 in the browser.",
        );
    }
    Some(Checked)
}
