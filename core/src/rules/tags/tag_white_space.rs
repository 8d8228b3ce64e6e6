crate::declare_rule! {
    /// Spaces stand around the key or value of a session tag.
    ///
    /// ## Why it matters
    /// AWS allows spaces in tags and keeps those at the ends. A policy that compares the tag then finds no match, and
    /// nobody sees why. Tabs and line breaks are another matter: AWS refuses them.
    ///
    /// ## What to do
    /// Remove them from the person's attribute or from the mapping.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team">
    ///   <saml:AttributeValue>orders« »</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the value `orders ` of the tag `team` ends with a space, and policies compare it exactly
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team">
    ///   <saml:AttributeValue>«\u{A0}»orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team« »">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Cost Center">
    ///   <saml:AttributeValue>Sales EMEA</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-white-space" {
        title: "spaces around a session tag",
        severity: Warning,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Tags for IAM resources: naming, and Pass session tags in AWS STS",
            "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"
        )],
        predicts: [],
    }
}

use super::tag;
use crate::aws::alphabets::Alphabet;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, code};
use crate::rules::naming::{characters, join};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)? {
        report(out, tag.name, tag.key, &|| say!["the tag key ", code(tag.key)]);
        if let Some(value) = tag.value() {
            let text = value.text.as_str();
            report(out, &value.text, text, &|| say!["the value ", code(text), " of the tag ", code(tag.key)]);
        }
    }
    Some(Checked)
}

/// Reports blanks at the ends of a part of a text, if AWS allows them: others are refused, which is said elsewhere.
fn report(out: &mut Findings, whole: &Text, part: &str, subject: &dyn Fn() -> Message) {
    let inner = part.trim();
    let before = part.get(..part.len().saturating_sub(part.trim_start().len())).unwrap_or_default();
    let after = part.get(part.trim_end().len()..).unwrap_or_default();
    let (blank, verb) = if before.is_empty() { (after, " ends with ") } else { (before, " begins with ") };
    if inner.is_empty() || blank.is_empty() || !blank.chars().all(|c| Alphabet::TagValue.allows(c)) {
        return;
    }
    let message = join(subject().and(verb), characters(blank.chars()));
    out.find(whole.sub_str(blank), message.and(", and policies compare it exactly"))
        .confidence(Confidence::Likely)
        .expected(code(inner))
        .found(code(part))
        .fix_at_idp(Setting::PrincipalTag, say!["Send ", code(inner), " without the spaces around it."]);
}
