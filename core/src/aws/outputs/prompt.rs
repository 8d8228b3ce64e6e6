//! The command that an output was printed by, where it was pasted with it: `$ aws iam get-role --role-name Admin` above.
//!
//! It deliberately takes a name from it only where the output says none, and no name that a shell would fill in.

use super::{CliArguments, Listing, Output, cli};
use crate::source::{Sources, Span, Text};

/// A command, and where what it printed begins.
pub(super) struct Command {
    pub arguments: CliArguments,
    /// A part of the output was picked out.
    picks: bool,
    /// In the text that begins with the command.
    pub end: usize,
}

/// Bytes before an output in which its command is looked for.
const BEFORE: usize = 2048;

/// Bytes behind a document that stands in its command, in which further options are looked for.
const AFTER: usize = 1024;

/// Options that leave a part of a list out.
const PICKING: [&str; 11] = [
    "query",
    "max-items",
    "starting-token",
    "next-token",
    "marker",
    "path-prefix",
    "filter",
    "filters",
    "names",
    "workspace-ids",
    "bundle-id",
];

/// Programs behind a pipe that leave nothing out.
const SHOWING: [&str; 9] =
    ["jq", "jq .", "jq '.'", "cat", "less", "more", "pbcopy", "python3 -m json.tool", "python -m json.tool"];

/// The command that a text begins with.
pub(super) fn read(text: &str, span: Span) -> Option<Command> {
    let arguments = cli::read(text, span)?;
    let words_end = arguments.span.bytes.end.saturating_sub(span.bytes.start) as usize;
    let mut end = words_end;
    loop {
        let rest = text.get(end..)?;
        let len = rest.find('\n').map_or(rest.len(), |at| at.saturating_add(1));
        let (line, next) = rest.split_at_checked(len)?;
        end = end.saturating_add(len);
        let goes_on = line.trim_end().ends_with(['\\', '`', '^']) || next.trim_start().starts_with('|');
        if next.is_empty() || !goes_on {
            break;
        }
    }
    let pipe = text.get(words_end..end)?;
    let piped = pipe.split('|').skip(1).map(str::trim);
    let picked =
        piped.filter(|program| !SHOWING.contains(program) && !program.starts_with("tee ")).count() > 0;
    let picks = picked || PICKING.iter().any(|name| arguments.get(name).is_some());
    Some(Command { arguments, picks, end })
}

/// The command that stands right before an output, or around it.
pub(super) fn before(output: Span, sources: &Sources) -> Option<Command> {
    let text = sources.text(output.source);
    let (start, end) = (output.bytes.start as usize, output.bytes.end as usize);
    let from = text.floor_char_boundary(start.saturating_sub(BEFORE));
    let to = text.floor_char_boundary(end.saturating_add(AFTER).min(text.len()));
    let head = text.get(from..start)?.trim_end();
    let mut at = head.len();
    let mut line_end = head.len();
    // Upwards, as long as a line is the continuation of the one above.
    while at > 0 {
        at = head.get(..line_end)?.rfind('\n').map_or(0, |found| found.saturating_add(1));
        let above = head.get(..at)?.trim_end();
        let line = head.get(at..)?.trim_start();
        if !above.ends_with(['\\', '`', '^']) && !line.starts_with('|') {
            break;
        }
        line_end = above.len();
    }
    let at = from.saturating_add(at);
    read(text.get(at..to)?, Span::new(output.source, at, to))
}

/// Whether a list in columns goes on: its token stands right before it or right behind it, where it was taken for something else.
pub(super) fn has_token_beside(list: Span, sources: &Sources) -> bool {
    let text = sources.text(list.source);
    let after = text.get(list.bytes.end as usize..).unwrap_or_default().trim_start();
    let before = text.get(..list.bytes.start as usize).unwrap_or_default();
    let from = before.floor_char_boundary(before.len().saturating_sub(BEFORE));
    let before = before.get(from..).unwrap_or_default();
    let line = before.trim_end().rsplit('\n').next().unwrap_or_default().trim();
    let adjoins = before.get(before.trim_end().len()..).unwrap_or_default().matches('\n').count() == 1;
    after.starts_with("NEXTTOKEN") || adjoins && is_token(line)
}

/// Whether it can be what asks for the next page: no prose, no prompt.
pub(super) fn is_token(text: &str) -> bool {
    let said = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '-' | '_');
    !text.is_empty() && text.chars().all(said) && !matches!(text, "False" | "None")
}

impl Command {
    /// Tells an output what it does not say itself: whose it is, and that it is a part.
    pub fn tell(&self, output: &mut Output) {
        match output {
            Output::TrustPolicy(policy) => policy.role_name = self.role_name(),
            Output::PermissionPolicy(policy) if policy.role_arn.is_none() => {
                policy.role_name = policy.role_name.take().or_else(|| self.role_name());
                policy.policy_name = policy.policy_name.take().or_else(|| self.named("policy-name"));
                policy.arn = policy.arn.take().or_else(|| self.named("policy-arn"));
            }
            Output::RolePolicies(policies) => policies.role_name = self.role_name(),
            Output::SamlProvider(provider) if provider.arn.is_none() => {
                provider.arn = self.named("saml-provider-arn");
            }
            _ => {}
        }
        if self.picks {
            output.is_only_a_part(Listing::Excerpt);
        }
    }

    fn role_name(&self) -> Option<Text> {
        self.named("role-name")
    }

    /// The value of an option of a command of IAM, if nothing is left to fill in.
    pub fn named(&self, option: &str) -> Option<Text> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "+=,.@-_:/".contains(c);
        let name = self.arguments.get(option).filter(|_| self.arguments.service.as_str() == "iam")?;
        (!name.value.is_empty() && name.value.chars().all(allowed)).then(|| name.clone())
    }
}

/// The ARN of the SAML provider that `get-saml-provider` was asked for, where that command stands above.
pub fn provider_asked(output: Span, sources: &Sources) -> Option<Text> {
    let command = before(output, sources)?;
    let asks = command.arguments.operation.as_str() == "get-saml-provider";
    command.named("saml-provider-arn").filter(|arn| asks && super::provider::is_provider_arn(arn.as_str()))
}
