//! What can be said on the command line.
//!
//! It opens no file and asks nothing.

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use samlens_core::evidence::At;
use samlens_core::saml::Instant;
use std::path::PathBuf;

/// Reads a SAML response as AWS would, and says what is wrong with it, where, and who can change it.
///
/// Everything happens on this machine: nothing is sent, stored or logged.
#[derive(Debug, Parser)]
#[command(name = "samlens", version, max_term_width = 100)]
#[command(
    after_help = "Give `samlens inspect -` a SAMLResponse on standard input, or `samlens explain` an error text."
)]
pub struct Arguments {
    /// When to use colours: `auto` means on a terminal, unless NO_COLOR is set.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Inspect(Inspect),
    Metadata(Metadata),
    Redact(Redact),
    Compare(Compare),
    /// Explain a rule, an error of AWS or a question; without words, list them all
    ///
    /// Takes the id of a rule (`audience-mismatch`), the id of an error (`E05`) or the text that AWS showed, with or
    /// without the noise around it. The exit status is 0, or 1 when nothing is known of it.
    Explain {
        /// An id, or the words of an error.
        #[arg(value_name = "ID or TEXT")]
        words: Vec<String>,
    },
    /// Print a completion script for a shell
    Completions {
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// Inspect SAML messages: would AWS accept them, and if not, why not?
///
/// An input is whatever was captured: a SAMLResponse, a form, a HAR file, an XML document, the output of a command.
/// Everything is read together, so evidence may also stand among the inputs.
///
/// With a folder, or with --each, every file is inspected by itself, beside the same evidence. Folders are read at any
/// depth, and a summary follows. In JSON each file is then one line: {"file": its path, "report": samlens/v1}, and the
/// summary goes to standard error.
///
/// Exit status: 0 accepted, 1 refused, 2 cannot say or no message (the worst counts; --fail-on changes it), 64 wrong
/// arguments, 65 something that cannot be read.
#[derive(Debug, Args)]
pub struct Inspect {
    /// Files and folders to inspect; `-` is standard input.
    #[arg(value_name = "INPUT", required = true)]
    pub inputs: Vec<PathBuf>,
    /// Inspect each input by itself, as is done with the files of a folder.
    #[arg(long)]
    pub each: bool,
    /// A file that says more, such as metadata or an error text. What it is, is recognised. May be repeated.
    #[arg(long, value_name = "FILE")]
    pub evidence: Vec<PathBuf>,
    /// The service that the user wants to reach; recognised where it is not given.
    #[arg(long, value_parser = PossibleValuesParser::new(["iam", "connect", "workspaces", "appstream", "identity-center", "generic"]))]
    pub service: Option<String>,
    /// The instant to judge at: `issue`, `now`, or a time such as 2026-01-15T10:00:30Z. Without it: the time of the
    /// capture where there is one, else the time of issue.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub at: Option<At>,
    /// The error that AWS showed.
    #[arg(long, value_name = "TEXT")]
    pub error: Option<String>,
    /// The RelayState that was posted beside the response.
    #[arg(long, value_name = "URL")]
    pub relay_state: Option<String>,
    /// The private key of the SAML provider, in PEM without a password: decrypts what is encrypted.
    #[arg(long, value_name = "FILE.pem")]
    pub key: Option<PathBuf>,
    /// Also print the canonical octets that each signature digests and signs, hidden characters written out. Not in JSON.
    #[arg(long)]
    pub octets: bool,
    /// What fails, for scripts: the exit status is then 1, else 0. Without it: 1 refused, 2 cannot say.
    #[arg(long, value_name = "WHAT")]
    pub fail_on: Option<FailOn>,
    /// How to write the report.
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Check metadata before it is uploaded: would IAM take it, and what certificates does it hold?
///
/// A file may hold the metadata of an identity provider, the output of `aws iam get-saml-provider`, or certificates in
/// PEM. Given together they are compared: what IAM holds beside what the identity provider publishes.
///
/// Exit status: 0 nothing would make IAM refuse it, 1 IAM would refuse it or there is no metadata, 64 wrong arguments, 65 a
/// file that cannot be opened.
#[derive(Debug, Args)]
pub struct Metadata {
    /// Files to check; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The instant to judge certificates at: `now`, or a time such as 2026-01-15T10:00:30Z.
    #[arg(long, value_name = "INSTANT", value_parser = instant, default_value = "now")]
    pub at: At,
    /// How to write the report.
    #[arg(long, default_value = "text")]
    pub format: Format,
}

/// Print a copy that is safe to share: it shows the same defects, and names nobody
///
/// SAML messages, metadata and outputs of the AWS CLI in JSON are copied; keys and everything else are left out. Every word that is
/// not public is replaced by another of the same length and case, equal words by equal ones. Signatures are left out. What was done
/// is said on standard error. Read the copy before you share it.
///
/// Exit status: 0 done, 1 there is nothing that could be copied, 64 wrong arguments, 65 a file that cannot be opened.
#[derive(Debug, Args)]
pub struct Redact {
    /// What was captured, in any form that `inspect` reads; `-` is standard input.
    #[arg(value_name = "INPUT", required = true)]
    pub inputs: Vec<PathBuf>,
}

/// Compare two sign-ins: what differs that matters to AWS?
///
/// For the person who cannot sign in where others can: give a response that works and one that fails. Each is inspected by itself,
/// with the same evidence. Identifiers, instants and signature values differ in every message and are not shown; of names that
/// belong to a person, the form is compared.
///
/// Exit status: 0 they are the same, 1 they differ, 64 wrong arguments, 65 something that cannot be read or holds no sign-in
/// message.
#[derive(Debug, Args)]
pub struct Compare {
    /// What was captured of one sign-in, in any form that `inspect` reads; `-` is standard input.
    #[arg(value_name = "A")]
    pub a: PathBuf,
    /// What was captured of the other.
    #[arg(value_name = "B")]
    pub b: PathBuf,
    /// A file that says more about both, such as metadata. What it is, is recognised. May be repeated.
    #[arg(long, value_name = "FILE")]
    pub evidence: Vec<PathBuf>,
    /// The instant to judge both at: `issue`, `now`, or a time such as 2026-01-15T10:00:30Z. Without it: for each the
    /// time of its capture, else that of its issue.
    #[arg(long, value_name = "INSTANT", value_parser = instant)]
    pub at: Option<At>,
    /// How to write the comparison.
    #[arg(long, default_value = "text")]
    pub format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Only what AWS would refuse.
    Refused,
    /// Also what cannot be said, and a file without a message.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, in a terminal.
    Text,
    /// For programs: `samlens/v1`, of a comparison `samlens-compare/v1`.
    Json,
    /// For tickets.
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

fn instant(value: &str) -> Result<At, String> {
    match value {
        "issue" => Ok(At::Issue),
        "now" => Ok(At::Now),
        _ => Instant::parse(value)
            .map(At::Given)
            .map_err(|_| "neither `issue` nor `now` nor a time such as 2026-01-15T10:00:30Z".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use samlens_core::aws::services::Service;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_services_are_those_of_the_core() {
        let command = Arguments::command();
        let inspect = command.find_subcommand("inspect").unwrap();
        let service = inspect.get_arguments().find(|argument| argument.get_id() == "service").unwrap();
        let offered: Vec<_> =
            service.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        assert_eq!(offered, Service::ALL.map(Service::id));
    }

    #[test]
    fn instants_are_words_or_times() {
        assert_eq!(instant("now"), Ok(At::Now));
        assert_eq!(instant("2026-01-15T10:00:00Z"), Ok(At::Given(Instant(1_768_471_200_000))));
        assert!(instant("tomorrow").is_err());
    }
}
