crate::declare_rule! {
    /// The `RoleSessionName` attribute has no value.
    ///
    /// ## Why AWS refuses it
    /// An empty name is as good as none: "RoleSessionName is required in AuthnResponse". Mostly the mapping reads an
    /// attribute that this person does not have, such as an e-mail address in Active Directory.
    ///
    /// ## What to do
    /// Fill in the person's attribute, or map one that everybody has, such as the user id.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   «<saml:AttributeValue/>»
    /// </saml:Attribute>
    /// ```
    /// > the `RoleSessionName` attribute is empty, so the session has no name
    ///
    /// ```xml
    /// «<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">»</saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   «<saml:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="1"/>»
    /// </saml:Attribute>
    /// ```
    /// White space alone:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   «<saml:AttributeValue>»  </saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `RoleSessionName` attribute holds white space alone, so the session has no name
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>al</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-empty" {
        title: "an empty RoleSessionName",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: RoleSessionName is required",
            "RoleSessionName is required in AuthnResponse"
        )],
        predicts: ["E02", "E03", "some-users-fail"],
    }
}

use super::only_value;
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let attribute = only_value::attribute(cx, AwsAttribute::RoleSessionName)?;
    if !attribute.values.iter().all(only_value::is_empty) {
        return Some(Checked);
    }
    let span = attribute.values.first().map_or(attribute.tag, |value| value.tag);
    // Whether AWS trims it is not known: a blank is none of the characters that a name may have.
    let blank = attribute.values.iter().any(|value| !value.nil && !value.text.as_str().is_empty());
    let (is, error, confidence) = match blank {
        true => (" attribute holds white space alone", "E03", Confidence::Likely),
        false => (" attribute is empty", "E02", Confidence::Certain),
    };
    out.find(span, say!["the ", code("RoleSessionName"), is, ", so the session has no name"])
        .confidence(confidence)
        .predicts(Some(error))
        .expected("2 to 64 characters")
        .found(if blank { "white space" } else { "nothing" })
        .fix_at_idp(
            Setting::RoleSessionName,
            "Fill in the attribute that the mapping reads for this person, or map one that everybody has.",
        );
    Some(Checked)
}
