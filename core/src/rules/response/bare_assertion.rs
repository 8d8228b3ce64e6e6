crate::declare_rule! {
    /// An assertion stands alone, without the response around it.
    ///
    /// ## Why it matters
    /// AWS wants the whole `Response` in the form. An assertion alone is what remains when only a part of a response was
    /// copied, or what identity providers show as a preview. What AWS would say to it is not documented. Status,
    /// destination and the response's own signature cannot be checked here.
    ///
    /// ## What to do
    /// Paste the whole response: the field `SAMLResponse` as the browser posts it. If a program of yours posts the
    /// assertion alone, make it post the response.
    ///
    /// ## Fires
    /// ```xml base=none service=generic
    /// <«saml:Assertion» xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    /// > this is an assertion without the `Response` that AWS wants around it; perhaps only a part was copied
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "bare-assertion" {
        title: "an assertion without its response",
        severity: Warning,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "SAML Profiles 2.0",
            "4.1.4.2 <Response> Usage",
            "It MUST contain at least one <Assertion>"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::saml::Kind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    if matches!(message.kind, Kind::Assertion | Kind::EncryptedAssertion) {
        let root = document.element(message.root)?;
        out.find(
            root.name_span(),
            say![
                "this is an assertion without the ",
                code("Response"),
                " that AWS wants around it; perhaps only a part was copied"
            ],
        )
        .expected(code("Response"))
        .found(code(root.local()))
        .fix_by(Owner::User, say!["Paste the whole value of the form field ", code("SAMLResponse"), "."]);
    }
    Some(Checked)
}
