//! Reads an IAM ARN of a role or a SAML provider into its parts and lists what departs from the grammar.
//!
//! It deliberately gives no severity: some departures only look odd. It never stops at the first fault.

mod fault;
mod kind;

use std::ops::Range;

pub use self::fault::{ArnFault, ArnFaultKind, ArnPart};
pub(super) use self::kind::begins_with_partition;
pub use self::kind::{ArnKind, is_provider_name_char, is_role_name_char};
use self::kind::{kind_of, looks_like_account, next_part, odd, starts_with_resource};

use super::partitions::Partition;
use super::placeholders;

/// One ARN, or what was meant to be one. All ranges are bytes of the whole value that was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arn<'a> {
    value: &'a str,
    pub range: Range<usize>,
    pub kind: ArnKind,
    pub partition: Option<Range<usize>>,
    pub service: Option<Range<usize>>,
    pub region: Option<Range<usize>>,
    pub account: Option<Range<usize>>,
    /// `role`, `saml-provider` …
    pub resource_type: Option<Range<usize>>,
    /// A role's path with both its slashes; `/` where there is none but the separator.
    pub path: Option<Range<usize>>,
    pub name: Option<Range<usize>>,
    pub faults: Vec<ArnFault>,
}

impl<'a> Arn<'a> {
    /// Reads the whole value as one ARN.
    pub fn read(value: &'a str) -> Self {
        Self::read_within(value, 0..value.len())
    }

    /// Reads one ARN that stands within a longer value.
    pub fn read_within(value: &'a str, range: Range<usize>) -> Self {
        let mut arn = Self { value, range, ..Self::default() };
        arn.read_parts();
        arn.read_characters();
        crate::order::by_key(&mut arn.faults, |fault| [fault.range.start, fault.range.end]);
        arn
    }

