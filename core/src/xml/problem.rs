//! What is wrong with a document: kinds with a place and without prose.
//!
//! It deliberately does not say what a receiver makes of it; rules do.

use std::mem::{Discriminant, discriminant};

use crate::source::Span;

/// One fault, at the fewest characters that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    pub span: Span,
}

/// How bad a document is, as a namespace-aware parser would say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseClass {
    Ok,
    /// Not well-formed (XML 1.0, section 2.1).
    NotWellFormed,
    /// Well-formed, yet not namespace-well-formed (Namespaces in XML 1.0, section 7).
    NamespaceError,
    /// A budget was reached before any fault was seen.
    Limit,
}

/// A budget of [`Limits`](crate::limits::Limits).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Budget {
    Bytes,
    Depth,
    Nodes,
    Restarts,
}

/// The kinds of faults. Spans inside a kind are the other place that a person must look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// At the name in the start tag. `by`: the end tag of an outer element that came first; `None`: the end of input.
    UnclosedElement {
        by: Option<Span>,
    },
    /// An end tag while nothing is open. At its name.
    UnmatchedEndTag,
    /// An end tag of which no element is open. At its name; `open` is the name of the innermost open element.
    MismatchedEndTag {
        open: Span,
    },
    /// At the first `<` or at the end of input where a tag lacks its `>`. At the `<` and the name.
    UnclosedTag,
    /// The quote of an attribute value is never closed. At the quote.
    UnclosedQuote,
    /// At `<!--`.
    UnclosedComment,
    /// At `<![CDATA[`.
    UnclosedCData,
    /// At `<?`.
    UnclosedInstruction,
    /// At `<!DOCTYPE`.
    UnclosedDoctype,
    /// A `<` that begins no markup.
    StrayLessThan,
    /// Characters after the name in an end tag.
    JunkInEndTag,
    TextOutsideRoot,
    CDataOutsideRoot,
    /// At the name of each root after the first.
    SecondRoot,
    /// At the start of the document, empty.
    NoRoot,
    /// At the character that no name may have there.
    BadName,
    /// At the value.
    UnquotedAttribute,
    /// At the second name; `first` is the other.
    DuplicateAttribute {
        first: Span,
    },
    /// No white space before the attribute. At its name.
    GluedAttribute,
    /// A name without a value.
    ValuelessAttribute,
    LessThanInAttribute,
    /// An `&` that begins no reference.
    BareAmpersand,
    /// A reference to an entity that nothing declares.
    UndefinedEntity,
    /// A numeric reference to what is no character (production 2).
    BadCharacterReference,
    /// A character that no document may hold (production 2), written as it is.
    IllegalCharacter,
    /// `]]>` in text.
    CDataEndInText,
    /// `--` in a comment.
    DoubleHyphen,
    /// Present and skipped. Not a fault of the syntax.
    Doctype,
    /// After the root, inside it, or a second one; or `doctype` in small letters.
    BadDoctype,
    /// A reference to an entity that the DOCTYPE declares or may declare. It stays as it is written.
    DoctypeEntityUsed,
    DeclarationNotAtStart,
    /// At the part of the XML declaration that is not as production 23 says.
    BadDeclaration,
    /// The declaration names an encoding other than UTF-8, UTF-16 and ASCII. At its name.
    DeclaredEncoding,
    /// At the prefix.
    UndeclaredPrefix,
    /// The same expanded name twice. At the second name; `first` is the other.
    DuplicateExpandedName {
        first: Span,
    },
    /// At the colon or character that makes it no QName.
    BadQName,
    /// Misuse of `xml`, `xmlns` or their namespaces.
    ReservedNamespace,
    /// `xmlns:p=""`.
    EmptyPrefixDeclaration,
    /// The tree ends here; the rest is one broken node.
    LimitReached(Budget),
}

/// What a kind breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    Syntax,
    Namespaces,
    Budget,
    Nothing,
}

