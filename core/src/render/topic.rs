//! What there is to read about a rule or an error of AWS, in blocks that any shell can draw, and the search for it.
//!
//! The words are those of the rule's own page and of the catalogue; nothing is added but headings.

use super::headline::{error_code, quoting};
use crate::aws::errors::{self, Appears, AwsError, Certainty, Evidence, matching};
use crate::lint::{Message, Piece, Rule};
use crate::rules;

/// A page of the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub id: &'static str,
    /// A rule's title, or the error's text.
    pub title: String,
    /// The kind of thing in one line.
    pub about: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Paragraph(Message),
    /// One entry of a list; its marker is `-`, or a number with its dot.
    Item(String, Message),
    /// An example, and how it is judged; what the rule marks stands between `«` and `»`.
    Example {
        keys: String,
        text: String,
    },
    /// What the rule says of the example before it.
    Says(Message),
    Command(String),
    /// Another page.
    Link(Entry),
}

/// A page by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub id: &'static str,
    pub title: &'static str,
}

/// The page of this identifier.
pub fn by_id(id: &str) -> Option<Topic> {
    rules::by_id(id).map(rule).or_else(|| errors::by_id(id).map(error))
}

/// The page of this identifier, by name alone.
pub fn entry(id: &str) -> Option<Entry> {
    rules::by_id(id).map(of_rule).or_else(|| errors::by_id(id).map(of_error))
}

/// The pages that fit the words, in groups. A pasted error text finds its errors, whatever stands around it; without
/// words there is everything.
pub fn search(asked: &str) -> Vec<(&'static str, Vec<Entry>)> {
    let lower = asked.to_ascii_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let fits = |entry: &Entry| {
        let text = format!("{} {}", entry.id, entry.title).to_ascii_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let recognised: Vec<_> = matching::recognise(asked).into_iter().map(|found| found.error.id).collect();
    let errors = errors::catalogue().map(of_error);
    let mut groups = vec![(
        "Errors of AWS",
        errors.filter(|entry| fits(entry) || recognised.contains(&entry.id)).collect(),
    )];
    for family in rules::FAMILIES {
        groups.push((family.title, family.rules.iter().map(|rule| of_rule(rule)).filter(fits).collect()));
    }
    groups.retain(|(_, entries): &(_, Vec<Entry>)| !entries.is_empty());
    groups
}

/// The page of a rule.
pub fn rule(rule: &'static Rule) -> Topic {
    let mut blocks = markdown(rule.page);
    let mut links = |title: &str, entries: Vec<Entry>| {
        if !entries.is_empty() {
            blocks.push(Block::Heading(title.into()));
            blocks.extend(entries.into_iter().map(Block::Link));
        }
    };
    let predicted = rule.predicts.iter().filter_map(|id| errors::by_id(id));
    links("The errors that AWS may show", predicted.map(of_error).collect());
    let explained = rule.explains.iter().filter_map(|id| rules::by_id(id));
    links("What may follow from it", explained.map(of_rule).collect());
    blocks.push(Block::Heading("Sources".into()));
    for cite in rule.cites {
        let words = format!("{}, {}: “{}”", cite.document, cite.section, cite.quote);
        blocks.push(Block::Item("-".into(), Message(vec![Piece::Text(words)])));
    }
    let about = format!("{}, stage {}", rule.severity.id(), rule.stage.id());
    Topic { id: rule.id, title: rule.title.to_owned(), about, blocks }
}

/// The page of an error text.
pub fn error(error: &'static AwsError) -> Topic {
    let mut blocks = Vec::new();
    let list = |blocks: &mut Vec<Block>, title: &str, items: &[&str]| {
        if !items.is_empty() {
            blocks.push(Block::Heading(title.into()));
            blocks.extend(items.iter().map(|item| Block::Item("-".into(), quoting(item))));
        }
    };
    list(&mut blocks, "What causes it", error.causes);
    list(&mut blocks, "What to do", error.remedies);
    if !error.commands.is_empty() {
        blocks.push(Block::Heading("Commands".into()));
        blocks.extend(error.commands.iter().map(|&command| Block::Command(command.to_owned())));
    }
    let decides: Vec<_> = error.decided_by.iter().map(|evidence| decides(*evidence)).collect();
    list(&mut blocks, "What would decide it", &decides);
    let known: Vec<_> = rules::all().filter(|rule| rule.predicts.contains(&error.id)).collect();
    if !known.is_empty() {
        blocks.push(Block::Heading("Defects that may lead to it".into()));
        blocks.extend(known.into_iter().map(|rule| Block::Link(of_rule(rule))));
    }
    list(&mut blocks, "Claims in circulation that are wrong", error.wrong_claims);
    list(&mut blocks, "Source", &[&format!("{}, {}", error.cite.document, error.cite.section)]);
    let code = error_code(error);
    let code = if code.is_empty() { String::new() } else { format!("{code}; ") };
    let about = format!("{code}seen {}; {}", appears(error.appears), certainty(error.certainty));
    let title = if error.is_symptom { error.text.to_owned() } else { format!("“{}”", error.text) };
    Topic { id: error.id, title, about, blocks }
}

fn of_rule(rule: &'static Rule) -> Entry {
    Entry { id: rule.id, title: rule.title }
}

fn of_error(error: &'static AwsError) -> Entry {
    Entry { id: error.id, title: error.text }
}

/// The Markdown of rules' pages: headings, paragraphs, lists, fences, quotations.
fn markdown(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).peekable();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(heading_words(heading).to_owned()));
        } else if let Some(info) = line.strip_prefix("```") {
            // The first word is the kind, which the reader sees; the rest says how it is judged.
            let keys = info.split_once(' ').map(|(_, keys)| keys.to_owned()).unwrap_or_default();
            let text: Vec<_> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            blocks.push(Block::Example { keys, text: text.join("\n") });
        } else if let Some(message) = line.strip_prefix("> ") {
            blocks.push(Block::Says(quoting(message)));
        } else if !line.is_empty() {
            let mut words = line.to_owned();
            while let Some(next) = lines.next_if(|next| continues(next)) {
                words.push(' ');
                words.push_str(next.trim_start());
            }
            blocks.push(match item(&words) {
                Some((marker, words)) => Block::Item(marker.to_owned(), quoting(words)),
                None => Block::Paragraph(quoting(&words)),
            });
        }
    }
    blocks
}

