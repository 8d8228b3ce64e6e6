//! Where a policy stands, so that it can be read again with the right places.
//!
//! It deliberately keeps no tree: a policy is read from its text when somebody evaluates it. A policy in a string (in
//! percent-encoding, or JSON in JSON) has a source of its own, made when the paste was unwrapped.

use super::terraform;
use crate::aws::policy::document::{self, Document};
use crate::json::{Json, Value};
use crate::limits::Limits;
use crate::source::{Sources, Span, Text};

/// How a document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    Json,
    Yaml,
    /// CloudFormation in JSON: functions are unresolved strings.
    JsonTemplate,
    /// CloudFormation in YAML.
    YamlTemplate,
    /// Terraform.
    Hcl,
    /// Terraform's `data "aws_iam_policy_document"`, which becomes a policy's JSON.
    PolicyDocument,
}

/// A policy that was pasted alone or within something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicySource {
    /// The policy itself.
    pub span: Span,
    /// Places in it that stand for something that the document does not say.
    pub unresolved: Vec<Span>,
    /// It is a statement alone, or a list of statements, without the policy around.
    pub bare_statement: bool,
    /// The role that the command above it names.
    pub role_name: Option<Text>,
    document: Span,
    syntax: Syntax,
    node: u32,
}

impl PolicySource {
    /// The policy as a tree; its root is the policy, or the bare statement. The tree of each syntax is that of JSON.
    pub fn parse<'s>(&self, sources: &'s Sources, limits: &Limits) -> Json<'s> {
        let whole = self.syntax.parse(sources.excerpt(self.document), self.document, limits);
        self.within(&whole, limits).unwrap_or(whole)
    }

    /// Reads policies. What several of them stand in is parsed once, if they come in their order.
    pub fn read_all<'p>(
        policies: impl Iterator<Item = &'p Self>,
        sources: &Sources,
        limits: &Limits,
    ) -> Vec<Document> {
        let mut last: Option<(Span, Syntax, Json<'_>)> = None;
        let mut read = Vec::new();
        for policy in policies {
            let known =
                last.take().filter(|(span, syntax, _)| (*span, *syntax) == (policy.document, policy.syntax));
            let whole = match known {
                Some((_, _, whole)) => whole,
                None => policy.syntax.parse(sources.excerpt(policy.document), policy.document, limits),
            };
            read.push(policy.read(&whole, limits));
            last = Some((policy.document, policy.syntax, whole));
        }
        read
    }

    fn read(&self, whole: &Json<'_>, limits: &Limits) -> Document {
        let json = self.within(whole, limits);
        let root = json.as_ref().and_then(Json::root);
        let read = root.map(|root| match self.bare_statement {
            true => document::read_statements(root).0,
            false => document::read(root).0,
        });
        read.unwrap_or(Document {
            span: self.span,
            version: None,
            id: None,
            statements: Vec::new(),
            sound: false,
        })
    }

    fn within<'s>(&self, whole: &Json<'s>, limits: &Limits) -> Option<Json<'s>> {
        let value = whole.value_at(self.node)?;
        let mut policy = match self.syntax {
            Syntax::PolicyDocument => terraform::policy_document(whole, value, limits),
            _ => whole.subtree(value),
        };
        if self.syntax == Syntax::Json {
            policy.mark_unresolved(&self.unresolved);
        }
        Some(policy)
    }

    /// Whether every character of a value of the policy is known.
    pub fn is_resolved(&self, text: &Text) -> bool {
        super::is_resolved(&self.unresolved, text)
    }

    /// The same body, read as an `aws_iam_policy_document`.
    pub(super) fn of_terraform(self) -> Self {
        Self { syntax: Syntax::PolicyDocument, bare_statement: false, ..self }
    }

    /// The document that it is a part of, or is. The leaf of that document has the same span.
    pub fn document(&self) -> Span {
        self.document
    }
}

/// The document that recognisers read.
pub(super) struct Origin<'a> {
    pub document: Span,
    pub syntax: Syntax,
    pub sources: &'a Sources,
    pub limits: &'a Limits,
}

impl Origin<'_> {
    /// A policy that is a part of the document.
    pub fn part(&self, value: Value<'_>) -> PolicySource {
        PolicySource {
            span: value.span(),
            unresolved: value.descendants().flat_map(Value::unresolved).collect(),
            bare_statement: value.get("Statement").is_none(),
            role_name: None,
            document: self.document,
            syntax: self.syntax,
            node: value.index(),
        }
    }

    /// A policy that is an object, or that a string holds.
    pub fn policy(&self, value: Value<'_>) -> Option<PolicySource> {
        match value.as_text() {
            None => super::policy::is_policy(value).then(|| self.part(value)),
            Some(text) => self.embedded(value, &text),
        }
    }

    /// A policy that a string holds. Unwrapping made a source of each layer of the string; the last holds the policy.
    fn embedded(&self, value: Value<'_>, text: &Text) -> Option<PolicySource> {
        let mut span = text.span;
        while let Some(inner) = self
            .sources
            .iter()
            .skip(span.source.0 as usize)
            .find(|source| source.origin.as_ref().is_some_and(|origin| origin.span == span))
        {
            span = inner.span();
        }
        let held = Text::plain(self.sources.excerpt(span), span);
        let (trimmed, document) = held.trimmed();
        if !trimmed.starts_with('{') {
            return None;
        }
        let json = Syntax::Json.parse(trimmed, document, self.limits);
        let root = json.root().filter(|root| super::policy::is_policy(*root))?;
        // What a template inserts into a heredoc.
        let inner = |place: Span| match place.source == document.source {
            true => Some(place),
            false => self.sources.inward(place, document.source),
        };
        let unresolved = value.unresolved().filter_map(inner).collect();
        Some(PolicySource {
            span: root.span(),
            unresolved,
            bare_statement: root.get("Statement").is_none(),
            role_name: None,
            document,
            syntax: Syntax::Json,
            node: 0,
        })
    }
}
