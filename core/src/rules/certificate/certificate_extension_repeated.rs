crate::declare_rule! {
    /// A certificate has the same extension twice.
    ///
    /// ## Why AWS refuses it
    /// IAM takes no metadata with such a certificate: "extensions can only appear once". The standard forbids it, too.
    ///
    /// ## What to do
    /// Make a new signing certificate at the identity provider; most products make one at a click. Programs that put an
    /// extension into a request and again into their own template make such certificates.
    ///
    /// ## Fires
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIBATCBzKADAgECAgEFMA0GCSqGSIb3DQEBCwUAMA4xDDAKBgNVBAMMA2lkcDAeFw0yNTAxMDEwMDAwMDBaFw00NTAxMDEwMDAwMDBaMA4xDDAKBgNVBAMMA2lkcDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFyI56Im4RrRIEy40wzV1v9summ8MtpzE0ko4XyQxUCGi1zE337sfTKngU7KSvBHrjOy1SNCZncVaC4ZwlsLn6qjGDAWMAkGA1UdEwQCMA«AwCQYDVR0TBAIwAD»ANBgkqhkiG9w0BAQsFAAMhAOwY6sjXWLHrpS08ENOa3G3ZgGRyy0rgaWNdOD2QhqUT</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    /// > a certificate in the metadata has the extension `basicConstraints` twice, and IAM takes only one of each
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIH2MIHBoAMCAQICAQUwDQYJKoZIhvcNAQELBQAwDjEMMAoGA1UEAwwDaWRwMB4XDTI1MDEwMTAwMDAwMFoXDTQ1MDEwMTAwMDAwMFowDjEMMAoGA1UEAwwDaWRwMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEXIjnoibhGtEgTLjTDNXW/2y6abwy2nMTSSjhfJDFQIaLXMTffux9MqeBTspK8EeuM7LVI0JmdxVoLhnCWwufqqMNMAswCQYDVR0TBAIwADANBgkqhkiG9w0BAQsFAAMhAOwY6sjXWLHrpS08ENOa3G3ZgGRyy0rgaWNdOD2QhqUT</ds:X509Certificate></ds:X509Data></ds:KeyInfo><!-- \u{2E*300} --></md:KeyDescriptor>
    /// ```
    "certificate-extension-repeated" {
        title: "a certificate with the same extension twice",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Could not parse metadata",
            "You can use extensions, but the extensions can only appear once in the certificate."
        ), (
            "RFC 5280",
            "4.2 Certificate Extensions",
            "A certificate MUST NOT include more than one instance of a particular extension."
        )],
        predicts: ["could-not-parse-metadata"],
    }
}

use super::shown::{Home, certificates};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::metadata::upload::REFUSED;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for shown in &certificates(cx)? {
        let Some(certificate) = &shown.certificate else { continue };
        let list = &certificate.extensions.list;
        for again in list.iter().filter(|extension| extension.repeated) {
            let mut finding = out
                .find(
                    shown.place(again.at),
                    say![
                        shown.whose(),
                        " has the extension ",
                        code(again.kind.as_str()),
                        " twice, and IAM takes only one of each"
                    ],
                )
                .at_most(shown.ceiling())
                .predicts(matches!(shown.home, Home::Metadata(_)).then_some(REFUSED));
            if let Some(first) = list.iter().find(|first| first.kind == again.kind) {
                finding = finding.related(shown.place(first.at), "the first");
            }
            finding
                .fix_at_idp(Setting::Certificate, "Make a new signing certificate at the identity provider.");
        }
    }
    Some(Checked)
}
