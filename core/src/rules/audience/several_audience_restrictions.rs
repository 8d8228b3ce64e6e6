crate::declare_rule! {
    /// One of several audience restrictions leaves AWS out.
    ///
    /// ## Why it matters
    /// Several audiences in one `AudienceRestriction` are alternatives, but several restrictions must all hold. A
    /// receiver that follows the standard refuses an assertion of which one restriction does not name it. AWS does not
    /// say how it reads them.
    ///
    /// ## What to do
    /// Put all audiences into one `AudienceRestriction`, or leave out those that are not AWS.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// <saml:AudienceRestriction><saml:Audience>«https://sp.example.com»</saml:Audience></saml:AudienceRestriction>
    /// ```
    /// > one of 2 audience restrictions leaves AWS out, and all of them must hold
    ///
    /// ## Does not fire
    /// Each of them names AWS.
    /// ```xml
    /// <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// <saml:AudienceRestriction><saml:Audience>https://signin.aws.amazon.com/saml</saml:Audience></saml:AudienceRestriction>
    /// ```
    /// Two audiences in one restriction are alternatives.
    /// ```xml na
    /// <saml:AudienceRestriction>
    ///   <saml:Audience>urn:amazon:webservices</saml:Audience>
    ///   <saml:Audience>https://sp.example.com</saml:Audience>
    /// </saml:AudienceRestriction>
    /// ```
    "several-audience-restrictions" {
        title: "an audience restriction that leaves AWS out",
        severity: Warning,
        stage: Audience,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "2.5.1.4 Elements <AudienceRestriction> and <Audience>",
            "multiple <AudienceRestriction> elements MAY be included in a single assertion, and each MUST be evaluated independently"
        )],
        predicts: ["E10", "E01"],
    }
}

use super::restrictions;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let read = restrictions::read(cx)?;
    if read.len() < 2 {
        return None;
    }
    // Where none names AWS the other rules say what is wrong with each.
    if read.iter().any(|(_, trouble)| trouble.is_none()) {
        for (restriction, _) in read.iter().filter(|(_, trouble)| trouble.is_some()) {
            let place = restriction.audiences.iter().find(|text| !text.as_str().is_empty());
            out.find(
                place.map_or(restriction.tag, |text| text.span),
                say![format!(
                    "one of {} audience restrictions leaves AWS out, and all of them must hold",
                    read.len()
                )],
            )
            .confidence(Confidence::Possible)
            .fix_at_idp(
                Setting::Audience,
                "Put all audiences into one restriction, or leave out those that are not AWS.",
            );
        }
    }
    Some(Checked)
}
