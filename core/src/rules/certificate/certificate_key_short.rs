crate::declare_rule! {
    /// The key of a certificate is shorter than IAM takes.
    ///
    /// ## Why AWS refuses it
    /// A certificate in metadata must have a key of at least 1,024 bits. IAM answers that it cannot parse the metadata. Shorter
    /// RSA keys can be broken.
    ///
    /// ## What to do
    /// Make a new signing certificate with 2,048 bits or more at the identity provider, then upload its metadata to IAM.
    ///
    /// ## Fires
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHlMIGwAgEDMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBcMA0GCSqGSIb3DQEBAQUAA0sAMEgCQQ«CSLFlwg71Di39tcq910CWUiJlkdxG4Br3SzYL6aXE9s9D2Mcod26jbO8/LngV83JjQN58b7gDnWlRRR6J9rdmD»AgMBAAEwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    /// > the key of a certificate in the metadata has 512 bits, and IAM takes none of less than 1,024
    ///
    /// ## Does not fire
    /// Exactly 1,024 bits are enough.
    /// ```xml base=metadata
    /// ```
    /// The keys of elliptic curves are short and strong.
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    "certificate-key-short" {
        title: "a key of less than 1,024 bits",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Could not parse metadata",
            "The X.509 certificate included as part of the SAML metadata document must use a key size of at least 1024 bits."
        )],
        predicts: ["could-not-parse-metadata"],
    }
}

use super::shown::{Home, certificates};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings};
use crate::rules::metadata::upload::REFUSED;
use crate::say;

/// Bits of an RSA modulus (IAM User Guide).
const LEAST: usize = 1_024;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for shown in &certificates(cx)? {
        let Some(key) = shown.certificate.as_ref().and_then(|certificate| certificate.public_key.as_ref())
        else {
            continue;
        };
        let Some(rsa) = key.rsa().filter(|rsa| rsa.bits < LEAST) else { continue };
        out.find(
            shown.place(rsa.modulus),
            say![
                "the key of ",
                shown.whose(),
                format!(" has {} bits", rsa.bits),
                ", and IAM takes none of less than 1,024"
            ],
        )
        .at_most(shown.ceiling())
        .predicts(matches!(shown.home, Home::Metadata(_)).then_some(REFUSED))
        .expected("at least 1,024 bits")
        .found(format!("{} bits", rsa.bits).as_str())
        .fix_at_idp(Setting::Certificate, "Make a new signing certificate with 2,048 bits or more.");
    }
    Some(Checked)
}
