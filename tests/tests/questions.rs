//! The case studies and the fifteen questions of the errors guide (S003 in `docs/coverage.md`): each question's page is what
//! `samlens explain` and the search of the page find first, in several wordings, and each failure has a case in
//! `corpus/questions` whose first diagnosis answers.

use samlens_core::aws::questions;
use samlens_core::render::search;
use samlens_tests::corpus;
use samlens_tests::coverage::documents::DOCUMENTS;
use std::collections::BTreeSet;

/// A question in the words of somebody on call, and the page.
struct Asked {
    page: &'static str,
    wordings: &'static [&'static str],
}

const fn asked(page: &'static str, wordings: &'static [&'static str]) -> Asked {
    Asked { page, wordings }
}

/// In the order of the guide.
const ASKED: [Asked; 15] = [
    asked(
        "required-audience",
        &[
            "Required audience for AWS SAML?",
            "which audience uri do I put in okta for aws",
            "audience urn:amazon:webservices or signin.aws.amazon.com/saml",
        ],
    ),
    asked(
        "connect-direct-login",
        &[
            "agents open the connect url directly and get session expired",
            "can't log in directly to connect instance url, session expired",
            "SP initiated login to amazon connect",
        ],
    ),
    asked(
        "decode-response",
        &[
            "how can I read a SAMLResponse without uploading it anywhere",
            "decode SAMLResponse base64 command line",
            "decode saml powershell",
            "is it safe to paste saml response in an online decoder",
        ],
    ),
    asked(
        "connect-longest-session",
        &[
            "how long can a connect agent stay logged in",
            "max saml session length connect 12 hours",
            "can we extend connect session beyond 12 hours",
        ],
    ),
    asked(
        "user-difference",
        &[
            "some agents can log in others can't",
            "only one user cannot log in",
            "15% of agents can't log in after migration",
            "works for me but not for my colleague",
        ],
    ),
    asked(
        "fix-not-authorized",
        &[
            "not authorized to perform sts assumerolewithsaml how to fix",
            "what do I check for AccessDenied AssumeRoleWithSAML",
        ],
    ),
    asked(
        "certificate-rotation",
        &[
            "our idp certificate was rotated what do we have to do in aws",
            "okta cert rotated, do i need to update iam",
            "signing cert expires next week, what to change in aws",
        ],
    ),
    asked(
        "connect-with-identity-center",
        &[
            "connect with identity center instead of iam saml",
            "is identity center better than iam federation for amazon connect",
        ],
    ),
    asked(
        "connect-logged-out-during-call",
        &["agents kicked out after 12 hours while on a call", "call dropped when session expires connect"],
    ),
    asked(
        "cloudtrail-event",
        &[
            "where do I find the failed login in cloudtrail",
            "cloudtrail event name for saml login failure",
            "no AssumeRoleWithSAML event in cloudtrail",
        ],
    ),
    asked(
        "metadata-upload-fails",
        &[
            "iam says unable to parse metadata",
            "could not parse metadata when uploading to iam",
            "metadata.xml upload fails",
        ],
    ),
    asked(
        "several-roles",
        &["can a user have more than one role in saml", "user with two roles connect role picker"],
    ),
    asked(
        "region-difference",
        &[
            "saml works in us-east-1 but not in sydney",
            "login fails only in the new region",
            "failover region saml does not work",
        ],
    ),
    asked(
        "prevent-signature-failure",
        &[
            "how to stop response signature invalid from happening again",
            "automate metadata refresh",
            "certificate expiration alert",
        ],
    ),
    asked(
        "test-safely",
        &["how to test saml changes without breaking prod", "try sso safely before rollout"],
    ),
];

/// What a case is about, and the rule of its first diagnosis or of its first error.
const CASES: &[(&str, &str)] = &[
    ("case-study-1.txt", "signing-key-unknown"),
    ("case-study-2.txt", "connect-user-missing"),
    ("case-study-3.txt", "organization-policy-denies"),
    ("case-study-3-without-role.txt", "organization-policy-denies"),
    ("q05-user-difference.txt", "connect-user-missing"),
    ("q06-not-authorized-action.txt", "trust-action-missing"),
    ("q06-not-authorized-region.txt", "trust-condition-unmet"),
    ("q06-not-authorized-tags.txt", "trust-tag-session-missing"),
    ("q07-certificate-rotated.txt", "signing-key-unknown"),
    ("q10-cloudtrail-event.txt", "issuer-not-in-provider"),
    ("q11-metadata-upload.xml", "metadata-byte-order-mark"),
    ("q13-region-difference.txt", "trust-condition-unmet"),
    ("q14-signature-invalid-again.txt", "signing-key-unknown"),
];

/// No response was ever sent, so the error text alone is recognised.
const WITHOUT_MESSAGE: (&str, &str) = ("q02-connect-direct-login.txt", "E22");

#[test]
fn every_question_is_found_as_it_is_asked_and_reworded() {
    let guide = DOCUMENTS.iter().find(|document| document.id == "S003").unwrap();
    let literal: Vec<_> = guide.questions.iter().filter(|row| row.quoted).collect();
    assert_eq!(literal.len(), ASKED.len());
    let mut wrong = Vec::new();
    for (row, asked) in literal.iter().zip(&ASKED) {
        assert_eq!(row.pages.first(), Some(&asked.page), "{}", row.heading);
        assert!(questions::by_id(asked.page).is_some());
        for words in asked.wordings.iter().chain([&row.heading]) {
            let found = search::question(words).map(|question| question.id);
            if found != Some(asked.page) {
                wrong.push(format!("{words}: {found:?}, not {}", asked.page));
            }
            // The list of the page has the best of each group first.
            let groups = search::search(words);
            let first =
                groups.iter().find(|(title, _)| *title == "Questions").and_then(|(_, found)| found.first());
            if first.map(|entry| entry.id) != Some(asked.page) {
                wrong.push(format!("{words}: the search shows {:?} first", first.map(|entry| entry.id)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_failure_is_answered_by_the_first_diagnosis() {
    let folder = corpus::folder().join("questions");
    for (file, rule) in CASES {
        let report = corpus::report(&folder.join(file));
        let first = report.messages.iter().find_map(|message| {
            let first = message.diagnosed.diagnoses.first()?;
            Some(message.answers.findings[first.cause].rule.id)
        });
        let error = || {
            let mut errors =
                report.findings.iter().filter(|one| one.severity == samlens_core::lint::Severity::Error);
            errors.next().map(|finding| finding.rule.id)
        };
        assert_eq!(first.or_else(error), Some(*rule), "{file}");
    }
    let (file, error) = WITHOUT_MESSAGE;
    let report = corpus::report(&folder.join(file));
    assert_eq!(report.errors.first().map(|given| given.error.id), Some(error), "{file}");
    let known: BTreeSet<_> =
        CASES.iter().chain([&WITHOUT_MESSAGE]).map(|(file, _)| (*file).to_owned()).collect();
    let there: BTreeSet<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.ends_with(".expect"))
        .collect();
    assert_eq!(there, known);
}
