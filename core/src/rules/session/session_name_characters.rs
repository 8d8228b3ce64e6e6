crate::declare_rule! {
    /// The session name holds characters that AWS does not allow.
    ///
    /// ## Why AWS refuses it
    /// A session name is made of letters from a to z, digits and `_+=,.@-`. AWS checks each character and answers
    /// "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}". A space comes from a display name, a
    /// backslash from `DOMAIN\user`, an accent or apostrophe from a person's name. One page of the WorkSpaces manual
    /// lists `:` and `/` as allowed; AWS refuses both.
    ///
    /// ## What to do
    /// Map the user id or e-mail address instead of a name made for people, or strip the domain in the mapping.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>Ana« »Lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name `Ana Lopez` holds a space, which AWS does not allow there; it looks like a display name
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>EXAMPLE«\»alopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>se«á»n.o‹&apos;›brien</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>example«/»alopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana_example.org«#»EXT‹#›@tenant.example.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// All that is allowed:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>Ana_Lopez+a=b,c.d@example-1.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-characters" {
        title: "characters that a session name cannot have",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: RoleSessionName must match",
            "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"
        )],
        predicts: ["E03", "some-users-fail"],
    }
}

use super::only_value;
use crate::aws::alphabets::{Alphabet, offending};
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Message, code};
use crate::rules::naming::{character, characters, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::RoleSessionName)?;
    // White space around the value and placeholders have rules of their own.
    if super::session_name_placeholder::is_unfilled(text.as_str()) {
        return Some(Checked);
    }
    let inner = text.as_str().trim();
    let start = text.as_str().len().saturating_sub(text.as_str().trim_start().len());
    let bad = offending(Alphabet::RoleSessionName, inner);
    let Some(((first, _), others)) = bad.split_first() else { return Some(Checked) };
    let at = |range: &std::ops::Range<usize>| {
        text.sub(range.start.saturating_add(start)..range.end.saturating_add(start))
    };
    let (reason, advice) = reason(inner);
    let message =
        join(say!["the session name ", code(inner), " holds "], characters(bad.iter().map(|(_, c)| *c)))
            .and(", which AWS does not allow there");
    let mut found = out
        .find(at(first), join(message, reason))
        .expected(say!["letters, digits and ", code("_+=,.@-")])
        .found(characters(bad.iter().map(|(_, c)| *c)))
        .fix_at_idp(Setting::RoleSessionName, advice);
    for (range, c) in others {
        found = found.related(at(range), character(*c));
    }
    Some(Checked)
}

/// What the value probably is, and what to map instead.
fn reason(value: &str) -> (Message, Message) {
    let last = value.rsplit(['\\', '/']).next().unwrap_or_default();
    if value.contains("#EXT#") {
        let advice =
            "Map the e-mail address instead of the user principal name, which has number signs for guests.";
        (say!["; it looks like the name of a guest user in Entra ID"], advice.into())
    } else if value.contains(['\\', '/']) && Alphabet::RoleSessionName.holds(last) {
        let advice = say!["Map the user name without its domain (", code(last), "), or the e-mail address."];
        (say!["; it looks like a user name with its domain"], advice)
    } else if value.contains(' ') && !value.contains('@') {
        (
            "; it looks like a display name".into(),
            "Map the user id or e-mail address instead of the display name.".into(),
        )
    } else {
        (Message::default(), "Map a user id or e-mail address that has none of these characters.".into())
    }
}
