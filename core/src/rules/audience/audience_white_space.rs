crate::declare_rule! {
    /// The audience is right but for white space or an invisible character around it.
    ///
    /// ## Why it matters
    /// AWS compares the audience with its own names. It is not documented whether it trims the value first; if not, it
    /// answers `Response does not contain the required audience.`
    ///
    /// ## What to do
    /// Type the audience anew at the identity provider. If the white space is a line break, something pretty-printed
    /// the response on its way, which breaks the signature too.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Audience>urn:amazon:webservices« »</saml:Audience>
    /// ```
    /// > the audience `urn:amazon:webservices ` has white space or an invisible character around it
    ///
    /// ```xml
    /// <saml:Audience>«
    ///   »urn:amazon:webservices«
    /// »</saml:Audience>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Audience>urn:amazon:webservices</saml:Audience>
    /// ```
    "audience-white-space" {
        title: "white space around the audience",
        severity: Warning,
        stage: Audience,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Response does not contain the required audience",
            "relying party identifier exactly matches the audience URL (entity ID)"
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
        let Trouble::WhiteSpace(text) = trouble else { continue };
        let value = text.as_str();
        let inner = restrictions::without_blanks(value);
        let (before, after) = value.split_once(inner)?;
        for part in [before, after].into_iter().filter(|part| !part.is_empty()) {
            out.find(
                text.sub_str(part),
                say!["the audience ", code(value), " has white space or an invisible character around it"],
            )
            .expected(code(inner))
            .confidence(Confidence::Possible)
            .fix_at_idp(Setting::Audience, "Type the audience anew at the identity provider.");
        }
    }
    Some(Checked)
}
