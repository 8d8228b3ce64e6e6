//! Tests of the whole reader: an outline of the tree and the problems with what they underline.

mod cases;
mod hostile;
mod oracle;
mod places;

use std::fmt::Write as _;

use super::{Document, Element, Kind, Node, parse};
use crate::limits::Limits;
use crate::source::{SourceId, Span};

/// Parses a text that stands at byte 7 of its source, so that a forgotten base shows.
fn read(text: &str) -> Document {
    read_within(text, &Limits::default())
}

fn read_within(text: &str, limits: &Limits) -> Document {
    parse(text, Span::new(SourceId(3), 7, 7 + text.len()), limits)
}

/// `a(@x="1" "text" b)`; comments as `<!…>`, and so on.
fn outline(document: &Document) -> String {
    let parts: Vec<_> = document.top().map(node).collect();
    parts.join(" ")
}

fn node(node: Node<'_>) -> String {
    match node.kind() {
        Kind::Element(element) => element_outline(element),
        Kind::Text => format!("{:?}", node.text().value),
        Kind::CData => format!("cdata{:?}", node.text().value),
        Kind::Comment => format!("comment{:?}", node.text().value),
        Kind::Instruction => format!("pi:{}{:?}", node.target(), node.text().value),
        Kind::Doctype => "doctype".to_owned(),
        Kind::Declaration => "declaration".to_owned(),
        Kind::Broken => format!("broken{:?}", node.raw()),
    }
}

fn element_outline(element: Element<'_>) -> String {
    let mut out = element.qname().to_owned();
    if let Some(namespace) = element.namespace() {
        let _ = write!(out, "{{{namespace}}}");
    }
    let attributes = element.attributes().map(|a| format!("@{}={:?}", a.qname(), a.value().value));
    let inner: Vec<_> = attributes.chain(element.children().map(node)).collect();
    if !inner.is_empty() {
        let _ = write!(out, "({})", inner.join(" "));
    }
    out
}

/// `kind «characters»`, in order.
fn problems(document: &Document) -> Vec<String> {
    let excerpt = |span| document.raw(span);
    document.problems.iter().map(|p| format!("{} «{}»", p.kind.id(), excerpt(p.span))).collect()
}

/// The input again, from the leaves and tags in document order.
fn tiles(document: &Document) -> String {
    enum Step<'a> {
        Enter(Node<'a>),
        Leave(Element<'a>),
    }
    let mut out = String::new();
    let mut steps: Vec<_> = document.top().map(Step::Enter).collect();
    steps.reverse();
    while let Some(step) = steps.pop() {
        match step {
            Step::Leave(element) => out.push_str(element.end_tag().map_or("", |span| document.raw(span))),
            Step::Enter(node) => match node.kind() {
                Kind::Element(element) => {
                    out.push_str(document.raw(element.start_tag()));
                    steps.push(Step::Leave(element));
                    let children: Vec<_> = element.children().collect();
                    steps.extend(children.into_iter().rev().map(Step::Enter));
                }
                _ => out.push_str(node.raw()),
            },
        }
    }
    out
}
