crate::declare_rule! {
    /// The response reports success and holds no assertion.
    ///
    /// ## Why AWS refuses it
    /// The assertion carries the user, the role and everything else that AWS reads. Without one there is no `Role`
    /// attribute, and the sign-in page says that the request included an invalid SAML response. SAML itself requires
    /// at least one assertion in a successful response to a browser.
    ///
    /// ## What to do
    /// Look at the identity provider's settings for this application: an assertion is only left out where its issuance
    /// fails or is turned off. If the response was edited or redacted by hand, capture it again.
    ///
    /// ## Fires
    /// ```xml base=none
    /// «<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z" Destination="https://signin.aws.amazon.com/saml">»
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    /// </samlp:Response>
    /// ```
    /// > the response reports success, but holds no `Assertion`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// An encrypted assertion is one.
    /// ```xml base=none
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    /// A response that reports a failure needs none.
    /// ```xml na without=Assertion also=status-not-success
    /// <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"/></samlp:Status>
    /// ```
    "assertion-missing" {
        title: "a response without an assertion",
        severity: Error,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "SAML Profiles 2.0",
            "4.1.4.2 <Response> Usage",
            "It MUST contain at least one <Assertion>"
        ), (
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM",
            "Your request included an invalid SAML response. To logout, click here."
        )],
        predicts: ["E01"],
    }
}

use super::status_codes;
use crate::lint::{Checked, Cx, Findings, Owner, Severity, code};
use crate::saml::{Kind, names};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response().filter(|message| message.kind == Kind::Response)?;
    let top = message.status.as_ref().and_then(|status| status.codes.first()?.value.as_ref());
    if top.is_some_and(|value| value.as_str().trim() != status_codes::SUCCESS) {
        return None;
    }
    // One that stands in the wrong place has a rule of its own.
    if message.assertions.is_empty() && message.encrypted.is_empty() && message.elsewhere.is_empty() {
        let words = match top {
            Some(_) => say!["the response reports success, but holds no ", code("Assertion")],
            None => say!["the response holds no ", code("Assertion")],
        };
        let is_saml =
            cx.document()?.element(message.root).is_some_and(|root| root.is(names::PROTOCOL, "Response"));
        out.find(message.tag, words)
            .at_most(if is_saml { Severity::Error } else { Severity::Warning })
            .expected(say!["an ", code("Assertion"), " in the response"])
            .predicts(cx.service().assumes_a_role().then_some("E01"))
            .fix_by(
                Owner::IdpAdmin,
                "Find out in the identity provider's log why no assertion was issued; if the response was edited \
                 before it was pasted, capture it again.",
            );
    }
    Some(Checked)
}
