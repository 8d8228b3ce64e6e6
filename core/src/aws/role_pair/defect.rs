//! Which one thing to say of a malformed role value: the most telling, for the others mostly follow from it.
//!
//! It deliberately leaves out what AWS takes (a space at the comma) and what is well formed but refused later.

use std::ops::Range;

use super::{PairFaultKind, RolePair};
use crate::aws::arn::{Arn, ArnFault, ArnFaultKind, ArnKind};
use crate::aws::characters::{is_invisible, looks_like_ascii};
use crate::aws::placeholders::{self, Placeholder, PlaceholderKind};

/// What is wrong with the form of a role value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Defect {
    Empty,
    Placeholder,
    Escaped,
    Quoted,
    InvisibleCharacter,
    LookAlikeCharacter,
    NotAnArn,
    TooManyArns,
    ArnAlone,
    PairKinds,
    ExtraText,
    PairSeparator,
    ArnMalformed,
    WhiteSpace,
}

/// The defect of a value that is not empty; `None` where AWS can read it.
pub fn of(pair: &RolePair<'_>) -> Option<Defect> {
    let faults = |kind: fn(PairFaultKind) -> bool| pair.faults.iter().any(|fault| kind(fault.kind));
    let candidates: [(Defect, &dyn Fn() -> bool); 13] = [
        (Defect::Placeholder, &|| unfilled(pair).next().is_some()),
        (Defect::Escaped, &|| pair.value.contains("arn") && escapes(pair).next().is_some()),
        (Defect::Quoted, &|| faults(|kind| kind == PairFaultKind::Quoted)),
        (Defect::InvisibleCharacter, &|| invisible(pair.value).next().is_some()),
        (Defect::LookAlikeCharacter, &|| look_alikes(pair.value).next().is_some()),
        (Defect::NotAnArn, &|| faults(|kind| kind == PairFaultKind::NoArn)),
        (Defect::TooManyArns, &|| faults(|kind| matches!(kind, PairFaultKind::TooManyArns(_)))),
        (Defect::ArnAlone, &|| faults(|kind| matches!(kind, PairFaultKind::OneArn(_)))),
        (Defect::PairKinds, &|| {
            faults(|kind| matches!(kind, PairFaultKind::TwoRoles | PairFaultKind::TwoProviders))
                || pair.arns.iter().any(names_something_else)
        }),
        (Defect::ExtraText, &|| faults(|kind| kind == PairFaultKind::ExtraText)),
        (Defect::PairSeparator, &|| separators(pair).next().is_some()),
        (Defect::ArnMalformed, &|| pair.arns.iter().any(|arn| breaking(arn).next().is_some())),
        (Defect::WhiteSpace, &|| white_space(pair).next().is_some()),
    ];
    candidates.iter().find(|(_, holds)| holds()).map(|(defect, _)| *defect)
}

/// Placeholders that make the value unreadable; those that could be real names are left out.
pub fn unfilled<'a>(pair: &'a RolePair<'_>) -> impl Iterator<Item = Placeholder> + 'a {
    placeholders::find(pair.value).into_iter().filter(move |found| match found.kind {
        PlaceholderKind::Variable | PlaceholderKind::Grammar => !stands_in_path(pair, &found.range),
        PlaceholderKind::Word | PlaceholderKind::DocumentationAccount => {
            let broken = |arn: &Arn<'_>| breaking(arn).any(|fault| within(&fault.range, &found.range));
            let no_arn = |kind| matches!(kind, PairFaultKind::NoArn);
            pair.arns.iter().any(broken)
                || pair.faults.iter().any(|fault| no_arn(fault.kind) && fault.range == found.range)
        }
    })
}

/// Escapes that are left over after decoding.
pub fn escapes<'a>(pair: &'a RolePair<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    pair.faults.iter().filter_map(|fault| {
        let escape = matches!(fault.kind, PairFaultKind::PercentEncoded | PairFaultKind::EntityLeftover);
        (escape && !stands_in_path(pair, &fault.range)).then(|| fault.range.clone())
    })
}

/// A path may hold any visible character of ASCII.
fn stands_in_path(pair: &RolePair<'_>, range: &Range<usize>) -> bool {
    pair.arns.iter().filter_map(|arn| arn.path.as_ref()).any(|path| within(path, range))
}

fn within(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end && !outer.is_empty()
}

/// Characters that nobody sees, other than white space.
pub fn invisible(value: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    at_places(value).filter(|&(_, c)| is_invisible(c) && !c.is_whitespace())
}

/// Characters that look like others, if with those others the value would hold both ARNs.
pub fn look_alikes(value: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let meant: String = value.chars().map(|c| looks_like_ascii(c).unwrap_or(c)).collect();
    let differs = meant != value && RolePair::read(&meant).order().is_some();
    at_places(value).filter(move |&(_, c)| differs && looks_like_ascii(c).is_some())
}

