crate::declare_rule! {
    /// The AWS name of an attribute stands in its `FriendlyName` and not in its `Name`.
    ///
    /// ## Why it matters
    /// AWS documents that it looks at `Name`. `FriendlyName` is a label for people, and AWS probably ignores it.
    ///
    /// ## What to do
    /// Put the AWS name into the field for the attribute's name; the friendly name may stay empty.
    ///
    /// ## Fires
    /// ```xml without=Attribute[/SessionDuration]
    /// <saml:Attribute Name="duration" FriendlyName="«https://aws.amazon.com/SAML/Attributes/SessionDuration»">
    ///   <saml:AttributeValue>3600</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the AWS name `https://aws.amazon.com/SAML/Attributes/SessionDuration` stands in the attribute's FriendlyName, while its Name is `duration`; AWS probably does not read it
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration" FriendlyName="SessionDuration">
    ///   <saml:AttributeValue>3600</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "attribute-in-friendly-name" {
        title: "an AWS name in FriendlyName instead of Name",
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

use super::attribute_lookup;
use crate::aws::attributes::{self, AttributeName};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    for attribute in &assertion.attributes {
        let Some(friendly) = &attribute.friendly_name else { continue };
        let known = matches!(
            attributes::recognise(friendly.as_str()),
            AttributeName::Known(_) | AttributeName::PrincipalTag(_)
        );
        if !known || attribute_lookup::has(assertion, friendly.as_str()) {
            continue;
        }
        out.find(
            friendly.span,
            say![
                "the AWS name ",
                code(friendly.as_str()),
                " stands in the attribute's FriendlyName, while its Name is ",
                code(attribute.name()),
                "; AWS probably does not read it"
            ],
        )
        .confidence(Confidence::Likely)
        .expected(say!["Name ", code(friendly.as_str())])
        .found(say!["Name ", code(attribute.name())])
        .fix_at_idp(
            Setting::AttributeName,
            say!["Put ", code(friendly.as_str()), " into the attribute's Name."],
        );
    }
    Some(Checked)
}
