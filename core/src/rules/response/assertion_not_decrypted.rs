crate::declare_rule! {
    /// What an encrypted assertion says is not known without the private key.
    ///
    /// ## Why it matters
    /// Role, session name, audience, times and recipient all stand inside the assertion. Only who holds the private key
    /// that was added to the SAML provider in IAM can read them.
    ///
    /// ## What to do
    /// Ask the identity provider's administrator for a response with encryption turned off in a test application, or
    /// inspect it where the private key is. Never send the private key to somebody else.
    ///
    /// ## Cannot tell
    /// ```xml base=none needs=private-key service=iam
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "assertion-not-decrypted" {
        title: "an encrypted assertion whose content is not known",
        severity: Warning,
        stage: Attributes,
        needs: ["private-key"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Create a SAML identity provider in IAM",
            "private key must be a .pem file that uses AES-GCM or AES-CBC encryption algorithm to decrypt SAML assertions"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response()?;
    message.encrypted.first()?;
    if message.assertions.is_empty() {
        out.lacks(Need::PrivateKey);
    }
    Some(Checked)
}
