crate::declare_rule! {
    /// The NameID for AppStream is no user principal name.
    ///
    /// ## Why it matters
    /// Fleets that are joined to a domain find the user by the NameID: `user@domain`, or `DOMAIN\user`. Sign-in by certificate
    /// takes `user@domain` alone. With another NameID users may see `Sorry connection went down`, or
    /// `Certificate-Based Authentication not available`. Fleets without a domain take any NameID that stays the same, so this
    /// is a note.
    ///
    /// ## What to do
    /// Where the fleet is joined to a domain, map NameID to the user principal name; in AD FS the incoming claim type of the
    /// NameID's rule is UPN. Else leave it.
    ///
    /// ## Fires
    /// ```xml base=appstream service=appstream
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«ana.lopez»</saml:NameID>
    /// ```
    /// > the NameID is `ana.lopez`; a fleet that is joined to a domain finds its users by the form `user@domain`
    ///
    /// ```xml base=appstream service=appstream
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«ana.lopez@corp»</saml:NameID>
    /// ```
    ///
    /// Sign-in by certificate does not take the form of Windows, and `ObjectSid` is sent for that alone.
    /// ```xml base=appstream service=appstream
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«CORP\ana.lopez»</saml:NameID>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:ObjectSid"><saml:AttributeValue>S-1-5-21-1-2-3-1001</saml:AttributeValue></saml:Attribute>
    /// ```
    /// > the NameID is `CORP\ana.lopez`; sign-in by certificate finds users by the form `user@domain`
    ///
    /// ## Does not fire
    /// ```xml base=appstream service=appstream
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez@corp.example.com</saml:NameID>
    /// ```
    /// A fleet that is joined to a domain takes this, too, unless users sign in by certificate.
    /// ```xml base=appstream service=appstream
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">CORP\ana.lopez</saml:NameID>
    /// ```
    /// ```xml na
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez</saml:NameID>
    /// ```
    "appstream-name-id-no-principal" {
        title: "a NameID that is no user principal name",
        severity: Note,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "AppStream 2.0 Administration Guide",
            "Setting up SAML: Create Assertions for the SAML Authentication Response",
            "username@domain.com"
        )],
        predicts: ["E41", "E45", "E45b"],
    }
}

use super::tagged;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let name_id = cx.role_assertion()?.subject.as_ref()?.name_id.as_ref()?;
    if cx.service() != Service::AppStream {
        return None;
    }
    let (value, at) = name_id.text.trimmed();
    let both = |parts: Option<(&str, &str)>, whole: fn(&str) -> bool| {
        parts.is_some_and(|(one, other)| !one.is_empty() && whole(other))
    };
    let in_domain = both(value.split_once('\\'), |user| !user.is_empty());
    let principal = both(value.split_once('@'), |domain| domain.contains('.'));
    let by_certificate = tagged::value(cx, "ObjectSid").is_some()
        || cx.errors.iter().any(|given| RULE.predicts.contains(&given.error.id));
    // An empty NameID is for another rule.
    if value.is_empty() || principal || in_domain && !by_certificate {
        return Some(Checked);
    }
    let lead = match in_domain {
        true => "; sign-in by certificate finds users by the form ",
        false => "; a fleet that is joined to a domain finds its users by the form ",
    };
    out.find(at, say!["the NameID is ", code(value), lead, code("user@domain")])
        .confidence(Confidence::Possible)
        .expected(code("user@domain"))
        .fix_at_idp(
            Setting::NameIdValue,
            "Where the fleet is joined to a domain, map NameID to the user principal name. Else leave it.",
        );
    Some(Checked)
}
