//! Flow collections of YAML: `[…]` and `{…}` (YAML 1.2.2, chapter 7.4).
//!
//! It deliberately asks for no comma: who reads a template wants the values.

use super::{Open, Properties, Reader, alias, is_reference, scalar};
use crate::json::{FaultKind, Kind, intrinsics};

impl<'t> Reader<'t, '_> {
    /// `[…]` and `{…}`, over several lines perhaps.
    pub(super) fn flow(&mut self, mut properties: Properties<'t>) {
        let outside = self.open.len();
        loop {
            if self.out.is_full(self.pos) {
                self.pos = self.text.len();
                return;
            }
            self.flow_blank();
            let rest = self.text.get(self.pos..).unwrap_or_default();
            let Some(&byte) = rest.as_bytes().first() else {
                return self.out.fault(FaultKind::Unclosed, self.pos, self.pos);
            };
            match byte {
                b'{' | b'[' => {
                    if self.open.len() > outside {
                        self.flow_item();
                    }
                    let kind = if byte == b'{' { Kind::Object } else { Kind::Array };
                    self.out.open(kind, self.pos);
                    let properties = std::mem::take(&mut properties);
                    self.open.push(Open { kind, indent: 0, flow: true, awaits: false, properties });
                    self.pos = self.pos.saturating_add(1);
                }
                b'}' | b']' => {
                    self.pos = self.pos.saturating_add(1);
                    self.end = self.pos;
                    self.close();
                }
                b',' => {
                    self.give_up();
                    self.pos = self.pos.saturating_add(1);
                }
                b'!' => {
                    let word = rest.split([' ', ',', ']', '}', '\n']).next().unwrap_or_default();
                    properties.tag = is_reference(word).then_some(self.pos);
                    self.pos = self.pos.saturating_add(word.len().max(1));
                }
                b'&' => {
                    let name = alias::name(rest);
                    properties.anchor = Some(name).filter(|name| !name.is_empty());
                    self.pos = self.pos.saturating_add(name.len()).saturating_add(1);
                }
                b'*' => {
                    self.flow_item();
                    self.alias();
                }
                _ => self.flow_scalar(rest, &mut properties),
            }
            if self.open.len() <= outside {
                return;
            }
        }
    }

    fn flow_scalar(&mut self, rest: &str, properties: &mut Properties<'t>) {
        let len = match rest.as_bytes().first() {
            Some(b'"' | b'\'') => scalar::quoted(rest).unwrap_or(rest.len()),
            _ => scalar::plain_in_flow(rest),
        };
        if len == 0 {
            self.out.fault(FaultKind::Unexpected, self.pos, self.pos.saturating_add(1));
            let step = rest.chars().next().map_or(1, char::len_utf8);
            self.pos = self.pos.saturating_add(step);
            return;
        }
        let (start, end) = (self.pos, self.pos.saturating_add(len));
        self.pos = end;
        self.end = end;
        let awaits_name = self.open.last().is_some_and(|top| top.kind == Kind::Object && !top.awaits);
        if awaits_name {
            if self.text.get(start..end) == Some("<<") && self.merged_in_flow() {
                return;
            }
            self.string(start, end);
            self.flow_blank();
            if self.text.as_bytes().get(self.pos) == Some(&b':') {
                self.pos = self.pos.saturating_add(1);
            } else {
                self.out.fault(FaultKind::MissingColon, self.pos, self.pos);
            }
            if let Some(top) = self.open.last_mut() {
                top.awaits = true;
            }
            return;
        }
        self.flow_item();
        let own = std::mem::take(properties);
        match own.tag {
            Some(from) if self.tag(from) == "!Sub" => {
                self.string(start, end);
                intrinsics::substitutions(&mut self.out);
            }
            Some(from) => self.out.unresolved(from, end),
            None => self.scalar(start, end),
        }
        self.remember(own.anchor, self.out.last());
    }

    /// A value inside a flow collection: in an object its name stands before it.
    fn flow_item(&mut self) {
        if let Some(top) = self.open.last_mut()
            && top.kind == Kind::Object
            && !std::mem::take(&mut top.awaits)
        {
            self.out.fault(FaultKind::MissingColon, self.pos, self.pos);
            self.out.scalar(Kind::String, self.pos, self.pos);
        }
    }

    fn flow_blank(&mut self) {
        let rest = self.text.get(self.pos..).unwrap_or_default();
        self.pos = self.pos.saturating_add(rest.len().saturating_sub(rest.trim_start().len()));
    }
}
