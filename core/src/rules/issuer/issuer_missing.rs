crate::declare_rule! {
    /// The assertion does not say who issued it.
    ///
    /// ## Why AWS refuses it
    /// SAML requires an `Issuer` in every assertion, and AWS looks it up in the metadata of the SAML provider: what is
    /// absent cannot be there. The likely answer is that the issuer is not present in the specified provider. The
    /// `Issuer` of the response around it does not count in its place.
    ///
    /// ## What to do
    /// Identity providers write the `Issuer` by themselves. If a program or template builds the assertion, add the
    /// element as the first one in the assertion, with the `entityID` of the metadata that IAM holds. If the message was
    /// edited before it was pasted, capture it again.
    ///
    /// ## Fires
    /// ```xml base=none
    /// «<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">»
    ///   <saml:Subject>
    ///     <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez</saml:NameID>
    ///     <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///       <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    ///     </saml:SubjectConfirmation>
    ///   </saml:Subject>
    ///   <saml:Conditions><saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions>
    ///   <saml:AttributeStatement>
    ///     <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue></saml:Attribute>
    ///     <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><saml:AttributeValue>ana.lopez@example.com</saml:AttributeValue></saml:Attribute>
    ///   </saml:AttributeStatement>
    /// </saml:Assertion>
    /// ```
    /// > the assertion has no `Issuer`, so AWS cannot find it in the provider's metadata
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "issuer-missing" {
        title: "no issuer in the assertion",
        severity: Error,
        stage: Issuer,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "2.3.3 Element <Assertion>",
            "<Issuer> [Required] The SAML authority that is making the claim(s) in the assertion"
        ), (
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM",
            "Issuer not present in specified provider"
        )],
        predicts: ["E07", "E01"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.assertion()?;
    if assertion.issuer.is_none() {
        let for_aws = cx.service().assumes_a_role();
        out.find(
            assertion.tag,
            say![
                "the assertion has no ",
                code("Issuer"),
                ", so AWS cannot find it in the provider's metadata"
            ],
        )
        .at_most(if for_aws { Severity::Error } else { Severity::Warning })
        .confidence(Confidence::Likely)
        .predicts(for_aws.then_some("E07"))
        .expected(say!["an ", code("Issuer"), " in the assertion"])
        .fix_at_idp(
            Setting::Issuer,
            say![
                "Write the ",
                code("entityID"),
                " of the metadata into the ",
                code("Issuer"),
                " of the assertion."
            ],
        );
    }
    Some(Checked)
}
