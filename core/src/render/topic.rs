//! What there is to read about a rule, an error of AWS, a question or an identity provider, in blocks that any shell can draw.
//!
//! The words are those of the rule's own page and of the catalogues; nothing is added but headings. Which page fits what
//! somebody asks is for `search`.

use super::headline::{error_code, quoting};
use super::provider_page::{self, of_provider};
use super::rule_page::markdown;
use crate::aws::errors::{self, Appears, AwsError, Certainty, Evidence};
use crate::aws::questions::{self, Question};
use crate::idp::{self, Provider};
use crate::lint::{Message, Piece, Rule};
use crate::rules;

/// A page of the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub id: &'static str,
    /// A rule's title, the error's text, or the question.
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
    rules::by_id(id)
        .map(rule)
        .or_else(|| errors::by_id(id).map(error))
        .or_else(|| questions::by_id(id).map(question))
        .or_else(|| idp::by_id(id).map(provider))
}

/// The page of this identifier, by name alone.
pub fn entry(id: &str) -> Option<Entry> {
    rules::by_id(id)
        .map(of_rule)
        .or_else(|| errors::by_id(id).map(of_error))
        .or_else(|| questions::by_id(id).map(of_question))
        .or_else(|| idp::by_id(id).map(of_provider))
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
    list(&mut blocks, "What causes it", error.causes);
    list(&mut blocks, "What to do", error.remedies);
    commands(&mut blocks, error.commands);
    let evidence: Vec<_> = error.decided_by.iter().map(|evidence| decides(*evidence)).collect();
    list(&mut blocks, "What would decide it", &evidence);
    let known: Vec<_> = rules::all().filter(|rule| rule.predicts.contains(&error.id)).collect();
    if !known.is_empty() {
        blocks.push(Block::Heading("Defects that may lead to it".into()));
        blocks.extend(known.into_iter().map(|rule| Block::Link(of_rule(rule))));
    }
    let asked: Vec<_> = questions::all().filter(|question| question.see.contains(&error.id)).collect();
    if !asked.is_empty() {
        blocks.push(Block::Heading("Questions about it".into()));
        blocks.extend(asked.into_iter().map(|question| Block::Link(of_question(question))));
    }
    list(&mut blocks, WRONG, error.wrong_claims);
    list(&mut blocks, "Source", &[&format!("{}, {}", error.cite.document, error.cite.section)]);
    let mut code = error_code(error);
    if !error.other_codes.is_empty() {
        code = format!("{code} (also {})", error.other_codes.join(", "));
    }
    let code = if code.is_empty() { String::new() } else { format!("{code}; ") };
    let about = format!("{code}seen {}; {}", appears(error.appears), certainty(error.certainty));
    let title = if error.is_symptom { error.text.to_owned() } else { format!("“{}”", error.text) };
    Topic { id: error.id, title, about, blocks }
}

/// The page of a question.
pub fn question(question: &'static Question) -> Topic {
    let mut blocks: Vec<_> =
        question.answer.iter().map(|paragraph| Block::Paragraph(quoting(paragraph))).collect();
    if !question.steps.is_empty() {
        blocks.push(Block::Heading("What to do".into()));
        let numbered = (1..).zip(question.steps);
        blocks.extend(numbered.map(|(number, step)| Block::Item(format!("{number}."), quoting(step))));
    }
    commands(&mut blocks, question.commands);
    list(&mut blocks, WRONG, question.wrong_claims);
    let related: Vec<_> = question.see.iter().filter_map(|id| entry(id)).collect();
    if !related.is_empty() {
        blocks.push(Block::Heading("See also".into()));
        blocks.extend(related.into_iter().map(Block::Link));
    }
    list(&mut blocks, "Source", &[&format!("{}, {}", question.cite.document, question.cite.section)]);
    Topic { id: question.id, title: question.question.to_owned(), about: "question".into(), blocks }
}

/// The page of an identity provider.
pub fn provider(provider: &'static Provider) -> Topic {
    provider_page::topic(provider)
}

const WRONG: &str = "Claims in circulation that are wrong";

fn list(blocks: &mut Vec<Block>, title: &str, items: &[&str]) {
    if !items.is_empty() {
        blocks.push(Block::Heading(title.into()));
        blocks.extend(items.iter().map(|item| Block::Item("-".into(), quoting(item))));
    }
}

fn commands(blocks: &mut Vec<Block>, commands: &[&str]) {
    if !commands.is_empty() {
        blocks.push(Block::Heading("Commands".into()));
        blocks.extend(commands.iter().map(|&command| Block::Command(command.to_owned())));
    }
}

pub(super) fn of_rule(rule: &'static Rule) -> Entry {
    Entry { id: rule.id, title: rule.title }
}

pub(super) fn of_error(error: &'static AwsError) -> Entry {
    Entry { id: error.id, title: error.text }
}

pub(super) fn of_question(question: &'static Question) -> Entry {
    Entry { id: question.id, title: question.question }
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
        Appears::PolicyEditor => "when a policy is written in IAM",
        Appears::Connect => "in Amazon Connect",
        Appears::WorkSpacesClient => "in the WorkSpaces client",
        Appears::AppStreamClient => "in AppStream 2.0",
        Appears::IdentityCenter => "in IAM Identity Center",
        Appears::IdentityProvider => "on the page of the identity provider",
    }
}

pub(super) fn decides(evidence: Evidence) -> &'static str {
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
    fn what_a_question_refers_to_exists() {
        for question in questions::all() {
            for id in question.see {
                assert!(entry(id).is_some() && *id != question.id, "{}: {id}", question.id);
            }
        }
    }

    #[test]
    fn every_link_leads_to_a_page() {
        for (_, entries) in crate::render::search::search("") {
            for entry in entries {
                let topic = by_id(entry.id).unwrap();
                assert!(topic.blocks.len() > 2, "{}", entry.id);
                assert_eq!(
                    (topic.id, self::entry(topic.id)),
                    (entry.id, Some(entry)),
                    "two pages of one name"
                );
                for block in topic.blocks {
                    if let Block::Link(link) = block {
                        assert!(by_id(link.id).is_some(), "{}", link.id);
                    }
                }
            }
        }
    }
}
