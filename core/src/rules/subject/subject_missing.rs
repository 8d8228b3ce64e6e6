crate::declare_rule! {
    /// The assertion names nobody: it has no `Subject`.
    ///
    /// ## Why AWS refuses it
    /// AWS reads from the `Subject` who signs in, and where and until when the assertion may be used. The IAM User
    /// Guide lists a missing `Subject` among the causes of `Not authorized to perform sts:AssumeRoleWithSAML`. What
    /// stands in the subject is missing too, so the text `Responses must contain SubjectConfirmatonData with a
    /// Recipient and NotOnOrAfter` may come first.
    ///
    /// ## What to do
    /// Let the identity provider send a name identifier (NameID) for the user. In most products the subject appears
    /// as soon as one is mapped to an attribute that the user has.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:Assertion ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">»
    ///   <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    ///   <saml:Conditions NotBefore="2026-01-15T09:55:00Z" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///     <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    ///   </saml:Conditions>
    ///   <saml:AttributeStatement>
    ///     <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///       <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///     </saml:Attribute>
    ///     <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///       <saml:AttributeValue>ana.lopez@example.com</saml:AttributeValue>
    ///     </saml:Attribute>
    ///   </saml:AttributeStatement>
    /// </saml:Assertion>
    /// ```
    /// > the assertion has no `Subject`, so it does not say who signs in
    ///
    /// ## Does not fire
    /// The subject is there; that it has no name is another defect.
    /// ```xml also=name-id-missing,subject-confirmation-missing
    /// <saml:Subject/>
    /// ```
    "subject-missing" {
        title: "an assertion without a subject",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "This error can also occur if the SAML response does not include a Subject containing a NameID."
        )],
        predicts: ["E05", "E13"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.named_assertion()?;
    if assertion.subject.is_none() {
        out.find(
            assertion.tag,
            say!["the assertion has no ", code("Subject"), ", so it does not say who signs in"],
        )
        .expected(say![code("<Subject>"), " with a ", code("NameID"), " and a ", code("SubjectConfirmation")])
        .confidence(Confidence::Likely)
        .predicts(Some(if cx.service().assumes_a_role() { "E05" } else { "unexpected-error" }))
        .fix_at_idp(
            Setting::NameIdValue,
            "Send a name identifier (NameID) for the user, from an attribute that every user has.",
        );
    }
    Some(Checked)
}
