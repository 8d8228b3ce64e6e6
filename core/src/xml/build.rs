//! From tokens to the tree, recovering as a person would.
//!
//! It deliberately leaves start tags to `start_tag`, characters to `content`, and what stands before the root to `prolog`.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memrchr;

use super::names::is_space;
use super::namespaces::Namespaces;
use super::problem::{Budget, ProblemKind, Problems};
use super::prolog::Entities;
use super::tokens::{Token, TokenKind, Tokens};
use super::tree::{NONE, NodeData, Shape, Tree};
use crate::limits::Limits;
use crate::source::{Span, narrow};

pub(super) struct Builder<'a> {
    pub text: &'a str,
    pub tree: Tree,
    pub problems: Problems,
    pub limits: &'a Limits,
    /// What the DOCTYPE declares, once there was one.
    pub entities: Option<Entities<'a>>,
    /// The first frame stands for the document.
    pub stack: Vec<Frame<'a>>,
    /// How many open elements have a name, so that an end tag without one costs no walk through all.
    pub open: BTreeMap<&'a str, u32>,
    pub has_root: bool,
}

/// An open element.
#[derive(Default)]
pub(super) struct Frame<'a> {
    pub node: u32,
    pub name: &'a str,
    pub last_child: Option<u32>,
    /// Of each local name among the children: how many, and the first as an index into `elements`.
    pub names: BTreeMap<&'a str, (u32, u32)>,
}

/// Reading goes on, or a budget was reached at an offset.
type Step = Result<(), (Budget, Range<usize>)>;

impl<'a> Builder<'a> {
    pub fn new(text: &'a str, span: Span, limits: &'a Limits) -> Self {
        let tree = Tree {
            text: text.into(),
            base: span.bytes.start,
            source: span.source,
            nodes: Vec::new(),
            elements: Vec::new(),
            attributes: Vec::new(),
            namespaces: Namespaces::default(),
            ids: Vec::new(),
        };
        let stack = vec![Frame { node: NONE, ..Frame::default() }];
        let problems = Problems::new(limits.problems);
        Self { text, tree, problems, limits, entities: None, stack, open: BTreeMap::new(), has_root: false }
    }

    pub fn run(mut self) -> (Tree, Problems) {
        let cut = cut(self.text, self.limits.xml_bytes);
        let read = self.text.get(..cut).unwrap_or_default();
        self.illegal_characters(read);
        let step = Tokens::new(read, self.limits.xml_restarts).try_for_each(|token| self.token(token, read));
        let step = match step {
            Ok(()) if cut < self.text.len() => Err((Budget::Bytes, cut..cut)),
            step => step,
        };
        let whole = step.is_ok();
        if let Err((budget, at)) = step {
            self.problem(ProblemKind::LimitReached(budget), at.clone());
            self.push(Shape::Broken, at.start..self.text.len());
        }
        self.close_all(whole);
        self.tree.sort_ids();
        (self.tree, self.problems)
    }

