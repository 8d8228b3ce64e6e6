//! Reference pages as styled text: of a rule, of an AWS error, and the list of all of them.
//!
//! The words are those of the rule's own page and of the catalogue; nothing is added but headings.

use super::headline::error_code;
use super::style::{Layout, Style, Styled};
use crate::aws::errors::{self, Appears, AwsError, Certainty, Evidence};
use crate::lint::Rule;
use crate::rules;

/// The page of a rule.
pub fn rule(rule: &Rule, width: usize) -> Styled {
    let mut page = Page { out: Styled::default(), width };
    page.out.push(Style::Title, rule.id);
    page.out.line(Style::Dim, format!("  {}, stage {}", rule.severity.id(), rule.stage.id()));
    page.out.end();
    page.markdown(rule.page);
    if !rule.predicts.is_empty() {
        page.heading("The errors that AWS may show");
        for error in rule.predicts.iter().filter_map(|id| errors::by_id(id)) {
            page.item(&format!("{}: {}", error.id, error.text));
        }
        page.out.end();
    }
    if !rule.explains.is_empty() {
        page.heading("What may follow from it");
        rule.explains.iter().for_each(|id| page.item(id));
        page.out.end();
    }
    page.heading("Sources");
    for cite in rule.cites {
        page.item(&format!("{}, {}: “{}”", cite.document, cite.section, cite.quote));
    }
    page.out
}

/// The page of an error text.
pub fn error(error: &AwsError, width: usize) -> Styled {
    let mut page = Page { out: Styled::default(), width };
    let text = if error.is_symptom { error.text.to_owned() } else { format!("“{}”", error.text) };
    let words = [(Style::Title, error.id.to_owned()), (Style::Plain, "  ".into()), (Style::Strong, text)];
    page.paragraph(&words, 0, 2);
    let code = error_code(error);
    let code = if code.is_empty() { String::new() } else { format!("{code}; ") };
    let certainty = certainty(error.certainty);
    page.paragraph(&[(Style::Dim, format!("{code}seen {}; {certainty}", appears(error.appears)))], 2, 2);
    page.out.end();
    page.list("What causes it", error.causes);
    page.list("What to do", error.remedies);
    if !error.commands.is_empty() {
        page.heading("Commands");
        for command in error.commands {
            page.out.line(Style::Code, format!("  {command}"));
        }
        page.out.end();
    }
    if !error.decided_by.is_empty() {
        page.heading("What would decide it");
        error.decided_by.iter().for_each(|evidence| page.item(decides(*evidence)));
        page.out.end();
    }
    let known: Vec<_> = rules::all().filter(|rule| rule.predicts.contains(&error.id)).collect();
    if !known.is_empty() {
        page.heading("Defects that may lead to it");
        known.iter().for_each(|rule| page.item(&format!("{}: {}", rule.id, rule.title)));
        page.out.end();
    }
    page.list("Claims in circulation that are wrong", error.wrong_claims);
    page.heading("Source");
    page.item(&format!("{}, {}", error.cite.document, error.cite.section));
    page.out
}

/// Every rule and every error, a line each.
pub fn list(width: usize) -> Styled {
    let mut page = Page { out: Styled::default(), width };
    for family in rules::FAMILIES.iter().filter(|family| !family.rules.is_empty()) {
        page.heading(family.title);
        for rule in family.rules {
            page.paragraph(
                &[(Style::Code, rule.id.into()), (Style::Plain, format!(": {}", rule.title))],
                2,
                4,
            );
        }
        page.out.end();
    }
    page.heading("Errors of AWS");
    for error in errors::catalogue() {
        page.paragraph(&[(Style::Code, error.id.into()), (Style::Plain, format!(": {}", error.text))], 2, 4);
    }
    page.out
}

struct Page {
    out: Styled,
    width: usize,
}

impl Page {
    fn heading(&mut self, words: &str) {
        self.out.line(Style::Title, words);
    }

    fn item(&mut self, words: &str) {
        let mut parts = vec![(Style::Plain, "- ".to_owned())];
        parts.extend(inline(words));
        self.paragraph(&parts, 2, 4);
    }

    fn list(&mut self, title: &str, items: &[&str]) {
        if items.is_empty() {
            return;
        }
        self.heading(title);
        items.iter().for_each(|item| self.item(item));
        self.out.end();
    }

    fn paragraph(&mut self, words: &[(Style, String)], at: usize, indent: usize) {
        self.out.push(Style::Plain, " ".repeat(at));
        self.out.wrapped(words, Layout { at, indent, width: self.width });
    }

