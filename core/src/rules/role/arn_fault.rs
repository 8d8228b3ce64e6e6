//! Says in words how an ARN departs from the grammar.
//!
//! It deliberately finds nothing: `aws::arn` does.

use std::ops::Range;

use crate::aws::arn::{Arn, ArnFault, ArnFaultKind, ArnPart};
use crate::lint::{Message, code};
use crate::rules::naming::{character, join};
use crate::say;

/// A fault in words, and what to underline.
pub struct Said {
    pub range: Range<usize>,
    pub message: Message,
    pub expected: Message,
}

pub fn say(arn: &Arn<'_>, fault: &ArnFault) -> Said {
    let text = arn.part(&Some(fault.range.clone()));
    let (message, expected) = sentence(arn, fault.kind, text);
    let range = match fault.kind {
        // What is missing has no place of its own; its neighbour has.
        ArnFaultKind::MissingPrefix => arn.partition.clone().unwrap_or_else(|| fault.range.clone()),
        _ => fault.range.clone(),
    };
    Said { range, message, expected }
}

fn sentence(arn: &Arn<'_>, kind: ArnFaultKind, text: &str) -> (Message, Message) {
    use ArnFaultKind as Kind;
    const TWELVE: &str = "twelve digits";
    const ROLE_NAME: &str = "letters, digits and _+=,.@-";
    const PROVIDER_NAME: &str = "letters, digits and ._-";
    let odd = |c| join(say!["the ARN ", code(arn.text()), " holds "], character(c));
    match kind {
        Kind::NotAnArn => (say![code(text), " is no ARN"], say!["an ARN"]),
        Kind::MissingPrefix => (
            say!["the ARN ", code(arn.text()), " lacks ", code("arn:"), " at its start"],
            say![code(format!("arn:{}", arn.text()))],
        ),
        Kind::PrefixCase => (
            say!["the ARN begins with ", code(text), " instead of ", code("arn"), " in lower case"],
            say![code("arn")],
        ),
        Kind::WrongService => (
            say![
                "the ARN names the service ",
                code(text),
                "; roles and SAML providers belong to ",
                code("iam")
            ],
            say![code("iam")],
        ),
        Kind::RegionNotEmpty => (
            say![
                "the ARN names the region ",
                code(text),
                ", but ARNs of IAM have none: two colons stand before the account"
            ],
            say![code("arn:aws:iam::")],
        ),
        Kind::MissingColon => (
            say!["the ARN ", code(arn.text()), " has one colon before the account where two belong"],
            say![code("iam::")],
        ),
        Kind::EmptyPart(part) => {
            (say!["the ARN ", code(arn.text()), " lacks ", part_name(part)], say![part_name(part)])
        }
        Kind::MissingPart(part) => (
            say!["the ARN ", code(arn.text()), " breaks off before ", part_name(part)],
            say![part_name(part)],
        ),
        Kind::AccountHyphens => (
            say!["the account ", code(text), " has hyphens; an account number is twelve digits"],
            say![code(text.replace('-', ""))],
        ),
        Kind::AccountLength(digits) => (
            say!["the account ", code(text), format!(" has {digits} digits; an account number has twelve")],
            say![TWELVE],
        ),
        Kind::AccountNotDigits => {
            (say!["the account ", code(text), " is not a number of twelve digits"], say![TWELVE])
        }
        Kind::ResourceCase => (
            say![
                "the ARN says ",
                code(text),
                " where ",
                code(text.to_ascii_lowercase()),
                " in lower case belongs"
            ],
            say![code(text.to_ascii_lowercase())],
        ),
        Kind::ResourceSeparator => {
            (say!["a colon stands where a slash belongs, before the name"], say![code("/")])
        }
        Kind::RoleNameCharacter(c) => (odd(c).and(", which a role's name cannot have"), say![ROLE_NAME]),
        Kind::RoleNameLength(length) => (
            say![format!("the role's name has {length} characters; IAM allows 64")],
            say!["at most 64 characters"],
        ),
        Kind::PathCharacter(c) => {
            (odd(c).and(", which a role's path cannot have"), say!["visible characters of ASCII"])
        }
        Kind::PathLength(length) => (
            say![format!("the role's path has {length} characters; IAM allows 512")],
            say!["at most 512 characters"],
        ),
        Kind::ProviderNameCharacter(c) => {
            (odd(c).and(", which a SAML provider's name cannot have"), say![PROVIDER_NAME])
        }
        Kind::ProviderNameLength(length) => (
            say![format!("the SAML provider's name has {length} characters; IAM allows 128")],
            say!["at most 128 characters"],
        ),
        Kind::ProviderPath => (
            say!["the SAML provider has the path ", code(text), "; SAML providers have none"],
            say!["the name alone"],
        ),
        Kind::Wildcard => (
            say!["the ARN holds an asterisk (", code("*"), "); AWS takes one exact role and provider"],
            say!["an exact name"],
        ),
        Kind::WhiteSpace(c) | Kind::Invisible(c) | Kind::LookAlike(c, _) => {
            (odd(c).and(", which no ARN of IAM can have"), say!["none"])
        }
        Kind::UnknownPartition => {
            (say!["the partition ", code(text), " is not one that AWS has published"], say![code("aws")])
        }
        Kind::WrongResource(_) | Kind::Placeholder(_) => {
            (say![code(text), " stands in the ARN"], say!["none"])
        }
    }
}

fn part_name(part: ArnPart) -> &'static str {
    match part {
        ArnPart::Partition => "the partition (such as aws)",
        ArnPart::Service => "the service (iam)",
        ArnPart::Region => "the empty region",
        ArnPart::Account => "the account number",
        ArnPart::Resource => "the role or SAML provider",
        ArnPart::Name => "the name of the role or provider",
    }
}
