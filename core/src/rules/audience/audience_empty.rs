crate::declare_rule! {
    /// The audience is empty.
    ///
    /// ## Why it matters
    /// An empty audience names nobody. AWS knows the error `Response does not contain the required audience.`; whether
    /// it shows it here is not documented.
    ///
    /// ## What to do
    /// Fill in the audience (also called SP entity ID or identifier) of the application: `urn:amazon:webservices`.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:AudienceRestriction>»<saml:Audience></saml:Audience></saml:AudienceRestriction>
    /// ```
    /// > the `Audience` is empty, so the assertion does not say for whom it is
    ///
    /// ```xml
    /// <saml:Audience>« »</saml:Audience>
    /// ```
    ///
    /// ## Does not fire
    /// Another audience that is right suffices.
    /// ```xml
    /// <saml:AudienceRestriction>
    ///   <saml:Audience/>
    ///   <saml:Audience>urn:amazon:webservices</saml:Audience>
    /// </saml:AudienceRestriction>
    /// ```
    "audience-empty" {
        title: "an empty audience",
        severity: Warning,
        stage: Audience,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: AudienceRestriction and Audience (until May 2023)",
            "For security reasons, AWS should be included as an audience in the SAML assertion your IdP sends to AWS."
        )],
        predicts: ["E10", "E01"],
    }
}

use super::restrictions::{self, Trouble};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for trouble in restrictions::troubles(cx)? {
        let Trouble::Empty(restriction, text) = trouble else { continue };
        let place = if text.as_str().is_empty() { restriction.tag } else { text.span };
        out.find(
            place,
            say!["the ", code("Audience"), " is empty, so the assertion does not say for whom it is"],
        )
        .expected(code("urn:amazon:webservices"))
        .confidence(Confidence::Likely)
        .fix_at_idp(Setting::Audience, "Fill in the audience (SP entity ID) of the application.");
    }
    Some(Checked)
}
