crate::declare_rule! {
    /// The certificate in the message is not in the metadata.
    ///
    /// ## Why it matters
    /// AWS checks signatures with the keys of the metadata that IAM holds. When the identity provider changes its signing
    /// certificate, it sends the new one along, but IAM keeps the old metadata until somebody uploads the new. The certificate
    /// in the message itself is for information only; whether the signature fails is said apart.
    ///
    /// ## What to do
    /// Upload the identity provider's new metadata to IAM with the command below. If the metadata does not hold the certificate
    /// of the message either, download it again first.
    ///
    /// ## Fires
    /// The new metadata was not uploaded.
    /// ```xml sign=Assertion mark=ds:X509Certificate also=signing-key-unknown
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"https://idp.example.com/saml\"><IDPSSODescriptor><KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIBWDCB/6ADAgECAggeEUiLR+RMhzAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wHhcNMjUwMTAxMDAwMDAwWhcNMzUwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARmxQg7dslfxHjpZqFkBNHTERhGNtK6HPbrSe55vfg6hdUiBcPOTB+8Rh2f3Eki9fRKC1iJ73/a0dDh4BnWPCWfoy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBQF87vlf/Q1Es/Ew2DPheN0UZFiLTAKBggqhkjOPQQDAgNIADBFAiAi52FBmvE1NbtksrseyNRw8/jSjtq9bQ9SFgvVconfywIhALVPJf3n4mHKftNEQXCwZfdiqSrw+Av1z8+ck4OmD5yf</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"}
    /// ```
    /// ```+xml base=none
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://idp.example.com/saml"><IDPSSODescriptor><KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIC5TCCAc2gAwIBAgIIF6uMEHRSfP8wDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMB4XDTI1MDEwMTAwMDAwMFoXDTM1MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvweekHJCkCQYPyAVI4yB2QwWNGXpbdkCZEFPrJWWVLnRu4M2vV5vK4UQQZijjlD5/NFu12GMDU4QM+KK9ZsHN26hMg/+y/cZR7y2lzyULYUsGE9GmZyyWwOeY4/mKQlbi5g9w7cyKwO17GTK1mSkjF6OTJAjWokf7luwgtg7WYaacg9FdizlXCFge3aoAr/+Dis+s8TNKTTiC/3HibCakxV7k5xip8se5Mp6cd6oNXZfzlVkauZTEAxcZAAby4xgu1fBzhDIioQ2szX0YTmn00hmzaSgtwBaIq64jzDOaicfH86y4jUWvtoAyGhnd1m0B9uVkIUvaFzRK40GrwJW/QIDAQABoy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBRsQTRSfl5bQPkOkynPdBYR/mOOPjANBgkqhkiG9w0BAQsFAAOCAQEArq+HE0HaJQVXsEFahxnr55RXhrHFkP2yfEFtj8r/y5NV+guZjEnKHc5DelR0lQ/MTq+/gCH8uqNeluQjJTdVHDHxnQIaVKmE5fRFAG9cbU5XpUjwU9CLQS86E0yOUCK4zwePlQGIeSWVIdZUyUXKFu+nc28bQTjPD0udKOb/qkyW7H2z8rb8lVi1DgyP28qlhY0nkD4TqOt7vgqzAIEfAlRPwrNxlOrwSNiH31Thkqf8mAAjS3eYJWxsgRV/d38/9y0AJdE3fmdUGdl9oJrCRuxJOjeDSF0nVxpAF/fSafA37pqJXVt8UN+Q5pqD9c8vI9V1hhkyBX58PCi8GlGPxQ==</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>
    /// ```
    /// > the certificate in the message is in the new metadata, but not in that which IAM holds
    ///
    /// Nobody has the new metadata.
    /// ```xml sign=Assertion mark=ds:X509Certificate also=signing-key-unknown
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"https://idp.example.com/saml\"><IDPSSODescriptor><KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIBWDCB/6ADAgECAggeEUiLR+RMhzAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wHhcNMjUwMTAxMDAwMDAwWhcNMzUwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARmxQg7dslfxHjpZqFkBNHTERhGNtK6HPbrSe55vfg6hdUiBcPOTB+8Rh2f3Eki9fRKC1iJ73/a0dDh4BnWPCWfoy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBQF87vlf/Q1Es/Ew2DPheN0UZFiLTAKBggqhkjOPQQDAgNIADBFAiAi52FBmvE1NbtksrseyNRw8/jSjtq9bQ9SFgvVconfywIhALVPJf3n4mHKftNEQXCwZfdiqSrw+Av1z8+ck4OmD5yf</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"}
    /// ```
    /// > the certificate in the message is not in the metadata that IAM holds
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"https://idp.example.com/saml\"><IDPSSODescriptor><KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIC5TCCAc2gAwIBAgIIF6uMEHRSfP8wDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMB4XDTI1MDEwMTAwMDAwMFoXDTM1MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvweekHJCkCQYPyAVI4yB2QwWNGXpbdkCZEFPrJWWVLnRu4M2vV5vK4UQQZijjlD5/NFu12GMDU4QM+KK9ZsHN26hMg/+y/cZR7y2lzyULYUsGE9GmZyyWwOeY4/mKQlbi5g9w7cyKwO17GTK1mSkjF6OTJAjWokf7luwgtg7WYaacg9FdizlXCFge3aoAr/+Dis+s8TNKTTiC/3HibCakxV7k5xip8se5Mp6cd6oNXZfzlVkauZTEAxcZAAby4xgu1fBzhDIioQ2szX0YTmn00hmzaSgtwBaIq64jzDOaicfH86y4jUWvtoAyGhnd1m0B9uVkIUvaFzRK40GrwJW/QIDAQABoy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBRsQTRSfl5bQPkOkynPdBYR/mOOPjANBgkqhkiG9w0BAQsFAAOCAQEArq+HE0HaJQVXsEFahxnr55RXhrHFkP2yfEFtj8r/y5NV+guZjEnKHc5DelR0lQ/MTq+/gCH8uqNeluQjJTdVHDHxnQIaVKmE5fRFAG9cbU5XpUjwU9CLQS86E0yOUCK4zwePlQGIeSWVIdZUyUXKFu+nc28bQTjPD0udKOb/qkyW7H2z8rb8lVi1DgyP28qlhY0nkD4TqOt7vgqzAIEfAlRPwrNxlOrwSNiH31Thkqf8mAAjS3eYJWxsgRV/d38/9y0AJdE3fmdUGdl9oJrCRuxJOjeDSF0nVxpAF/fSafA37pqJXVt8UN+Q5pqD9c8vI9V1hhkyBX58PCi8GlGPxQ==</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"}
    /// ```
    /// ```+xml base=none
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://idp.example.com/saml"><IDPSSODescriptor><KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>MIIBWDCB/6ADAgECAggeEUiLR+RMhzAKBggqhkjOPQQDAjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wHhcNMjUwMTAxMDAwMDAwWhcNMzUwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARmxQg7dslfxHjpZqFkBNHTERhGNtK6HPbrSe55vfg6hdUiBcPOTB+8Rh2f3Eki9fRKC1iJ73/a0dDh4BnWPCWfoy8wLTAMBgNVHRMBAf8EAjAAMB0GA1UdDgQWBBQF87vlf/Q1Es/Ew2DPheN0UZFiLTAKBggqhkjOPQQDAgNIADBFAiAi52FBmvE1NbtksrseyNRw8/jSjtq9bQ9SFgvVconfywIhALVPJf3n4mHKftNEQXCwZfdiqSrw+Av1z8+ck4OmD5yf</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor></IDPSSODescriptor></EntityDescriptor>
    /// ```
    "certificate-not-in-metadata" {
        title: "a certificate in the message that is not in the metadata",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Response signature invalid",
            "Response signature invalid"
        )],
        predicts: [],
    }
}