    pub fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        self.tree.span(narrow(range.start), narrow(range.end))
    }

    pub fn problem(&mut self, kind: ProblemKind, range: Range<usize>) {
        let span = self.span(range);
        self.problems.add(kind, span);
    }

    /// The number of elements that are open.
    pub fn depth(&self) -> usize {
        self.stack.len().saturating_sub(1)
    }

    pub fn has_room(&self) -> bool {
        self.tree.nodes.len().saturating_add(self.tree.attributes.len()) < self.limits.xml_nodes
    }

    /// Adds a node as the last child of the innermost open element.
    pub fn push(&mut self, shape: Shape, range: Range<usize>) -> u32 {
        let id = narrow(self.tree.nodes.len());
        let (mut parent, mut previous) = (NONE, NONE);
        if let Some(frame) = self.stack.last_mut() {
            parent = frame.node;
            previous = frame.last_child.replace(id).unwrap_or(NONE);
        }
        let (start, end) = (narrow(range.start), narrow(range.end));
        self.tree.nodes.push(NodeData { shape, start, end, parent, previous, after: id.saturating_add(1) });
        id
    }

    fn token(&mut self, Token { kind, range }: Token, read: &str) -> Step {
        if !self.has_room() {
            return Err((Budget::Nodes, range.start..range.start));
        }
        let ends_early = range.end == read.len() && read.len() < self.text.len();
        match kind {
            TokenKind::Text => self.text(range),
            TokenKind::Start | TokenKind::Empty if self.depth() >= self.limits.xml_depth => {
                return Err((Budget::Depth, range.start..range.start));
            }
            TokenKind::Start => self.start_tag(range, false),
            TokenKind::Empty => self.start_tag(range, true),
            TokenKind::End => self.end_tag(range),
            TokenKind::CData => self.cdata(range),
            TokenKind::Comment => self.comment(range),
            TokenKind::Instruction => self.instruction(range),
            TokenKind::Doctype => self.doctype(range),
            // What seems unclosed may be closed behind the cut.
            TokenKind::Broken(_) if ends_early => return Err((Budget::Bytes, range.start..range.start)),
            TokenKind::Broken(fault) => self.broken(fault, range),
            TokenKind::Rest => return Err((Budget::Restarts, range.start..range.start)),
        }
        Ok(())
    }

    fn end_tag(&mut self, range: Range<usize>) {
        let raw = self.slice(range.clone());
        let inner = raw.get(2..).unwrap_or_default();
        let (inner, closed) = inner.strip_suffix('>').map_or((inner, false), |inner| (inner, true));
        let before = inner.len() - inner.trim_start_matches(is_space).len();
        let name = inner.get(before..).unwrap_or_default();
        let name_len =
            name.find(|c| is_space(c) || matches!(c, '=' | '"' | '\'' | '/')).unwrap_or(name.len());
        let (name, junk) = name.split_at_checked(name_len).unwrap_or((name, ""));
        let start = range.start + 2 + before;
        let at = start..start + name.len();
        if !closed {
            self.problem(ProblemKind::UnclosedTag, range.start..at.end);
        }
        if name.is_empty() {
            self.problem(ProblemKind::BadName, range.clone());
            self.push(Shape::Broken, range);
            return;
        }
        if before > 0 {
            self.problem(ProblemKind::BadName, range.start + 2..start);
        }
        if !junk.trim_matches(is_space).is_empty() {
            let blank = junk.len() - junk.trim_start_matches(is_space).len();
            let end = at.end + junk.trim_end_matches(is_space).len();
            self.problem(ProblemKind::JunkInEndTag, at.end + blank..end);
        }
        let innermost = || self.stack.iter().rposition(|frame| frame.node != NONE && frame.name == name);
        match self.open.get(name).and_then(|_| innermost()) {
            Some(level) => {
                let by = Some(self.span(at));
                while self.depth() > level {
                    self.close(range.start, None, Some(ProblemKind::UnclosedElement { by }));
                }
                self.close(range.end, Some(range.start), None);
            }
            None => {
                let open = self.stack.last().and_then(|frame| self.tree.name_span(frame.node));
                let kind =
                    open.map_or(ProblemKind::UnmatchedEndTag, |open| ProblemKind::MismatchedEndTag { open });
                self.problem(kind, at);
                self.push(Shape::Broken, range);
            }
        }
    }

    /// Opens an element.
    pub fn open(&mut self, node: u32, name: &'a str) {
        *self.open.entry(name).or_insert(0) += 1;
        self.stack.push(Frame { node, name, ..Frame::default() });
    }

    /// Closes the innermost open element; the frame of the document stays.
    pub fn close(&mut self, end: usize, end_tag: Option<usize>, problem: Option<ProblemKind>) {
        if self.depth() == 0 {
            return;
        }
        let Some(frame) = self.stack.pop() else { return };
        if let Some(open) = self.open.get_mut(frame.name) {
            *open -= 1;
            if *open == 0 {
                self.open.remove(frame.name);
            }
        }
        if let (Some(kind), Some(name)) = (problem, self.tree.name_span(frame.node)) {
            self.problems.add(kind, name);
        }
        self.tree.close(frame.node, narrow(end), end_tag.map_or(NONE, narrow));
    }

    fn close_all(&mut self, whole: bool) {
        while self.depth() > 0 {
            let problem = whole.then_some(ProblemKind::UnclosedElement { by: None });
            self.close(self.text.len(), None, problem);
        }
        if whole && !self.has_root {
            self.problem(ProblemKind::NoRoot, 0..0);
        }
    }
}

/// Where reading ends: at the last `<` within the budget, so that no text or reference is torn.
fn cut(text: &str, budget: usize) -> usize {
    match text.as_bytes().get(..budget) {
        Some(within) if budget < text.len() => memrchr(b'<', within).unwrap_or(0),
        _ => text.len(),
    }
}
