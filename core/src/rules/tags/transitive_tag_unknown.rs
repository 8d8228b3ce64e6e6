crate::declare_rule! {
    /// `TransitiveTagKeys` names a tag that is not sent.
    ///
    /// ## Why it matters
    /// Each value of `TransitiveTagKeys` is the key of a tag that goes along when the role takes another role. AWS says
    /// that it must be one of the tags sent; whether it refuses another or passes over it is not documented.
    ///
    /// ## What to do
    /// Send the tag as well, or take its key off the list.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys"><saml:AttributeValue>«Teams»</saml:AttributeValue></saml:Attribute>
    /// ```
    /// > the tag `Teams` is to be passed on, but the assertion sends no tag of that key
    ///
    /// ## Does not fire
    /// Case does not matter:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys"><saml:AttributeValue>Team</saml:AttributeValue></saml:Attribute>
    /// ```
    "transitive-tag-unknown" {
        title: "a transitive tag that is not sent",
        severity: Warning,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: TransitiveTagKeys",
            "TransitiveTagKeys"
        )],
        predicts: [],
    }
}

use super::tag;
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::order::Gather as _;
use crate::say;
use std::collections::BTreeSet;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let mut lists = assertion.attributes_named(AwsAttribute::TransitiveTagKeys.name()).peekable();
    lists.peek()?;
    let sent: BTreeSet<_> =
        tag::all(cx).unwrap_or_default().iter().map(|tag| folded(tag.key.trim())).gathered();
    for value in lists.flat_map(|list| &list.values).filter(|value| !value.structured) {
        let (key, span) = value.text.trimmed();
        if key.is_empty() || sent.contains(&folded(key)) {
            continue;
        }
        out.find(
            span,
            say!["the tag ", code(key), " is to be passed on, but the assertion sends no tag of that key"],
        )
        .confidence(Confidence::Possible)
        .expected(say!["an attribute ", code(format!("PrincipalTag:{key}"))])
        .found("none")
        .fix_at_idp(
            Setting::PrincipalTag,
            say!["Send the tag ", code(key), " as well, or take its key off the list."],
        );
    }
    Some(Checked)
}

/// Equal for keys that differ only in case. Letters outside ASCII all count as one, for nobody says how AWS folds them,
/// and a key that may have been sent is no reason to warn.
fn folded(key: &str) -> String {
    key.chars()
        .map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { char::REPLACEMENT_CHARACTER })
        .collect()
}
