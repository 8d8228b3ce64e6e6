crate::declare_rule! {
    /// The message is for an address that the service's profile does not name.
    ///
    /// ## Why AWS refuses it
    /// This concerns a service outside AWS, of which a profile was supplied. The `Recipient` must be the address to which the response is
    /// delivered, and a service takes responses at its own addresses only.
    ///
    /// ## What to do
    /// Enter the assertion consumer service URL of the service at the identity provider, or correct the profile.
    ///
    /// ## Fires
    /// ```xml service=generic
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://wiki.example.com/saml»"/>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "acs": ["‹https://wiki.example.com/saml/acs›"]}
    /// ```
    /// > the message is for `https://wiki.example.com/saml`, and the service takes it at `https://wiki.example.com/saml/acs`
    ///
    /// ## Does not fire
    /// ```xml service=generic
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://wiki.example.com/saml/acs"/>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "acs": "https://wiki.example.com/saml/acs"}
    /// ```
    "profile-address-mismatch" {
        title: "an address at which the service takes nothing",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "SAML 2.0 profiles",
            "4.1.4.2 <Response> Usage",
            "containing a Recipient attribute containing the service provider's assertion consumer service URL"
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
    let wanted = profile.acs.first()?;
    let address = cx.recipient().or(cx.message()?.destination.as_ref())?;
    if !is_one_of(address, &profile.acs) {
        let (value, at) = address.trimmed();
        let words =
            say!["the message is for ", code(value), ", and the service takes it at ", code(wanted.as_str())];
        unmet(out, at, words, wanted, (Setting::Acs, "Enter the service's assertion consumer service URL."));
    }
    Some(Checked)
}
