crate::declare_rule! {
    /// An assertion stands in a place where receivers do not look.
    ///
    /// ## Why it matters
    /// In a response the assertion is a child of `Response`. One that stands deeper or beside it is not read, or is
    /// read by one half of the receiver and not by the other, which is how forged assertions are smuggled in. AWS does
    /// not document what it does with such a response.
    ///
    /// ## What to do
    /// If a program of yours builds or changes the response, put the assertion directly into `Response`. If not, treat
    /// the response as tampered with until you know who put the assertion there.
    ///
    /// ## Fires
    /// ```xml also=message-unsigned
    /// <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/><samlp:StatusDetail><«saml:Assertion» ID="_a2" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion></samlp:StatusDetail></samlp:Status>
    /// ```
    /// > an assertion stands at `Response/Status/StatusDetail/Assertion`, where receivers do not look
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// `Advice` may hold the assertions that this one was made from.
    /// ```xml in=Assertion also=message-unsigned
    /// <saml:Advice><saml:Assertion ID="_a2" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion></saml:Advice>
    /// ```
    "assertion-elsewhere" {
        title: "an assertion in an unusual place",
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
use crate::say;
use crate::xml::Element;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    for element in message.elsewhere.iter().filter_map(|node| document.element(*node)) {
        if is_advice(element) {
            continue;
        }
        out.find(
            element.name_span(),
            say!["an assertion stands at ", code(element.path()), ", where receivers do not look"],
        )
        .expected(code("Response/Assertion"))
        .found(code(element.path()))
        .fix_by(
            Owner::IdpAdmin,
            say!["Put the assertion directly into ", code("Response"), ", or find out who added this one."],
        );
    }
    Some(Checked)
}

/// Whether the assertion stands in the `Advice` of another one (SAML Core 2.0, 2.6.1).
fn is_advice(element: Element<'_>) -> bool {
    std::iter::successors(element.parent(), |outer| outer.parent()).any(|outer| outer.local() == "Advice")
}
