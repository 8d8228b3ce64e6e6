crate::declare_rule! {
    /// The name or an attribute is not what the service's profile wants.
    ///
    /// ## Why AWS refuses it
    /// This concerns a service outside AWS, of which a profile was supplied: it says which attributes the service needs, which values it
    /// knows, and in which format it takes the name. Names are compared character for character.
    ///
    /// ## What to do
    /// Send the attribute under the very name and with a value that the service knows, or correct the profile.
    ///
    /// ## Fires
    /// ```xml service=generic without=AttributeStatement in=Assertion
    /// «<saml:AttributeStatement>»<saml:Attribute Name="mail"><saml:AttributeValue>ana@example.com</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "attributes": [{"name": "mail", "required": true}, {"name": "‹groups›", "required": true}]}
    /// ```
    /// > the assertion has no attribute `groups`, which the service needs
    ///
    /// ```xml service=generic without=AttributeStatement in=Assertion
    /// <saml:AttributeStatement><saml:Attribute Name="plan"><saml:AttributeValue>«gold»</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "attributes": [{"name": "plan", "values": ["‹basic›", "pro"]}]}
    /// ```
    ///
    /// ```xml service=generic
    /// <saml:NameID Format="«urn:oasis:names:tc:SAML:2.0:nameid-format:transient»">_0a1b</saml:NameID>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "name-id-formats": ["urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"]}
    /// ```
    ///
    /// ## Does not fire
    /// ```xml service=generic without=AttributeStatement in=Assertion
    /// <saml:AttributeStatement><saml:Attribute Name="plan"><saml:AttributeValue>pro</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "attributes": [{"name": "plan", "required": true, "values": ["basic", "pro"]}, {"name": "mail"}]}
    /// ```
    "profile-attribute-unmet" {
        title: "an attribute that is not what the service wants",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "SAML 2.0 core",
            "2.7.3.1 Element <Attribute>",
            "The name of the attribute"
        )],
        predicts: [],
    }
}

use super::profile::{is_one_of, of_message, unmet};
use crate::aws::outputs::{Profile, ProfileAttribute};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::saml::Assertion;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let profile = of_message(cx, out)?;
    let assertion = cx.assertion()?;
    name_format(assertion, profile, out);
    for wanted in &profile.attributes {
        attribute(assertion, wanted, out);
    }
    Some(Checked)
}

fn name_format(assertion: &Assertion, profile: &Profile, out: &mut Findings) -> Option<()> {
    let wanted = profile.name_id_formats.first()?;
    let format = assertion.subject.as_ref()?.name_id.as_ref()?.format.as_ref()?;
    if !is_one_of(format, &profile.name_id_formats) {
        let words = say!["the ", code("NameID"), " has the format ", code(format.as_str())];
        let words = words.then(say![", and the service wants ", code(wanted.as_str())]);
        let fix = (Setting::NameIdFormat, "Set the format of the name that the service wants.");
        unmet(out, format.span, words, wanted, fix);
    }
    None
}

fn attribute(assertion: &Assertion, wanted: &ProfileAttribute, out: &mut Findings) {
    let name = wanted.name.as_str();
    let sent = assertion.attributes_named(name).flat_map(|attribute| &attribute.values);
    let mut sent = sent.filter(|value| !value.text.as_str().trim().is_empty()).peekable();
    if sent.peek().is_none() && wanted.required && assertion.encrypted_attributes.is_empty() {
        let at = assertion.attribute_statements.first().copied().unwrap_or(assertion.tag);
        let words = say!["the assertion has no attribute ", code(name), ", which the service needs"];
        unmet(
            out,
            at,
            words,
            &wanted.name,
            (Setting::AttributeName, "Send the attribute under this very name."),
        );
    }
    let Some(allowed) = wanted.values.first() else { return };
    for value in sent.filter(|value| !is_one_of(&value.text, &wanted.values)) {
        let (said, at) = value.text.trimmed();
        let words =
            say!["the attribute ", code(name), " is ", code(said), ", which the service does not know"];
        let fix = (Setting::AttributeName, "Map the attribute to a value that the service knows.");
        unmet(out, at, words, allowed, fix);
    }
}