impl ProblemKind {
    /// A stable identifier.
    pub fn id(self) -> &'static str {
        match self {
            Self::UnclosedElement { .. } => "unclosed-element",
            Self::UnmatchedEndTag => "unmatched-end-tag",
            Self::MismatchedEndTag { .. } => "mismatched-end-tag",
            Self::UnclosedTag => "unclosed-tag",
            Self::UnclosedQuote => "unclosed-quote",
            Self::UnclosedComment => "unclosed-comment",
            Self::UnclosedCData => "unclosed-cdata",
            Self::UnclosedInstruction => "unclosed-instruction",
            Self::UnclosedDoctype => "unclosed-doctype",
            Self::StrayLessThan => "stray-less-than",
            Self::JunkInEndTag => "junk-in-end-tag",
            Self::TextOutsideRoot => "text-outside-root",
            Self::CDataOutsideRoot => "cdata-outside-root",
            Self::SecondRoot => "second-root",
            Self::NoRoot => "no-root",
            Self::BadName => "bad-name",
            Self::UnquotedAttribute => "unquoted-attribute",
            Self::DuplicateAttribute { .. } => "duplicate-attribute",
            Self::GluedAttribute => "glued-attribute",
            Self::ValuelessAttribute => "valueless-attribute",
            Self::LessThanInAttribute => "less-than-in-attribute",
            Self::BareAmpersand => "bare-ampersand",
            Self::UndefinedEntity => "undefined-entity",
            Self::BadCharacterReference => "bad-character-reference",
            Self::IllegalCharacter => "illegal-character",
            Self::CDataEndInText => "cdata-end-in-text",
            Self::DoubleHyphen => "double-hyphen",
            Self::Doctype => "doctype",
            Self::BadDoctype => "bad-doctype",
            Self::DoctypeEntityUsed => "doctype-entity-used",
            Self::DeclarationNotAtStart => "declaration-not-at-start",
            Self::BadDeclaration => "bad-declaration",
            Self::DeclaredEncoding => "declared-encoding",
            Self::UndeclaredPrefix => "undeclared-prefix",
            Self::DuplicateExpandedName { .. } => "duplicate-expanded-name",
            Self::BadQName => "bad-qname",
            Self::ReservedNamespace => "reserved-namespace",
            Self::EmptyPrefixDeclaration => "empty-prefix-declaration",
            Self::LimitReached(Budget::Bytes) => "limit-bytes",
            Self::LimitReached(Budget::Depth) => "limit-depth",
            Self::LimitReached(Budget::Nodes) => "limit-nodes",
            Self::LimitReached(Budget::Restarts) => "limit-restarts",
        }
    }

    /// Whether a namespace-aware parser must refuse the document for it.
    pub fn fatal(self) -> bool {
        matches!(self.breaks(), Breaks::Syntax | Breaks::Namespaces)
    }

    /// Whether the document looks cut off: something was still open when the input ended.
    pub fn truncation(self) -> bool {
        matches!(
            self,
            Self::UnclosedElement { by: None }
                | Self::UnclosedTag
                | Self::UnclosedQuote
                | Self::UnclosedComment
                | Self::UnclosedCData
                | Self::UnclosedInstruction
                | Self::UnclosedDoctype
        )
    }

    pub(super) fn breaks(self) -> Breaks {
        match self {
            Self::Doctype | Self::DoctypeEntityUsed | Self::DeclaredEncoding => Breaks::Nothing,
            Self::LimitReached(_) => Breaks::Budget,
            Self::UndeclaredPrefix
            | Self::DuplicateExpandedName { .. }
            | Self::BadQName
            | Self::ReservedNamespace
            | Self::EmptyPrefixDeclaration => Breaks::Namespaces,
            _ => Breaks::Syntax,
        }
    }
}

/// Collects problems up to a budget. One kind takes at most half of it, so that the rest is heard too.
#[derive(Debug, Default)]
pub(super) struct Problems {
    limit: usize,
    kept: Vec<Problem>,
    dropped: usize,
    /// Kinds that have had their share.
    full: Vec<Discriminant<ProblemKind>>,
    class: [bool; 3],
}

impl Problems {
    pub fn new(limit: usize) -> Self {
        Self { limit, ..Self::default() }
    }

    pub fn add(&mut self, kind: ProblemKind, span: Span) {
        let [syntax, namespaces, budget] = &mut self.class;
        match kind.breaks() {
            Breaks::Syntax => *syntax = true,
            Breaks::Namespaces => *namespaces = true,
            Breaks::Budget => *budget = true,
            Breaks::Nothing => {}
        }
        let sort = discriminant(&kind);
        if self.kept.len() >= self.limit || self.full.contains(&sort) {
            self.dropped += 1;
            return;
        }
        self.kept.push(Problem { kind, span });
        let kept = self.kept.iter().filter(|problem| discriminant(&problem.kind) == sort).count();
        if kept >= self.limit.div_ceil(2) {
            self.full.push(sort);
        }
    }

    pub fn class(&self) -> ParseClass {
        match self.class {
            [true, _, _] => ParseClass::NotWellFormed,
            [_, true, _] => ParseClass::NamespaceError,
            [_, _, true] => ParseClass::Limit,
            _ => ParseClass::Ok,
        }
    }

    /// The problems in the order of the document, and how many more there were.
    pub fn finish(mut self) -> (Vec<Problem>, usize) {
        crate::order::by_key(&mut self.kept, |problem| problem.span.bytes.key());
        (self.kept, self.dropped)
    }
}
