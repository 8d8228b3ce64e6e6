crate::declare_rule! {
    /// The response holds another response.
    ///
    /// ## Why it matters
    /// SAML has no use for a response within a response. One that was once signed can be wrapped into a forged one, so
    /// that the signature still holds while the receiver reads the outer one. AWS does not document what it does with it.
    ///
    /// ## What to do
    /// Find out which program wraps the response. If none of yours does, treat the message as forged.
    ///
    /// ## Fires
    /// ```xml in=Response
    /// <«samlp:Response» ID="_r2" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:Response>
    /// ```
    /// > a response stands within the response, at `Response/Response`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "response-in-response" {
        title: "a response within the response",
        severity: Warning,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "3.3.3 Element <Response>",
            "<saml:Assertion> or <saml:EncryptedAssertion> [Any Number] Specifies an assertion by value, or optionally an encrypted assertion by value"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::saml::{Kind, names};
use crate::say;

/// More of them are not shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response().filter(|message| message.kind == Kind::Response)?;
    let root = cx.document()?.element(message.root)?;
    let inner = root.descendants().filter(|element| element.is(names::PROTOCOL, "Response"));
    for element in inner.take(SHOWN) {
        let path = element.path();
        out.find(element.name_span(), say!["a response stands within the response, at ", code(path)]).fix_by(
            Owner::IdpAdmin,
            "Send the response as it was made. If no program of yours wraps it, treat the message as forged.",
        );
    }
    Some(Checked)
}
