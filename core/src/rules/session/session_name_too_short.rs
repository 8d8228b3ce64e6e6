crate::declare_rule! {
    /// The session name has a single character.
    ///
    /// ## Why AWS refuses it
    /// A session name has 2 to 64 characters: "RoleSessionName in AuthnResponse must match
    /// [a-zA-Z_0-9+=,.@-]{2,64}".
    ///
    /// ## What to do
    /// Map the user id or e-mail address. A single letter is often an initial.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«a»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name `a` has one character; AWS takes 2 to 64
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>al</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-too-short" {
        title: "a session name of one character",
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
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::RoleSessionName)?;
    if let Length::TooShort { .. } = Alphabet::RoleSessionName.length(text.as_str()) {
        out.find(
            text.span,
            say!["the session name ", code(text.as_str()), " has one character; AWS takes 2 to 64"],
        )
        .expected("2 to 64 characters")
        .found("1 character")
        .fix_at_idp(Setting::RoleSessionName, "Map the user id or e-mail address.");
    }
    Some(Checked)
}
