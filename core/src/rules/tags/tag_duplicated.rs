crate::declare_rule! {
    /// Two session tags have the same key.
    ///
    /// ## Why AWS refuses it
    /// Keys that differ only in upper and lower case are the same key to AWS, and it refuses to take both: "Unable to
    /// validate tags". Where the names are the same to the letter, AWS's manual says that only one is mapped, so that is
    /// a warning.
    ///
    /// ## What to do
    /// Remove one of the two mappings.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:‹Team›"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:«team»"><saml:AttributeValue>sales</saml:AttributeValue></saml:Attribute>
    /// ```
    /// > the tag keys `Team` and `team` differ only in upper and lower case, which to AWS is the same key twice
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:‹team›"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:«team»"><saml:AttributeValue>sales</saml:AttributeValue></saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:teams"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// ```
    "tag-duplicated" {
        title: "two session tags with the same key",
        severity: Error,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Pass session tags in AWS STS",
            "Tag key–value pairs are not case sensitive, but case is preserved."
        ), (
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "You should include only one claim per AWS context key. If you include more than one, only one claim will be mapped."
        )],
        predicts: ["E16"],
    }
}

use super::tag::{self, Tag};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;
use std::collections::BTreeMap;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let tags = tag::all(cx)?;
    let mut first_of: BTreeMap<String, &Tag<'_>> = BTreeMap::new();
    for tag in tags.iter().filter(|tag| !tag.key.is_empty()) {
        let Some(first) = first_of.get(&tag.key.to_ascii_lowercase()) else {
            first_of.insert(tag.key.to_ascii_lowercase(), tag);
            continue;
        };
        let same = first.key == tag.key;
        let message = match same {
            true => say!["the tag key ", code(tag.key), " is sent twice, and AWS may use either value"],
            false => say![
                "the tag keys ",
                code(first.key),
                " and ",
                code(tag.key),
                " differ only in upper and lower case, which to AWS is the same key twice"
            ],
        };
        let found = out
            .find(tag.key_span(), message)
            .related(first.key_span(), "the first")
            .expected("each key once")
            .fix_at_idp(Setting::PrincipalTag, "Remove one of the two mappings.");
        if same {
            found.at_most(Severity::Warning).confidence(Confidence::Possible).predicts(None);
        } else {
            found.confidence(Confidence::Likely);
        }
    }
    Some(Checked)
}
