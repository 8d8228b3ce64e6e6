//! Arguments of a command of the AWS CLI, such as `aws sts assume-role-with-saml --role-arn …`.
//!
//! It deliberately expands nothing: `$NAME` and `file://…` stay as they stand.

use crate::source::{Span, Text};

/// One command.
#[derive(Debug, Clone)]
pub struct CliArguments {
    pub span: Span,
    /// `sts`, `iam`, `connect` …
    pub service: Text,
    /// `assume-role-with-saml`, `get-role` …
    pub operation: Text,
    pub options: Vec<CliOption>,
}

/// `--name value`; a switch has no value.
#[derive(Debug, Clone)]
pub struct CliOption {
    /// Without its hyphens.
    pub name: Text,
    pub value: Option<Text>,
}

impl CliArguments {
    /// The value of the first option of that name, without its hyphens.
    pub fn get(&self, name: &str) -> Option<&Text> {
        self.options.iter().find(|option| option.name.value == name)?.value.as_ref()
    }
}

/// Options that every command has and that take no value.
const SWITCHES: [&str; 7] = [
    "debug",
    "no-verify-ssl",
    "no-paginate",
    "no-sign-request",
    "no-cli-pager",
    "cli-auto-prompt",
    "no-cli-auto-prompt",
];

/// The first command, if the text begins with one.
pub(super) fn read(text: &str, span: Span) -> Option<CliArguments> {
    let start = program(text)?;
    let mut words = Words { text, at: start, span };
    let mut word = words.next()?;
    // `AWS_PROFILE=dev aws …`
    while word.value.split_once('=').is_some_and(|(name, _)| is_variable(name)) {
        word = words.next()?;
    }
    let file = word.value.rsplit(['/', '\\']).next().unwrap_or_default();
    if !matches!(file, "aws" | "aws.exe") {
        return None;
    }
    let is_word = |text: &Text| {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !text.value.is_empty() && text.value.chars().all(allowed)
    };
    let mut options: Vec<CliOption> = Vec::new();
    let mut service = words.next()?;
    while let Some(mut option) = option(&service) {
        if option.value.is_none() && !SWITCHES.contains(&option.name.as_str()) {
            option.value = Some(words.next()?);
        }
        options.push(option);
        service = words.next()?;
    }
    let service = Some(service).filter(is_word)?;
    // Operations of IAM, STS and their like are verbs with an object; other words are prose.
    let operation = words.next().filter(is_word).filter(|word| word.value.contains('-'))?;
    for word in words.by_ref() {
        if let Some(option) = option(&word) {
            options.push(option);
        } else if let Some(option) = options.last_mut().filter(|option| option.value.is_none()) {
            option.value = Some(word);
        }
    }
    let base = span.bytes.start as usize;
    let span = Span::new(span.source, base.saturating_add(start), base.saturating_add(words.at));
    Some(CliArguments { span, service, operation, options })
}

/// `--name`, or `--name=value`.
fn option(word: &Text) -> Option<CliOption> {
    let rest = word.value.strip_prefix("--").filter(|rest| !rest.is_empty())?;
    let (name, value) = match rest.split_once('=') {
        Some((name, value)) => (name, Some(Text::plain(value, word.sub_str(value)))),
        None => (rest, None),
    };
    Some(CliOption { name: Text::plain(name, word.sub_str(name)), value })
}

/// Where the command begins: behind the prompt.
fn program(text: &str) -> Option<usize> {
    let mark = |c: char| c.is_whitespace() || matches!(c, '$' | '>' | '#' | '%');
    let start = text.len().saturating_sub(text.trim_start_matches(mark).len());
    let line = text.get(start..)?.lines().next()?;
    // A prompt that says more, such as `ana@host:~$ `.
    let marks = ["$ aws ", "# aws ", "> aws ", "% aws "].iter().filter_map(|mark| line.find(mark)).min();
    Some(start.saturating_add(marks.map_or(0, |at| at.saturating_add(2))))
}

fn is_variable(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The words of one command of a shell, without the quotation marks around them.
struct Words<'a> {
    text: &'a str,
    at: usize,
    span: Span,
}

impl Iterator for Words<'_> {
    type Item = Text;

    fn next(&mut self) -> Option<Text> {
        let rest = self.text.get(self.at..)?;
        let mut gap = 0usize;
        // A backslash (in PowerShell a backtick, in cmd a caret) joins the next line.
        loop {
            let left = rest.get(gap..)?;
            let blanks = left.len().saturating_sub(left.trim_start_matches([' ', '\t', '\r']).len());
            gap = gap.saturating_add(blanks);
            let after = left.get(blanks..)?.strip_prefix(['\\', '`', '^']);
            match after.and_then(|after| after.strip_prefix("\r\n").or(after.strip_prefix('\n'))) {
                Some(next) => gap = rest.len().saturating_sub(next.len()),
                None => break,
            }
        }
        let word = rest.get(gap..)?;
        let first = word.chars().next()?;
        if matches!(first, '\n' | '|' | ';' | '>' | '&') {
            return None;
        }
        let (quote, len) = match first {
            '"' | '\'' => {
                let inner = word.get(1..)?;
                (1, inner.find(first).unwrap_or(inner.len()))
            }
            _ => (0, word.find(char::is_whitespace).unwrap_or(word.len())),
        };
        let start = self.at.saturating_add(gap).saturating_add(quote);
        let end = start.saturating_add(len);
        self.at = end.saturating_add(quote).min(self.text.len());
        let base = self.span.bytes.start as usize;
        let span = Span::new(self.span.source, base.saturating_add(start), base.saturating_add(end));
        Some(Text::plain(self.text.get(start..end)?, span))
    }
}
