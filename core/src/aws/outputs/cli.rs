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

/// The first command, if the text begins with one.
pub(super) fn read(text: &str, span: Span) -> Option<CliArguments> {
    let prompt = |c: char| c.is_whitespace() || matches!(c, '$' | '>' | '#' | '%');
    let start = text.len().saturating_sub(text.trim_start_matches(prompt).len());
    let mut words = Words { text, at: start, span };
    if words.next()?.value != "aws" {
        return None;
    }
    let is_word = |text: &Text| {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !text.value.is_empty() && text.value.chars().all(allowed)
    };
    let service = words.next().filter(is_word)?;
    // Operations of IAM, STS and their like are verbs with an object; other words are prose.
    let operation = words.next().filter(is_word).filter(|word| word.value.contains('-'))?;
    let mut options: Vec<CliOption> = Vec::new();
    for word in words.by_ref() {
        if let Some(rest) = word.value.strip_prefix("--") {
            let (name, value) = match rest.split_once('=') {
                Some((name, value)) => (name, Some(Text::plain(value, word.sub_str(value)))),
                None => (rest, None),
            };
            options.push(CliOption { name: Text::plain(name, word.sub_str(name)), value });
        } else if let Some(option) = options.last_mut().filter(|option| option.value.is_none()) {
            option.value = Some(word);
        }
    }
    let base = span.bytes.start as usize;
    let span = Span::new(span.source, base.saturating_add(start), base.saturating_add(words.at));
    Some(CliArguments { span, service, operation, options })
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
