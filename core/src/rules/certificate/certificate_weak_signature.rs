crate::declare_rule! {
    /// A certificate was signed with an algorithm that is broken.
    ///
    /// ## Why it matters
    /// Whoever trusts a certificate because of who signed it must not trust MD2 or MD5. SAML receivers trust it because it stands
    /// in metadata, and do not look at this signature; so the sign-in does not depend on it. But the certificate is very old.
    ///
    /// ## What to do
    /// Make a new signing certificate when the next change is due.
    ///
    /// ## Fires
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>«MIHiMIGtAgEHMA0GCSqGSIb3DQEBBAUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPIbDvidjuXa9rps1EFlKmRyKZQehbFTe1w17ea01RmocRQw9hZOk4A9k0KLwfq4D0HiE7sZdokwfehgbUN8MDgwDQYJKoZIhvcNAQEEBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==»</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    /// > a certificate in the metadata was signed with `md5WithRSAEncryption`, which is broken; receivers of SAML do not check it
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "certificate-weak-signature" {
        title: "a certificate signed with MD5",
        severity: Note,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "RFC 6151",
            "2 Security Considerations",
            "MD5 is no longer acceptable where collision resistance is required such as digital signatures."
        )],
        predicts: [],
    }
}

use super::shown::certificates;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for shown in &certificates(cx)? {
        let algorithm =
            shown.certificate.as_ref().and_then(|certificate| certificate.signature_algorithm.as_ref());
        let Some(algorithm) = algorithm else { continue };
        if !["md2WithRSAEncryption", "md5WithRSAEncryption"].iter().any(|weak| algorithm.is(weak)) {
            continue;
        }
        out.find(
            shown.whole(),
            say![
                shown.whose(),
                " was signed with ",
                code(algorithm.as_str()),
                ", which is broken; receivers of SAML do not check it"
            ],
        )
        .found(code(algorithm.as_str()))
        .fix_at_idp(Setting::Certificate, "Make a new signing certificate when the next change is due.");
    }
    Some(Checked)
}
