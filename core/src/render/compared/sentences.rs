//! The sentences of a comparison: the headline, a line for each difference, and what is the same.
//!
//! It lays nothing out.

use super::Compared;
use crate::aws::characters::describe_char;
use crate::compare::{Fact, Form, Kind, Near, Reader, RuleDifference, Shape};
use crate::diagnose::Outcome;
use crate::inspect::MessageReport;
use crate::lint::{Confidence, Message, Severity, code};
use crate::render::headline::{cause, count, receiver};
use crate::say;

/// Differences that are shown under one title.
const MOST: usize = 40;

/// What stands under one title.
pub(super) struct Section<'a> {
    pub title: &'static str,
    pub entries: Vec<Entry<'a>>,
    /// How many are not shown.
    pub more: usize,
}

/// One difference in a sentence without a final stop; its values are shown below.
pub(super) struct Entry<'a> {
    pub words: Message,
    pub fact: Option<&'a Fact>,
}

/// The difference in one line, without a final stop.
pub(super) fn headline(compared: &Compared<'_>) -> Message {
    let (a, b) = (compared.a.message, compared.b.message);
    match compared.comparison.outcomes {
        [Outcome::Refused, Outcome::Refused] => both_refused(a, b),
        [other, Outcome::Refused] => one_refused("B", b, "A", other),
        [Outcome::Refused, other] => one_refused("A", a, "B", other),
        _ => neither_refused(compared),
    }
}

fn one_refused(name: &str, refused: &MessageReport, other_name: &str, other: Outcome) -> Message {
    let verb = match refused.diagnosed.confidence {
        Confidence::Certain => "refuses",
        Confidence::Likely => "probably refuses",
        Confidence::Possible => "may refuse",
    };
    let receiver = receiver(refused);
    let words = match (other, refused.diagnosed.confidence) {
        (Outcome::Accepted, Confidence::Certain) => format!("{name} fails where {other_name} works"),
        (Outcome::Accepted, _) => format!("{receiver} {verb} {name}, and should accept {other_name}"),
        _ => format!("{receiver} {verb} {name}, and nothing was found against {other_name}"),
    };
    match cause(refused) {
        Some(finding) => say![words, ": "].then(finding.message.clone()),
        None => say![words],
    }
}

fn both_refused(a: &MessageReport, b: &MessageReport) -> Message {
    let rule = |message| cause(message).map(|finding| finding.rule.id);
    match (rule(a), rule(b)) {
        (Some(a), Some(b)) if a == b => "Both are refused, for the same reason".into(),
        (Some(_), Some(_)) => "Both are refused, for different reasons".into(),
        _ => "Both are refused".into(),
    }
}

fn neither_refused(compared: &Compared<'_>) -> Message {
    let comparison = &compared.comparison;
    let read = comparison.differences().filter(|fact| fact.what.reader() == Reader::Aws).count();
    let receiver = receiver(compared.b.message);
    match read {
        0 if !comparison.differ() => "They say the same".into(),
        0 => say![format!("They differ in nothing that {receiver} is known to read")],
        _ => say![format!("They differ in {} that {receiver} reads", count(read, "thing", "things"))],
    }
}

/// Everything that differs and is not expected to. Sections without entries are left out.
pub(super) fn sections<'a>(compared: &'a Compared<'_>) -> Vec<Section<'a>> {
    let comparison = &compared.comparison;
    let rules = comparison.rules.iter().filter_map(|one| rule(compared, one));
    let of = |reader: Reader| {
        let facts = comparison.differences().filter(|fact| fact.what.reader() == reader);
        section_of(
            reader,
            facts.map(|fact| Entry { words: name(fact).and(": ").then(how(fact)), fact: Some(fact) }),
        )
    };
    let sections = [
        section("Found in only one, or worse in one", rules),
        of(Reader::Aws),
        of(Reader::Undocumented),
        of(Reader::Capture),
    ];
    sections.into_iter().filter(|section| !section.entries.is_empty()).collect()
}

fn section_of<'a>(reader: Reader, entries: impl Iterator<Item = Entry<'a>>) -> Section<'a> {
    let title = match reader {
        Reader::Aws => "What AWS reads",
        Reader::Undocumented => "What AWS is not documented to read",
        Reader::Capture => "How they were captured",
    };
    section(title, entries)
}

fn section<'a>(title: &'static str, entries: impl Iterator<Item = Entry<'a>>) -> Section<'a> {
    let mut entries: Vec<_> = entries.collect();
    let more = entries.len().saturating_sub(MOST);
    entries.truncate(MOST);
    Section { title, entries, more }
}

