crate::declare_rule! {
    /// The value of a session tag begins with `aws:`.
    ///
    /// ## Why AWS refuses it
    /// AWS keeps that prefix for itself, in values as in keys and in capital letters as well, and answers "Unable to
    /// validate tags".
    ///
    /// ## What to do
    /// Send a value without the prefix.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team">
    ///   <saml:AttributeValue>«aws:»orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the value `aws:orders` of the tag `team` begins with `aws:`, which AWS keeps for itself
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team">
    ///   <saml:AttributeValue>aws-orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-value-prefix" {
        title: "a tag value that begins with aws:",
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
        let Some(value) = tag.value() else { continue };
        let text = value.text.as_str();
        let Some(prefix) = Alphabet::TagValue.reserved_prefix(text).and_then(|range| text.get(range)) else {
            continue;
        };
        let message = say![
            "the value ",
            code(text),
            " of the tag ",
            code(tag.key),
            " begins with ",
            code(prefix),
            ", which AWS keeps for itself"
        ];
        out.find(value.text.sub_str(prefix), message)
            .expected("a value without the prefix")
            .found(code(prefix))
            .fix_at_idp(
                Setting::PrincipalTag,
                say!["Send a value that does not begin with ", code(prefix), "."],
            );
    }
    Some(Checked)
}
