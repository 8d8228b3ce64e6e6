crate::declare_rule! {
    /// The audience is almost one that AWS names.
    ///
    /// ## Why it matters
    /// AWS compares the audience with its own names and may answer `Response does not contain the required audience.`
    /// A slash, a capital letter or `http` is a difference. How strictly AWS compares is not documented, so this is a
    /// warning.
    ///
    /// ## What to do
    /// Correct the audience (also called SP entity ID, identifier or audience URI) at the identity provider.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Audience>«urn:amazon:webservice»</saml:Audience>
    /// ```
    /// > the audience `urn:amazon:webservice` is almost, but not quite, `urn:amazon:webservices`
    ///
    /// ```xml
    /// <saml:Audience>https://signin.aws.amazon.com/saml«/»</saml:Audience>
    /// ```
    ///
    /// ```xml
    /// <saml:Audience>«http»://signin.aws.amazon.com/saml‹#2›</saml:Audience>
    /// ```
    /// > the audience `http://signin.aws.amazon.com/saml#2` is almost, but not quite, `https://signin.aws.amazon.com/saml`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Audience>https://eu-west-1.signin.aws.amazon.com/saml</saml:Audience>
    /// ```
    /// White space alone is for another rule.
    /// ```xml
    /// <saml:Audience> urn:amazon:webservices</saml:Audience>
    /// ```
    "audience-near-miss" {
        title: "an audience that is almost right",
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
        let Trouble::NearMiss { text, meant, faults } = trouble else { continue };
        let place = faults.first().map_or(text.span, |fault| text.sub(fault.range.clone()));
        let mut reported = out
            .find(
                place,
                say!["the audience ", code(text.as_str()), " is almost, but not quite, ", code(&meant)],
            )
            .expected(code(&meant))
            .found(code(text.as_str()))
            .confidence(Confidence::Likely)
            .fix_at_idp(Setting::Audience, say!["Set the audience (SP entity ID) to ", code(&meant), "."]);
        for fault in faults.iter().skip(1) {
            reported = reported.related(text.sub(fault.range.clone()), "this differs too");
        }
    }
    Some(Checked)
}
