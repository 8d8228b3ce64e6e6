//! What people type, and the page that they should get.

use super::*;

const ASKED: &[(&str, &str)] = &[
    ("what audience does AWS need?", "required-audience"),
    ("What is the SP Entity ID for AWS", "required-audience"),
    ("why cant I log in to amazon connect directly with saml", "connect-direct-login"),
    ("how to decode a saml response offline", "decode-response"),
    ("How do I decode SAML responses without an on-line tool", "decode-response"),
    ("maximum session duration amazon connect", "connect-longest-session"),
    ("Why does SAML work for some agents but not others", "user-difference"),
    ("How do I fix \"Not authorized to perform sts:AssumeRoleWithSAML\"?", "fix-not-authorized"),
    ("do i have to update IAM when my idp rotates the signing certificate", "certificate-rotation"),
    ("Do I need to updat anything in IAM when my IdP rotats its certifcate?", "certificate-rotation"),
    ("can I use Identity Center instead of IAM federation for Connect", "connect-with-identity-center"),
    ("agents logged out during active call", "connect-logged-out-during-call"),
    ("which cloudtrail event shows saml failures", "cloudtrail-event"),
    ("metadata file will not upload to IAM: “Unable to parse metadata”", "metadata-upload-fails"),
    ("multiple roles in a single assertion", "several-roles"),
    ("Why does SAML federation work in eu-west-1 but fail in ap-southeast-2?", "region-difference"),
    ("How do I prevent the Response signature invalid error from recurring?", "prevent-signature-failure"),
    ("test SAML configuration without affecting users in production", "test-safely"),
    ("okta refresh application data", "okta-refresh-roles"),
    ("turn on SAML in WorkSpaces directory", "workspaces-directory"),
];

fn ids(asked: &str) -> Vec<&'static str> {
    search(asked).iter().flat_map(|(_, entries)| entries.iter().map(|entry| entry.id)).collect()
}

#[test]
fn pages_are_found_by_identifier_words_code_and_pasted_text() {
    let pages = rules::all().count() + errors::catalogue().count() + questions::all().count();
    let all = pages + idp::providers().count();
    assert_eq!(ids("").len(), all);
    assert_eq!(ids(" Assertion-expired"), ["assertion-expired"]);
    assert!(ids("Expired  ASSERTION").contains(&"assertion-expired"));
    assert!(ids("AuthSamlManifestNotFoundException").contains(&"E08"));
    assert!(ids("disconnected every hour after 60 minutes").contains(&"E31"));
    let pasted = "An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to \
         perform sts:AssumeRoleWithSAML";
    assert_eq!(ids(pasted), ["E05"]);
    for nothing in ["nothing is called like this", "the printer is on fire", "?!", "\u{0}"] {
        assert!(ids(nothing).is_empty(), "{nothing}: {:?}", ids(nothing));
    }
}

#[test]
fn the_best_of_a_group_stands_first() {
    let groups = search("relay state for connect");
    let (_, questions) = groups.iter().find(|(title, _)| *title == QUESTIONS).unwrap();
    assert_eq!(questions.first().map(|entry| entry.id), Some("connect-relay-state"));
}

#[test]
fn questions_are_found_in_the_words_of_those_who_ask() {
    for (asked, id) in ASKED {
        assert_eq!(question(asked).map(|question| question.id), Some(*id), "{asked}");
    }
    for one in questions::all() {
        assert_eq!(question(one.question).map(|found| found.id), Some(one.id), "{}", one.question);
        let shouted = one.question.to_uppercase().replace('?', "");
        assert_eq!(question(&shouted).map(|found| found.id), Some(one.id), "{shouted}");
    }
}

#[test]
fn an_error_text_asks_nothing() {
    for words in ["", "how do i", "what is the", "?"] {
        assert_eq!(question(words), None, "{words}");
    }
    for error in errors::catalogue().filter(|error| !error.is_symptom) {
        let id = "a1b2c3d4-5678-90ab-cdef-0a1b2c3d4e5f";
        for pasted in [
            error.text.to_owned(),
            format!(
                "{} (Service: AWSSecurityTokenService; Status Code: 400; Error Code: X; Request ID: {id}). Please try again.",
                error.text
            ),
        ] {
            assert_eq!(question(&pasted).map(|found| found.id), None, "{pasted}");
        }
    }
}

#[test]
fn endings_do_not_count() {
    for (word, expected) in [
        ("rotates", "rotat"),
        ("rotated", "rotat"),
        ("rotating", "rotat"),
        ("aws", "aws"),
        ("access", "access"),
    ] {
        assert_eq!(stem(word), expected, "{word}");
    }
}
