crate::declare_rule! {
    /// The key of a session tag begins with `aws:`.
    ///
    /// ## Why AWS refuses it
    /// AWS keeps that prefix for its own tags, in capital letters as well, and answers "Unable to validate tags".
    ///
    /// ## What to do
    /// Choose a key without the prefix.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:«aws:»team">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the tag key `aws:team` begins with `aws:`, which AWS keeps for itself
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:«AWS:»team">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:aws-team">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-key-prefix" {
        title: "a tag key that begins with aws:",
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
use crate::aws::alphabets::Alphabet;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)? {
        let prefix = Alphabet::TagKey.reserved_prefix(tag.key).and_then(|range| tag.key.get(range));
        let Some(prefix) = prefix else { continue };
        out.find(
            tag.name.sub_str(prefix),
            say![
                "the tag key ",
                code(tag.key),
                " begins with ",
                code(prefix),
                ", which AWS keeps for itself"
            ],
        )
        .expected("a key without the prefix")
        .found(code(prefix))
        .fix_at_idp(Setting::PrincipalTag, say!["Choose a key that does not begin with ", code(prefix), "."]);
    }
    Some(Checked)
}
