crate::declare_rule! {
    /// A certificate is broken.
    ///
    /// ## Why it matters
    /// A certificate is a nest of parts, each with its length. Where one is cut, changed or written in another way, readers
    /// stop there. IAM may then answer that it cannot parse the metadata, or use another certificate instead.
    ///
    /// ## What to do
    /// Copy the certificate again from the identity provider, whole: in PEM everything between the `BEGIN` and `END` lines, in
    /// metadata the Base64 without these lines.
    ///
    /// ## Fires
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>«MIHi»MIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*500} --></md:KeyDescriptor>
    /// ```
    /// > a certificate in the metadata is broken: it breaks off before its end
    ///
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>«SG»VsbG8sIHdvcmxkIQ==</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*500} --></md:KeyDescriptor>
    /// ```
    /// > a certificate in the metadata is broken: this is no certificate, but some other data
    ///
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>«-----BEGIN CERTIFICATE-----»
    /// MIHiMIGtAgEGMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIZasNMX82ll5D0g0nW1RaZ3MTetrRnbHWHsuAMvRz4LP1JM3AehHXxiIL2wSf6N1BsnSDyWzFm1geAi1UcpDWkwDQYJKoZIhvcNAQELBQADIQDsGOrI11ix66UtPBDTmtxt2YBkcstK4GljXTg9kIalEw==
    /// -----END CERTIFICATE-----</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*500} --></md:KeyDescriptor>
    /// ```
    /// > a certificate in the metadata has its `BEGIN` line, and only the Base64 between the lines belongs there
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "certificate-unreadable" {
        title: "a broken certificate",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "RFC 5280",
            "4.1 Basic Certificate Fields",
            "the certificate's data to be signed is encoded using the ASN.1 distinguished encoding rules (DER)"
        ), (
            "XML Signature 1.1",
            "4.5.4 The X509Data Element",
            "The X509Certificate element, which contains a base64-encoded [X509v3] certificate"
        )],
        predicts: [],
    }
}

use super::faults;
use super::shown::{Home, Shown, certificates};
use crate::crypto::certificate::Label;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;
use crate::source::Span;

/// Further faults of one certificate that are shown.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for shown in certificates(cx)?.iter().filter(|shown| shown.home != Home::Iam) {
        if shown.home != Home::File && shown.armoured.label != Label::Bare {
            out.find(
                begin_line(shown),
                say![
                    shown.whose(),
                    " has its ",
                    code("BEGIN"),
                    " line, and only the Base64 between the lines belongs there"
                ],
            )
            .at_most(shown.concern(cx))
            .confidence(Confidence::Likely)
            .fix_at_idp(Setting::Certificate, "Remove the lines, or download the metadata again.");
            continue;
        }
        let mut faults = shown
            .problems
            .iter()
            .filter_map(|problem| Some((faults::describe(problem.kind)?, problem.at)))
            .map(|(words, at)| (words, if at.is_empty() { shown.whole() } else { shown.place(at) }));
        let Some((words, place)) = faults.next() else { continue };
        let sure = if shown.certificate.is_some() { Confidence::Possible } else { Confidence::Likely };
        let mut finding = out
            .find(place, say![shown.whose(), " is broken: ", words])
            .at_most(shown.concern(cx))
            .confidence(sure);
        for (words, place) in faults.take(SHOWN) {
            finding = finding.related(place, words);
        }
        finding.fix_at_idp(
            Setting::Certificate,
            "Copy the certificate again, whole, or download the metadata again.",
        );
    }
    Some(Checked)
}

/// The line that is too much.
fn begin_line(shown: &Shown) -> Span {
    let line = shown.text.as_str().trim_start().lines().next().unwrap_or_default();
    shown.text.sub_str(line.trim_end())
}