use crate::crypto::certificate::hexadecimal;
use crate::evidence::{Seen, Step, rotation};
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, code};
use crate::rules::metadata::upload::UPLOAD;
use crate::say;

/// Certificates of the metadata that are named.
const NAMED: usize = 3;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.response()?;
    let rotation = rotation(cx.item, cx.evidence, cx.limits)?;
    let in_iam = !rotation.in_iam.is_empty();
    let held = if in_iam { &rotation.in_iam } else { &rotation.published };
    for seen in rotation.missing() {
        let (words, advice) = match (rotation.step, in_iam) {
            (Some(Step::Upload), _) => (
                "the certificate in the message is in the new metadata, but not in that which IAM holds",
                "Upload the new metadata to IAM.",
            ),
            (_, true) => (
                "the certificate in the message is not in the metadata that IAM holds",
                "Download the identity provider's present metadata, and upload it to IAM.",
            ),
            (_, false) => (
                "the certificate in the message is not in the metadata that was supplied",
                "Download the identity provider's present metadata, and upload it to IAM if it holds the certificate.",
            ),
        };
        let mut finding = out
            .find(seen.span, say![words])
            .confidence(Confidence::Likely)
            .expected(fingerprints(held))
            .found(fingerprints(std::slice::from_ref(seen)));
        for other in held.iter().take(NAMED) {
            finding = finding.related(other.span, "a certificate of the metadata");
        }
        finding.fix_by(Owner::AwsAdmin, advice).update_provider(cx.provider(), UPLOAD);
    }
    Some(Checked)
}

/// SHA-256 fingerprints, as other tools show them.
fn fingerprints(list: &[Seen]) -> Message {
    let mut message = say!["SHA-256 "];
    for (index, seen) in list.iter().take(NAMED).enumerate() {
        message = message
            .and(if index > 0 { " or " } else { "" })
            .and(code(hexadecimal(&seen.certificate.sha256_fingerprint)));
    }
    if list.len() > NAMED { message.and(" or others") } else { message }
}
