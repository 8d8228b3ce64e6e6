crate::declare_rule! {
    /// White space stands around the session name.
    ///
    /// ## Why AWS refuses it
    /// A session name has no spaces, not even at its ends: "RoleSessionName in AuthnResponse must match
    /// [a-zA-Z_0-9+=,.@-]{2,64}". AWS also names white space around values among the causes of "Your request included an
    /// invalid SAML response".
    ///
    /// ## What to do
    /// Remove it from the person's attribute in the directory, or from the mapping. Line breaks come from pretty-printed
    /// messages.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez« »</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name `ana.lopez ` ends with a space, which AWS does not allow there
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«\u{A}    »ana.lopez‹\u{A}  ›</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«\u{A0}»ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-white-space" {
        title: "white space around the session name",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: RoleSessionName must match",
            "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"
        )],
        predicts: ["E03", "E01"],
    }
}

use super::only_value;
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::naming::{characters, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::RoleSessionName)?;
    let (value, inner) = (text.as_str(), text.as_str().trim());
    let before = value.get(..value.len().saturating_sub(value.trim_start().len())).unwrap_or_default();
    let after = value.get(value.trim_end().len()..).unwrap_or_default();
    let (first, verb, second) = match (before, after) {
        ("", "") => return Some(Checked),
        ("", _) => (after, " ends with ", ""),
        _ => (before, " begins with ", after),
    };
    let message = join(say!["the session name ", code(value), verb], characters(first.chars()))
        .and(", which AWS does not allow there");
    let found = out
        .find(text.sub_str(first), message)
        .expected(say![code(inner)])
        .found(say![code(value)])
        .fix_at_idp(Setting::RoleSessionName, say!["Send ", code(inner), " without the white space."]);
    if !second.is_empty() {
        found.related(text.sub_str(second), "white space here as well");
    }
    Some(Checked)
}
