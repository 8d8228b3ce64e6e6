crate::declare_rule! {
    /// Neither the response nor the assertion is signed.
    ///
    /// ## Why AWS refuses it
    /// AWS believes an assertion only because the identity provider signed it. It verifies the signature with the
    /// certificates in the metadata of the IAM SAML provider. Without any signature there is nothing to verify. The metadata
    /// that AWS publishes for its sign-in asks for signed assertions (`WantAssertionsSigned="true"`). The text is probably
    /// `Response signature invalid`; the browser may show `Your request included an invalid SAML response` instead. That the
    /// assertion is encrypted proves nothing: the key for that is public.
    ///
    /// ## What to do
    /// Turn on the signing of assertions for this application at the identity provider.
    ///
    /// ## Fires
    /// ```xml sign=none
    /// «<saml:Assertion ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">»
    ///   <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    ///   <saml:Subject>
    ///     <saml:NameID>ana.lopez</saml:NameID>
    ///     <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///       <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    ///     </saml:SubjectConfirmation>
    ///   </saml:Subject>
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
    /// > neither the response nor the assertion is signed, so AWS has nothing to believe it by
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// Only the response is signed: a warning of another rule.
    /// ```xml sign=Response
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    ///
    /// ## Cannot tell
    /// The encrypted assertion may hold a signature.
    /// ```xml base=none needs=private-key service=iam
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    /// A redacted copy leaves signatures out. Its last remark says so.
    /// ```xml base=none needs=raw-message service=iam
    /// <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// </saml:Assertion>
    /// <!-- Redacted by Samlens: words are replaced, signatures are left out. -->
    /// ```
    "message-unsigned" {
        title: "a message without any signature",
        severity: Error,
        stage: Signature,
        needs: ["private-key", "raw-message"],
        explains: [],
        cites: [
            (
                "SAML 2.0 profiles",
                "4.1.3.5 Identity Provider Issues <Response> to Service Provider",
                "MUST be signed"
            ),
            (
                "IAM User Guide",
                "Troubleshoot SAML federation with IAM: Response signature invalid",
                "Response signature invalid"
            ),
        ],
        predicts: ["E06", "E01"],
    }
}

use crate::evidence::is_redacted;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Need, Severity};
use crate::rules::capture::cut;
use crate::saml::{Assertion, Kind};
use crate::say;
use crate::xml::ParseClass;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response()?;
    if matches!(message.kind, Kind::Saml1 | Kind::WsFederation) {
        return None;
    }
    let stands_in = |node| message.signatures.iter().any(|signature| signature.parent == Some(node));
    if stands_in(message.root) {
        return Some(Checked);
    }
    let Some(assertion) = message.assertions.first() else {
        message.encrypted.first()?;
        out.lacks(Need::PrivateKey);
        return Some(Checked);
    };
    if stands_in(assertion.node) {
        return Some(Checked);
    }
    // The signature may stand in what was not copied, or in what cannot be read.
    if cut::is_incomplete(cx) || cx.document()?.parse_class() != ParseClass::Ok {
        return None;
    }
    if is_redacted(cx.document()?) {
        out.lacks(Need::RawMessage);
        return Some(Checked);
    }
    let alone = assertion.node == message.root;
    let words = match alone {
        false if was_encrypted(cx, assertion) => say![
            "the assertion was encrypted but is not signed, and neither is the response: whoever has the public key can \
             encrypt one"
        ],
        true => say![
            "this assertion is not signed; only a signature of the response around it could vouch for it"
        ],
        false => {
            say!["neither the response nor the assertion is signed, so AWS has nothing to believe it by"]
        }
    };
    let confidence = if alone { Confidence::Possible } else { Confidence::Likely };
    out.find(assertion.tag, words)
        .at_most(if alone { Severity::Warning } else { Severity::Error })
        .confidence(confidence)
        .fix_at_idp(Setting::SigningOption, "Turn on the signing of assertions for this application.");
    Some(Checked)
}

/// What was decrypted stands behind the element that held it.
fn was_encrypted(cx: &Cx<'_>, assertion: &Assertion) -> bool {
    let node = cx.document().and_then(|document| document.node(assertion.node));
    let before = node.and_then(|node| node.previous_sibling()).and_then(|node| node.as_element());
    let opened = cx.item.deciphered.iter().any(|one| one.name == "EncryptedAssertion" && one.result.is_ok());
    opened && before.is_some_and(|holder| holder.local() == "EncryptedAssertion")
}