    /// The Markdown of rules' pages: headings, paragraphs, lists, fences, quotations.
    fn markdown(&mut self, text: &str) {
        let mut lines = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).peekable();
        while let Some(line) = lines.next() {
            if let Some(heading) = line.strip_prefix("## ") {
                self.heading(heading_words(heading));
            } else if let Some(info) = line.strip_prefix("```") {
                // The first word is the kind, which the reader sees; the rest says how it is judged.
                if let Some((_, keys)) = info.split_once(' ') {
                    self.out.line(Style::Dim, format!("    ({keys})"));
                }
                for line in lines.by_ref().take_while(|line| !line.starts_with("```")) {
                    self.fenced(line);
                }
                self.out.end();
            } else if let Some(message) = line.strip_prefix("> ") {
                let mut words = vec![(Style::Dim, "> ".to_owned())];
                words.extend(inline(message));
                self.paragraph(&words, 4, 6);
                self.out.end();
            } else if line.is_empty() {
                // Every block ends with an empty line of its own.
            } else {
                let mut words = line.to_owned();
                while let Some(next) = lines.next_if(|next| continues(next)) {
                    words.push(' ');
                    words.push_str(next.trim_start());
                }
                let indent = if is_item(line) { 4 } else { 2 };
                self.paragraph(&inline(&words), 2, indent);
                if !lines.peek().is_some_and(|next| is_item(next) && is_item(line)) {
                    self.out.end();
                }
            }
        }
    }

    /// A line of an example; what the rule underlines stands between `«` and `»`.
    fn fenced(&mut self, line: &str) {
        self.out.push(Style::Plain, "    ");
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('«') {
            let (marked, after) = after.split_once('»').unwrap_or((after, ""));
            self.out.push(Style::Code, before);
            self.out.push(Style::Bad, format!("«{marked}»"));
            rest = after;
        }
        self.out.line(Style::Code, rest);
    }
}

fn is_item(line: &str) -> bool {
    let number = line.trim_start_matches(|char: char| char.is_ascii_digit());
    line.starts_with("- ") || number.len() < line.len() && number.starts_with(". ")
}

/// Whether a line belongs to the paragraph before it.
fn continues(line: &str) -> bool {
    !line.is_empty()
        && !line.starts_with("## ")
        && !line.starts_with("```")
        && !line.starts_with("> ")
        && !is_item(line)
}

/// Words with code between backticks.
fn inline(text: &str) -> Vec<(Style, String)> {
    text.split('`')
        .enumerate()
        .map(|(at, part)| match at % 2 {
            0 => (Style::Plain, part.to_owned()),
            _ => (Style::Code, format!("`{part}`")),
        })
        .collect()
}

/// The headings of examples, for readers instead of tests.
fn heading_words(heading: &str) -> &str {
    match heading {
        "Fires" => "Found in (between « and »)",
        "Does not fire" => "Not found in",
        "Cannot tell" => "Cannot tell from",
        other => other,
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Documented => "documented by AWS",
        Certainty::Field => "known from public reports",
        Certainty::Uncertain => "known from one weak source",
    }
}

fn appears(appears: Appears) -> &'static str {
    match appears {
        Appears::SignInPage => "on the AWS sign-in page",
        Appears::SignInPageAndApi => "on the AWS sign-in page and by callers of AssumeRoleWithSAML",
        Appears::ApiOnly => "by callers of AssumeRoleWithSAML only",
        Appears::ProviderManagement => "when the SAML provider is edited in IAM",
        Appears::Connect => "in Amazon Connect",
        Appears::WorkSpacesClient => "in the WorkSpaces client",
        Appears::AppStreamClient => "in AppStream 2.0",
        Appears::IdentityCenter => "in IAM Identity Center",
        Appears::IdentityProvider => "on the page of the identity provider",
    }
}

fn decides(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Assertion => "the SAML response itself",
        Evidence::Metadata => "the metadata that was uploaded to IAM",
        Evidence::Providers => "the list of the account's SAML providers",
        Evidence::Role => "the role, with its trust policy and longest session",
        Evidence::Permissions => "the role's permission policies",
        Evidence::Organisation => "the policies of the organisation",
        Evidence::ConnectUsers => "the users of the Connect instance",
        Evidence::Directory => "the users and settings of the directory",
        Evidence::RelayState => "the relay state",
        Evidence::SignInTime => "the time of the sign-in",
        Evidence::CallArguments => "the arguments of the call",
        Evidence::CloudTrail => "the CloudTrail event of the attempt",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_markdown_of_pages_is_set() {
        let mut page = Page { out: Styled::default(), width: 30 };
        page.markdown(" One `code` line\n and its end.\n\n ## Fires\n ```xml at=2026\n <a b=\"«x»\"/>\n ```\n > it is `x`\n - one\n   more\n - two\n\n 1. three\n");
        assert_eq!(
            page.out.plain(),
            "  One `code` line and its end.\n\nFound in (between « and »)\n    (at=2026)\n    <a b=\"«x»\"/>\n\n    > it is `x`\n\n  - one more\n  - two\n\n  1. three\n\n"
        );
        assert!(page.out.spans.contains(&(Style::Bad, "«x»".into())));
    }

    #[test]
    fn every_error_and_rule_has_a_page() {
        for error in errors::catalogue() {
            let page = super::error(error, 80).plain();
            assert!(page.contains("What causes it") && page.contains("Source"), "{page}");
        }
        for rule in rules::all() {
            assert!(super::rule(rule, 80).plain().starts_with(rule.id), "{}", rule.id);
        }
        assert!(list(80).plain().contains("E05: Not authorized"));
    }
}
