//! The XML declaration, processing instructions and the DOCTYPE.
//!
//! It deliberately reads of a DOCTYPE only which entities it declares: nothing is expanded, fetched or validated.

use std::collections::BTreeSet;
use std::ops::Range;

use super::attributes::{RawAttribute, Scanner};
use super::build::Builder;
use super::names::{fault_in_name, is_space};
use super::problem::ProblemKind;
use super::tree::Shape;

/// The general entities that a DOCTYPE declares.
#[derive(Debug, Default)]
pub(super) struct Entities<'a> {
    names: BTreeSet<&'a str>,
    /// There is an external subset or a parameter entity: any entity may be declared there (XML 1.0, section 4.1).
    open: bool,
}

impl<'a> Entities<'a> {
    pub fn may_declare(&self, name: &str) -> bool {
        self.open || self.names.contains(name)
    }

    /// Reads `<!DOCTYPE … [ … ]>`.
    fn read(raw: &'a str) -> Self {
        let (external, subset) = raw.split_once('[').unwrap_or((raw, ""));
        let open = external.split(is_space).any(|word| word == "SYSTEM" || word == "PUBLIC");
        let mut entities = Self { names: BTreeSet::new(), open };
        let mut rest = subset;
        while let Some(at) = rest.find(['<', '%']) {
            rest = rest.get(at..).unwrap_or_default();
            let length = if rest.starts_with('%') {
                entities.open = true;
                Some(1)
            } else if rest.starts_with("<!--") {
                rest.find("-->")
            } else if rest.starts_with("<?") {
                rest.find("?>")
            } else {
                entities.names.extend(rest.strip_prefix("<!ENTITY").and_then(entity_name));
                declaration_length(rest)
            };
            let Some(length) = length else { break };
            rest = rest.get(length..).unwrap_or_default();
        }
        entities
    }
}

impl Builder<'_> {
    pub(super) fn instruction(&mut self, range: Range<usize>) {
        let content = self.slice(range.start + 2..range.end.saturating_sub(2));
        let target = content.split(is_space).next().unwrap_or_default();
        let target_at = range.start + 2..range.start + 2 + target.len();
        if target == "xml" {
            return self.declaration(range, target_at);
        }
        if let Some(fault) = fault_in_name(target) {
            self.problem(ProblemKind::BadName, target_at.start + fault.start..target_at.start + fault.end);
        } else if target.eq_ignore_ascii_case("xml") {
            // Every spelling is reserved (production 17).
            self.problem(ProblemKind::BadName, target_at);
        } else if let Some(colon) = target.find(':') {
            self.problem(ProblemKind::BadQName, target_at.start + colon..target_at.start + colon + 1);
        }
        self.push(Shape::Instruction, range);
    }

    fn declaration(&mut self, range: Range<usize>, target: Range<usize>) {
        let mark = if self.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        if range.start != mark {
            self.problem(ProblemKind::DeclarationNotAtStart, range.start..target.end);
            self.push(Shape::Instruction, range);
            return;
        }
        let at = target.end..range.end.saturating_sub(2);
        let content = self.slice(at.clone());
        let mut scanner = Scanner::new(content);
        let parts: Vec<RawAttribute> = scanner.by_ref().take(4).collect();
        let faults = scanner.take_faults();
        let mut allowed: &[&str] = &["version", "encoding", "standalone"];
        for (index, part) in parts.iter().enumerate() {
            let name = content.get(part.name.clone()).unwrap_or_default();
            let value = content.get(part.value.clone()).unwrap_or_default();
            let within = |range: &Range<usize>| at.start + range.start..at.start + range.end;
            let place = allowed.iter().position(|allowed| *allowed == name);
            if place.is_none() || index == 0 && place != Some(0) {
                self.problem(ProblemKind::BadDeclaration, within(&part.name));
            } else if !is_declared_well(name, value) {
                self.problem(ProblemKind::BadDeclaration, within(&part.value));
            } else if name == "encoding" && !is_unicode(value) {
                self.problem(ProblemKind::DeclaredEncoding, within(&part.value));
            }
            allowed = place.and_then(|place| allowed.get(place + 1..)).unwrap_or(allowed);
        }
        if parts.is_empty() {
            self.problem(ProblemKind::BadDeclaration, target);
        }
        for (_, range) in faults {
            self.problem(ProblemKind::BadDeclaration, at.start + range.start..at.start + range.end);
        }
        self.push(Shape::Declaration, range);
    }

    pub(super) fn doctype(&mut self, range: Range<usize>) {
        let opening = range.start..range.start + "<!DOCTYPE".len();
        let misplaced = self.has_root || self.entities.is_some();
        if misplaced || !begins_well(self.slice(range.clone())) {
            self.problem(ProblemKind::BadDoctype, opening);
        } else {
            self.problem(ProblemKind::Doctype, opening);
        }
        if self.entities.is_none() {
            self.entities = Some(Entities::read(self.slice(range.clone())));
        }
        self.push(Shape::Doctype, range);
    }
}

/// `<!DOCTYPE`, white space and a name (production 28).
fn begins_well(doctype: &str) -> bool {
    let Some(rest) = doctype.strip_prefix("<!DOCTYPE") else { return false };
    let after = rest.trim_start_matches(is_space);
    let name = after.split(|c| is_space(c) || matches!(c, '[' | '>')).next().unwrap_or_default();
    after.len() < rest.len() && fault_in_name(name).is_none()
}

/// Productions 26, 81 and 32.
fn is_declared_well(name: &str, value: &str) -> bool {
    match name {
        "version" => value
            .strip_prefix("1.")
            .is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit())),
        "encoding" => {
            value.starts_with(|c: char| c.is_ascii_alphabetic())
                && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
        }
        _ => matches!(value, "yes" | "no"),
    }
}

fn is_unicode(encoding: &str) -> bool {
    ["UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(encoding))
}

/// The name in ` name "…"`; none for a parameter entity.
fn entity_name(declaration: &str) -> Option<&str> {
    let name = declaration.trim_start_matches(is_space).split(is_space).next()?;
    (name != "%" && !name.is_empty()).then_some(name)
}

/// From `<` to the `>` that no quote holds.
fn declaration_length(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}
