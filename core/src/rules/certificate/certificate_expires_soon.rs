crate::declare_rule! {
    /// A certificate in the metadata expires within two months.
    ///
    /// ## Why it matters
    /// AWS ignores when a certificate expires, but identity providers change it before, some of them by themselves. From then on AWS
    /// refuses every response, until the new certificate is in IAM. IAM tries all certificates of the metadata, so the new one
    /// can stand beside the old one.
    ///
    /// ## What to do
    /// Before the change, download metadata that holds both certificates, and upload it to IAM.
    ///
    /// ## Fires
    /// ```xml base=metadata at=2025-12-03T00:00:00Z
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEJMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw«0yNjAyMDEwMDAwMDBa»MA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKThZ6dqBa3YqGVMFpsHsER6kWA1rvYC3xA+iuD+L/OQTNm3Zy1/vuj7UfseBJ9pA0IDX1Q6jv5zS3tf+wwVSkUwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    /// > a certificate in the metadata expires at `2026-02-01T00:00:00Z`, in 60 days
    ///
    /// ## Does not fire
    /// ```xml base=metadata at=2025-12-02T23:59:59Z
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEJMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw0yNjAyMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKThZ6dqBa3YqGVMFpsHsER6kWA1rvYC3xA+iuD+L/OQTNm3Zy1/vuj7UfseBJ9pA0IDX1Q6jv5zS3tf+wwVSkUwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    "certificate-expires-soon" {
        title: "a certificate that expires soon",
        severity: Note,
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

use super::shown::{Home, certificates};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::metadata::upload::UPLOAD;
use crate::rules::naming::count;
use crate::saml::Instant;
use crate::say;

/// How long before the end it is told, in milliseconds: 60 days.
const SOON: i64 = 60 * DAY;
const DAY: i64 = 86_400_000;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let at = cx.instant()?;
    for shown in certificates(cx)?.iter().filter(|shown| shown.home != Home::Message) {
        let Some(end) = shown.certificate.as_ref().and_then(|certificate| certificate.not_after) else {
            continue;
        };
        let Some(milliseconds) = end.milliseconds else { continue };
        let left = milliseconds.saturating_sub(at.0);
        if !(0..=SOON).contains(&left) {
            continue;
        }
        let days = usize::try_from(left / DAY).unwrap_or_default();
        out.find(
            shown.place(end.at),
            say![shown.whose(), " expires at ", code(Instant(milliseconds)), ", in ", count(days, "day")],
        )
        .fix_at_idp(
            Setting::Certificate,
            "Before the certificate is changed, download metadata that holds the new one, too, and upload it to IAM.",
        )
        .update_provider(cx.provider(), UPLOAD);
    }
    Some(Checked)
}
