crate::declare_rule! {
    /// The value of a session tag has more than 256 characters.
    ///
    /// ## Why AWS refuses it
    /// A tag's value has at most 256 characters. AWS answers "Unable to validate tags". Lists of groups grow beyond it.
    ///
    /// ## What to do
    /// Send a shorter value: fewer groups, or only those that a policy tests.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:groups">
    ///   <saml:AttributeValue>vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv«x»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the value of the tag `groups` has 257 characters; AWS takes at most 256
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:groups">
    ///   <saml:AttributeValue>vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-value-length" {
        title: "a tag value of more than 256 characters",
        severity: Error,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Troubleshooting: Unable to validate tags",
            "Unable to validate tags"
        )],
        predicts: ["E16", "E17"],
    }
}

use super::tag;
use crate::aws::alphabets::{Alphabet, Length};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)? {
        let Some(value) = tag.value() else { continue };
        let text = value.text.as_str();
        let Length::TooLong { most } = Alphabet::TagValue.length(text) else { continue };
        let beyond = text.char_indices().nth(most).and_then(|(at, _)| text.get(at..)).unwrap_or(text);
        let count = text.chars().count();
        let message = say![
            "the value of the tag ",
            code(tag.key),
            format!(" has {count} characters; AWS takes at most {most}")
        ];
        out.find(value.text.sub_str(beyond), message)
            .expected(say![format!("at most {most} characters")])
            .found(say![format!("{count} characters")])
            .fix_at_idp(
                Setting::PrincipalTag,
                "Send a shorter value, such as only the groups that a policy tests.",
            );
    }
    Some(Checked)
}