/// What is expected to differ, and what is the same: a line each.
pub(super) fn rest(compared: &Compared<'_>) -> Vec<Message> {
    let line = |lead: &str, kind: Kind| {
        let facts: Vec<_> = compared.comparison.facts.iter().filter(|fact| fact.kind == kind).collect();
        let mut line = Message::from(lead);
        for (index, fact) in facts.iter().take(MOST).enumerate() {
            line = line.and(if index == 0 { " " } else { ", " }).then(name(fact));
        }
        let end = match facts.len().saturating_sub(MOST) {
            0 => ".".to_owned(),
            more => format!(" and {more} more."),
        };
        (!facts.is_empty()).then(|| line.and(end))
    };
    let differ = line("Differs from person to person and from sign-in to sign-in:", Kind::Expected);
    differ.into_iter().chain(line("The same in both:", Kind::Same)).collect()
}

fn rule<'a>(compared: &Compared<'_>, one: &RuleDifference) -> Option<Entry<'a>> {
    let (of_a, of_b) = (&compared.a.message.answers.findings, &compared.b.message.answers.findings);
    let (a, b) = (one.a.and_then(|at| of_a.get(at)), one.b.and_then(|at| of_b.get(at)));
    let (found, which) = match (a, b) {
        (Some(a), None) => (a, "only in A"),
        (None, Some(b)) => (b, "only in B"),
        (Some(a), Some(b)) if a.severity > b.severity => (a, "worse in A"),
        (_, Some(b)) => (b, "worse in B"),
        (None, None) => return None,
    };
    let severity = if found.severity == Severity::Error { "error" } else { "warning" };
    let lead = say![format!("{severity} "), code(found.rule.id), format!(", {which}: ")];
    Some(Entry { words: lead.then(found.message.clone()), fact: None })
}

fn name(fact: &Fact) -> Message {
    let name = Message::from(fact.what.name());
    match fact.what.key() {
        Some(key) => name.and(" ").and(code(key)),
        None => name,
    }
}

fn how(fact: &Fact) -> Message {
    match &fact.kind {
        Kind::Same => "the same".into(),
        Kind::Expected => "another one, as expected".into(),
        Kind::OnlyInA => "only in A".into(),
        Kind::OnlyInB => "only in B".into(),
        Kind::Times => {
            let times = |values: usize| count(values, "value", "values");
            say![format!("not as often: {} in A, {} in B", times(fact.a.len()), times(fact.b.len()))]
        }
        Kind::Near(near) => say![format!("differs only in {}", near_words(*near))],
        Kind::Shape(shapes) => {
            let mut shapes = shapes.iter().map(shape_words);
            let first = shapes.next().unwrap_or_default();
            shapes.fold(first, |all, next| all.and("; ").then(next))
        }
        Kind::Differs => match fact.only() {
            (a, _) if a.is_empty() => "more values in B".into(),
            (_, b) if b.is_empty() => "more values in A".into(),
            _ => "differs".into(),
        },
    }
}

/// To stand behind "differs only in".
fn near_words(near: Near) -> &'static str {
    match near {
        Near::Case => "upper and lower case",
        Near::WhiteSpace => "white space",
        Near::Invisible => "characters that cannot be seen",
        Near::LookAlike => "characters that look alike",
        Near::Several => "case, white space and characters that cannot be told apart",
        Near::SlashAtEnd => "a slash at the end",
        Near::Scheme => "http and https",
        Near::Typing => "a character or two",
    }
}

fn shape_words(shape: &Shape) -> Message {
    match shape {
        Shape::Form(a, b) => say![format!("A is {}, B is {}", form(*a), form(*b))],
        Shape::MailDomain(a, b) => say!["the mail domain is ", code(a), " in A and ", code(b), " in B"],
        Shape::Length(a, b) => {
            say![format!("only one has a length that is allowed: {a} in A, {b} in B")]
        }
        Shape::Characters(a, b) => {
            let only = |these: &[char], others: &[char]| {
                let only = these.iter().filter(|c| !others.contains(c)).map(|c| describe_char(*c));
                only.collect::<Vec<_>>().join(", ")
            };
            let sides = [("A", only(a, b)), ("B", only(b, a))];
            let said = sides.into_iter().filter(|(_, only)| !only.is_empty());
            let said: Vec<_> = said.map(|(name, only)| format!("only {name} holds: {only}")).collect();
            say![said.join("; ")]
        }
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::Empty => "empty",
        Form::Mail => "a mail address",
        Form::DomainUser => "a user name with its domain",
        Form::DistinguishedName => "a distinguished name",
        Form::Uuid => "a UUID",
        Form::Digits => "a number",
        Form::Words => "several words",
        Form::Word => "one word",
    }
}
