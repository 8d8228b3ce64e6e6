//! Thousands of signed documents, whole and damaged: what other verifiers say of each signature, and what the core says.
//!
//! `cargo xtask differential [COUNT]` builds the verifiers and runs this. Without them it says in one line that it was
//! not asked for. A verdict is compared wherever the core gives one; what is left out is listed in `excluded.rs`.

mod excluded;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use samlens_core::crypto::{Verdict, Verification, verify_all};
use samlens_core::limits::Limits;
use samlens_tests::working::Chance;
use samlens_tests::xmldsig::{keys, message, mutate, read, sign, style};

use excluded::EXCLUDED;

/// The environment variables that name the verifiers.
const ORACLES: [&str; 3] = ["ORACLE_XMLSEC1", "ORACLE_BERGSHAMRA", "ORACLE_SIGNXML"];

/// What one verifier says: a word for each signature; `None`: it does not read the document.
type Answer = Option<Vec<bool>>;

struct Case {
    name: String,
    key: &'static str,
    text: String,
    ours: Vec<Verification>,
    /// The document as it was signed: everything must hold.
    whole: bool,
}

#[test]
fn verdicts_agree() {
    let oracles: Vec<_> =
        ORACLES.iter().filter_map(|name| Some((*name, std::env::var(name).ok()?))).collect();
    if oracles.is_empty() {
        println!("the differential suite was not asked for: `cargo xtask differential [COUNT]` runs it");
        return;
    }
    let count = std::env::var("DIFFERENTIAL").map_or(300, |count| count.parse().unwrap());
    let seed = std::env::var("DIFFERENTIAL_SEED").map_or(1, |seed| seed.parse().unwrap());
    let cases = cases(count, seed);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("differential");
    write(&cases, &folder);
    let (mut table, mut wrong) = (BTreeMap::<_, usize>::new(), Vec::new());
    for (oracle, command) in &oracles {
        for (case, answer) in cases.iter().zip(ask(command, &cases, &folder)) {
            for (outcome, told) in compare(oracle, case, &answer) {
                if let Some(told) = told {
                    wrong.push(format!("{oracle} {} {outcome}: {told}", case.name));
                }
                *table.entry((*oracle, case.whole, outcome)).or_default() += 1;
            }
        }
    }
    for ((oracle, whole, outcome), count) in &table {
        let what = if *whole { "as signed" } else { "changed" };
        println!(
            "{:12} {what:10} {outcome:70} {count:6}",
            oracle.trim_start_matches("ORACLE_").to_lowercase()
        );
    }
    wrong.sort();
    let shown = wrong.iter().take(60).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} differ (documents in {}):\n{shown}", wrong.len(), folder.display());
}

/// As many documents as signed, and twice as many changed ones.
fn cases(count: usize, seed: u64) -> Vec<Case> {
    let pairs = keys();
    let mut cases = Vec::new();
    for number in 0..count {
        let mut chance = Chance::new(seed << 32 | u64::try_from(number).unwrap());
        let pair = &pairs[if chance.in_hundred(60) { 0 } else { 1 + chance.below(3) }];
        let message = message(&mut chance);
        let mut text = message.text;
        for place in &message.places {
            text = sign(&text, *place, &style(pair, &mut chance), pair, &mut chance);
        }
        let mut add = |name: String, text: String, whole: bool| {
            let ours = verify_all(&read(&text), std::slice::from_ref(&pair.public), &Limits::default());
            cases.push(Case { name, key: pair.name, text, ours, whole });
        };
        for change in 0..2 {
            let (names, changed) = mutate(&text, &mut chance);
            add(format!("{number}-{change} ({})", names.join(", ")), changed, false);
        }
        add(format!("{number}"), text, true);
    }
    cases
}

fn file(case: &Case) -> String {
    format!("{}.xml", case.name.split(' ').next().unwrap())
}

fn write(cases: &[Case], folder: &Path) {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    for case in cases {
        std::fs::write(folder.join(file(case)), &case.text).unwrap();
    }
}

/// What a verifier says of every document.
fn ask(command: &str, cases: &[Case], folder: &Path) -> Vec<Answer> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/signed");
    let line = |case: &Case| {
        let certificate = fixtures.join(format!("{}.crt", case.key));
        format!("{}\t{}\n", certificate.display(), folder.join(file(case)).display())
    };
    let input: String = cases.iter().map(line).collect();
    let mut words = command.split_whitespace();
    let mut process = Command::new(words.next().unwrap());
    process.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = process.spawn().unwrap_or_else(|error| panic!("{command}: {error}"));
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    let answers: Vec<Answer> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| {
            (line != "unreadable").then(|| line.split_whitespace().map(|word| word == "OK").collect())
        })
        .collect();
    assert_eq!(answers.len(), cases.len(), "{command} stopped early: {}", output.status);
    answers
}

/// What came of each signature; with a text where it is a disagreement.
fn compare(oracle: &str, case: &Case, answer: &Answer) -> Vec<(String, Option<String>)> {
    let ours = &case.ours;
    let theirs = match answer {
        Some(theirs) if theirs.len() == ours.len() => theirs.clone(),
        Some(theirs) => {
            // In broken markup nobody can say where a signature begins.
            let broken = ours.iter().all(|verification| verification.verdict != Verdict::Valid);
            let told = (!broken).then(|| format!("{} signatures, {} here", theirs.len(), ours.len()));
            return vec![("other signatures are found in it".to_owned(), told)];
        }
        None => vec![false; ours.len()],
    };
    ours.iter()
        .zip(theirs)
        .map(|(ours, theirs)| judge(oracle, case, ours, theirs, answer.is_some()))
        .collect()
}

fn judge(
    oracle: &str,
    case: &Case,
    ours: &Verification,
    theirs: bool,
    readable: bool,
) -> (String, Option<String>) {
    let valid = ours.verdict == Verdict::Valid;
    let reasons: Vec<_> = ours.all_reasons().iter().map(|reason| reason.kind).collect();
    let told = || {
        let ids: Vec<_> = reasons.iter().map(|kind| kind.id()).collect();
        let theirs = if !readable {
            "unreadable"
        } else if theirs {
            "OK"
        } else {
            "FAIL"
        };
        Some(format!("{} ({}), there {theirs}", ours.verdict.id(), ids.join(" ")))
    };
    if valid == theirs {
        return (if valid { "both hold" } else { "both refuse" }.to_owned(), None);
    }
    match EXCLUDED.iter().find(|excluded| excluded.matches(oracle, ours, valid, &case.text, &reasons)) {
        Some(excluded) => (excluded.why.to_owned(), None),
        None => ("disagreement".to_owned(), told()),
    }
}

#[test]
fn what_is_signed_here_holds_here() {
    for case in cases(60, 7) {
        for ours in &case.ours {
            let told = || format!("{}: {:?}\n{}", case.name, ours.all_reasons(), case.text);
            assert!(!case.whole || ours.verdict == Verdict::Valid, "{}", told());
        }
    }
}
