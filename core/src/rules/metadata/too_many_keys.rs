crate::declare_rule! {
    /// The metadata has more signing certificates than IAM keeps of one provider.
    ///
    /// ## Why AWS refuses it
    /// IAM takes at most ten keys for a SAML provider. Metadata that collects the certificates of several identity
    /// providers or of many years has more.
    ///
    /// ## What to do
    /// Remove certificates that are no longer used at the identity provider, or upload the metadata of this one provider only.
    ///
    /// ## Fires
    /// ```xml base=metadata in=IDPSSODescriptor
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEA</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEB</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEC</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAED</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEE</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEF</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEG</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEH</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MAEI</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// <md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>«MAEJ»</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    /// ```
    /// > the metadata has 11 different signing certificates, and IAM keeps at most ten of a provider
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "too-many-keys" {
        title: "metadata with more than ten signing certificates",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "IAM and AWS STS quotas",
            "Keys per SAML provider 10"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings};
use crate::say;
use std::collections::BTreeSet;

/// Keys of a SAML provider (IAM User Guide, quotas).
const MOST: usize = 10;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    let mut seen = BTreeSet::new();
    let mut beyond = None;
    for (_, text) in supplied.metadata.signing_certificates() {
        let bare: String = text.as_str().split_whitespace().collect();
        if !bare.is_empty() && seen.insert(bare) && seen.len() > MOST {
            beyond = beyond.or(Some(text.trimmed().1));
        }
    }
    if let Some(place) = beyond {
        out.find(
            place,
            say![
                format!("the metadata has {} different signing certificates", seen.len()),
                ", and IAM keeps at most ten of a provider"
            ],
        )
        .at_most(supplied.ceiling)
        .confidence(Confidence::Likely)
        .expected("at most ten keys")
        .found(say![seen.len().to_string(), " keys"])
        .fix_at_idp(
            Setting::Certificate,
            "Remove certificates that are no longer used, and download the metadata again.",
        );
    }
    Some(Checked)
}
