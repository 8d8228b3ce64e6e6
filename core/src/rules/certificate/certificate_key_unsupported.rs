crate::declare_rule! {
    /// The key of a certificate is neither RSA nor of an elliptic curve that XML signatures use.
    ///
    /// ## Why it matters
    /// SAML messages are signed with RSA, rarely with ECDSA. A certificate of another kind, such as Ed25519 or DSA, cannot be
    /// used for that by most receivers, and nothing says that AWS can.
    ///
    /// ## What to do
    /// Make a new signing certificate with an RSA key of 2,048 bits at the identity provider.
    ///
    /// ## Fires
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIGyMH4CAQgwDQYJKoZIhvcNAQELBQAwDjEMMAoGA1UEAwwDaWRwMB4XDTI1MDEwMTAwMDAwMFoXDTQ1MDEwMTAwMDAwMFowDjEMMAoGA1UEAwwDaWRw«MCowBQYDK2VwAyEA24fO5SUEylcyutSd2x1bhVHAEcGJGZbViqyuR/Zlhe0»wDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*400} --></md:KeyDescriptor>
    /// ```
    /// > the key of a certificate in the metadata is of the kind `Ed25519`, which SAML receivers hardly know
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    "certificate-key-unsupported" {
        title: "a key that is neither RSA nor ECDSA",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "XML Signature 1.1",
            "6.1 Algorithm Identifiers and Implementation Requirements",
            "Required RSAwithSHA256"
        )],
        predicts: [],
    }
}

use super::shown::certificates;
use crate::crypto::certificate::KeyKind;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for shown in &certificates(cx)? {
        let Some(key) = shown.certificate.as_ref().and_then(|certificate| certificate.public_key.as_ref())
        else {
            continue;
        };
        let kind = &key.algorithm;
        // A key of a known kind that cannot be read is broken, which another rule says.
        let known = ["rsaEncryption", "rsassaPss", "ecPublicKey"].iter().any(|name| kind.is(name));
        if key.kind != KeyKind::Other || known || kind.oid.is_empty() {
            continue;
        }
        out.find(
            shown.place(key.at),
            say![
                "the key of ",
                shown.whose(),
                " is of the kind ",
                code(kind.as_str()),
                ", which SAML receivers hardly know"
            ],
        )
        .at_most(shown.concern(cx))
        .confidence(Confidence::Likely)
        .expected("an RSA key")
        .found(code(kind.as_str()))
        .fix_at_idp(Setting::Certificate, "Make a new signing certificate with an RSA key of 2,048 bits.");
    }
    Some(Checked)
}
