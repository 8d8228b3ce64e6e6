crate::declare_rule! {
    /// The message does not meet the profile of the service provider.
    ///
    /// ## Why the service refuses it
    /// A profile says what a service provider outside AWS wants: its audience, the address that it takes responses at, the
    /// format of the name, and the attributes that it needs. What differs from it the service refuses; how it says so is its
    /// own affair.
    ///
    /// ## What to do
    /// Change the setting at the identity provider, or the profile, if the service wants something else by now.
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
    /// ```xml service=generic
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://wiki.example.com/saml»"/>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "acs": ["https://wiki.example.com/saml/acs"]}
    /// ```
    ///
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
    /// ## Does not fire
    /// ```xml service=generic
    /// <saml:Audience>https://wiki.example.com</saml:Audience>
    /// ```
    /// ```+json
    /// {"samlens-profile": 1, "audience": ["https://wiki.example.com", "https://wiki.example.org"]}
    /// ```
    /// Without a profile there is nothing to compare with.
    /// ```xml service=generic na
    /// <saml:Audience>https://wiki.example.com</saml:Audience>
    /// ```
    "profile-unmet" {
        title: "a message that does not meet the service's profile",
        severity: Error,
        stage: Service,
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

use crate::aws::outputs::Profile;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;
use crate::source::{Span, Text};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.assertion()?;
    let mut profiles = cx.evidence.outputs.profiles();
    let first = profiles.next()?;
    for other in profiles {
        out.left_aside(other.item, "Another profile came first.");
    }
    if cx.service() != Service::Generic {
        out.left_aside(first.item, "The message is for AWS, and the profile is for another service.");
        return None;
    }
    out.used(first.item, "It says what the service wants of the message.");
    let profile = first.value;
    audience(cx, profile, out);
    acs(cx, profile, out);
    name_id(cx, profile, out);
    attributes(cx, profile, out);
    Some(Checked)
}

fn audience(cx: &Cx<'_>, profile: &Profile, out: &mut Findings) -> Option<()> {
    let wanted = profile.audience.first()?;
    let assertion = cx.assertion()?;
    let restrictions =
        assertion.conditions.as_ref().map(|conditions| conditions.audience_restrictions.as_slice());
    // All restrictions must hold; of the audiences in one, any.
    for restriction in restrictions.unwrap_or_default() {
        if restriction.audiences.iter().any(|audience| is_one_of(audience, &profile.audience)) {
            continue;
        }
        let (at, words) = match restriction.audiences.first() {
            Some(audience) => (
                audience.trimmed().1,
                say![
                    "the audience is ",
                    code(audience.trimmed().0),
                    ", and the service wants ",
                    code(wanted.as_str())
                ],
            ),
            None => {
                (restriction.tag, say!["there is no audience, and the service wants ", code(wanted.as_str())])
            }
        };
        unmet(out, at, words, wanted, Setting::Audience, "Enter the audience (entity ID) of the service.");
    }
    None
}

fn acs(cx: &Cx<'_>, profile: &Profile, out: &mut Findings) -> Option<()> {
    let wanted = profile.acs.first()?;
    let recipient = cx.recipient().or(cx.message()?.destination.as_ref())?;
    if !is_one_of(recipient, &profile.acs) {
        let words = say![
            "the message is for ",
            code(recipient.trimmed().0),
            ", and the service takes it at ",
            code(wanted.as_str())
        ];
        unmet(
            out,
            recipient.trimmed().1,
            words,
            wanted,
            Setting::Acs,
            "Enter the service's assertion consumer service URL.",
        );
    }
    None
}

fn name_id(cx: &Cx<'_>, profile: &Profile, out: &mut Findings) -> Option<()> {
    let wanted = profile.name_id_formats.first()?;
    let format = cx.assertion()?.subject.as_ref()?.name_id.as_ref()?.format.as_ref()?;
    if !is_one_of(format, &profile.name_id_formats) {
        let words = say![
            "the ",
            code("NameID"),
            " has the format ",
            code(format.as_str()),
            ", and the service wants ",
            code(wanted.as_str())
        ];
        unmet(
            out,
            format.span,
            words,
            wanted,
            Setting::NameIdFormat,
            "Set the format of the name that the service wants.",
        );
    }
    None
}

fn attributes(cx: &Cx<'_>, profile: &Profile, out: &mut Findings) -> Option<()> {
    let assertion = cx.assertion()?;
    let statement = assertion.attribute_statements.first().copied().unwrap_or(assertion.tag);
    for wanted in &profile.attributes {
        let sent = assertion.attributes_named(wanted.name.as_str()).flat_map(|attribute| &attribute.values);
        let mut sent = sent.filter(|value| !value.text.as_str().trim().is_empty()).peekable();
        if sent.peek().is_none() && wanted.required && assertion.encrypted_attributes.is_empty() {
            let words = say![
                "the assertion has no attribute ",
                code(wanted.name.as_str()),
                ", which the service needs"
            ];
            unmet(
                out,
                statement,
                words,
                &wanted.name,
                Setting::AttributeName,
                "Send the attribute under this very name.",
            );
        }
        let Some(allowed) = wanted.values.first() else { continue };
        for value in sent.filter(|value| !is_one_of(&value.text, &wanted.values)) {
            let words = say![
                "the attribute ",
                code(wanted.name.as_str()),
                " is ",
                code(value.text.trimmed().0),
                ", which the service does not know"
            ];
            let at = value.text.trimmed().1;
            unmet(
                out,
                at,
                words,
                allowed,
                Setting::AttributeName,
                "Map the attribute to a value that the service knows.",
            );
        }
    }
    None
}

fn is_one_of(text: &Text, wanted: &[Text]) -> bool {
    wanted.iter().any(|wanted| wanted.as_str() == text.trimmed().0)
}

fn unmet(
    out: &mut Findings,
    at: Span,
    words: crate::lint::Message,
    wanted: &Text,
    setting: Setting,
    advice: &'static str,
) {
    out.find(at, words)
        .expected(code(wanted.as_str()))
        .related(wanted.span, "what the profile wants")
        .fix_at_idp(setting, advice);
}
