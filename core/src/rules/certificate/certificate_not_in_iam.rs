crate::declare_rule! {
    /// The identity provider's metadata has a signing certificate that IAM does not hold yet.
    ///
    /// ## Why it matters
    /// IAM keeps metadata until somebody replaces it. As soon as the identity provider signs with this certificate, AWS refuses
    /// every response, until the metadata is uploaded. IAM tries all signing certificates of the metadata, so the new one can
    /// be there beside the old one before the change.
    ///
    /// ## What to do
    /// Upload this metadata to IAM. It replaces the whole document: see that the certificate in use is still in it.
    ///
    /// ## Fires
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>«MIIBozCCAQwCAQIwDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMB4XDTI1MDEwMTAwMDAwMFoXDTQ1MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDALAuWXgI6vugI8rVI2NUZOotSKb5vMSGm8W4tQaRJs33Jb3dshCPleieFSJo/nEP7bnVodtatmpysSqTnLsGTSBTZIJOsig9KIWOrh97lCbowalj1iIvg7csvzQcSAot2qCdzR/UlMOHPl5F1oXiYCzoYDRdhZcmF2F9+FC8e7QIDAQABMA0GCSqGSIb3DQEBCwUAA4GBAFEvJq2jw9Y0rDxrErezPLULsJY8P22ZJCQWGchOx4/yYotJ2W3N6XpDDdT1l3BYmeCalo95NJHktwTK4zpA3ALERHQDjUWeQORxSv76e/ja6fmDSyL16Owd1DTstitRLs7Oipzs+2x+fuTzNG1eJUQTi/tuM77GBCoXMzpNMYCw»</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"https://idp.example.com/saml\"><IDPSSODescriptor><KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIBozCCAQwCAQEwDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMB4XDTI1MDEwMTAwMDAwMFoXDTQ1MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDOEZXfAg3lng1lozpCefEYPnrk5dmA4wn4tVrf8uYcPvVf8W9m9DNgJmuV22+P7AHXYDEFQwauSks4BZj2z9EULDpCSddwcAWGSdvYItyveVdYb85CjPssqIuUdB7aiwf0bdKKVJnY7+8Lj7juHsHFpeQHyTgXQdV2uo3rT1nsPwIDAQABMA0GCSqGSIb3DQEBCwUAA4GBAOwY6sjXWLHrpS08ENOa3G3ZgGRyy0rgaWNdOD2QhqUT6LwWPILu4YczKIx9SsY22zpt6wE+8tN7aDIr4g7cRcytMohGqhizKjNYFjdFEcrBBjxwS4xXmZ5R2p+QgpCnpEEkK5+uVvrU5ud9/jPLGNHD/Fg/mIzyXvny2b4NRAu7</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"}
    /// ```
    /// > this signing certificate is not in the metadata that IAM holds
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"https://idp.example.com/saml\"><IDPSSODescriptor><KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIBozCCAQwCAQEwDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMB4XDTI1MDEwMTAwMDAwMFoXDTQ1MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDOEZXfAg3lng1lozpCefEYPnrk5dmA4wn4tVrf8uYcPvVf8W9m9DNgJmuV22+P7AHXYDEFQwauSks4BZj2z9EULDpCSddwcAWGSdvYItyveVdYb85CjPssqIuUdB7aiwf0bdKKVJnY7+8Lj7juHsHFpeQHyTgXQdV2uo3rT1nsPwIDAQABMA0GCSqGSIb3DQEBCwUAA4GBAOwY6sjXWLHrpS08ENOa3G3ZgGRyy0rgaWNdOD2QhqUT6LwWPILu4YczKIx9SsY22zpt6wE+8tN7aDIr4g7cRcytMohGqhizKjNYFjdFEcrBBjxwS4xXmZ5R2p+QgpCnpEEkK5+uVvrU5ud9/jPLGNHD/Fg/mIzyXvny2b4NRAu7</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"}
    /// ```
    "certificate-not-in-iam" {
        title: "a signing certificate that IAM does not hold yet",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "changes of signing certificates",
            "all signing keys of the metadata are tried, so the new certificate is uploaded beside the old one before the change"
        )],
        predicts: [],
    }
}

use crate::crypto::certificate::hexadecimal;
use crate::evidence::{HeldBy, ItemKind, KeyOrigin, TrustedKey};
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::order::Gather as _;
use crate::rules::metadata::upload::UPLOAD;
use crate::say;
use std::collections::BTreeSet;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let tag = cx.document().filter(|_| cx.kind() == ItemKind::Metadata)?.root()?.start_tag();
    let all = &cx.evidence.metadata;
    let own = all.iter().position(|held| held.metadata.tag == tag && held.held_by == HeldBy::Unknown)?;
    // The entity of a key, where it stands in the metadata of that kind.
    let entity_id = |key: &TrustedKey, held_by: HeldBy| match key.origin {
        KeyOrigin::Metadata { index, entity } => {
            let held = all
                .get(index)
                .filter(|held| held.held_by == held_by && (held_by == HeldBy::Iam || index == own))?;
            held.metadata.entities.get(entity)?.entity_id.as_ref().map(|id| id.as_str().trim())
        }
        _ => None,
    };
    let in_iam = || cx.evidence.keys.iter().filter_map(|key| Some((entity_id(key, HeldBy::Iam)?, &key.key)));
    in_iam().next()?;
    let providers: BTreeSet<_> = in_iam().map(|(id, _)| id).gathered();
    let keys: BTreeSet<_> = in_iam().map(|(_, key)| key).gathered();
    for key in &cx.evidence.keys {
        let Some(id) = entity_id(key, HeldBy::Unknown) else { continue };
        if keys.contains(&key.key) || !providers.contains(id) {
            continue;
        }
        let finding =
            out.find(key.span, say!["this signing certificate is not in the metadata that IAM holds"]);
        let finding = match &key.certificate {
            Some(certificate) => {
                finding.found(say!["SHA-256 ", code(hexadecimal(&certificate.sha256_fingerprint))])
            }
            None => finding,
        };
        finding
            .fix_by(
                Owner::AwsAdmin,
                "Upload this metadata to IAM before the identity provider signs with the certificate.",
            )
            .update_provider(cx.provider(), UPLOAD);
    }
    Some(Checked)
}
