//! Every text of the catalogue, in every wrapping in which people meet it.

use super::*;
use proptest::prelude::*;

const ID: &str = "a1b2c3d4-5678-90ab-cdef-0a1b2c3d4e5f";
const ID2: &str = "b1b2c3d4-5678-90ab-cdef-0a1b2c3d4e5f";

/// What a wrapping says besides the text: code, status, service, how many request ids.
type Said = (Option<&'static str>, Option<u16>, Option<&'static str>, usize);

fn wrappings(text: &str) -> Vec<(String, Said)> {
    let sts = Some("AWSSecurityTokenV20111201");
    let token = Some("InvalidIdentityToken");
    vec![
        (text.to_owned(), (None, None, None, 0)),
        (
            format!(
                "Error: {text} (service: AWSSecurityTokenService; status code: 400; error code: InvalidIdentityToken)"
            ),
            (token, Some(400), Some("AWSSecurityTokenService"), 0),
        ),
        (
            format!(
                "{text} (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: InvalidIdentityToken; Request ID: {ID}; Proxy: null). Please try again."
            ),
            (token, Some(400), sts, 1),
        ),
        (
            format!(
                "{text} (Service: AWSSecurityTokenService; Status Code: 400; Error Code: InvalidIdentityToken; Request ID: {ID}). Please try again."
            ),
            (token, Some(400), Some("AWSSecurityTokenService"), 1),
        ),
        (
            format!(
                "{text} (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlManifestNotFoundException; Request ID: {ID}; Proxy: null) (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: InvalidIdentityToken; Request ID: {ID2}; Proxy: null). Please try again."
            ),
            (token, Some(400), sts, 2),
        ),
        (
            format!(
                "$ aws sts assume-role-with-saml\n\nAn error occurred (InvalidIdentityToken) when calling the AssumeRoleWithSAML operation: {text}\n"
            ),
            (token, None, None, 0),
        ),
        (
            format!(
                "A client error (InvalidIdentityToken) occurred when calling the AssumeRoleWithSAML operation: {text}"
            ),
            (token, None, None, 0),
        ),
        (
            format!(
                "Error retrieving STS credentials: InvalidIdentityToken: {text}\n\tstatus code: 400, request id: {ID}"
            ),
            (token, Some(400), None, 1),
        ),
        (
            format!(
                "operation error STS: AssumeRoleWithSAML, https response error StatusCode: 400, RequestID: {ID}, InvalidIdentityToken: {text}"
            ),
            (token, Some(400), None, 1),
        ),
        (format!("api error ValidationError: {text}"), (Some("ValidationError"), None, None, 0)),
    ]
}

/// Changes that people and programs make to a text.
fn disguises(text: &str) -> Vec<String> {
    vec![
        text.to_uppercase(),
        text.to_lowercase(),
        text.replace('\'', "’"),
        text.replace('\'', "&#39;").replace('"', "&quot;"),
        text.replace('\'', "\\u0027").replace('"', "\\\""),
        text.replace(' ', "\n    "),
        text.replace(' ', "&nbsp;"),
        format!("“{text}”"),
        format!("Since Monday our agents see\n\"{text}\"\nwhen they sign in. What can we do?"),
        format!("They get ‘{text}’ here, but the others do not."),
        format!("Sign-in ends with the message „{text}“ (screenshot below)."),
        format!("<div class=\"error\"><p>{text}</p></div>"),
        format!("{{\"errorMessage\": \"{}\", \"requestParameters\": null}}", text.replace('"', "\\\"")),
    ]
}

fn texts() -> impl Iterator<Item = (&'static AwsError, String)> {
    catalogue().flat_map(|error| {
        let own = (!error.is_symptom).then_some(error.text);
        own.into_iter()
            .chain(error.variants.iter().copied())
            .map(move |text| (error, text.replace("{}", "73")))
    })
}

#[test]
fn every_text_is_found_in_every_wrapping_and_is_no_other() {
    for (error, text) in texts().filter(|(error, _)| !error.stands_alone) {
        for (wrapped, said) in wrappings(&text) {
            let found = recognise(&wrapped);
            let ids: Vec<_> = found.iter().map(|found| found.error.id).collect();
            assert_eq!(ids, [error.id], "{wrapped}");
            let found = &found[0];
            // Codes that are part of the text itself are not in the wrapping's share.
            if error.is_symptom || error.code.is_some_and(|code| text.contains(code)) {
                continue;
            }
            let reported = (found.code(), found.status(), found.service(), found.request_ids().count());
            assert_eq!(reported, said, "{wrapped}");
            assert!(wrapped.get(found.range.clone()).is_some_and(|part| text.contains(part)), "{wrapped}");
        }
    }
}

#[test]
fn every_text_is_found_in_every_disguise() {
    for (error, text) in texts() {
        for disguised in disguises(&text) {
            let ids: Vec<_> = recognise(&disguised).iter().map(|found| found.error.id).collect();
            assert_eq!(ids, [error.id], "{disguised}");
        }
    }
}

#[test]
fn every_text_is_found_in_the_middle_of_a_sentence() {
    for (error, text) in texts().filter(|(error, _)| !error.stands_alone) {
        let sentence = format!("Hello, since Monday the browser says {text} and then nothing more happens.");
        let ids: Vec<_> = recognise(&sentence).iter().map(|found| found.error.id).collect();
        assert_eq!(ids, [error.id], "{sentence}");
    }
}

