//! Questions that people ask about SAML federation with AWS, and their answers.
//!
//! It deliberately holds no error texts: those are in `errors`, to which an answer refers by its identifier. Answers are
//! ours; where the document that raised the question is wrong, `wrong_claims` says so.

mod appstream;
mod certificates;
mod connect;
mod debugging;
mod federation;
mod identity_center;
mod identity_providers;
mod organisation;
mod sessions;
mod workspaces;

use super::errors::Cite;

/// One question with its answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Question {
    /// Kebab case; unlike every rule's and every error's.
    pub id: &'static str,
    /// As one would ask it, with its question mark.
    pub question: &'static str,
    /// Other words for it, which the search finds as well.
    pub asked: &'static [&'static str],
    /// Paragraphs. Backticks set off what is typed.
    pub answer: &'static [&'static str],
    /// What to do, in this order.
    pub steps: &'static [&'static str],
    /// Complete commands. Names in capitals (`ROLE_NAME`) stand for the user's own.
    pub commands: &'static [&'static str],
    /// Claims in circulation that are wrong or mislead, each with the correction.
    pub wrong_claims: &'static [&'static str],
    /// Identifiers of the errors, rules and questions that belong to it.
    pub see: &'static [&'static str],
    pub cite: Cite,
}

/// All questions, by topic.
pub fn all() -> impl Iterator<Item = &'static Question> + Clone {
    const TOPICS: &[&[Question]] = &[
        federation::QUESTIONS,
        debugging::QUESTIONS,
        certificates::QUESTIONS,
        sessions::QUESTIONS,
        organisation::QUESTIONS,
        connect::QUESTIONS,
        workspaces::QUESTIONS,
        appstream::QUESTIONS,
        identity_center::QUESTIONS,
        identity_providers::QUESTIONS,
    ];
    TOPICS.iter().copied().flatten()
}

pub fn by_id(id: &str) -> Option<&'static Question> {
    all().find(|question| question.id == id)
}

const fn kloudmint(section: &'static str) -> Cite {
    Cite { document: "AWS IAM SAML authentication errors (kloudmint.com, 2026)", section }
}

const fn iam_guide(section: &'static str) -> Cite {
    Cite { document: "IAM User Guide", section }
}

/// What an entry has unless it says otherwise.
const BLANK: Question = Question {
    id: "",
    question: "",
    asked: &[],
    answer: &[],
    steps: &[],
    commands: &[],
    wrong_claims: &[],
    see: &[],
    cite: Cite { document: "", section: "" },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_complete_and_has_its_own_identifier() {
        for (index, question) in all().enumerate() {
            let id = question.id;
            assert!(question.question.ends_with('?') && !question.answer.is_empty(), "{id}");
            assert!(!question.cite.document.is_empty() && !question.cite.section.is_empty(), "{id}");
            assert!(
                id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            );
            assert_eq!(by_id(id), Some(question));
            assert!(all().skip(index + 1).all(|other| other.question != question.question), "{id}");
            assert!(super::super::errors::by_id(id).is_none(), "{id}");
        }
    }

    /// What stands outside quotes, and whether every quote is closed. Within double quotes nothing may be expanded.
    fn outside_quotes(command: &str) -> Option<String> {
        let (mut outside, mut open) = (String::new(), None);
        for c in command.chars() {
            match (open, c) {
                (None, '\'' | '"') => open = Some(c),
                (None, _) => outside.push(c),
                (Some(quote), _) if quote == c => open = None,
                (Some('"'), '$' | '`' | '!' | '\\') => return None,
                _ => {}
            }
        }
        open.is_none().then_some(outside)
    }

    /// Alike in both shells: nothing that one of them expands, no line continued, only placeholders that are known.
    #[test]
    fn commands_run_in_bash_and_in_powershell() {
        const PROGRAMS: &[&str] =
            &["aws", "jq", "openssl", "python3", "Get-AdfsRelyingPartyTrust", "Select-Object"];
        const NAMES: &[&str] = &[
            "ROLE_NAME",
            "PROVIDER_ARN",
            "ACCOUNT_ID",
            "REGION",
            "INSTANCE_ID",
            "DIRECTORY_ID",
            "POLICY_ARN",
            "SECONDS",
            "START_TIME",
            "KEY_ID",
            "IDENTITY_STORE_ID",
            "SERVICE_CONTROL_POLICY",
        ];
        let errors = super::super::errors::catalogue().flat_map(|error| error.commands);
        let mut count = 0;
        for command in errors.chain(all().flat_map(|question| question.commands)) {
            assert!(
                command.is_ascii() && !command.contains(['\n', '\t']) && !command.contains("  "),
                "{command}"
            );
            let outside = outside_quotes(command).unwrap();
            assert!(
                !outside.contains([
                    '$', '`', '\\', '{', '}', '[', ']', '*', '?', '<', '>', '&', ';', '#', '(', '!'
                ]),
                "{command}"
            );
            for part in outside.split(" | ") {
                let program = part.split_whitespace().next().unwrap();
                assert!(PROGRAMS.contains(&program), "{command}");
                for word in part.split_whitespace().skip(1) {
                    let option = word.strip_prefix("--").is_none_or(|name| {
                        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
                    });
                    assert!(option, "{word} in {command}");
                    let shouted = word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
                    assert!(!shouted || NAMES.contains(&word), "{word} in {command}");
                }
            }
            count += 1;
        }
        assert!(count > 40, "{count}");
    }

    #[test]
    fn prose_is_plain() {
        for question in all() {
            let prose = question.answer.iter().chain(question.steps).chain(question.wrong_claims);
            for sentence in prose {
                assert!(sentence.ends_with('.') && !sentence.contains('!'), "{}: {sentence}", question.id);
                assert!(sentence.matches('`').count() % 2 == 0, "{}: {sentence}", question.id);
                assert!(sentence.chars().next().is_some_and(|c| !c.is_lowercase()), "{}", question.id);
            }
        }
    }
}
