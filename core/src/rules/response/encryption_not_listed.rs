crate::declare_rule! {
    /// The assertion is encrypted with an algorithm that AWS does not list.
    ///
    /// ## Why it matters
    /// For encrypted assertions AWS lists AES with 128 or 256 bits (CBC or GCM) for the content and RSA-OAEP for the
    /// key. Whether anything else works is not documented; AWS may be unable to decrypt it. The old key transport
    /// RSA 1.5 is also known to be weak.
    ///
    /// ## What to do
    /// Choose AES-256-GCM and RSA-OAEP where the identity provider lets you.
    ///
    /// ## Fires
    /// ```xml base=none service=iam
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedData><xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><ds:KeyInfo><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="«http://www.w3.org/2001/04/xmlenc#rsa-1_5»"/></xenc:EncryptedKey></ds:KeyInfo></xenc:EncryptedData></saml:EncryptedAssertion>
    /// </samlp:Response>
    /// ```
    /// > the key of the assertion is encrypted with `http://www.w3.org/2001/04/xmlenc#rsa-1_5`, which is not among the
    /// > algorithms that AWS lists
    ///
    /// ```xml base=none service=iam
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"><xenc:EncryptedData><xenc:EncryptionMethod Algorithm="«http://www.w3.org/2001/04/xmlenc#tripledes-cbc»"/></xenc:EncryptedData></saml:EncryptedAssertion>
    /// </samlp:Response>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=none service=iam
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedData><xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes128-gcm"/><ds:KeyInfo><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#rsa-oaep"/></xenc:EncryptedKey></ds:KeyInfo></xenc:EncryptedData></saml:EncryptedAssertion>
    /// </samlp:Response>
    /// ```
    "encryption-not-listed" {
        title: "an encryption algorithm that AWS does not list",
        severity: Warning,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Create a SAML identity provider in IAM",
            "AES-CBC, AES-GCM"
        )],
        predicts: [],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

/// Names behind the `#`: XML Encryption 1.0 and 1.1 use the same ones under two namespaces.
const CONTENT: [&str; 4] = ["aes128-cbc", "aes256-cbc", "aes128-gcm", "aes256-gcm"];
const KEY: [&str; 2] = ["rsa-oaep", "rsa-oaep-mgf1p"];

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response().filter(|_| cx.service().assumes_a_role())?;
    message.encrypted.first()?;
    for encrypted in &message.encrypted {
        let parts = [
            ("the assertion", &encrypted.data_algorithm, CONTENT.as_slice()),
            ("the key of the assertion", &encrypted.key_algorithm, KEY.as_slice()),
        ];
        for (what, algorithm, listed) in parts {
            let Some(algorithm) = algorithm else { continue };
            let name = algorithm.as_str().rsplit('#').next().unwrap_or_default();
            if listed.contains(&name) {
                continue;
            }
            out.find(
                algorithm.span,
                say![
                    what,
                    " is encrypted with ",
                    code(algorithm.as_str()),
                    ", which is not among the algorithms that AWS lists"
                ],
            )
            .expected(listed.join(", ").as_str())
            .found(code(name))
            .fix_at_idp(Setting::Encryption, "Choose AES-256-GCM for the content and RSA-OAEP for the key.");
        }
    }
    Some(Checked)
}
