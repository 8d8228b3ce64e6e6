//! What is wrong with XML, in plain words: continues "the XML is broken: ".
//!
//! It deliberately says nothing of the cause; a fault in a copy and a fault in the original look the same.

use crate::lint::{Message, code};
use crate::say;
use crate::xml::{Document, Problem, ProblemKind};

/// One fault, with the characters that show it.
pub(super) fn describe(problem: &Problem, document: &Document) -> Message {
    let here = code(document.raw(problem.span));
    let at = |span| code(document.raw(span));
    match problem.kind {
        ProblemKind::UnclosedElement { by: Some(by) } => {
            say!["the element ", here, " is still open where ", at(by), " ends"]
        }
        ProblemKind::UnclosedElement { by: None } => say!["the element ", here, " is never closed"],
        ProblemKind::UnmatchedEndTag => say!["the end tag ", here, " closes nothing"],
        ProblemKind::MismatchedEndTag { open } => {
            say!["the end tag ", here, " stands where ", at(open), " is to be closed"]
        }
        ProblemKind::UnclosedTag => say!["the tag ", here, " has no ", code(">"), " at its end"],
        ProblemKind::UnclosedQuote => say!["a quotation mark is opened here and never closed"],
        ProblemKind::UnclosedComment => say!["a comment begins here and never ends"],
        ProblemKind::UnclosedCData => say!["a CDATA section begins here and never ends"],
        ProblemKind::UnclosedInstruction => say!["a processing instruction begins here and never ends"],
        ProblemKind::UnclosedDoctype => say!["the document type declaration never ends"],
        ProblemKind::StrayLessThan => {
            say![code("<"), " stands alone, where it has to be written ", code("&lt;")]
        }
        ProblemKind::JunkInEndTag => say![here, " stands in an end tag, behind the name"],
        ProblemKind::TextOutsideRoot | ProblemKind::CDataOutsideRoot => {
            say!["text stands outside the outermost element"]
        }
        ProblemKind::SecondRoot => say!["a second outermost element, ", here, ", stands behind the first"],
        ProblemKind::NoRoot => say!["there is no element"],
        ProblemKind::BadName | ProblemKind::BadQName => say![here, " must not stand in a name"],
        ProblemKind::UnquotedAttribute => say!["the attribute value ", here, " has no quotation marks"],
        ProblemKind::DuplicateAttribute { .. } | ProblemKind::DuplicateExpandedName { .. } => {
            say!["the attribute ", here, " stands twice in the same tag"]
        }
        ProblemKind::GluedAttribute => say!["there is no space before the attribute ", here],
        ProblemKind::ValuelessAttribute => say!["the attribute ", here, " has no value"],
        ProblemKind::LessThanInAttribute => {
            say![code("<"), " stands in an attribute value, where it has to be written ", code("&lt;")]
        }
        ProblemKind::BareAmpersand => {
            say![code("&"), " stands alone, where it has to be written ", code("&amp;")]
        }
        ProblemKind::UndefinedEntity => say![here, " is no entity of XML"],
        ProblemKind::BadCharacterReference => say![here, " is the number of no character"],
        ProblemKind::IllegalCharacter => say!["the character ", here, " is forbidden in XML"],
        ProblemKind::CDataEndInText => say![here, " must not stand in text"],
        ProblemKind::DoubleHyphen => say![here, " must not stand in a comment"],
        ProblemKind::BadDoctype => {
            say!["the document type declaration stands in the wrong place or is misspelt"]
        }
        ProblemKind::DeclarationNotAtStart => {
            say!["the XML declaration does not stand at the very beginning"]
        }
        ProblemKind::BadDeclaration => say![here, " does not belong into the XML declaration"],
        ProblemKind::UndeclaredPrefix => say!["the prefix ", here, " is not declared"],
        ProblemKind::ReservedNamespace => say![here, " uses a name that XML reserves for itself"],
        ProblemKind::EmptyPrefixDeclaration => say!["the declaration ", here, " gives a prefix no namespace"],
        ProblemKind::Doctype | ProblemKind::DoctypeEntityUsed => say!["there is a document type declaration"],
        ProblemKind::DeclaredEncoding => say!["the encoding ", here, " is declared"],
        ProblemKind::LimitReached(_) => say!["the rest was not read"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::source::{SourceId, Span};
    use crate::xml;

    #[test]
    fn faults_are_told_in_plain_words() {
        let cases = [
            ("<a><b></a>", "the element `b` is still open where `a` ends"),
            ("<a>", "the element `a` is never closed"),
            ("<a/></b>", "the end tag `b` closes nothing"),
            ("<a></b></a>", "the end tag `b` stands where `a` is to be closed"),
            ("<a b=\"1></a>", "a quotation mark is opened here and never closed"),
            ("<a><!-- </a>", "a comment begins here and never ends"),
            ("<a>1 < 2</a>", "`<` stands alone, where it has to be written `&lt;`"),
            ("<a/>x", "text stands outside the outermost element"),
            ("<a/><b/>", "a second outermost element, `b`, stands behind the first"),
            ("<a b=1/>", "the attribute value `1` has no quotation marks"),
            ("<a b=\"1\" b=\"2\"/>", "the attribute `b` stands twice in the same tag"),
            ("<a b=\"1\"c=\"2\"/>", "there is no space before the attribute `c`"),
            ("<a b/>", "the attribute `b` has no value"),
            ("<a>&</a>", "`&` stands alone, where it has to be written `&amp;`"),
            ("<a>&#0;</a>", "`&#0;` is the number of no character"),
            ("<a>]]></a>", "`]]>` must not stand in text"),
            (" <?xml version=\"1.0\"?><a/>", "the XML declaration does not stand at the very beginning"),
        ];
        for (text, expected) in cases {
            let document = xml::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default());
            let said: Vec<_> =
                document.problems.iter().map(|problem| describe(problem, &document).to_string()).collect();
            assert!(said.iter().any(|said| said == expected), "{text}: {said:?}");
        }
    }
}
