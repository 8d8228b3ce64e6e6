crate::declare_rule! {
    /// The key of a session tag holds characters that AWS does not allow.
    ///
    /// ## Why AWS refuses it
    /// A key is made of letters and digits of any script, spaces and `_.:/=+-@`. With any other character AWS answers
    /// "Unable to validate tags".
    ///
    /// ## What to do
    /// Rename the tag, in the mapping and in the policies that use it.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:R«&amp;»D">
    ///   <saml:AttributeValue>yes</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the tag key `R&D` holds an ampersand (`&`), which AWS does not allow there
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:cost«#»center‹!›">
    ///   <saml:AttributeValue>1</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// All that is allowed:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Größe Cost-Center_1.x:y/z=a+b@c">
    ///   <saml:AttributeValue>1</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-key-characters" {
        title: "characters that a tag key cannot have",
        severity: Error,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Troubleshooting: Unable to validate tags",
            "Unable to validate tags"
        ), (
            "IAM User Guide",
            "Tags for IAM resources: naming, and Pass session tags in AWS STS",
            "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"
        )],
        predicts: ["E16"],
    }
}

use super::tag;
use crate::aws::alphabets::{Alphabet, offending};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::naming::{character, characters, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)? {
        let bad = offending(Alphabet::TagKey, tag.key);
        let Some(((first, _), others)) = bad.split_first() else { continue };
        let at = |range: &std::ops::Range<usize>| {
            tag.key.get(range.clone()).map_or(tag.name.span, |part| tag.name.sub_str(part))
        };
        let named = || characters(bad.iter().map(|(_, c)| *c));
        let message = join(say!["the tag key ", code(tag.key), " holds "], named());
        let mut found = out
            .find(at(first), message.and(", which AWS does not allow there"))
            .expected(say!["letters, digits, spaces and ", code("_.:/=+-@")])
            .found(named())
            .fix_at_idp(
                Setting::PrincipalTag,
                "Rename the tag, in the mapping and in the policies that use it.",
            );
        for (range, c) in others {
            found = found.related(at(range), character(*c));
        }
    }
    Some(Checked)
}
