crate::declare_rule! {
    /// A certificate was no longer valid at this instant.
    ///
    /// ## Why it matters
    /// AWS ignores when a certificate expires: "IAM does not evaluate or take action on the expiration of X.509 certificates". So
    /// this is not why a sign-in to AWS fails. But identity providers change a certificate before it expires; if they did, the
    /// new one must be in IAM. Other receivers may refuse an expired certificate.
    ///
    /// ## What to do
    /// See whether the identity provider signs with a newer certificate by now, and upload its new metadata to IAM.
    ///
    /// ## Fires
    /// ```xml base=metadata at=2025-01-01T00:00:01Z
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEEMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yMzAxMDEwMDAwMDBaFw«0yNTAxMDEwMDAwMDBa»MA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABArVLjOGYskjsV/UWnPG6XM278zyinrvlElEPMbddBX7i1NjnxUsj8bvMIAv3kYroL6c8IX3WA3Gnv1y4AKruzUwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    /// > a certificate in the metadata expired at `2025-01-01T00:00:00Z`, which AWS ignores
    ///
    /// ## Does not fire
    /// ```xml base=metadata at=2025-01-01T00:00:00Z
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIHiMIGtAgEEMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yMzAxMDEwMDAwMDBaFw0yNTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABArVLjOGYskjsV/UWnPG6XM278zyinrvlElEPMbddBX7i1NjnxUsj8bvMIAv3kYroL6c8IX3WA3Gnv1y4AKruzUwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    /// ```xml base=metadata at=2026-01-15T10:00:00Z
    /// ```
    "certificate-expired" {
        title: "an expired certificate",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM",
            "IAM does not evaluate or take action on the expiration of X.509 certificates in SAML metadata documents"
        )],
        predicts: [],
    }
}

use super::shown::{Home, certificates};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Severity, code};
use crate::saml::Instant;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let at = cx.instant()?;
    for shown in &certificates(cx)? {
        let Some(end) = shown.certificate.as_ref().and_then(|certificate| certificate.not_after) else {
            continue;
        };
        let Some(milliseconds) = end.milliseconds.filter(|end| *end < at.0) else { continue };
        let aws = shown.home != Home::Message || cx.service().assumes_a_role();
        out.find(
            shown.place(end.at),
            say![
                shown.whose(),
                " expired at ",
                code(Instant(milliseconds)),
                if aws { ", which AWS ignores" } else { ", and receivers may refuse it" }
            ],
        )
        .at_most(if aws { Severity::Note } else { Severity::Warning })
        .expected(say!["valid at ", code(at)])
        .found(say!["valid until ", code(Instant(milliseconds))])
        .fix_at_idp(
            Setting::Certificate,
            "See whether the identity provider signs with a newer certificate by now; if so, upload its new metadata.",
        );
    }
    Some(Checked)
}
