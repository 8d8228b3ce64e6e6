//! The parts of a Signature element (XML Signature 1.1, section 4), strictly in their order.
//!
//! It deliberately forgives nothing here: a second SignedInfo or DigestValue is how forgeries hide.

use super::algorithms::DSIG;
use crate::source::Span;
use crate::xml::Element;

pub(super) struct Parts<'a> {
    pub signed_info: Element<'a>,
    pub canonicalisation: Element<'a>,
    pub method: Element<'a>,
    pub references: Vec<Element<'a>>,
    pub value: Element<'a>,
    pub key_info: Option<Element<'a>>,
}

pub(super) struct ReferenceParts<'a> {
    pub transforms: Vec<Element<'a>>,
    pub digest_method: Element<'a>,
    pub digest_value: Element<'a>,
}

impl<'a> Parts<'a> {
    /// The span is what is not as it should be: the name of the element that is too many, or of the one that lacks
    /// something.
    pub fn read(signature: Element<'a>) -> Result<Self, Span> {
        let mut children = Children::of(signature);
        let signed_info = children.one("SignedInfo")?;
        let value = children.one("SignatureValue")?;
        let key_info = children.any("KeyInfo");
        while children.any("Object").is_some() {}
        children.end()?;
        let mut children = Children::of(signed_info);
        let canonicalisation = children.one("CanonicalizationMethod")?;
        let method = children.one("SignatureMethod")?;
        let mut references = vec![children.one("Reference")?];
        references.extend(std::iter::from_fn(|| children.any("Reference")));
        children.end()?;
        Ok(Self { signed_info, canonicalisation, method, references, value, key_info })
    }
}

impl<'a> ReferenceParts<'a> {
    pub fn read(reference: Element<'a>) -> Result<Self, Span> {
        let mut children = Children::of(reference);
        let transforms = match children.any("Transforms") {
            Some(transforms) => {
                let mut inner = Children::of(transforms);
                let all = std::iter::from_fn(|| inner.any("Transform")).collect();
                inner.end()?;
                all
            }
            None => Vec::new(),
        };
        let (digest_method, digest_value) = (children.one("DigestMethod")?, children.one("DigestValue")?);
        children.end()?;
        Ok(Self { transforms, digest_method, digest_value })
    }
}

/// The child elements, taken one by one.
struct Children<'a> {
    of: Element<'a>,
    rest: std::iter::Peekable<Box<dyn Iterator<Item = Element<'a>> + 'a>>,
}

impl<'a> Children<'a> {
    fn of(element: Element<'a>) -> Self {
        let children: Box<dyn Iterator<Item = Element<'a>> + 'a> = Box::new(element.elements());
        Self { of: element, rest: children.peekable() }
    }

    fn any(&mut self, local: &str) -> Option<Element<'a>> {
        self.rest.next_if(|next| next.is(DSIG, local))
    }

    fn one(&mut self, local: &str) -> Result<Element<'a>, Span> {
        let at = self.rest.peek().map_or(self.of.name_span(), |next| next.name_span());
        self.any(local).ok_or(at)
    }

    fn end(&mut self) -> Result<(), Span> {
        match self.rest.peek() {
            Some(more) => Err(more.name_span()),
            None => Ok(()),
        }
    }
}
