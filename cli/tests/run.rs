//! The program as scripts and people run it: statuses, formats, standard input, colours, mistakes.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn samlens() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samlens"));
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "TERM"] {
        command.env_remove(name);
    }
    command
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    fed(samlens().args(arguments), input)
}

/// Runs it with something on standard input, written from beside, so that neither side waits for the other.
fn fed(command: &mut Command, input: &[u8]) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that wants no input has closed it.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn baseline(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/baselines").join(name);
    path.to_str().unwrap().to_owned()
}

/// A file of its own for each test.
fn file(name: &str, bytes: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_status_says_the_verdict() {
    let open = run(&["inspect", &baseline("iam.xml")], b"");
    assert_eq!(status(&open), 2, "{}", err(&open));
    assert!(out(&open).starts_with("? Cannot tell yet"), "{}", out(&open));
    let refused = run(&["inspect", &baseline("iam.xml"), "--error", "Response signature invalid"], b"");
    assert_eq!(status(&refused), 1);
    assert!(out(&refused).starts_with("✕ AWS refused this sign-in"), "{}", out(&refused));
    // The worst message counts.
    let both = run(&["inspect", &baseline("iam.xml"), &baseline("connect.xml")], b"");
    assert_eq!(status(&both), 2);
    assert!(out(&both).contains("Message 2 of 2"));
}

#[test]
fn an_error_text_may_come_as_evidence() {
    let error =
        file("error.txt", b"Response signature invalid (Service: AWSSecurityTokenService; Status Code: 400)");
    let refused = run(&["inspect", &baseline("iam.xml"), "--evidence", &error, "--format", "json"], b"");
    assert_eq!(status(&refused), 1);
    let json: serde_json::Value = serde_json::from_slice(&refused.stdout).unwrap();
    assert_eq!(json["messages"][0]["predicted"]["error"]["text"], "Response signature invalid");
    assert_eq!(json["evidence"][0]["kind"], "error-text");
    assert_eq!(json["evidence"][0]["used"], true);
}

#[test]
fn whatever_is_pasted_there_is_a_report_in_every_format() {
    let noise: Vec<u8> = (0..4_000_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let cases: [(&str, Vec<u8>); 8] = [
        ("empty", Vec::new()),
        ("blank", b" \n".to_vec()),
        ("binary", (0..=255).collect()),
        ("noise", noise),
        ("brackets", b"<".repeat(1_000_000)),
        ("words", b"hello".to_vec()),
        (
            "metadata",
            b"<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"x\"/>"
                .to_vec(),
        ),
        ("key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n".to_vec()),
    ];
    for (name, bytes) in cases {
        for format in ["text", "json", "markdown"] {
            let output = run(&["inspect", "-", "--format", format], &bytes);
            assert_eq!(status(&output), 2, "{name}, {format}: {}", err(&output));
            assert!(output.stderr.is_empty(), "{name}, {format}: {}", err(&output));
            if format == "json" {
                let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
                assert_eq!(json["messages"].as_array().unwrap().len(), 0, "{name}");
                assert_eq!(json["schema"], "samlens/v1");
            } else {
                assert!(out(&output).contains("There is no SAML message in this"), "{name}, {format}");
            }
        }
    }
}

#[test]
fn a_key_is_taken_and_what_it_opened_is_said() {
    let broken = file("key.pem", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    let right = baseline("../fixtures/certificates/private-pkcs8.pem");
    let encrypted = baseline("../fixtures/encryption/response.xml");
    for (message, key, used, why) in [
        (&encrypted, &right, true, "decrypted a part"),
        (&baseline("iam.xml"), &right, false, "fits nothing that is encrypted"),
        (&encrypted, &broken, false, "not a key that can be read"),
    ] {
        let output = run(&["inspect", message, "--key", key, "--format", "json"], b"");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let evidence = &json["evidence"][0];
        assert_eq!((&evidence["kind"], &evidence["used"]), (&"private-key".into(), &used.into()));
        assert!(evidence["why"].as_str().unwrap().contains(why), "{evidence}");
        let secret = std::fs::read_to_string(key).unwrap();
        let inside = secret.lines().nth(1).unwrap();
        assert!(!out(&output).contains(inside), "the key is not repeated");
    }
}

#[test]
fn the_instant_can_be_given() {
    let judged = |at: &str| {
        let output = run(&["inspect", &baseline("iam.xml"), "--at", at, "--format", "json"], b"");
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        json["messages"][0]["at"].clone()
    };
    assert_eq!(judged("issue"), serde_json::json!({"instant": "2026-01-15T10:00:00Z", "from": "issue"}));
    assert_eq!(
        judged("2026-01-15T11:00:30+01:00"),
        serde_json::json!({"instant": "2026-01-15T10:00:30Z", "from": "given"})
    );
    assert_eq!(judged("now")["from"], "now");
}

#[test]
fn wrong_arguments_are_64_and_unreadable_files_65() {
    let missing = baseline("missing.xml");
    let cases: [(&[&str], i32, &str); 10] = [
        (&[], 64, "Usage"),
        (&["inspect"], 64, "INPUT"),
        (&["inspect", "-", "--format", "yaml"], 64, "yaml"),
        (&["inspect", "-", "--at", "tomorrow"], 64, "2026-01-15T10:00:30Z"),
        (&["inspect", "-", "--service", "s3"], 64, "workspaces"),
        (&["inspect", "-", "--nonsense"], 64, "--nonsense"),
        (&["inspect", "-", "-"], 64, "only once"),
        (&["guess"], 64, "guess"),
        (&["inspect", &missing], 65, "missing.xml"),
        (&["inspect", "-", "--evidence", &missing, "--format", "json"], 65, "missing.xml"),
    ];
    for (arguments, expected, said) in cases {
        let output = run(arguments, b"");
        assert_eq!(status(&output), expected, "{arguments:?}: {}", err(&output));
        assert!(output.stdout.is_empty(), "{arguments:?}: {}", out(&output));
        assert!(err(&output).contains(said), "{arguments:?}: {}", err(&output));
    }
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let coloured = |command: &mut Command| {
        let output = fed(command.args(["inspect", &baseline("iam.xml")]), b"");
        out(&output).contains('\u{1b}')
    };
    assert!(!coloured(&mut samlens()), "a pipe is no terminal");
    assert!(coloured(samlens().env("CLICOLOR_FORCE", "1")));
    assert!(!coloured(samlens().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(!coloured(samlens().env("CLICOLOR_FORCE", "0")));
    assert!(coloured(samlens().args(["--color", "always"]).env("NO_COLOR", "1")));
    assert!(!coloured(samlens().args(["--color", "never"]).env("CLICOLOR_FORCE", "1")));
}

#[test]
fn the_width_is_that_of_the_terminal() {
    let longest = |columns: &str| {
        let output = fed(samlens().env("COLUMNS", columns).args(["explain", "E01"]), b"");
        let text = out(&output);
        // Commands are not broken: they are there to be copied.
        let prose = text.lines().filter(|line| !line.trim_start().starts_with("aws "));
        prose.map(|line| line.chars().count()).max().unwrap()
    };
    assert!(longest("60") <= 60);
    assert!((81..=120).contains(&longest("120")));
}

#[test]
fn what_is_known_is_explained() {
    for (asked, said) in [
        ("E05", "Not authorized to perform sts:AssumeRoleWithSAML"),
        ("e05", "Not authorized to perform sts:AssumeRoleWithSAML"),
        ("role-not-assumable", "role-not-assumable"),
        (
            "An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform \
             sts:AssumeRoleWithSAML",
            "What to do",
        ),
        ("what audience does AWS need?", "urn:amazon:webservices"),
        ("decode-response", "openssl base64 -d"),
        ("AuthSamlManifestNotFoundException", "E08: Specified provider"),
    ] {
        let output = run(&["explain", asked], b"");
        assert_eq!(status(&output), 0, "{asked}: {}", err(&output));
        assert!(out(&output).contains(said), "{asked}: {}", out(&output));
    }
    let list = run(&["explain"], b"");
    assert_eq!(status(&list), 0);
    assert!(out(&list).contains("role-not-assumable:") && out(&list).contains("E05:"));
}

#[test]
fn what_is_not_known_is_guessed_at() {
    let near = run(&["explain", "role-not-asumable"], b"");
    assert_eq!(status(&near), 1);
    assert!(err(&near).contains("did you mean role-not-assumable?"), "{}", err(&near));
    let far = run(&["explain", "the printer is on fire\u{1b}[31m"], b"");
    assert_eq!(status(&far), 1);
    assert!(err(&far).contains("nothing is known") && !err(&far).contains('\u{1b}'), "{}", err(&far));
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let mut child = samlens()
        .args(["inspect", &baseline("iam.xml")])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(status(&output), 2);
    assert!(output.stderr.is_empty(), "{}", err(&output));
}

#[test]
fn help_version_completions_and_manual_are_there() {
    let version = run(&["--version"], b"");
    assert_eq!((status(&version), out(&version)), (0, format!("samlens {}\n", env!("CARGO_PKG_VERSION"))));
    for (arguments, said) in [
        (&["--help"] as &[&str], "nothing is sent, stored or logged"),
        (&["inspect", "--help"], "Exit status: 0 accepted, 1 refused, 2 cannot say"),
        (&["inspect", "--help"], "--fail-on <WHAT>"),
        (&["explain", "--help"], "Explain a rule, an error of AWS or a question"),
        (&["man"], concat!(".TH samlens 1 \" \" \"samlens ", env!("CARGO_PKG_VERSION"), "\" Samlens\n")),
        (&["man"], "fail\\-on"),
        (&["completions", "bash"], "complete -F _samlens"),
        (&["completions", "zsh"], "#compdef samlens"),
        (&["completions", "fish"], "complete -c samlens"),
        (&["completions", "powershell"], "Register-ArgumentCompleter"),
        (&["completions", "elvish"], "edit:completion"),
    ] {
        let output = run(arguments, b"");
        assert_eq!(status(&output), 0, "{arguments:?}");
        assert!(out(&output).contains(said), "{arguments:?}: {}", out(&output));
        let longest = out(&output).lines().map(|line| line.chars().count()).max().unwrap();
        assert!(arguments.last() != Some(&"--help") || longest <= 100, "{arguments:?}: {longest}");
    }
}

#[test]
fn metadata_is_checked_before_it_is_uploaded() {
    let baseline = baseline("metadata.xml");
    let good = std::fs::read_to_string(&baseline).unwrap();
    let held = format!("{{\"SAMLMetadataDocument\": {good:?}}}");
    for (name, input, expected, said) in [
        ("good", good.clone(), 0, "Nothing in this metadata would make IAM refuse it"),
        ("in IAM", held, 0, "IAM holds this metadata"),
        ("byte order mark", format!("\u{FEFF}{good}"), 1, "metadata-byte-order-mark"),
        ("cut", good.chars().take(900).collect(), 1, "metadata-size"),
        ("no metadata", "hello".to_owned(), 1, "There is no SAML metadata in this"),
    ] {
        let output = run(&["metadata", "--at", "2026-01-15T10:00:00Z", "-"], input.as_bytes());
        assert_eq!(
            (status(&output), out(&output).contains(said)),
            (expected, true),
            "{name}: {}",
            out(&output)
        );
        for format in ["json", "markdown"] {
            let other = run(&["metadata", "--format", format, "-"], input.as_bytes());
            assert_eq!((status(&other), err(&other)), (expected, String::new()), "{name} in {format}");
            assert!(!out(&other).is_empty());
        }
    }
    let output = run(&["metadata", &baseline], b"");
    for field in ["Subject", "RSA, 1024 bits, exponent 65537", "SHA-256", "-----BEGIN CERTIFICATE-----"] {
        assert!(out(&output).contains(field), "{field}: {}", out(&output));
    }
    assert_eq!(status(&run(&["metadata"], b"")), 64);
    assert_eq!(status(&run(&["metadata", "/no/such/file"], b"")), 65);
}

/// Shells that are there read what was written for them; none runs it.
#[cfg(unix)]
#[test]
fn completions_are_valid_where_the_shell_is_there() {
    let mut read = 0;
    for (shell, check) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
        let script = file(&format!("completion.{shell}"), &run(&["completions", shell], b"").stdout);
        let Ok(output) = Command::new(shell).arg(check).arg(script).output() else { continue };
        assert!(output.status.success() && output.stderr.is_empty(), "{shell}: {}", err(&output));
        read += 1;
    }
    assert!(read > 0, "there is no shell to read them");
}
