//! `samlens compare` as scripts and people run it.

use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn compare(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samlens"));
    command.env_remove("COLUMNS").env("COLUMNS", "200").stdin(Stdio::null());
    command.arg("compare").args(arguments).output().unwrap()
}

fn in_tests(path: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests").join(path).to_str().unwrap().to_owned()
}

/// A file of its own for each test.
fn file(name: &str, bytes: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("compare");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn baseline() -> String {
    std::fs::read_to_string(in_tests("baselines/iam.xml")).unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_same_is_0_and_a_difference_is_1() {
    let (iam, other) =
        (in_tests("baselines/iam.xml"), file("duration.xml", baseline().replace("28800", "3600").as_bytes()));
    // How it was captured is no difference between the messages, and neither is an identifier.
    let framed = file("framed.txt", format!("{{\"SAMLResponse\": {:?}}}", baseline()).as_bytes());
    for (a, b, status, headline) in [
        (&iam, &iam, 0, "They say the same\n"),
        (&iam, &framed, 0, "They say the same\n"),
        (&iam, &other, 1, "AWS probably refuses B, and nothing was found against A: "),
        (&other, &iam, 1, "AWS probably refuses A, and nothing was found against B: "),
        (&other, &other, 0, "Both are refused, for the same reason\n"),
    ] {
        let output = compare(&[a, b]);
        assert_eq!(output.status.code(), Some(status), "{a} {b} {}{}", out(&output), err(&output));
        assert!(out(&output).starts_with(headline), "{a} {b} {}", out(&output));
    }
    assert!(out(&compare(&[&iam, &other])).contains(
        "  SessionDuration: differs\n    A `28800` iam.xml:32:30\n    B `3600` duration.xml:32:30\n"
    ));
}

#[test]
fn what_works_is_said_where_evidence_shows_it() {
    let works = in_tests("corpus/trust/console-default.txt");
    let fails = in_tests("corpus/scenarios/entra-display-name.txt");
    let said = out(&compare(&[&works, &fails]));
    assert!(said.starts_with("B fails where A works: the session name `Ana Lopez` holds a space"), "{said}");
    assert!(said.contains("error `session-name-characters`, only in B: "), "{said}");
    assert!(
        said.contains("RoleSessionName: A is a mail address, B is several words; only B holds: space"),
        "{said}"
    );
}

#[test]
fn evidence_is_for_both_and_is_not_compared() {
    let error = file("error.txt", b"Response signature invalid");
    let iam = in_tests("baselines/iam.xml");
    let output =
        compare(&[&iam, &iam, "--evidence", &error, "--evidence", &in_tests("baselines/connect.xml")]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).starts_with("Both are refused"), "{}", out(&output));
}

#[test]
fn of_several_messages_the_first_is_compared_and_that_is_said() {
    let request = "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_q\" Version=\"2.0\"/>";
    let (first, second) = (baseline(), baseline().replace("28800", "3600"));
    let several = serde_json::json!([request, first, second]).to_string();
    let output = compare(&[&file("several.json", several.as_bytes()), &in_tests("baselines/iam.xml")]);
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    let said = out(&output);
    assert!(said.contains("It holds 2 sign-in messages; the first is compared."), "{said}");
}

#[test]
fn markdown_and_json_say_the_same() {
    let iam = in_tests("baselines/iam.xml");
    let other = file("tick.xml", baseline().replace("ana.lopez@example.com", "`Ana`\u{200b}").as_bytes());
    let markdown = out(&compare(&[&iam, &other, "--format", "markdown"]));
    assert!(markdown.contains("  - B: `` `Ana`\\u{200b} `` (tick.xml:29:30)\n"), "{markdown}");
    let json: serde_json::Value =
        serde_json::from_slice(&compare(&[&iam, &other, "--format", "json"]).stdout).unwrap();
    assert_eq!((&json["schema"], &json["same"]), (&"samlens-compare/v1".into(), &false.into()));
    assert_eq!((&json["a"]["outcome"], &json["b"]["outcome"]), (&"unknown".into(), &"refused".into()));
    let facts = json["facts"].as_array().unwrap();
    let name = facts.iter().find(|fact| fact["what"] == "RoleSessionName").unwrap();
    assert_eq!((&name["kind"], &name["a"][0]["line"]), (&"shape".into(), &29.into()));
    assert_eq!(name["b"][0]["value"], "`Ana`\u{200b}");
    let found = json["findings"].as_array().unwrap();
    assert!(
        found.iter().any(|one| one["rule"] == "session-name-characters" && one["a"].is_null()),
        "{found:?}"
    );
}

#[test]
fn what_cannot_be_compared_is_said() {
    let iam = in_tests("baselines/iam.xml");
    let no_message = [
        file("empty", b""),
        file("binary", &(0..=255).collect::<Vec<u8>>()),
        file("brackets", &b"<".repeat(1_000_000)),
        file("request.xml", b"<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>"),
        in_tests("absent"),
    ];
    for path in &no_message {
        for pair in [[&iam, path], [path, &iam]] {
            let output = compare(&[pair[0], pair[1]]);
            assert_eq!((output.status.code(), output.stdout.len()), (Some(65), 0), "{path}");
            assert!(err(&output).starts_with("samlens: cannot read "), "{}", err(&output));
        }
    }
    for wrong in [&["-", "-"][..], &[&iam], &[&iam, &iam, &iam], &[&iam, &iam, "--at", "tomorrow"]] {
        assert_eq!(compare(wrong).status.code(), Some(64), "{wrong:?}");
    }
}
