crate::declare_rule! {
    /// White space stands around the value of an attribute that becomes a condition key or a list of tag keys.
    ///
    /// ## Why it matters
    /// AWS compares these values exactly with those in trust policies and with the keys of session tags. White space
    /// that cannot be seen there makes a condition fail. AWS also names white space around values among the causes of
    /// "Your request included an invalid SAML response".
    ///
    /// ## What to do
    /// Remove it at the identity provider.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="urn:oid:1.3.6.1.4.1.5923.1.1.1.1">
    ///   <saml:AttributeValue>staff« »</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the value `staff ` of `eduPersonAffiliation` ends with a space, and policies compare it exactly
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys">
    ///   <saml:AttributeValue>«\u{A}»team</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="urn:oid:1.3.6.1.4.1.5923.1.1.1.1">
    ///   <saml:AttributeValue>staff</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// AWS does not read this one:
    /// ```xml
    /// <saml:Attribute Name="department">
    ///   <saml:AttributeValue> staff </saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "attribute-white-space" {
        title: "white space around an attribute's value",
        severity: Warning,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "or other invalid characters"
        )],
        predicts: [],
    }
}

use crate::aws::attributes::AwsAttribute;
use crate::aws::condition_attributes;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::rules::naming::{characters, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    for attribute in &assertion.attributes {
        let condition = condition_attributes::of_name(attribute.name()).next().map(|known| known.key);
        let transitive = AwsAttribute::TransitiveTagKeys;
        let known =
            condition.or_else(|| (attribute.name() == transitive.name()).then(|| transitive.suffix()));
        let Some(key) = known else { continue };
        for value in attribute.values.iter().filter(|value| !value.structured) {
            let text = value.text.as_str();
            let (before, after) = (text.len().saturating_sub(text.trim_start().len()), text.trim_end().len());
            let (range, verb) = match () {
                _ if text.trim().is_empty() => continue,
                () if before > 0 => (0..before, " begins with "),
                () if after < text.len() => (after..text.len(), " ends with "),
                () => continue,
            };
            let odd = text.get(range.clone()).unwrap_or_default();
            let message =
                join(say!["the value ", code(text), " of ", code(key), verb], characters(odd.chars()));
            out.find(value.text.sub(range), message.and(", and policies compare it exactly"))
                .confidence(Confidence::Likely)
                .expected(say![code(text.trim())])
                .found(say![code(text)])
                .fix_at_idp(
                    Setting::AttributeName,
                    say!["Send ", code(text.trim()), " without the white space."],
                );
        }
    }
    Some(Checked)
}
