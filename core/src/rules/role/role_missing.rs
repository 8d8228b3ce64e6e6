crate::declare_rule! {
    /// The assertion has no `Role` attribute.
    ///
    /// ## Why AWS refuses it
    /// AWS learns from the `Role` attribute which role the person may take and which identity provider vouches for it.
    /// Without it the sign-in page answers "Your request included an invalid SAML response". The name is compared
    /// exactly; where a similar name stands in the message, `attribute-name-wrong` speaks instead.
    ///
    /// ## What to do
    /// Map `https://aws.amazon.com/SAML/Attributes/Role` at the identity provider to a value of the form
    /// `role ARN,provider ARN`. Where the mapping exists, see that this very person is assigned a role: with none
    /// assigned, many identity providers leave the attribute out.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:AttributeStatement>»
    ///   <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///     <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    ///   </saml:Attribute>
    /// </saml:AttributeStatement>
    /// ```
    /// > the assertion has no attribute `https://aws.amazon.com/SAML/Attributes/Role`, so AWS cannot tell which role to give
    ///
    /// An AWS name in `FriendlyName` probably does not count:
    /// ```xml
    /// «<saml:AttributeStatement>»
    ///   <saml:Attribute Name="urn:oid:1.3.6.1.4.1.99999.1" FriendlyName="‹https://aws.amazon.com/SAML/Attributes/Role›">
    ///     <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///   </saml:Attribute>
    ///   <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///     <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    ///   </saml:Attribute>
    /// </saml:AttributeStatement>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// A similar name is another finding:
    /// ```xml without=Attribute[/Role] also=attribute-name-wrong
    /// <saml:Attribute Name="http://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// A response for another service provider needs no role:
    /// ```xml service=generic without=Attribute[/Role] na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ## Cannot tell
    /// An encrypted attribute may be the one:
    /// ```xml without=Attribute[/Role] in=AttributeStatement needs=private-key
    /// <saml:EncryptedAttribute><x/></saml:EncryptedAttribute>
    /// ```
    "role-missing" {
        title: "no Role attribute",
        severity: Error,
        stage: Attributes,
        needs: ["private-key"],
        explains: ["attribute-in-friendly-name"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "Your request included an invalid SAML response. To logout, click here."
        ), (
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "The value of the Name attribute in the Attribute tag is case-sensitive."
        )],
        predicts: ["E01", "E19c", "E19d"],
    }
}

use super::attribute_lookup::{self, Absent, IN_FRIENDLY_NAME};
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Need, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let Some(absent) = attribute_lookup::absent(assertion, AwsAttribute::Role) else { return Some(Checked) };
    let Absent::Nowhere { tag, friendly } = absent else {
        if absent == Absent::PerhapsEncrypted {
            out.lacks(Need::PrivateKey);
        }
        return Some(Checked);
    };
    let message = say![
        "the assertion has no attribute ",
        code(AwsAttribute::Role.name()),
        ", so AWS cannot tell which role to give"
    ];
    let mut found = out.find(tag, message);
    if let Some(friendly) = friendly {
        found = found.confidence(Confidence::Likely).related(friendly, IN_FRIENDLY_NAME);
    }
    found
        .expected(say!["an attribute whose name is exactly ", code(AwsAttribute::Role.name())])
        .found("none of that name")
        .fix_at_idp(
            Setting::Role,
            say![
                "Send an attribute named ",
                code(AwsAttribute::Role.name()),
                " with the value ",
                code("role ARN,provider ARN"),
                ". If it is mapped already, assign a role to this person."
            ],
        );
    Some(Checked)
}