    /// The ARN itself.
    pub fn text(&self) -> &'a str {
        self.value.get(self.range.clone()).unwrap_or_default()
    }

    /// The characters of one of its parts; empty where the part is missing.
    pub fn part(&self, range: &Option<Range<usize>>) -> &'a str {
        range.clone().and_then(|range| self.value.get(range)).unwrap_or_default()
    }

    /// The account, if it is twelve digits.
    pub fn account_id(&self) -> Option<&'a str> {
        let account = self.part(&self.account);
        (account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit())).then_some(account)
    }

    pub fn known_partition(&self) -> Option<Partition> {
        Partition::from_id(self.part(&self.partition))
    }

    /// The name without its path.
    pub fn resource_name(&self) -> &'a str {
        self.part(&self.name)
    }

    /// Whether the grammar of a role or a provider holds from end to end.
    pub fn is_grammatical(&self) -> bool {
        matches!(self.kind, ArnKind::Role | ArnKind::SamlProvider)
            && !self.faults.iter().any(|fault| fault.kind.breaks_grammar())
    }

    fn read_parts(&mut self) {
        let mut rest = self.range.clone();
        let whole = self.text();
        if whole.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("arn:")) {
            let prefix = rest.start..rest.start.saturating_add(3);
            if !whole.starts_with("arn:") {
                self.fault(ArnFaultKind::PrefixCase, prefix);
            }
            rest.start = rest.start.saturating_add(4);
        } else if begins_with_partition(whole) {
            self.fault(ArnFaultKind::MissingPrefix, rest.start..rest.start);
        } else {
            self.fault(ArnFaultKind::NotAnArn, rest);
            return;
        }
        self.partition = Some(self.take_until_colon(&mut rest, ArnPart::Partition));
        self.service = Some(self.take_until_colon(&mut rest, ArnPart::Service));
        let region = self.take_until_colon(&mut rest, ArnPart::Region);
        let next = self.value.get(rest.clone()).unwrap_or_default();
        // `arn:aws:iam:444455556666:role/x`: the account took the region's place.
        if self.value.get(region.clone()).is_some_and(looks_like_account) && starts_with_resource(next) {
            self.fault(ArnFaultKind::MissingColon, region.start..region.start);
            self.account = Some(region);
        } else {
            if !region.is_empty() {
                self.fault(ArnFaultKind::RegionNotEmpty, region.clone());
            }
            self.region = Some(region);
            self.account = Some(self.take_until_colon(&mut rest, ArnPart::Account));
        }
        self.check_partition_and_service();
        self.read_resource(rest);
        self.check_account();
    }

    /// Cuts the part before the next colon off. Without a colon, what is left is the part, and the others are missing.
    fn take_until_colon(&mut self, rest: &mut Range<usize>, part: ArnPart) -> Range<usize> {
        let text = self.value.get(rest.clone()).unwrap_or_default();
        let length = text.find(':').unwrap_or(text.len());
        let taken = rest.start..rest.start.saturating_add(length);
        if length == text.len() {
            // Once is enough: everything after it is missing as well.
            if !self.faults.iter().any(|fault| matches!(fault.kind, ArnFaultKind::MissingPart(_))) {
                let missing = if taken.is_empty() { part } else { next_part(part) };
                self.fault(ArnFaultKind::MissingPart(missing), taken.end..taken.end);
            }
            rest.start = taken.end;
        } else {
            rest.start = taken.end.saturating_add(1);
            if taken.is_empty() && part != ArnPart::Region {
                self.fault(ArnFaultKind::EmptyPart(part), taken.clone());
            }
        }
        taken
    }

    fn check_partition_and_service(&mut self) {
        if let Some(range) = self.partition.clone().filter(|range| !range.is_empty())
            && self.known_partition().is_none()
        {
            self.fault(ArnFaultKind::UnknownPartition, range);
        }
        if let Some(range) = self.service.clone().filter(|range| !range.is_empty())
            && self.part(&self.service) != "iam"
        {
            self.fault(ArnFaultKind::WrongService, range);
        }
    }

    fn check_account(&mut self) {
        let Some(range) = self.account.clone().filter(|range| !range.is_empty()) else { return };
        let account = self.part(&self.account);
        let all = |test: fn(char) -> bool| account.chars().all(test);
        if all(|c| c.is_ascii_digit()) {
            if account.len() != 12 {
                self.fault(ArnFaultKind::AccountLength(account.len()), range);
            }
        } else if all(|c| c.is_ascii_digit() || c == '-') {
            self.fault(ArnFaultKind::AccountHyphens, range);
        } else {
            self.fault(ArnFaultKind::AccountNotDigits, range);
        }
    }

    fn read_resource(&mut self, rest: Range<usize>) {
        let text = self.value.get(rest.clone()).unwrap_or_default();
        if text.is_empty() {
            if !self.faults.iter().any(|fault| matches!(fault.kind, ArnFaultKind::MissingPart(_))) {
                self.fault(ArnFaultKind::EmptyPart(ArnPart::Resource), rest);
            }
            return;
        }
        let length = text.find(['/', ':']).unwrap_or(text.len());
        let kind_range = rest.start..rest.start.saturating_add(length);
        let kind_text = text.get(..length).unwrap_or_default();
        self.resource_type = Some(kind_range.clone());
        self.kind = kind_of(kind_text);
        if !matches!(self.kind, ArnKind::Role | ArnKind::SamlProvider) {
            self.fault(ArnFaultKind::WrongResource(self.kind), kind_range.clone());
        } else if kind_text != kind_text.to_ascii_lowercase() {
            self.fault(ArnFaultKind::ResourceCase, kind_range.clone());
        }
        let after = text.get(length..).unwrap_or_default();
        if after.is_empty() {
            if self.kind != ArnKind::Root {
                self.fault(ArnFaultKind::EmptyPart(ArnPart::Name), rest.end..rest.end);
            }
            return;
        }
        if after.starts_with(':') {
            self.fault(ArnFaultKind::ResourceSeparator, kind_range.end..kind_range.end.saturating_add(1));
        }
        let body = kind_range.end.saturating_add(1)..rest.end;
        let body_text = self.value.get(body.clone()).unwrap_or_default();
        let name_at = body_text.rfind('/').map_or(0, |at| at.saturating_add(1));
        let name = body.start.saturating_add(name_at)..body.end;
        self.path = Some(kind_range.end..name.start);
        if name.is_empty() {
            self.fault(ArnFaultKind::EmptyPart(ArnPart::Name), name.clone());
        }
        self.name = Some(name);
        match self.kind {
            ArnKind::Role => self.check_role(),
            ArnKind::SamlProvider => self.check_provider(name_at > 0),
            _ => {}
        }
    }

    fn check_role(&mut self) {
        let (path, name) = (self.part(&self.path), self.part(&self.name));
        let path_length = path.chars().count();
        if let Some(range) = self.path.clone() {
            if path_length > 512 {
                self.fault(ArnFaultKind::PathLength(path_length), range.clone());
            }
            self.fault_characters(path, range.start, |c| c.is_ascii_graphic(), ArnFaultKind::PathCharacter);
        }
        if let Some(range) = self.name.clone() {
            let length = name.chars().count();
            self.fault_characters(name, range.start, is_role_name_char, ArnFaultKind::RoleNameCharacter);
            if length > 64 {
                self.fault(ArnFaultKind::RoleNameLength(length), range);
            }
        }
    }

    fn check_provider(&mut self, has_path: bool) {
        if has_path && let Some(range) = self.path.clone() {
            self.fault(ArnFaultKind::ProviderPath, range.start.saturating_add(1)..range.end);
        }
        if let Some(range) = self.name.clone() {
            let name = self.part(&self.name);
            let length = name.chars().count();
            let fault = ArnFaultKind::ProviderNameCharacter;
            self.fault_characters(name, range.start, is_provider_name_char, fault);
            if length > 128 {
                self.fault(ArnFaultKind::ProviderNameLength(length), range);
            }
        }
    }

    /// Faults that may stand anywhere: white space, look-alikes, placeholders.
    fn read_characters(&mut self) {
        let start = self.range.start;
        for placeholder in placeholders::find(self.text()) {
            let range =
                start.saturating_add(placeholder.range.start)..start.saturating_add(placeholder.range.end);
            self.fault(ArnFaultKind::Placeholder(placeholder.kind), range);
        }
        // What the names' own alphabets reported is not said twice.
        let reported: Vec<Range<usize>> = self
            .faults
            .iter()
            .filter(|fault| fault.kind.character().is_some())
            .map(|fault| fault.range.clone())
            .collect();
        let mut reported = reported.into_iter().peekable();
        for (at, c) in self.text().char_indices() {
            let at = start.saturating_add(at);
            while reported.peek().is_some_and(|range| range.end <= at) {
                reported.next();
            }
            if reported.peek().is_some_and(|range| range.contains(&at)) {
                continue;
            }
            if let Some(kind) = odd(c) {
                self.fault(kind, at..at.saturating_add(c.len_utf8()));
            }
        }
    }

    fn fault_characters(
        &mut self,
        text: &str,
        start: usize,
        legal: fn(char) -> bool,
        kind: fn(char) -> ArnFaultKind,
    ) {
        for (at, c) in text.char_indices().filter(|&(_, c)| !legal(c)) {
            let at = start.saturating_add(at);
            self.fault(odd(c).unwrap_or_else(|| kind(c)), at..at.saturating_add(c.len_utf8()));
        }
    }

    fn fault(&mut self, kind: ArnFaultKind, range: Range<usize>) {
        self.faults.push(ArnFault { kind, range });
    }
}

#[cfg(test)]
mod tests;