/// The marker of an entry of a list, and its words.
fn item(line: &str) -> Option<(&str, &str)> {
    let (marker, words) = line.split_once(' ')?;
    let number =
        marker.strip_suffix('.').is_some_and(|number| number.chars().all(|char| char.is_ascii_digit()));
    (marker == "-" || number && marker.len() > 1).then_some((marker, words))
}

/// Whether a line belongs to the paragraph before it.
fn continues(line: &str) -> bool {
    let begins = ["## ", "```", "> "];
    !line.is_empty() && item(line).is_none() && !begins.iter().any(|begin| line.starts_with(begin))
}

/// The headings of examples, for readers instead of tests.
fn heading_words(heading: &str) -> &str {
    match heading {
        "Fires" => "Found in",
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
    fn the_markdown_of_pages_is_cut_into_blocks() {
        let page = " One `code` line\n and its end.\n\n ## Fires\n ```xml at=2026\n <a b=\"«x»\"/>\n ```\n > it is `x`\n - one\n   more\n 1. two\n";
        let says = |text: &str| quoting(text);
        assert_eq!(
            markdown(page),
            [
                Block::Paragraph(says("One `code` line and its end.")),
                Block::Heading("Found in".into()),
                Block::Example { keys: "at=2026".into(), text: "<a b=\"«x»\"/>".into() },
                Block::Says(says("it is `x`")),
                Block::Item("-".into(), says("one more")),
                Block::Item("1.".into(), says("two")),
            ]
        );
    }

    #[test]
    fn pages_are_found_by_identifier_words_and_pasted_text() {
        let found = |asked: &str| -> Vec<&str> {
            search(asked).iter().flat_map(|(_, entries)| entries.iter().map(|entry| entry.id)).collect()
        };
        assert_eq!(found("").len(), rules::all().count() + errors::catalogue().count());
        assert_eq!(found("assertion-expired"), ["assertion-expired"]);
        assert!(found("Expired  ASSERTION").contains(&"assertion-expired"));
        let pasted = "An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to \
             perform sts:AssumeRoleWithSAML";
        assert_eq!(found(pasted), ["E05"]);
        assert!(found("nothing is called like this").is_empty());
    }

    #[test]
    fn every_link_leads_to_a_page() {
        for (_, entries) in search("") {
            for entry in entries {
                let topic = by_id(entry.id).unwrap();
                assert!(topic.blocks.len() > 2, "{}", entry.id);
                for block in topic.blocks {
                    if let Block::Link(link) = block {
                        assert!(by_id(link.id).is_some(), "{}", link.id);
                    }
                }
            }
        }
    }
}
