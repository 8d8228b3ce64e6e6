crate::declare_rule! {
    /// The assertion is encrypted.
    ///
    /// ## Why AWS refuses it
    /// IAM Identity Center does not support encrypted assertions and refuses the sign-in. IAM itself takes them where
    /// the SAML provider holds the private key; then this is only a note. If IAM requires encryption for the provider,
    /// the assertion must also be sent to the provider's own address, `…/saml/acs/` and its identifier.
    ///
    /// ## What to do
    /// For IAM Identity Center turn encryption off at the identity provider. For IAM check with
    /// `aws iam get-saml-provider` that a private key is listed and that its certificate is the one that the identity
    /// provider encrypts for. Importing AWS metadata into ADFS may turn encryption on without anybody asking for it.
    ///
    /// ## Fires
    /// ```xml base=none service=identity-center
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <«saml:EncryptedAssertion» xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    /// > the assertion is encrypted, and IAM Identity Center does not support that
    ///
    /// ```xml base=none service=iam
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <«saml:EncryptedAssertion» xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedData><xenc:EncryptionMethod Algorithm="‹http://www.w3.org/2009/xmlenc11#aes256-gcm›"/><ds:KeyInfo><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="‹http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p›"/></xenc:EncryptedKey></ds:KeyInfo></xenc:EncryptedData></saml:EncryptedAssertion>
    /// </samlp:Response>
    /// ```
    /// > the assertion is encrypted (`aes256-gcm`, its key with `rsa-oaep-mgf1p`), so what it says cannot be read
    /// > without the private key
    ///
    /// ```xml base=none file=fixtures/encryption/response.xml mark=saml:EncryptedAssertion:
    /// ```
    /// ```+pem file=fixtures/certificates/private-pkcs8.pem
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "assertion-encrypted" {
        title: "an encrypted assertion",
        severity: Error,
        stage: Response,
        needs: [],
        explains: ["assertion-not-decrypted"],
        cites: [(
            "IAM Identity Center User Guide",
            "Troubleshooting IAM Identity Center issues",
            "does not support encrypted SAML assertions"
        )],
        predicts: ["unexpected-error"],
    }
}

use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Message, Severity, code};
use crate::saml::EncryptedAssertion;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    let identity_center = cx.service() == Service::IdentityCenter;
    for encrypted in &message.encrypted {
        let span = document.element(encrypted.node).map_or(encrypted.tag, |element| element.name_span());
        let words = match identity_center {
            true => say!["the assertion is encrypted, and IAM Identity Center does not support that"],
            false if message.assertions.is_empty() => {
                ciphers(encrypted).and(", so what it says cannot be read without the private key")
            }
            false => ciphers(encrypted).and("; the private key that was supplied opened it"),
        };
        let ceiling = if identity_center { Severity::Error } else { Severity::Note };
        let mut finding =
            out.find(span, words).at_most(ceiling).predicts(identity_center.then_some("unexpected-error"));
        if let Some(algorithm) = &encrypted.data_algorithm {
            finding = finding.related(algorithm.span, "encrypts the assertion");
        }
        if let Some(algorithm) = &encrypted.key_algorithm {
            finding = finding.related(algorithm.span, "encrypts the key");
        }
        if identity_center {
            finding.fix_at_idp(
                Setting::Encryption,
                "Turn off the encryption of assertions for this application.",
            );
        }
    }
    Some(Checked)
}

fn ciphers(encrypted: &EncryptedAssertion) -> Message {
    let words = say!["the assertion is encrypted"];
    match (&encrypted.data_algorithm, &encrypted.key_algorithm) {
        (Some(data), Some(key)) => words
            .and(" (")
            .and(code(short(data.as_str())))
            .and(", its key with ")
            .and(code(short(key.as_str())))
            .and(")"),
        (Some(data), None) => words.and(" (").and(code(short(data.as_str()))).and(")"),
        _ => words,
    }
}

/// The name behind the `#` of an algorithm's URI.
fn short(algorithm: &str) -> &str {
    algorithm.rsplit('#').next().unwrap_or(algorithm)
}
