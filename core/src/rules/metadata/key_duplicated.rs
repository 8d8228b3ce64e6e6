crate::declare_rule! {
    /// The same signing certificate stands twice in the metadata.
    ///
    /// ## Why it matters
    /// It does no harm, but it counts towards the ten keys that IAM keeps of a provider. Before a certificate is changed,
    /// two different ones should stand there: if this was meant to be the old one and the new one, the new one is missing.
    ///
    /// ## What to do
    /// If a change of the certificate is under way, see that the new one is in the metadata, and upload it to IAM.
    ///
    /// ## Fires
    /// ```xml base=metadata in=IDPSSODescriptor
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>‹MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==›</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>«MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==»</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// ```
    /// > this signing certificate stands in the metadata already
    ///
    /// ## Does not fire
    /// The same certificate for signing and for encryption is usual.
    /// ```xml base=metadata in=IDPSSODescriptor
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// ```
    "key-duplicated" {
        title: "a signing certificate that stands twice in the metadata",
        severity: Note,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "IAM and AWS STS quotas",
            "Keys per SAML provider"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings};
use crate::say;
use std::collections::BTreeMap;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::supplied(cx)?;
    let mut seen = BTreeMap::new();
    for (entity, text) in supplied.metadata.signing_certificates() {
        let bare: String = text.as_str().split_whitespace().collect();
        if bare.is_empty() {
            continue;
        }
        let place = text.trimmed().1;
        match seen.get(&(entity, bare.clone())) {
            None => {
                seen.insert((entity, bare), place);
            }
            Some(first) => {
                out.find(place, say!["this signing certificate stands in the metadata already"])
                    .related(*first, "it stands here, too")
                    .fix_at_idp(
                        Setting::Certificate,
                        "If the certificate is being changed, see that the new one is in the metadata.",
                    );
            }
        }
    }
    Some(Checked)
}
