crate::declare_rule! {
    /// The assertion names no audience.
    ///
    /// ## Why it matters
    /// AWS wrote that it should be included as an audience, for security reasons, and knows the error `Response does
    /// not contain the required audience.` Whether an assertion for everybody is refused is not documented.
    ///
    /// ## What to do
    /// Set the audience (also called SP entity ID or identifier) of the application to `urn:amazon:webservices`.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:Conditions NotBefore="2026-01-15T09:55:00Z" NotOnOrAfter="2026-01-15T11:00:00Z">»</saml:Conditions>
    /// ```
    /// > the assertion names no audience, and AWS says that it should be one
    ///
    /// ```xml
    /// «<saml:AudienceRestriction>»</saml:AudienceRestriction>
    /// ```
    /// > the audience restriction names no audience, and AWS says that it should be one
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// ```
    "audience-missing" {
        title: "an assertion without an audience",
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
    let assertion = cx.role_assertion()?;
    let conditions = assertion.conditions.as_ref();
    let mut report = |place, what: &str| {
        out.find(place, say![what.to_owned(), " names no audience, and AWS says that it should be one"])
            .expected(code("urn:amazon:webservices"))
            .confidence(Confidence::Possible)
            .fix_at_idp(
                Setting::Audience,
                "Set the audience (SP entity ID) of the application to that of AWS.",
            );
    };
    match restrictions::troubles(cx) {
        None => report(conditions.map_or(assertion.tag, |conditions| conditions.tag), "the assertion"),
        Some(troubles) => {
            for trouble in troubles {
                if let Trouble::NoAudience(restriction) = trouble {
                    report(restriction.tag, "the audience restriction");
                }
            }
        }
    }
    Some(Checked)
}