/// What stands between the ARNs, or at the ends, other than one comma and white space beside it.
pub fn separators<'a>(pair: &'a RolePair<'_>) -> impl Iterator<Item = (PairFaultKind, Range<usize>)> + 'a {
    let comma = has_comma(pair);
    pair.faults.iter().filter_map(move |fault| {
        let kind = match fault.kind {
            PairFaultKind::MissingComma
            | PairFaultKind::SpaceInsteadOfComma
            | PairFaultKind::WrongSeparator(_)
            | PairFaultKind::DoubledComma
            | PairFaultKind::StrayComma => fault.kind,
            PairFaultKind::LineBreak if !comma => PairFaultKind::SpaceInsteadOfComma,
            _ => return None,
        };
        Some((kind, fault.range.clone()))
    })
}

/// White space at the ends, and line breaks beside the comma.
pub fn white_space<'a>(pair: &'a RolePair<'_>) -> impl Iterator<Item = (PairFaultKind, Range<usize>)> + 'a {
    let comma = has_comma(pair);
    pair.faults.iter().filter_map(move |fault| match fault.kind {
        PairFaultKind::LeadingWhiteSpace | PairFaultKind::TrailingWhiteSpace => {
            Some((fault.kind, fault.range.clone()))
        }
        PairFaultKind::LineBreak if comma => Some((fault.kind, fault.range.clone())),
        _ => None,
    })
}

/// Faults by which an ARN leaves the grammar. What it names is another matter, and so are placeholders.
pub fn breaking<'a>(arn: &'a Arn<'_>) -> impl Iterator<Item = &'a ArnFault> {
    arn.faults.iter().filter(|fault| {
        fault.kind.breaks_grammar()
            && !matches!(fault.kind, ArnFaultKind::WrongResource(_) | ArnFaultKind::Placeholder(_))
    })
}

/// Whether the ARN names neither a role nor a provider. One that breaks off before it names anything does not.
pub fn names_something_else(arn: &Arn<'_>) -> bool {
    !matches!(arn.kind, ArnKind::Role | ArnKind::SamlProvider)
        && arn.faults.iter().any(|fault| matches!(fault.kind, ArnFaultKind::WrongResource(_)))
}

fn has_comma(pair: &RolePair<'_>) -> bool {
    pair.arns.windows(2).any(|both| match both {
        [first, second] => {
            pair.value.get(first.range.end..second.range.start).is_some_and(|text| text.contains(','))
        }
        _ => false,
    })
}

fn at_places(value: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    value.char_indices().map(|(at, c)| (at..at.saturating_add(c.len_utf8()), c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_telling_defect_is_said() {
        const R: &str = "arn:aws:iam::444455556666:role/Admin";
        const P: &str = "arn:aws:iam::444455556666:saml-provider/Okta";
        let cases: Vec<(String, Option<Defect>)> = vec![
            (format!("{R},{P}"), None),
            (format!("{P},{R}"), None),
            (format!("{R}, {P}"), None),
            (format!(" {R},{P}"), Some(Defect::WhiteSpace)),
            (format!("{R},\n{P}"), Some(Defect::WhiteSpace)),
            (format!("{R}\n{P}"), Some(Defect::PairSeparator)),
            (format!(" {R}"), Some(Defect::ArnAlone)),
            (format!("{R},{R}"), Some(Defect::PairKinds)),
            (format!("{},{P}", R.replace("role/", "user/")), Some(Defect::PairKinds)),
            (format!("{R},{P},{R},{P}"), Some(Defect::TooManyArns)),
            (format!("{R},{P}\u{200B}"), Some(Defect::InvisibleCharacter)),
            (format!("{R},{P}\u{A0}"), Some(Defect::WhiteSpace)),
            (format!("{},{P}", R.replace("Admin", "\u{410}dmin")), Some(Defect::LookAlikeCharacter)),
            (format!("{R}\u{FF0C}{P}"), Some(Defect::LookAlikeCharacter)),
            ("\u{410}дминистратор".into(), Some(Defect::NotAnArn)),
            ("offline_access".into(), Some(Defect::NotAnArn)),
            ("ROLENAME".into(), Some(Defect::Placeholder)),
            (format!("{R},{P}").replace("444455556666", "$1"), Some(Defect::Placeholder)),
            (format!("{R},{P}").replace("444455556666", "ACCOUNTID"), Some(Defect::Placeholder)),
            (format!("{R},{P}").replace("444455556666", "123456789012"), None),
            (format!("{R},{P}").replace("role/", "role/$1/"), None),
            (format!("{R},{P}").replace("444455556666", "4444-5555-6666"), Some(Defect::ArnMalformed)),
            (format!("\"{R},{P}\""), Some(Defect::Quoted)),
            (format!("{R}%2C{P}"), Some(Defect::Escaped)),
            (format!("{R},{P}").replace("role/", "role/a%20b/"), None),
            (format!("Role={R},{P}"), Some(Defect::ExtraText)),
        ];
        for (value, expected) in cases {
            assert_eq!(of(&RolePair::read(&value)), expected, "{value}");
        }
    }
}
