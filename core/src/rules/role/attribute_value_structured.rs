crate::declare_rule! {
    /// The value of an attribute that AWS reads holds elements instead of text.
    ///
    /// ## Why it matters
    /// AWS documents plain text for each of its attributes. Where elements stand in the value, AWS may read nothing, or
    /// only the text around them.
    ///
    /// ## What to do
    /// Send plain text in `AttributeValue`.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   «<saml:AttributeValue>»<role>arn:aws:iam::444455556666:role/Admin</role></saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the value of `Role` holds elements, where AWS expects plain text
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://idp.example.com/groups">
    ///   <saml:AttributeValue><group>staff</group></saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "attribute-value-structured" {
        title: "elements in the value of an attribute",
        severity: Warning,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "The value of the Name attribute in the Attribute tag is case-sensitive."
        )],
        predicts: [],
    }
}

use crate::aws::attributes::{self, AttributeName, PREFIX};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    for attribute in &assertion.attributes {
        let setting = match attributes::recognise(attribute.name()) {
            AttributeName::Known(attributes::AwsAttribute::Role) => Setting::Role,
            AttributeName::Known(attributes::AwsAttribute::RoleSessionName) => Setting::RoleSessionName,
            AttributeName::Known(attributes::AwsAttribute::SessionDuration) => Setting::SessionDuration,
            AttributeName::Known(attributes::AwsAttribute::SourceIdentity) => Setting::SourceIdentity,
            AttributeName::Known(attributes::AwsAttribute::TransitiveTagKeys)
            | AttributeName::PrincipalTag(_) => Setting::PrincipalTag,
            AttributeName::LookAlike(_) | AttributeName::Other => continue,
        };
        let short = attribute.name().strip_prefix(PREFIX).unwrap_or_default();
        for value in attribute.values.iter().filter(|value| value.structured) {
            out.find(
                value.tag,
                say!["the value of ", code(short), " holds elements, where AWS expects plain text"],
            )
            .confidence(Confidence::Likely)
            .expected("text")
            .found("elements")
            .fix_at_idp(setting, say!["Send the value of ", code(short), " as plain text."]);
        }
    }
    Some(Checked)
}
