crate::declare_rule! {
    /// The key of a session tag has more than 128 characters.
    ///
    /// ## Why AWS refuses it
    /// A tag's key has 1 to 128 characters. AWS answers "Unable to validate tags".
    ///
    /// ## What to do
    /// Shorten the key, in the mapping and in the policies that use it.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk«x»">
    ///   <saml:AttributeValue>1</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the tag key has 129 characters; AWS takes at most 128
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk">
    ///   <saml:AttributeValue>1</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-key-length" {
        title: "a tag key of more than 128 characters",
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
use crate::aws::alphabets::{Alphabet, Length};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)? {
        let Length::TooLong { most } = Alphabet::TagKey.length(tag.key) else { continue };
        let beyond =
            tag.key.char_indices().nth(most).and_then(|(at, _)| tag.key.get(at..)).unwrap_or(tag.key);
        let count = tag.key.chars().count();
        out.find(
            tag.name.sub_str(beyond),
            say![format!("the tag key has {count} characters; AWS takes at most {most}")],
        )
        .expected(say![format!("at most {most} characters")])
        .found(say![format!("{count} characters")])
        .fix_at_idp(
            Setting::PrincipalTag,
            "Shorten the key, in the mapping and in the policies that use it.",
        );
    }
    Some(Checked)
}
