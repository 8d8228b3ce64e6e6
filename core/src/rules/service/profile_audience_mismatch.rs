crate::declare_rule! {
    /// The audience is none that the service's profile names.
    ///
    /// ## Why AWS refuses it
    /// This concerns a service outside AWS, of which a profile was supplied. A service provider takes an assertion only if it is among the
    /// audiences of each `AudienceRestriction`. How it words its refusal is its own affair.
    ///
    /// ## What to do
    /// Enter the audience (entity ID) of the service at the identity provider, or correct the profile.
    ///
    /// ## Fires
    /// ```xml service=generic
    /// <saml:Audience>«urn:amazon:webservices»</saml:Audience>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "title": "Wiki", "audience": ["‹https://wiki.example.com›"]}
    /// ```
    /// > the audience is `urn:amazon:webservices`, and the service wants `https://wiki.example.com`
    ///
    /// ## Does not fire
    /// ```xml service=generic
    /// <saml:Audience>https://wiki.example.org</saml:Audience>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "audience": ["https://wiki.example.com", "https://wiki.example.org"]}
    /// ```
    /// Without a profile there is nothing to compare with.
    /// ```xml service=generic na
    /// <saml:Audience>https://wiki.example.com</saml:Audience>
    /// ```
    "profile-audience-mismatch" {
        title: "an audience that the service does not have",
        severity: Error,
        stage: Audience,
        needs: [],
        explains: [],
        cites: [(
            "SAML 2.0 core",
            "2.5.1.4 Elements <AudienceRestriction> and <Audience>",
            "the assertion is addressed to one or more specific audiences"
        )],
        predicts: [],
    }
}

use super::profile::{is_one_of, of_message, unmet};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let profile = of_message(cx, out)?;
    let wanted = profile.audience.first()?;
    let fix = (Setting::Audience, "Enter the audience (entity ID) of the service.");
    let conditions = cx.assertion()?.conditions.as_ref();
    // All restrictions must hold; of the audiences in one, any.
    for restriction in conditions.map(|it| it.audience_restrictions.as_slice()).unwrap_or_default() {
        if restriction.audiences.iter().any(|audience| is_one_of(audience, &profile.audience)) {
            continue;
        }
        let (at, words) = match restriction.audiences.first() {
            Some(audience) => (audience.trimmed().1, say!["the audience is ", code(audience.trimmed().0)]),
            None => (restriction.tag, say!["there is no audience"]),
        };
        unmet(out, at, words.then(say![", and the service wants ", code(wanted.as_str())]), wanted, fix);
    }
    Some(Checked)
}
