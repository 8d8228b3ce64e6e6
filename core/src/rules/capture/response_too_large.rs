crate::declare_rule! {
    /// The response is longer than AWS takes.
    ///
    /// ## Why AWS refuses it
    /// A response may have 100,000 characters in Base64, which are 75,000 bytes of XML. STS refuses a longer one before
    /// it looks inside. The usual reason is an attribute with all groups of the user, or hundreds of role values.
    ///
    /// ## What to do
    /// Send only what AWS reads: at the identity provider, filter the groups or remove the attribute, and give the user
    /// only the roles that are needed.
    ///
    /// ## Fires
    /// ```xml base=none service=iam
    /// <«samlp:Response» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/><samlp:StatusMessage>\u{61*75000}</samlp:StatusMessage></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    /// > the response has 100,416 characters in Base64, and AWS takes 100,000
    ///
    /// ```xml wrap=base64 base=none service=iam
    /// <«samlp:Response» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/><samlp:StatusMessage>\u{61*75000}</samlp:StatusMessage></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=none service=iam
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/><samlp:StatusMessage>\u{61*74670}</samlp:StatusMessage></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    "response-too-large" {
        title: "a response of more than 100,000 characters",
        severity: Error,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "AWS STS API",
            "AssumeRoleWithSAML: SAMLAssertion",
            "Length Constraints: Minimum length of 4. Maximum length of 100000."
        ), (
            "IAM User Guide",
            "IAM and AWS STS quotas",
            "SAML authentication response base64 encoded 100,000 characters"
        )],
        predicts: ["E19e"],
    }
}

use super::length;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Severity, code};
use crate::rules::naming::grouped;
use crate::saml::Attribute;
use crate::say;

/// Characters of Base64 (AWS STS API, `SAMLAssertion`).
const MOST: usize = 100_000;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response().filter(|_| cx.service().assumes_a_role())?;
    let document = cx.document()?;
    let pasted = length::pasted_length(cx);
    let length = pasted.unwrap_or_else(|| length::encoded(document.span.bytes.len()));
    if length <= MOST {
        return Some(Checked);
    }
    // XML that somebody indented is longer than what was posted.
    let surely = pasted.unwrap_or_else(|| {
        length::encoded(document.span.bytes.len().saturating_sub(length::indentation(document)))
    });
    let ceiling = if surely > MOST { Severity::Error } else { Severity::Warning };
    let mut finding = out
        .find(
            document.element(message.root)?.name_span(),
            say!["the response has ", grouped(length), " characters in Base64, and AWS takes 100,000"],
        )
        .at_most(ceiling)
        .expected("at most 100,000 characters")
        .found(say![grouped(length), " characters"]);
    let attributes = cx.assertion().map(|assertion| assertion.attributes.as_slice()).unwrap_or_default();
    if let Some(largest) = attributes.iter().max_by_key(|attribute| size(attribute)) {
        let label = say![
            "the largest attribute: ",
            code(largest.name()),
            ", ",
            grouped(size(largest)),
            " characters"
        ];
        finding = finding.related(largest.tag, label);
    }
    finding.fix_at_idp(
        Setting::AttributeName,
        "Send fewer groups and roles; remove attributes that AWS does not read.",
    );
    Some(Checked)
}

fn size(attribute: &Attribute) -> usize {
    attribute.values.iter().map(|value| value.text.as_str().len()).sum()
}
