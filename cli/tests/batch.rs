//! Folders and many files: order, summary, statuses, JSON Lines, octets; and every command of `docs/ci.md`.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Responses of the corpus: what AWS accepts with the evidence in the file, what it refuses, what is open.
const ACCEPTED: &str = "tests/corpus/trust/two-roles-one-trusts.txt";
const REFUSED: &str = "tests/corpus/scenarios/adfs-no-session-name.xml";
const OPEN: &str = "tests/baselines/iam.xml";
const SIGNED: &str = "tests/fixtures/signed/assertion.xml";
const CARRIAGE_RETURNS: &str = "tests/fixtures/signed/carriage-returns.xml";

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// A fresh folder of its own for each test, with copies of files of the repository.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("batch").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    for (to, from) in files {
        let to = folder.join(to);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(repository(from), to).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samlens"));
    command.env_remove("CLICOLOR_FORCE").current_dir(folder).args(arguments).stdin(Stdio::null());
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code().unwrap(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn lines(json: &str) -> Vec<(String, Value)> {
    let lines = json.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.map(|mut line| (line["file"].as_str().unwrap().to_owned(), line["report"].take())).collect()
}

fn slashes(path: &str) -> String {
    path.replace('\\', "/")
}

#[test]
fn a_folder_is_read_in_order_and_summed_up() {
    let folder = folder(
        "order",
        &[
            ("in/b.xml", REFUSED),
            ("in/a/z.txt", ACCEPTED),
            ("in/c.xml", OPEN),
            ("in/a/deep/er.xml", REFUSED),
            ("in/notes.md", "LICENSE-MIT"),
        ],
    );
    let (status, out, err) = run(&folder, &["inspect", "in"]);
    assert_eq!((status, err.as_str()), (1, ""));
    let files: Vec<_> = out.lines().filter_map(|line| line.strip_prefix("== ")).map(slashes).collect();
    assert_eq!(files, ["in/a/deep/er.xml", "in/a/z.txt", "in/b.xml", "in/c.xml", "in/notes.md"]);
    let (_, summary) = out.split_once("Summary, in files\n").unwrap();
    let words: Vec<_> = summary.split_whitespace().collect();
    assert_eq!(
        words.join(" "),
        "accepted 1 refused 2 unknown 1 without a message 1 First cause of what is refused session-name-missing 2"
    );
    let (_, markdown, _) = run(&folder, &["inspect", "in", "--format", "markdown"]);
    assert!(
        markdown.contains("| refused | 2 |\n") && markdown.contains("| ` session-name-missing ` | 2 |\n")
    );
}

#[test]
fn json_is_one_line_for_each_file() {
    let folder = folder("lines", &[("in/a.xml", REFUSED), ("in/b.xml", OPEN)]);
    let (status, out, err) = run(&folder, &["inspect", "in", "--format", "json"]);
    assert_eq!(status, 1);
    assert!(err.starts_with("Summary, in files\n"), "{err}");
    let lines = lines(&out);
    assert_eq!(lines.iter().map(|(file, _)| slashes(file)).collect::<Vec<_>>(), ["in/a.xml", "in/b.xml"]);
    for (file, report) in &lines {
        let (_, alone, _) = run(&folder, &["inspect", file, "--format", "json"]);
        assert_eq!(report, &serde_json::from_str::<Value>(&alone).unwrap(), "the same report as alone");
    }
}

#[test]
fn each_file_stands_for_itself_where_that_is_asked_for() {
    let files = [
        ("a.xml", REFUSED),
        ("b.xml", OPEN),
        ("n.md", "LICENSE-MIT"),
        ("evidence.txt", ACCEPTED),
        ("-/c.xml", OPEN),
    ];
    let folder = folder("each", &files);
    let (_, together, _) = run(&folder, &["inspect", "a.xml", "b.xml", "--format", "json"]);
    let together: Value = serde_json::from_str(&together).unwrap();
    assert_eq!(together["messages"].as_array().unwrap().len(), 2, "without --each, one inspection");
    let (status, out, _) = run(&folder, &["inspect", "--each", "b.xml", "a.xml", "--format", "json"]);
    let each = lines(&out);
    assert_eq!(status, 1);
    assert_eq!(each.iter().map(|(file, _)| file.as_str()).collect::<Vec<_>>(), ["b.xml", "a.xml"]);
    assert!(each.iter().all(|(_, report)| report["messages"].as_array().unwrap().len() == 1));
    // The evidence goes with each, and settles what was open. A message in it is not what is judged.
    let arguments =
        ["inspect", "--each", "a.xml", "b.xml", "n.md", "--evidence", "evidence.txt", "--format", "json"];
    let (_, out, err) = run(&folder, &arguments);
    assert!(lines(&out).iter().all(|(_, report)| !report["evidence"].as_array().unwrap().is_empty()));
    let counts: Vec<_> =
        err.lines().skip(1).take(4).filter_map(|line| line.split_whitespace().last()).collect();
    assert_eq!(counts, ["1", "1", "0", "1"], "{err}");
    // Standard input is no folder, even where one has its name.
    let (status, out, _) = run(&folder, &["inspect", "-"]);
    assert_eq!((status, out.contains("Summary, in files")), (2, false));
    let (_, out, _) = run(&folder, &["inspect", "-", "--each"]);
    assert!(out.starts_with("== -\n"), "{out}");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    let folder = folder("unreadable", &[("in/a.xml", REFUSED)]);
    std::fs::create_dir_all(folder.join("empty")).unwrap();
    let cases: [(&[&str], &str); 2] = [
        (&["inspect", "--each", "missing.xml", "in/a.xml"], "cannot read missing.xml"),
        (&["inspect", "in", "empty", "--fail-on", "refused"], "cannot read empty: the folder holds no file"),
    ];
    for (arguments, said) in cases {
        let (status, out, err) = run(&folder, arguments);
        assert_eq!(status, 65, "{arguments:?}: {err}");
        assert!(err.contains(said), "{err}");
        assert!(out.contains("a.xml") && out.contains("not read               1"), "{out}");
    }
    assert_eq!(run(&folder, &["inspect", "in", "--evidence", "missing.xml"]).0, 65);
    assert_eq!(run(&folder, &["inspect", "--each", "-", "-"]).0, 64);
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_files_only() {
    let folder = folder("links", &[("in/a.xml", REFUSED)]);
    std::os::unix::fs::symlink(folder.join("in"), folder.join("in/loop")).unwrap();
    std::os::unix::fs::symlink(folder.join("in/a.xml"), folder.join("in/b.xml")).unwrap();
    std::os::unix::fs::symlink(folder.join("nowhere"), folder.join("in/c.xml")).unwrap();
    let (status, out, err) = run(&folder, &["inspect", "in"]);
    assert_eq!(status, 65);
    assert_eq!(out.lines().filter(|line| line.starts_with("== ")).count(), 2, "{out}");
    assert!(err.contains("in/loop: links to folders are not followed") && err.contains("in/c.xml"), "{err}");
}

#[test]
fn what_fails_can_be_chosen() {
    let folder = folder(
        "fail-on",
        &[("r.xml", REFUSED), ("u.xml", OPEN), ("a.txt", ACCEPTED), ("n.md", "LICENSE-MIT")],
    );
    for (file, plain, refused, unknown) in
        [("r.xml", 1, 1, 1), ("u.xml", 2, 0, 1), ("a.txt", 0, 0, 0), ("n.md", 2, 0, 1)]
    {
        for each in [&[] as &[&str], &["--each"]] {
            let status = |more: &[&str]| run(&folder, &[&["inspect", file], each, more].concat()).0;
            assert_eq!(status(&[]), plain, "{file} {each:?}");
            assert_eq!(status(&["--fail-on", "refused"]), refused, "{file} {each:?}");
            assert_eq!(status(&["--fail-on", "unknown"]), unknown, "{file} {each:?}");
        }
    }
    assert_eq!(run(&folder, &["inspect", "r.xml", "--fail-on", "warnings"]).0, 64);
}

#[test]
fn octets_are_printed_where_asked_for() {
    let folder = folder("octets", &[("signed.xml", SIGNED), ("returns.xml", CARRIAGE_RETURNS)]);
    let (_, without, _) = run(&folder, &["inspect", "signed.xml"]);
    assert!(!without.contains("SignedInfo, "));
    for format in ["text", "markdown"] {
        let (_, out, _) = run(&folder, &["inspect", "signed.xml", "--octets", "--format", format]);
        let (_, octets) =
            out.split_once("Signature 1, in `Assertion`: reference 1, the digest holds, ").unwrap();
        let (reference, signed_info) =
            octets.split_once("Signature 1, in `Assertion`: SignedInfo, ").unwrap();
        assert!(
            reference.contains("<saml:Assertion xmlns:saml=") && !reference.contains("SignedInfo"),
            "{out}"
        );
        assert!(signed_info.contains("<ds:SignedInfo xmlns:ds="), "{signed_info}");
        let (_, each, _) = run(&folder, &["inspect", "--each", "signed.xml", "--octets", "--format", format]);
        assert!(each.contains(octets.trim_end()), "{each}");
        let (_, breaks, _) = run(&folder, &["inspect", "returns.xml", "--octets", "--format", format]);
        assert!(breaks.contains("\\n\n"), "{breaks}");
        assert!(!breaks.contains('\r'));
    }
    let (status, out, err) = run(&folder, &["inspect", "signed.xml", "--octets", "--format", "json"]);
    assert_eq!((status, out.as_str()), (64, ""));
    assert!(err.contains("--octets"), "{err}");
}

#[test]
fn many_captures_give_one_summary_in_order_whatever_finishes_first() {
    let har = std::fs::read_to_string(repository("tests/corpus/har/query.har")).unwrap();
    let files: Vec<_> = (0..40).map(|at| format!("in/{at:02}.har")).collect();
    let folder = folder("hars", &[]);
    std::fs::create_dir_all(folder.join("in")).unwrap();
    for (at, file) in files.iter().enumerate() {
        // Some take far longer than others.
        let filler = if at % 7 == 0 { 2_000_000 } else { 0 };
        std::fs::write(folder.join(file), format!("{har}{}", " ".repeat(filler))).unwrap();
    }
    let (_, out, err) = run(&folder, &["inspect", "in", "--format", "json"]);
    assert_eq!(lines(&out).iter().map(|(file, _)| slashes(file)).collect::<Vec<_>>(), files);
    let counts = err.lines().skip(1).take(4).filter_map(|line| line.split_whitespace().last());
    assert_eq!(counts.map(|count| count.parse::<usize>().unwrap()).sum::<usize>(), 40, "{err}");
}

/// `script` gives the program a terminal; what is written there is both of its outputs.
#[cfg(target_os = "linux")]
#[test]
fn progress_is_for_those_who_watch() {
    let folder = folder("progress", &[("in/a.xml", OPEN), ("in/b.xml", OPEN)]);
    let shown = |arguments: &str, set: &[(&str, &str)]| {
        let command = format!("{} {arguments} > /dev/null", env!("CARGO_BIN_EXE_samlens"));
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).current_dir(&folder).stdin(Stdio::null());
        script.env("TERM", "xterm").env_remove("NO_COLOR").envs(set.iter().copied());
        String::from_utf8(script.output().unwrap().stdout).unwrap()
    };
    let said = shown("inspect in", &[]);
    assert!(said.contains("\u{1b}[K1 of 2 files") && said.ends_with("2 of 2 files\r\u{1b}[K"), "{said:?}");
    assert_eq!(shown("--color never inspect in", &[]), "");
    assert_eq!(shown("inspect in", &[("NO_COLOR", "1")]), "");
    assert_eq!(shown("inspect in", &[("TERM", "dumb")]), "");
    assert_eq!(shown("inspect in 2> errors", &[]), "");
    assert_eq!(std::fs::read_to_string(folder.join("errors")).unwrap(), "", "nor is it in a file");
}

/// The commands of the recipe, each line once: in fences, and after `run:` or a dash.
fn commands() -> Vec<String> {
    let recipe = std::fs::read_to_string(repository("docs/ci.md")).unwrap();
    let bare = |line: &str| line.trim().trim_start_matches("- ").trim_start_matches("run: ").to_owned();
    let tables =
        recipe.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned()));
    let mut commands: Vec<_> = recipe.lines().map(bare).chain(tables).collect();
    commands.retain(|command| command.starts_with("samlens "));
    commands.sort();
    commands.dedup();
    commands
}

