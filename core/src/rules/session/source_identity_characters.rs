crate::declare_rule! {
    /// The source identity holds characters that AWS does not allow.
    ///
    /// ## Why AWS refuses it
    /// A source identity is made of letters from a to z, digits and `_+=,.@-`, as a session name is. AWS answers "Source
    /// Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"".
    ///
    /// ## What to do
    /// Map the user id or e-mail address, or leave the attribute out: it is optional.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>Ana« »Lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the source identity `Ana Lopez` holds a space, which AWS does not allow there
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>EXAMPLE«\»alopez‹ ›</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>ana.lopez+x=y,z@example-1.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "source-identity-characters" {
        title: "characters that a source identity cannot have",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Source Identity must match",
            "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\""
        )],
        predicts: ["E04"],
    }
}

use super::only_value;
use crate::aws::alphabets::{Alphabet, offending};
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::naming::{character, characters, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::SourceIdentity)?;
    // The colon of the reserved prefix is said with the prefix.
    let reserved = Alphabet::SourceIdentity.reserved_prefix(text.as_str()).map_or(0, |prefix| prefix.end);
    let bad: Vec<_> = offending(Alphabet::SourceIdentity, text.as_str())
        .into_iter()
        .filter(|(range, _)| range.start >= reserved)
        .collect();
    let Some(((first, _), others)) = bad.split_first() else { return Some(Checked) };
    let named = || characters(bad.iter().map(|(_, c)| *c));
    let message = join(say!["the source identity ", code(text.as_str()), " holds "], named());
    let mut found = out
        .find(text.sub(first.clone()), message.and(", which AWS does not allow there"))
        .expected(say!["letters, digits and ", code("_+=,.@-")])
        .found(named())
        .fix_at_idp(Setting::SourceIdentity, "Map a user id or e-mail address, or leave the attribute out.");
    for (range, c) in others {
        found = found.related(text.sub(range.clone()), character(*c));
    }
    Some(Checked)
}
