crate::declare_rule! {
    /// The message is no response.
    ///
    /// ## Why it matters
    /// SAML messages travel in both directions. A request asks the identity provider to sign somebody in or out; only
    /// the `Response` that comes back carries the user and the role. Nothing that AWS checks stands in a request.
    ///
    /// ## What to do
    /// Record the sign-in again with the browser's network panel open. The response is in the `POST` to the AWS
    /// sign-in address, in the form field `SAMLResponse`. A field `SAMLRequest` is the other direction.
    ///
    /// ## Fires
    /// ```xml base=none
    /// <«samlp:AuthnRequest» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_q1" Version="2.0" IssueInstant="2026-01-15T09:59:50Z"/>
    /// ```
    /// > this is an `AuthnRequest`, in which an application asks the identity provider to sign somebody in; the response
    /// > is what comes back
    ///
    /// ```xml base=none
    /// <«samlp:LogoutResponse» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_q1" Version="2.0" IssueInstant="2026-01-15T09:59:50Z"/>
    /// ```
    /// > this is a `LogoutResponse`, which confirms that a session has ended; it signs nobody in
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "not-a-response" {
        title: "a SAML message that is no response",
        severity: Note,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "adheres to the HTTP POST Binding for SAML 2.0"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::saml::Kind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.message()?;
    if message.kind.signs_in() {
        return Some(Checked);
    }
    let root = cx.document()?.element(message.root)?;
    let words = match message.kind {
        Kind::AuthnRequest => say![
            "this is an ",
            code(root.local()),
            ", in which an application asks the identity provider to sign somebody in; the response is what comes back"
        ],
        Kind::LogoutRequest => {
            say!["this is a ", code(root.local()), ", which asks to end a session; it signs nobody in"]
        }
        Kind::LogoutResponse => {
            say![
                "this is a ",
                code(root.local()),
                ", which confirms that a session has ended; it signs nobody in"
            ]
        }
        _ => say!["this is the SAML message ", code(root.local()), ", which signs nobody in"],
    };
    out.find(root.name_span(), words).expected(code("Response")).found(code(root.local())).fix_by(
        Owner::User,
        say![
            "Capture the sign-in again and take the field ",
            code("SAMLResponse"),
            " of the POST to the AWS sign-in address."
        ],
    );
    Some(Checked)
}
