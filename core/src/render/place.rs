//! Where a span stands for people: the name of the input, line and column, also within the decoded layer.
//!
//! It reads no more of a text than the lines before the span.

use super::visible::visible;
use crate::inspect::Report;
use crate::source::{Fit, Lines, Position, SourceId, Span};
use std::collections::BTreeMap;

/// The lines of every source that was asked for.
pub struct Places<'a> {
    report: &'a Report,
    lines: BTreeMap<SourceId, Lines<'a>>,
}

/// A place in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The input's name, or `paste`, numbered where there are several.
    pub input: String,
    /// In the input.
    pub position: Position,
    /// How well the characters correspond to those of the input.
    pub fit: Fit,
    /// In the layer where the characters stand; `None` where that is the input itself.
    pub inner: Option<(&'static str, Position)>,
}

impl<'a> Places<'a> {
    pub fn new(report: &'a Report) -> Self {
        Self { report, lines: BTreeMap::new() }
    }

    pub fn lines(&mut self, source: SourceId) -> &Lines<'a> {
        let report = self.report;
        self.lines.entry(source).or_insert_with(|| Lines::new(report.sources.text(source)))
    }

    /// Line and column of a span's first character.
    pub fn position(&mut self, span: Span) -> Position {
        self.lines(span.source).position(span.bytes.start)
    }

    pub fn place(&mut self, span: Span) -> Place {
        let (outer, fit) = self.report.sources.to_paste(span);
        let position = self.position(outer);
        let inner = (outer.source != span.source).then(|| {
            let layer = self.report.sources.get(span.source).map_or("", |source| source.layer);
            (layer, self.position(span))
        });
        Place { input: self.input(outer.source), position, fit, inner }
    }

    fn input(&self, root: SourceId) -> String {
        let inputs = &self.report.inputs;
        match inputs.iter().enumerate().find(|(_, (id, _))| *id == root) {
            Some((_, (_, Some(name)))) => visible(name),
            Some((_, (_, None))) if inputs.len() == 1 => "paste".into(),
            Some((at, (_, None))) => format!("paste {}", at + 1),
            // What came beside the paste: a given error text, a given relay state.
            None => self.report.sources.get(root).map_or("paste", |source| source.layer).into(),
        }
    }
}

impl Place {
    /// `paste:1:234 (xml 12:48)`.
    pub fn words(&self) -> String {
        let Position { line, column, .. } = self.position;
        let outer = match self.fit {
            // Only the whole layer corresponds: a column would be a guess.
            Fit::Whole => self.input.clone(),
            Fit::Exact | Fit::Widened => format!("{}:{line}:{column}", self.input),
        };
        match &self.inner {
            Some((layer, Position { line, column, .. })) => format!("{outer} ({layer} {line}:{column})"),
            None => outer,
        }
    }
}
