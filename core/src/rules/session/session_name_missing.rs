crate::declare_rule! {
    /// The assertion has no `RoleSessionName` attribute.
    ///
    /// ## Why AWS refuses it
    /// The session needs a name, and AWS takes it from this attribute: "RoleSessionName is required in AuthnResponse".
    /// The name of the attribute is compared exactly; where a similar one stands in the message,
    /// `attribute-name-wrong` speaks instead.
    ///
    /// ## What to do
    /// Map `https://aws.amazon.com/SAML/Attributes/RoleSessionName` to the person's e-mail address or user id. Where the mapping exists, see that this very
    /// person has the attribute that it reads: many accounts in a directory have no e-mail address.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:AttributeStatement>»
    ///   <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///     <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///   </saml:Attribute>
    /// </saml:AttributeStatement>
    /// ```
    /// > the assertion has no attribute `https://aws.amazon.com/SAML/Attributes/RoleSessionName`, so the session has no name
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// A similar name is another finding:
    /// ```xml without=Attribute[/RoleSessionName] also=attribute-name-wrong
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/rolesessionname">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Cannot tell
    /// An encrypted attribute may be the one:
    /// ```xml without=Attribute[/RoleSessionName] in=AttributeStatement needs=private-key
    /// <saml:EncryptedAttribute><x/></saml:EncryptedAttribute>
    /// ```
    "session-name-missing" {
        title: "no RoleSessionName attribute",
        severity: Error,
        stage: Attributes,
        needs: ["private-key"],
        explains: ["attribute-in-friendly-name"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: RoleSessionName is required",
            "RoleSessionName is required in AuthnResponse"
        )],
        predicts: ["E02"],
    }
}

use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Need, code};
use crate::rules::role::attribute_lookup::{self, Absent, IN_FRIENDLY_NAME};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let wanted = AwsAttribute::RoleSessionName;
    match attribute_lookup::absent(cx.role_assertion()?, wanted) {
        None | Some(Absent::Similar) => {}
        Some(Absent::PerhapsEncrypted) => out.lacks(Need::PrivateKey),
        Some(Absent::Nowhere { tag, friendly }) => {
            let message =
                say!["the assertion has no attribute ", code(wanted.name()), ", so the session has no name"];
            let mut found = out.find(tag, message);
            if let Some(friendly) = friendly {
                found = found.confidence(Confidence::Likely).related(friendly, IN_FRIENDLY_NAME);
            }
            found
                .expected(say!["an attribute whose name is exactly ", code(wanted.name())])
                .found("none of that name")
                .fix_at_idp(
                    Setting::RoleSessionName,
                    say![
                        "Send an attribute named ",
                        code(wanted.name()),
                        " with the person's e-mail address or user id. If it is mapped already, this person lacks the value."
                    ],
                );
        }
    }
    Some(Checked)
}
