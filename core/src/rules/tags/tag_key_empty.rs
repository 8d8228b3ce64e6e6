crate::declare_rule! {
    /// The attribute `PrincipalTag:` names no key.
    ///
    /// ## Why AWS refuses it
    /// A session tag has a key of 1 to 128 characters, which stands after the colon. Without one, AWS answers "Unable to
    /// validate tags".
    ///
    /// ## What to do
    /// Add the key to the name of the attribute, or remove the attribute.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="«https://aws.amazon.com/SAML/Attributes/PrincipalTag:»">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the attribute name ends with `PrincipalTag:` and names no key for the tag
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-key-empty" {
        title: "a session tag without a key",
        severity: Error,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Troubleshooting: Unable to validate tags",
            "Unable to validate tags"
        )],
        predicts: ["E16"],
    }
}

use super::tag;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)?.iter().filter(|tag| tag.key.is_empty()) {
        out.find(
            tag.key_span(),
            say!["the attribute name ends with ", code("PrincipalTag:"), " and names no key for the tag"],
        )
        .expected(say![code("PrincipalTag:"), " and a key"])
        .found("no key")
        .fix_at_idp(
            Setting::PrincipalTag,
            "Add the tag's key to the name of the attribute, or remove the attribute.",
        );
    }
    Some(Checked)
}
