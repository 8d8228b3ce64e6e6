crate::declare_rule! {
    /// The session name has more than 64 characters.
    ///
    /// ## Why AWS refuses it
    /// A session name has 2 to 64 characters: "RoleSessionName in AuthnResponse must match
    /// [a-zA-Z_0-9+=,.@-]{2,64}".
    ///
    /// ## What to do
    /// Map a shorter attribute, such as the user id instead of a long e-mail address.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa«b»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name has 65 characters; AWS takes at most 64
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa«@example.com»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-too-long" {
        title: "a session name of more than 64 characters",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: RoleSessionName must match",
            "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"
        )],
        predicts: ["E03"],
    }
}

use super::only_value;
use crate::aws::alphabets::{Alphabet, Length};
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::RoleSessionName)?;
    // White space around the name is another finding.
    let inner = text.as_str().trim();
    let Length::TooLong { most } = Alphabet::RoleSessionName.length(inner) else { return Some(Checked) };
    let beyond = inner.char_indices().nth(most).and_then(|(at, _)| inner.get(at..)).unwrap_or(inner);
    let count = inner.chars().count();
    out.find(
        text.sub_str(beyond),
        say![format!("the session name has {count} characters; AWS takes at most {most}")],
    )
    .expected(say![format!("at most {most} characters")])
    .found(say![format!("{count} characters")])
    .fix_at_idp(Setting::RoleSessionName, "Map a shorter attribute, such as the user id.");
    Some(Checked)
}