/// With one word replaced a text is another text, unless a shorter form of the same error remains.
#[test]
fn near_misses_are_no_errors() {
    let holds = |paste: &str, wanted: &str| {
        let list = |text: &str| words(text).into_iter().map(|word| word.text).collect::<Vec<_>>();
        let (paste, wanted) = (list(paste), list(wanted));
        paste.windows(wanted.len().max(1)).any(|window| window == wanted)
    };
    let mut tried = 0;
    for (error, text) in texts() {
        let parts: Vec<&str> = text.split(' ').collect();
        for index in 0..parts.len() {
            if words(parts[index]).is_empty() {
                continue;
            }
            let mut changed = parts.clone();
            changed[index] = "xyzzy";
            let changed = changed.join(" ");
            let own = (!error.is_symptom).then_some(error.text);
            let remains = own
                .into_iter()
                .chain(error.variants.iter().copied())
                .any(|form| form.split("{}").all(|piece| words(piece).is_empty() || holds(&changed, piece)));
            if !remains {
                assert_eq!(
                    recognise(&changed).iter().find(|found| found.error.id == error.id),
                    None,
                    "{changed}"
                );
                tried += 1;
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

#[test]
fn numbers_and_names_may_differ() {
    let cases = [
        ("Packed size of session tags consumes 173% of allotted space.", "E17"),
        (
            "1 validation error detected: Value '99999' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
            "E11b",
        ),
        (
            "2 validation errors detected: Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20; Value '' at 'principalArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
            "E19c",
        ),
        (
            "User: arn:aws:sts::444455556666:assumed-role/a/b is not authorized to perform: sts:AssumeRoleWithSAML on resource: x",
            "E05",
        ),
        (
            "Cannot perform the operation on the protected role 'AWSReservedSSO_Admin_0a1b' - this role is only modifiable by AWS",
            "protected-role",
        ),
        (
            "Provided identity: Principal: .... User: .... cannot be used for federation with Amazon Connect",
            "E23",
        ),
    ];
    for (text, id) in cases {
        assert_eq!(recognise(text).first().map(|found| found.error.id), Some(id), "{text}");
    }
}

#[test]
fn common_words_are_no_errors() {
    for text in [
        "",
        "My access denied policy and the session expired page are fine.",
        "access denied by the proxy",
        "The invalid SAML response was logged, and they were disconnected from session two.",
        "RoleSessionName",
        "Response",
        "https://signin.aws.amazon.com/saml",
        "An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied by bucket policy",
        "{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRoleWithSAML\"}",
        "An error occurred (ResourceNotFoundException) when calling the DescribeTable operation: no table",
        "An error occurred (UserNotFoundException) when calling the AdminGetUser operation: User does not exist.",
        "An error occurred (LimitExceeded) when calling the CreateRole operation: too many roles",
        "Your request included a valid SAML response.",
        "The response's signature is valid.",
        "Not authorized to perform sts:AssumeRole",
        "Not authorized to perform sts:AssumeRoleWithWebIdentity",
        "The specified provider exists.",
        "RoleSessionName is optional in this request",
        "Unable to validate the token",
        "Your account has been authenticated and onboarded to this application.",
        "Token must be redeemed soon after issuance",
        "The session expired while I was away.",
        "Could not parse the configuration.",
        "This policy grants permissions to everybody.",
    ] {
        assert_eq!(recognise(text), [], "{text}");
    }
}

#[test]
fn two_texts_keep_their_own_reports() {
    let text = format!(
        "Response signature invalid (Service: AWSSecurityTokenService; Status Code: 400; Error Code: InvalidIdentityToken; Request ID: {ID})\n\
         Not authorized to perform sts:AssumeRoleWithSAML (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied; Request ID: {ID2})"
    );
    let found: Vec<_> = recognise(&text)
        .iter()
        .map(|found| {
            (found.error.id, found.status(), found.code(), found.request_ids().collect::<Vec<_>>().concat())
        })
        .collect();
    let expected = [
        ("E06", Some(400), Some("InvalidIdentityToken"), ID.to_owned()),
        ("E05", Some(403), Some("AccessDenied"), ID2.to_owned()),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_symptom_counts_on_a_line_of_its_own() {
    for error in catalogue().filter(|error| error.is_symptom) {
        let ids = |text: &str| recognise(text).iter().map(|found| found.error.id).collect::<Vec<_>>();
        assert_eq!(ids(&format!("Hello,\n{}\nWhat now?", error.text)), [error.id]);
        assert_eq!(ids(&format!("It seems that {} today", error.text)), [""; 0], "{}", error.id);
    }
}

#[test]
fn a_code_before_a_text_is_no_error_of_its_own() {
    let reported = |text: &str| {
        let text =
            format!("An error occurred (InvalidInput) when calling the UpdateSAMLProvider operation: {text}");
        recognise(&text).iter().map(|found| found.error.id).collect::<Vec<_>>()
    };
    assert_eq!(reported("Invalid private key. Key is encrypted."), ["invalid-private-key"]);
    assert_eq!(reported("Private key limit of 2 is reached."), ["private-key-limit"]);
    assert_eq!(reported("The name is too long."), ["provider-invalid-input"]);
}

proptest! {
    #[test]
    fn nothing_panics(text in "(Response signature invalid|Access Denied|when calling the |An error occurred \\(|\\)|\\(Service: |Status Code: 4|; |&#39;|\\\\u00|\\PC){0,12}") {
        for found in recognise(&text) {
            prop_assert!(text.get(found.range).is_some());
        }
    }
}