#[test]
fn every_command_of_the_recipe_passes_and_fails_as_it_says() {
    let good = folder("recipe-good", &[("saml/metadata.xml", "tests/baselines/metadata.xml")]);
    let together = std::fs::read_to_string(repository(ACCEPTED)).unwrap();
    let (response, evidence) = together.split_at(together.find("<md:EntityDescriptor").unwrap());
    std::fs::create_dir_all(good.join("saml/captures")).unwrap();
    std::fs::write(good.join("saml/captures/a.xml"), response).unwrap();
    std::fs::write(good.join("saml/evidence.txt"), evidence).unwrap();
    // The captured response lost its session name, and the metadata is no metadata any more.
    let bad = [("saml/captures/a.xml", REFUSED), ("saml/metadata.xml", "LICENSE-MIT")];
    let bad = folder("recipe-bad", &bad);
    std::fs::write(bad.join("saml/evidence.txt"), evidence).unwrap();
    let commands = commands();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        // Where the output goes is the shell's affair.
        let (command, _) = command.split_once(" > ").unwrap_or((&command, ""));
        let arguments: Vec<_> = command.split(' ').skip(1).collect();
        let (passes, out, err) = run(&good, &arguments);
        // Without evidence and without --fail-on, a good response is open.
        let expected = if command == "samlens inspect saml/captures" { 2 } else { 0 };
        assert_eq!(passes, expected, "{command}: {out}{err}");
        assert_eq!(run(&bad, &arguments).0, 1, "{command}");
    }
}
