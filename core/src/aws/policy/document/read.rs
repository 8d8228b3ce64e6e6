//! Reads a JSON value as a policy document.
//!
//! It deliberately never gives up: what has the wrong type is reported and left out, and the rest is read.

use super::{
    Clause, Condition, Document, Effect, Principal, PrincipalKind, Problem, ProblemKind, Sense, Statement,
};
use crate::aws::policy::operators::Operator;
use crate::json::{Kind, Value};
use crate::source::{Span, Spanned, Text};
use std::collections::BTreeSet;

const TOP: [&str; 3] = ["Version", "Id", "Statement"];
const STATEMENT: [&str; 9] = [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];

/// Whether somebody meant it to be a policy: an object with a statement that has an effect or an action.
pub fn looks_like_policy(value: Value<'_>) -> bool {
    let member = |object: Value<'_>, name: &str| {
        object.entries().any(|(key, _)| key.as_plain_str().is_some_and(|key| key.eq_ignore_ascii_case(name)))
    };
    let statement = value.entries().find(|(key, _)| {
        key.as_plain_str().is_some_and(|key| {
            key.eq_ignore_ascii_case("Statement") || key.eq_ignore_ascii_case("Statements")
        })
    });
    let Some((_, statement)) = statement else { return false };
    let is_one = |value: Value<'_>| {
        member(value, "Effect") && (member(value, "Action") || member(value, "NotAction"))
            || member(value, "Principal")
    };
    is_one(statement) || statement.items().any(is_one)
}

/// Reads a policy document from its object.
pub fn read(value: Value<'_>) -> (Document, Vec<Problem>) {
    let mut reader = Reader { problems: Vec::new() };
    let document = reader.document(value);
    (document, reader.problems)
}

/// Reads a statement that stands alone, or a list of them. Which language they are in is not said.
pub fn read_statements(value: Value<'_>) -> (Document, Vec<Problem>) {
    let mut reader = Reader { problems: Vec::new() };
    let found: Vec<_> = match value.kind() {
        Kind::Array => value.items().collect(),
        _ => vec![value],
    };
    let sound = !found.is_empty();
    let statements =
        found.into_iter().enumerate().map(|(index, value)| reader.statement(index, value)).collect();
    let document = Document { span: value.span(), version: None, id: None, statements, sound };
    (document, reader.problems)
}

struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn document(&mut self, value: Value<'_>) -> Document {
        let members = self.members(value, &TOP);
        let version = self.text(find(&members, "Version"));
        match version.as_ref().map(Text::as_str) {
            Some("2012-10-17") => {}
            Some("2008-10-17") => {
                self.report(ProblemKind::OldVersion, version.as_ref().map(|text| text.span))
            }
            Some(_) => self.report(ProblemKind::BadVersion, version.as_ref().map(|text| text.span)),
            None => self.report(ProblemKind::NoVersion, Some(value.span().before())),
        }
        let id = self.text(find(&members, "Id"));
        let mut found = Vec::new();
        match find(&members, "Statement").map(|(_, value)| value) {
            Some(list) if list.kind() == Kind::Array => found.extend(list.items()),
            Some(one) => found.push(one),
            None => self.report(ProblemKind::NoStatement, Some(value.span().before())),
        }
        let sound = !self.problems.iter().any(|problem| problem.kind.is_refused());
        let statements =
            found.into_iter().enumerate().map(|(index, value)| self.statement(index, value)).collect();
        Document { span: value.span(), version, id, statements, sound }
    }

    fn statement(&mut self, index: usize, value: Value<'_>) -> Statement {
        let before = self.problems.len();
        let members = self.members(value, &STATEMENT);
        let effect = self.effect(find(&members, "Effect"), value);
        let principal = self.clause(&members, "Principal", "NotPrincipal").map(|(sense, name, value)| {
            Clause { sense, name: name.span, span: value.span(), items: self.principals(value) }
        });
        let action = self.texts(&members, "Action", "NotAction");
        if action.is_none() {
            self.report(ProblemKind::NoAction, Some(value.span().before()));
        }
        let resource = self.texts(&members, "Resource", "NotResource");
        let conditions = self.conditions(find(&members, "Condition"));
        let sid = self.text(find(&members, "Sid"));
        let own = self.problems.get(before..).unwrap_or_default();
        let sound = !own.iter().any(|problem| problem.kind.is_refused());
        Statement { index, span: value.span(), sid, effect, principal, action, resource, conditions, sound }
    }

    fn effect(
        &mut self,
        member: Option<(&Text, Value<'_>)>,
        statement: Value<'_>,
    ) -> Option<Spanned<Effect>> {
        let Some((_, value)) = member else {
            self.report(ProblemKind::NoEffect, Some(statement.span().before()));
            return None;
        };
        let span = value.inner_span();
        match value.as_text().as_ref().map(Text::as_str) {
            Some("Allow") => Some(Spanned { value: Effect::Allow, span }),
            Some("Deny") => Some(Spanned { value: Effect::Deny, span }),
            _ => {
                self.report(ProblemKind::BadEffect, Some(span));
                None
            }
        }
    }

    /// Whichever of the two forms is there; the first, if both are.
    fn clause<'m, 'j>(
        &mut self,
        members: &'m [(Text, Value<'j>)],
        plain: &str,
        negated: &str,
    ) -> Option<(Sense, &'m Text, Value<'j>)> {
        match (find(members, plain), find(members, negated)) {
            (Some((name, value)), other) => {
                if let Some((other, _)) = other {
                    self.report(ProblemKind::BothForms, Some(other.span));
                }
                Some((Sense::Listed, name, value))
            }
            (None, Some((name, value))) => Some((Sense::NotListed, name, value)),
            (None, None) => None,
        }
    }

    fn texts(&mut self, members: &[(Text, Value<'_>)], plain: &str, negated: &str) -> Option<Clause<Text>> {
        let (sense, name, value) = self.clause(members, plain, negated)?;
        Some(Clause { sense, name: name.span, span: value.span(), items: self.strings(value) })
    }

    fn principals(&mut self, value: Value<'_>) -> Vec<Principal> {
        if let Some(text) = value.as_text() {
            let everyone = text.value == "*";
            if !everyone {
                self.report(ProblemKind::BarePrincipal, Some(text.span));
            }
            let kind = if everyone { PrincipalKind::Everyone } else { PrincipalKind::Other };
            return vec![Principal { kind, value: text }];
        }
        let mut found = Vec::new();
        for (name, value) in self.members(value, &[]) {
            let kind = PrincipalKind::from_name(name.as_str());
            if kind.is_none() {
                self.report(ProblemKind::UnknownPrincipalKind, Some(name.span));
            }
            let kind = kind.unwrap_or(PrincipalKind::Other);
            found.extend(self.strings(value).into_iter().map(|value| Principal { kind, value }));
        }
        found
    }

    fn conditions(&mut self, member: Option<(&Text, Value<'_>)>) -> Vec<Condition> {
        let Some((_, block)) = member else { return Vec::new() };
        let mut found = Vec::new();
        for (operator, keys) in self.members(block, &[]) {
            let test = Operator::parse(operator.as_str());
            match &test {
                None => self.report(ProblemKind::UnknownOperator, Some(operator.span)),
                Some(test) if test.name() != operator.value => {
                    self.report(ProblemKind::OperatorCase, Some(operator.span));
                }
                Some(_) => {}
            }
            for (key, value) in self.members(keys, &[]) {
                let (operator, span) = (operator.clone(), value.span());
                found.push(Condition { operator, test, key, values: self.condition_values(value), span });
            }
        }
        found
    }

    /// Numbers and booleans count as they are written (grammar: `condition_value`).
    fn condition_values(&mut self, value: Value<'_>) -> Vec<Text> {
        let mut found = Vec::new();
        for item in one_or_many(value) {
            match item.kind() {
                Kind::String => found.extend(item.as_text()),
                Kind::Number | Kind::Bool => found.push(Text::plain(item.raw(), item.inner_span())),
                Kind::Null | Kind::Array | Kind::Object => {
                    self.report(ProblemKind::BadConditionValue, Some(item.span()));
                }
            }
        }
        self.report(ProblemKind::Empty, is_empty_array(value).then(|| value.span()));
        found
    }

    fn strings(&mut self, value: Value<'_>) -> Vec<Text> {
        let mut found = Vec::new();
        for item in one_or_many(value) {
            match item.as_text() {
                Some(text) => found.push(text),
                None => self.report(ProblemKind::WrongType, Some(item.span())),
            }
        }
        self.report(ProblemKind::Empty, is_empty_array(value).then(|| value.span()));
        found
    }

    fn text(&mut self, member: Option<(&Text, Value<'_>)>) -> Option<Text> {
        let (_, value) = member?;
        let text = value.as_text();
        if text.is_none() {
            self.report(ProblemKind::WrongType, Some(value.span()));
        }
        text
    }

    /// The members of an object. Names outside `known` are reported, unless there is no such list.
    fn members<'j>(&mut self, value: Value<'j>, known: &[&'static str]) -> Vec<(Text, Value<'j>)> {
        if value.kind() != Kind::Object {
            self.report(ProblemKind::WrongType, Some(value.span()));
        }
        let members: Vec<(Text, Value<'j>)> = value.members().collect();
        let mut seen = BTreeSet::new();
        for (name, _) in &members {
            if !seen.insert(name.as_str()) {
                self.report(ProblemKind::Duplicate, Some(name.span));
            }
            if !known.is_empty() && !known.contains(&name.as_str()) {
                self.report(ProblemKind::UnknownElement(meant(name.as_str(), known)), Some(name.span));
            }
        }
        members
    }

    fn report(&mut self, kind: ProblemKind, span: Option<Span>) {
        self.problems.extend(span.map(|span| Problem { kind, span }));
    }
}

fn find<'m, 'j>(members: &'m [(Text, Value<'j>)], name: &str) -> Option<(&'m Text, Value<'j>)> {
    members.iter().find(|(key, _)| key.as_str() == name).map(|(key, value)| (key, *value))
}

/// The items of an array, or the value itself.
fn one_or_many(value: Value<'_>) -> Vec<Value<'_>> {
    if value.kind() == Kind::Array { value.items().collect() } else { vec![value] }
}

fn is_empty_array(value: Value<'_>) -> bool {
    value.kind() == Kind::Array && value.items().next().is_none()
}

/// The element that a name resembles: other case, or one letter more at its end.
fn meant(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let singular = name.strip_suffix(['s', 'S']).unwrap_or(name);
    known
        .iter()
        .find(|known| known.eq_ignore_ascii_case(name) || known.eq_ignore_ascii_case(singular))
        .copied()
}
