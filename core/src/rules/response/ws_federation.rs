crate::declare_rule! {
    /// The message is WS-Federation, and AWS takes SAML 2.0.
    ///
    /// ## Why AWS refuses it
    /// WS-Federation posts a token in the field `wresult`, inside a `RequestSecurityTokenResponse`. The AWS sign-in page
    /// reads the field `SAMLResponse` and wants a SAML 2.0 `Response` in it. If nothing in the message speaks of AWS, it
    /// may be right for another application; then this is only a warning.
    ///
    /// ## What to do
    /// In ADFS start the sign-in at `/adfs/ls/IdpInitiatedSignOn.aspx` and give the relying party for AWS a SAML
    /// assertion consumer endpoint; a WS-Federation passive endpoint does not do.
    ///
    /// ## Fires
    /// ```xml base=none
    /// <«t:RequestSecurityTokenResponse» xmlns:t="http://schemas.xmlsoap.org/ws/2005/02/trust"><wsp:AppliesTo xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy">urn:amazon:webservices</wsp:AppliesTo></t:RequestSecurityTokenResponse>
    /// ```
    /// > this is a WS-Federation token (`RequestSecurityTokenResponse`), and AWS takes a SAML 2.0 `Response` only
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "ws-federation" {
        title: "a WS-Federation token",
        severity: Error,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "adheres to the HTTP POST Binding for SAML 2.0"
        )],
        predicts: ["E00", "E01"],
    }
}

use super::addressee;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::saml::Kind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    if message.kind != Kind::WsFederation {
        return Some(Checked);
    }
    let root = document.element(message.root)?;
    let for_aws = addressee::speaks_of_aws(document);
    out.find(
        root.name_span(),
        say![
            "this is a WS-Federation token (",
            code(root.local()),
            "), and AWS takes a SAML 2.0 ",
            code("Response"),
            " only"
        ],
    )
    .at_most(if for_aws { Severity::Error } else { Severity::Warning })
    .confidence(Confidence::Likely)
    .expected(code("Response"))
    .found(code(root.local()))
    .fix_by(
        Owner::IdpAdmin,
        "Use the identity provider's SAML 2.0 endpoint for AWS instead of WS-Federation.",
    );
    Some(Checked)
}
