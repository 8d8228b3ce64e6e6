//! What is known of an error text that no finding explains, in sections that text and Markdown draw alike.
//!
//! It deliberately chooses none of the causes: their order is the catalogue's.

use super::asked;
use super::finding::Canvas;
use super::headline::{error_code, quoted, quoting};
use super::style::{Style, parts};
use super::topic::decides;
use crate::aws::errors::{Appears, AwsError, Evidence};
use crate::diagnose::Known;
use crate::inspect::Report;
use crate::lint::{Finding, Message, Severity};

/// A heading, what stands below it, and commands.
pub(super) struct Section {
    pub title: &'static str,
    /// Whole sentences, or noun phrases.
    pub entries: Vec<Message>,
    pub commands: Vec<String>,
    /// Whether the order of the entries counts.
    pub numbered: bool,
}

/// Causes, what was checked, what to do, what would tell, and what not to believe.
pub(super) fn sections(known: &Known) -> Vec<Section> {
    let error = known.error;
    let passed = known.passed.iter().map(|stage| stage.title().into()).collect();
    let all = [
        Section { numbered: true, ..section("Known causes, the likeliest first", error.causes) },
        Section { entries: passed, ..section("Checked in this message, and in order", &[]) },
        section("What to do", error.remedies),
        tells(known),
        commands(known),
        section("Claims in circulation that are wrong", error.wrong_claims),
    ];
    all.into_iter().filter(|section| !section.entries.is_empty() || !section.commands.is_empty()).collect()
}

/// What would tell the causes apart: what is open of this message with its commands, else what the catalogue names.
fn tells(known: &Known) -> Section {
    let mut section = section("What would tell the causes apart", &[]);
    let questions = asked::of_needs(&known.needs);
    section.entries = questions.iter().map(|asked| asked.title().as_str().into()).collect();
    section.commands = questions.iter().filter_map(|asked| asked.command()).collect();
    if known.needs.is_empty() {
        let lacks = |evidence: &&Evidence| !known.of_message || **evidence != Evidence::Assertion;
        section.entries =
            known.error.decided_by.iter().filter(lacks).map(|one| decides(*one).into()).collect();
    }
    section
}

/// The catalogue's commands, which show something or repair it; none where the message's own say more.
fn commands(known: &Known) -> Section {
    let mut section = section("Commands", &[]);
    if known.needs.is_empty() {
        section.commands = known.error.commands.iter().map(|&command| command.to_owned()).collect();
    }
    section
}

fn section(title: &'static str, entries: &[&str]) -> Section {
    let entries = entries.iter().map(|entry| quoting(entry)).collect();
    Section { title, entries, commands: Vec::new(), numbered: false }
}

/// Where it is from.
pub(super) fn source(error: &AwsError) -> String {
    format!("{}, {}", error.cite.document, error.cite.section)
}

/// What happened, where only the error text is known. Without a final stop.
pub fn headline(error: &AwsError) -> &'static str {
    match error.appears {
        _ if error.is_noticed() => "This is a known symptom",
        Appears::SignInPage | Appears::SignInPageAndApi => "AWS refused a sign-in",
        Appears::ApiOnly => "AWS refused a call of AssumeRoleWithSAML",
        Appears::ProviderManagement => "IAM refused a change",
        Appears::PolicyEditor => "The policy editor of IAM finds fault with a policy",
        Appears::Connect => "Amazon Connect refused a sign-in",
        Appears::WorkSpacesClient => "WorkSpaces refused a sign-in",
        Appears::AppStreamClient => "AppStream refused a sign-in",
        Appears::IdentityCenter => "IAM Identity Center refused a sign-in",
        Appears::IdentityProvider => "The identity provider shows an error",
    }
}

/// Who said it, as the lead of the quotation.
pub fn lead(error: &AwsError) -> &'static str {
    match error.appears {
        _ if error.is_noticed() => "What was noticed",
        Appears::SignInPage | Appears::SignInPageAndApi | Appears::ApiOnly => "AWS answered",
        Appears::ProviderManagement => "IAM answered",
        Appears::PolicyEditor => "The policy editor said",
        Appears::Connect => "Amazon Connect answered",
        Appears::WorkSpacesClient => "The WorkSpaces client showed",
        Appears::AppStreamClient => "AppStream showed",
        Appears::IdentityCenter => "IAM Identity Center showed",
        Appears::IdentityProvider => "The identity provider showed",
    }
}

/// What else to paste; empty where nothing that can be pasted is checked.
pub fn ask(error: &AwsError) -> &'static str {
    match error.decided_by {
        [] => "",
        _ if error.answers_a_message() => {
            "Paste the SAML response as well, and what is named below: each cause that they can show is looked for."
        }
        several if several.contains(&Evidence::Metadata) => {
            "Paste the metadata as well: it is checked by itself."
        }
        _ => "",
    }
}

/// What was found beside the messages and leads to the text: a defect of metadata, say.
pub fn cause<'r>(report: &'r Report, known: &Known) -> Option<&'r Finding> {
    let refuses = |finding: &&Finding| finding.severity == Severity::Error;
    report.findings.iter().filter(refuses).find(|finding| finding.predicted == Some(known.error.id))
}

/// Draws a text that is about no message here: what happened, and all that is known.
pub(super) fn draw(canvas: &mut Canvas<'_>, report: &Report, known: &Known) {
    let error = known.error;
    let words = [(Style::Bad, "✕".to_owned()), (Style::Title, format!(" {}", headline(error)))];
    canvas.paragraph(&words, 0, 2);
    canvas.paragraph(&[(Style::Plain, format!("{}:", lead(error)))], 2, 2);
    canvas.paragraph(&[(Style::Strong, quoted(error))], 4, 4);
    let code = error_code(error);
    if !code.is_empty() {
        canvas.paragraph(&[(Style::Dim, code)], 4, 4);
    }
    if let Some(cause) = cause(report, known) {
        let mut words = vec![(Style::Strong, "Cause: ".to_owned())];
        words.extend(parts(&cause.message, Style::Plain));
        words.push((Style::Plain, ".".into()));
        canvas.paragraph(&words, 2, 4);
        return canvas.out.end();
    }
    if !ask(error).is_empty() {
        canvas.paragraph(&[(Style::Plain, ask(error).into())], 2, 2);
    }
    canvas.out.end();
    draw_sections(canvas, known);
}

/// The sections alone, under a verdict that says the rest.
pub(super) fn draw_sections(canvas: &mut Canvas<'_>, known: &Known) {
    for section in sections(known) {
        canvas.out.line(Style::Title, section.title);
        for (number, entry) in (1..).zip(&section.entries) {
            let marker = if section.numbered { format!("{number}. ") } else { "- ".into() };
            let mut words = vec![(Style::Plain, marker)];
            words.extend(parts(entry, Style::Plain));
            canvas.paragraph(&words, 2, 5);
        }
        for command in &section.commands {
            canvas.out.push(Style::Plain, "    ");
            canvas.out.data(Style::Code, command);
            canvas.out.end();
        }
        canvas.out.end();
    }
    canvas.paragraph(&[(Style::Dim, format!("Source: {}", source(known.error)))], 0, 2);
    canvas.out.end();
}
