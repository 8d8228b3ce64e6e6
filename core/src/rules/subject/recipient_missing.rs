crate::declare_rule! {
    /// The confirmation names no `Recipient`.
    ///
    /// ## Why AWS refuses it
    /// The `Recipient` is the address that the assertion is meant for; trust policies see it as `saml:aud`. AWS
    /// answers `Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter`.
    ///
    /// ## What to do
    /// Set the ACS URL of the application. Products call it single sign-on URL, reply URL, recipient or target URL.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z"/>»
    /// ```
    /// > the `SubjectConfirmationData` names no `Recipient`, so the assertion is meant for no address
    ///
    /// ```xml
    /// «<saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient=""/>»
    /// ```
    /// > the `Recipient` of the `SubjectConfirmationData` is empty, so the assertion is meant for no address
    ///
    /// ## Does not fire
    /// ```xml also=confirmation-not-on-or-after-missing
    /// <saml:SubjectConfirmationData Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "recipient-missing" {
        title: "a confirmation without a recipient",
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
                "practice",
                "answer of AWS to tokens from the WS-Trust endpoint of ADFS",
                "Responses must contain SubjectConfirmatonData with a Recipient and NotOnOrAfter"
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
    let start = match &data.recipient {
        None => say!["the ", code("SubjectConfirmationData"), " names no ", code("Recipient")],
        Some(recipient) if recipient.as_str().trim().is_empty() => {
            say!["the ", code("Recipient"), " of the ", code("SubjectConfirmationData"), " is empty"]
        }
        Some(_) => return Some(Checked),
    };
    out.find(data.tag, start.and(", so the assertion is meant for no address"))
        .expected(say![code("Recipient"), " with the URL of the AWS sign-in page"])
        .fix_at_idp(
            Setting::Acs,
            "Set the ACS URL (also called reply URL or recipient) to the AWS sign-in page.",
        );
    Some(Checked)
}
