crate::declare_rule! {
    /// The `SubjectConfirmation` has no `SubjectConfirmationData`.
    ///
    /// ## Why AWS refuses it
    /// The element carries the address and the time limit. AWS answers `Responses must contain SubjectConfirmatonData
    /// with a Recipient and NotOnOrAfter` (the slip is AWS's).
    ///
    /// ## What to do
    /// Set the ACS URL of the application, and use the SAML 2.0 sign-in. ADFS leaves the data out where the token
    /// comes from its WS-Trust endpoint.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">»</saml:SubjectConfirmation>
    /// ```
    /// > the `SubjectConfirmation` has no `SubjectConfirmationData`, which would name the address and the time limit
    ///
    /// ## Does not fire
    /// What the data lacks is for other rules.
    /// ```xml also=recipient-missing,confirmation-not-on-or-after-missing
    /// <saml:SubjectConfirmationData/>
    /// ```
    "confirmation-data-missing" {
        title: "a confirmation without its data",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [
            (
                "IAM User Guide",
                "Configure SAML assertions for the authentication response: Subject and NameID",
                "exactly one SubjectConfirmation element with a SubjectConfirmationData element"
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
    let confirmation = cx.role_assertion()?.subject.as_ref()?.confirmation()?;
    if confirmation.data.is_none() {
        out.find(
            confirmation.tag,
            say![
                "the ",
                code("SubjectConfirmation"),
                " has no ",
                code("SubjectConfirmationData"),
                ", which would name the address and the time limit"
            ],
        )
        .expected(say![code("SubjectConfirmationData"), " with ", code("Recipient"), " and ", code("NotOnOrAfter")])
        .fix_at_idp(
            Setting::Acs,
            "Set the ACS URL of the application to the AWS sign-in page, and use the SAML 2.0 endpoint, not WS-Trust.",
        );
    }
    Some(Checked)
}
