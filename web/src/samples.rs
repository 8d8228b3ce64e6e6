//! The built-in samples: sign-ins that work and several that do not, made of one document by a few edits.
//!
//! They deliberately have fixed times and are judged at their own instant, so that they never expire. Their accounts
//! are none of those that documentation uses, for a rule reports these.

use samlens_core::wire::view::Tone;

/// The sign-in that works. The others differ from it by their edits. Its signature has two empty places.
const BASE: &str = include_str!("../samples/console.xml");

/// What stands in the two places: a line for each sample with its id, the digest and the signature. A test writes them.
const SIGNATURES: &str = include_str!("../samples/signatures.txt");

/// The answer of `aws iam get-saml-provider` for the provider of the base.
const PROVIDER: &str = include_str!("../samples/saml-provider.json");

/// The answer of `aws iam get-role` for its role.
const ROLE: &str = include_str!("../samples/role.json");

/// Something to try.
#[derive(Debug, PartialEq)]
pub struct Sample {
    pub id: &'static str,
    pub title: &'static str,
    pub detail: &'static str,
    /// What comes out; a test holds it.
    pub tone: Tone,
    /// Made before it is signed.
    edits: &'static [(&'static str, &'static str)],
    /// Made after it is signed.
    changes: &'static [(&'static str, &'static str)],
    relay_state: Option<&'static str>,
    /// What is pasted beside it.
    evidence: &'static [&'static str],
}

/// The base as it is.
const PLAIN: Sample = Sample {
    id: "",
    title: "",
    detail: "",
    tone: Tone::Unknown,
    edits: &[],
    changes: &[],
    relay_state: None,
    evidence: &[],
};

pub static SAMPLES: [Sample; 10] = [
    Sample {
        id: "working",
        title: "A sign-in that works",
        detail: "nothing found, and what is open",
        ..PLAIN
    },
    Sample {
        id: "role-space",
        title: "One stray space",
        detail: "in the value of the Role attribute",
        tone: Tone::Refused,
        edits: &[(
            "<saml:AttributeValue>arn:aws:iam::444455556666:role/Operations",
            "<saml:AttributeValue> arn:aws:iam::444455556666:role/Operations",
        )],
        ..PLAIN
    },
    Sample {
        id: "session-name",
        title: "A name with an accent",
        detail: "as RoleSessionName",
        tone: Tone::Refused,
        edits: &[("<saml:AttributeValue>ana.lopez@example.com<", "<saml:AttributeValue>Ana López<")],
        ..PLAIN
    },
    Sample {
        id: "no-role",
        title: "No role at all",
        detail: "the group filter matched nothing",
        tone: Tone::Refused,
        edits: &[(
            "<saml:AttributeValue>arn:aws:iam::444455556666:role/Operations,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>",
            "",
        )],
        ..PLAIN
    },
    Sample {
        id: "rejected",
        title: "The provider said no",
        detail: "a status that is not Success",
        tone: Tone::Refused,
        edits: &[("status:Success\"", "status:Responder\"")],
        ..PLAIN
    },
    Sample {
        id: "recipient",
        title: "Addressed to nobody",
        detail: "the confirmation names no recipient",
        tone: Tone::Refused,
        edits: &[("Z\" Recipient=\"https://signin.aws.amazon.com/saml\"", "Z\"")],
        ..PLAIN
    },
    Sample {
        id: "audience",
        title: "A stranger as audience",
        detail: "a warning: AWS may refuse it",
        tone: Tone::Unknown,
        edits: &[("<saml:Audience>urn:amazon:webservices<", "<saml:Audience>https://portal.example.org/sp<")],
        ..PLAIN
    },
    Sample {
        id: "connect",
        title: "Amazon Connect",
        detail: "with its relay state; what is open is named",
        tone: Tone::Unknown,
        edits: &[("https://signin.aws.amazon.com/saml\"", "https://eu-west-2.signin.aws.amazon.com/saml\"")],
        relay_state: Some(
            "https://eu-west-2.console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555?destination=%2Fccp-v2",
        ),
        ..PLAIN
    },
    Sample {
        id: "changed",
        title: "A broken signature",
        detail: "the role was changed after it was signed",
        tone: Tone::Refused,
        changes: &[("role/Operations,", "role/Administrator,")],
        ..PLAIN
    },
    Sample {
        id: "vouched",
        title: "With what IAM holds",
        detail: "metadata and trust policy beside it decide it",
        tone: Tone::Accepted,
        evidence: &[PROVIDER, ROLE],
        ..PLAIN
    },
];

impl Sample {
    /// Everything that is pasted: the form field, then what stands beside it.
    pub fn pastes(&self) -> Vec<String> {
        let changed = self.changes.iter().fold(self.xml(), |xml, (from, to)| xml.replace(from, to));
        let evidence = self.evidence.iter().map(|&text| text.to_owned());
        std::iter::once(self.posted(&changed)).chain(evidence).collect()
    }

    /// The form field as it was signed.
    #[cfg(test)]
    pub fn signed(&self) -> String {
        self.posted(&self.xml())
    }

    /// The form field as a browser would post it, so that there are layers to take off.
    fn posted(&self, xml: &str) -> String {
        let mut form = format!("SAMLResponse={}", percent(&base64(xml.as_bytes())));
        if let Some(relay_state) = self.relay_state {
            form = format!("{form}&RelayState={}", percent(relay_state));
        }
        form
    }

    /// The document: edited, then signed.
    fn xml(&self) -> String {
        let mut xml = BASE.to_owned();
        for (from, to) in self.edits {
            xml = xml.replace(from, to);
        }
        for line in SIGNATURES.lines() {
            if let [id, digest, value] = line.split(' ').collect::<Vec<_>>()[..]
                && id == self.id
            {
                for (place, content) in [("<ds:DigestValue>", digest), ("<ds:SignatureValue>", value)] {
                    xml = xml.replacen(place, &format!("{place}{content}"), 1);
                }
            }
        }
        xml
    }
}

/// Base64 with padding (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let all = group.iter().fold(0u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for at in 0..4usize {
            let sextet = all >> (18 - 6 * at) & 63;
            out.push(if at <= group.len() { char::from(ALPHABET[sextet as usize]) } else { '=' });
        }
    }
    out
}

/// As a form sends it (URL standard, application/x-www-form-urlencoded).
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_and_percent_are_as_the_standards_say() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        assert_eq!(percent("a+/=é"), "a%2B%2F%3D%C3%A9");
    }

    #[test]
    fn each_edit_changes_the_document() {
        for sample in &SAMPLES {
            for (from, _) in sample.edits.iter().chain(sample.changes) {
                assert!(BASE.contains(from), "{}: {from}", sample.id);
            }
            assert_eq!(sample.pastes()[0] != sample.signed(), !sample.changes.is_empty(), "{}", sample.id);
        }
    }
}
