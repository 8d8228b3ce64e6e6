//! Splits a value of the `Role` attribute into the role's and the provider's ARN, in either order.
//!
//! It deliberately does not judge: field evidence says that the sign-in page takes some values that are outside the grammar.

pub mod defect;
mod split;

use std::ops::Range;

use self::split::{arn_starts, blanks, escapes, is_blank, is_quote, trim_separators};
use super::arn::{Arn, ArnKind};

/// A value of `Role`. All ranges are bytes of the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePair<'a> {
    pub value: &'a str,
    /// Every ARN in it, from left to right.
    pub arns: Vec<Arn<'a>>,
    role: Option<usize>,
    provider: Option<usize>,
    pub faults: Vec<PairFault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairOrder {
    RoleFirst,
    ProviderFirst,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairFault {
    pub kind: PairFaultKind,
    pub range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairFaultKind {
    Empty,
    /// No ARN at all.
    NoArn,
    /// One ARN of this kind and nothing that pairs with it.
    OneArn(ArnKind),
    /// More than two: how many.
    TooManyArns(usize),
    TwoRoles,
    TwoProviders,
    LeadingWhiteSpace,
    TrailingWhiteSpace,
    /// White space beside the comma. The sign-in page is said to accept it.
    SpaceAtComma,
    /// A line break beside the comma or instead of it.
    LineBreak,
    /// Two ARNs with nothing between them.
    MissingComma,
    /// White space instead of a comma.
    SpaceInsteadOfComma,
    /// This character instead of a comma.
    WrongSeparator(char),
    DoubledComma,
    /// A comma before the first ARN or after the last.
    StrayComma,
    Quoted,
    /// `%2C`, `%3A`: the value is still percent-encoded.
    PercentEncoded,
    /// `&amp;`, `&#44;`: escaped once too often.
    EntityLeftover,
    /// Other text before, between or after the ARNs.
    ExtraText,
    AccountMismatch,
    PartitionMismatch,
    /// A role of IAM Identity Center, which no other provider can assume.
    ReservedSsoRole,
    /// The provider that IAM Identity Center made for itself.
    IdentityCenterProvider,
    /// The role's name holds a comma: legal, but tools that split at the first comma break.
    CommaInRoleName,
}

impl<'a> RolePair<'a> {
    pub fn read(value: &'a str) -> Self {
        let mut pair = Self { value, arns: Vec::new(), role: None, provider: None, faults: Vec::new() };
        let inner = pair.trim();
        if inner.is_empty() {
            pair.fault(PairFaultKind::Empty, 0..value.len());
            return pair;
        }
        pair.faults.extend(escapes(value));
        pair.split(inner);
        pair.assign();
        pair.compare();
        crate::order::by_key(&mut pair.faults, |fault| [fault.range.start, fault.range.end]);
        pair
    }

    pub fn role(&self) -> Option<&Arn<'a>> {
        self.arns.get(self.role?)
    }

    pub fn provider(&self) -> Option<&Arn<'a>> {
        self.arns.get(self.provider?)
    }

    /// Both orders are accepted by AWS.
    pub fn order(&self) -> Option<PairOrder> {
        let (role, provider) = (self.role?, self.provider?);
        Some(if role < provider { PairOrder::RoleFirst } else { PairOrder::ProviderFirst })
    }

    /// Whether the value is exactly what AWS documents.
    pub fn is_grammatical(&self) -> bool {
        let facts = [
            PairFaultKind::CommaInRoleName,
            PairFaultKind::ReservedSsoRole,
            PairFaultKind::IdentityCenterProvider,
        ];
        self.order().is_some()
            && self.arns.iter().all(Arn::is_grammatical)
            && self.faults.iter().all(|fault| facts.contains(&fault.kind))
    }

    /// Cuts white space and quotes off both ends and reports them; gives what is left.
    fn trim(&mut self) -> Range<usize> {
        let value = self.value;
        let start = value.len().saturating_sub(value.trim_start_matches(is_blank).len());
        let end = value.trim_end_matches(is_blank).len();
        if start >= end {
            return start..start;
        }
        if start > 0 {
            self.fault(PairFaultKind::LeadingWhiteSpace, 0..start);
        }
        if end < value.len() {
            self.fault(PairFaultKind::TrailingWhiteSpace, end..value.len());
        }
        let text = value.get(start..end).unwrap_or_default();
        let left = text.len().saturating_sub(text.trim_start_matches(is_quote).len());
        let right = text.len().saturating_sub(text.trim_end_matches(is_quote).len());
        if left == text.len() {
            return start..end;
        }
        let (inner_start, inner_end) = (start.saturating_add(left), end.saturating_sub(right));
        if left > 0 {
            self.fault(PairFaultKind::Quoted, start..inner_start);
        }
        if right > 0 {
            self.fault(PairFaultKind::Quoted, inner_end..end);
        }
        inner_start..inner_end
    }

    fn split(&mut self, inner: Range<usize>) {
        let starts = arn_starts(self.value, &inner);
        let Some(&first) = starts.first() else {
            self.fault(PairFaultKind::NoArn, inner);
            return;
        };
        if first > inner.start {
            self.outside(inner.start..first);
        }
        for (index, &start) in starts.iter().enumerate() {
            let next = starts.get(index.saturating_add(1)).copied();
            let end = next.unwrap_or(inner.end);
            let text = self.value.get(start..end).unwrap_or_default();
            let arn_end = start.saturating_add(trim_separators(text).len());
            match next {
                Some(next) => self.separator(arn_end..next),
                None if arn_end < end => self.outside(arn_end..end),
                None => {}
            }
            self.arns.push(Arn::read_within(self.value, start..arn_end));
        }
    }

    /// Reports what stands between two ARNs if it is not one comma.
    fn separator(&mut self, range: Range<usize>) {
        let text = self.value.get(range.clone()).unwrap_or_default();
        if text == "," {
            return;
        }
        let commas = text.matches(',').count();
        let wrong = text.char_indices().find(|&(_, c)| !is_blank(c) && c != ',');
        let escaped = text.contains("%2C") || text.contains("%2c") || text.contains("&#44;");
        if text.is_empty() {
            self.fault(PairFaultKind::MissingComma, range.clone());
        } else if commas > 1 {
            self.fault(PairFaultKind::DoubledComma, range.clone());
        } else if let Some((at, c)) = wrong
            && !escaped
        {
            let at = range.start.saturating_add(at);
            let kind = if is_quote(c) { PairFaultKind::Quoted } else { PairFaultKind::WrongSeparator(c) };
            self.fault(kind, at..at.saturating_add(c.len_utf8()));
        }
        let blanks: Vec<Range<usize>> = blanks(text, range.start);
        for blank in blanks {
            let broken = self.value.get(blank.clone()).is_some_and(|text| text.contains(['\n', '\r']));
            let kind = match (broken, commas > 0 || wrong.is_some()) {
                (true, _) => PairFaultKind::LineBreak,
                (false, true) => PairFaultKind::SpaceAtComma,
                (false, false) => PairFaultKind::SpaceInsteadOfComma,
            };
            self.fault(kind, blank);
        }
    }

    /// Reports what stands before the first or after the last ARN.
    fn outside(&mut self, range: Range<usize>) {
        let text = self.value.get(range.clone()).unwrap_or_default();
        let only_separators = text.chars().all(|c| c == ',' || is_blank(c));
        self.fault(if only_separators { PairFaultKind::StrayComma } else { PairFaultKind::ExtraText }, range);
    }

    fn assign(&mut self) {
        let of = |kind: ArnKind| -> Vec<usize> {
            self.arns.iter().enumerate().filter(|(_, arn)| arn.kind == kind).map(|(index, _)| index).collect()
        };
        let (roles, providers) = (of(ArnKind::Role), of(ArnKind::SamlProvider));
        self.role = roles.first().copied();
        self.provider = providers.first().copied();
        let count = self.arns.len();
        let place = |index: Option<&usize>| {
            index.and_then(|&index| self.arns.get(index)).map(|arn| arn.range.clone())
        };
        let fault = match count {
            0 => None,
            1 => self.arns.first().map(|arn| (PairFaultKind::OneArn(arn.kind), arn.range.clone())),
            2 if roles.len() == 2 => place(roles.get(1)).map(|range| (PairFaultKind::TwoRoles, range)),
            2 if providers.len() == 2 => {
                place(providers.get(1)).map(|range| (PairFaultKind::TwoProviders, range))
            }
            2 => None,
            _ => place(Some(&2)).map(|third| {
                let end = self.arns.last().map_or(third.end, |arn| arn.range.end);
                (PairFaultKind::TooManyArns(count), third.start..end)
            }),
        };
        if let Some((kind, range)) = fault {
            self.fault(kind, range);
        }
    }

    fn compare(&mut self) {
        let mut faults = Vec::new();
        if let (Some(role), Some(provider)) = (self.role(), self.provider()) {
            // The later of the two is marked: the reader has the other before the eyes.
            let later = if role.range.start < provider.range.start { provider } else { role };
            if let (Some(a), Some(b)) = (role.account_id(), provider.account_id())
                && a != b
                && let Some(range) = later.account.clone()
            {
                faults.push(PairFault { kind: PairFaultKind::AccountMismatch, range });
            }
            if let (Some(a), Some(b)) = (role.known_partition(), provider.known_partition())
                && a != b
                && let Some(range) = later.partition.clone()
            {
                faults.push(PairFault { kind: PairFaultKind::PartitionMismatch, range });
            }
        }
        let fact = |arn: Option<&Arn<'a>>, kind, holds: fn(&str) -> bool| {
            arn.filter(|arn| holds(arn.resource_name()))
                .and_then(|arn| arn.name.clone())
                .map(|range| PairFault { kind, range })
        };
        faults.extend(fact(self.role(), PairFaultKind::ReservedSsoRole, |name| {
            name.starts_with("AWSReservedSSO_")
        }));
        faults.extend(fact(self.provider(), PairFaultKind::IdentityCenterProvider, |name| {
            name.starts_with("AWSSSO_") && name.ends_with("_DO_NOT_DELETE")
        }));
        // Without a provider, what follows the comma is rather the provider without its ARN.
        let paired = self.role().filter(|_| self.provider.is_some());
        faults.extend(fact(paired, PairFaultKind::CommaInRoleName, |name| name.contains(',')));
        self.faults.append(&mut faults);
    }

    fn fault(&mut self, kind: PairFaultKind, range: Range<usize>) {
        self.faults.push(PairFault { kind, range });
    }
}

#[cfg(test)]
mod tests;
