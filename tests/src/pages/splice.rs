//! Splices the elements of an example into a baseline message that gives no finding, and signs what comes out.

use super::parse::Fence;
use crate::sign::{self, Algorithm, Part, Signed, Style};
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml::{self, Document, Element};

/// The message that an example makes, and its marks moved along.
pub struct Spliced {
    pub xml: String,
    pub primary: Vec<(usize, usize)>,
    pub related: Vec<(usize, usize)>,
}

/// A message that works, by the name that the key `base` gives it.
pub fn baseline(name: &str) -> Result<&'static str, String> {
    Ok(match name {
        "iam" => include_str!("../../baselines/iam.xml"),
        "connect" => include_str!("../../baselines/connect.xml"),
        "workspaces" => include_str!("../../baselines/workspaces.xml"),
        "appstream" => include_str!("../../baselines/appstream.xml"),
        "metadata" => include_str!("../../baselines/metadata.xml"),
        _ => return Err(format!("no baseline is named `{name}`")),
    })
}

/// Makes the message of an `xml` fence and signs it. `sign=` names what is signed, or `none`; by default it is the
/// assertion, where there is one that can be referred to and nobody has signed anything yet.
pub fn message(fence: &Fence) -> Result<Spliced, String> {
    let mut spliced = splice(fence)?;
    match fence.key("sign") {
        Some("none") => {}
        None if fence.key("file").is_some() => {}
        Some(parts) => {
            let (parts, algorithm) = match parts.split_once(':') {
                Some((parts, "rsa-sha1")) => (parts, Algorithm::RsaSha1),
                Some((_, other)) => return Err(format!("no algorithm is named `{other}`")),
                None => (parts, Algorithm::RsaSha256),
            };
            let style = Style { algorithm, ..Style::default() };
            let parts: Vec<_> = parts.split(',').map(Part::from_name).collect();
            // Inside out: the signature of the response is one of the signed assertion, too.
            for part in [Part::Assertion, Part::Response] {
                if parts.contains(&Some(part)) {
                    spliced.take(sign::sign(&spliced.xml, part, style)?);
                }
            }
            if parts.contains(&None) {
                return Err("`sign=` takes `Response`, `Assertion` or `none`".into());
            }
        }
        None => {
            if let Some(signed) = sign::sign_plain(&spliced.xml) {
                spliced.take(signed);
            }
        }
    }
    if let Some(tamper) = fence.key("tamper") {
        let (from, to) = tamper.split_once('|').ok_or("`tamper=` wants FROM|TO")?;
        let changed = spliced.xml.replacen(from, to, 1);
        if changed == spliced.xml {
            return Err(format!("`{from}` is not in the signed message"));
        }
        spliced.xml = changed;
    }
    if let Some(path) = fence.key("mark") {
        spliced
            .primary
            .push(marked(&spliced.xml, path).ok_or_else(|| format!("nothing is marked by `{path}`"))?);
    }
    Ok(spliced)
}

/// What `mark=` names, for what the signer wrote: `NAME` is the text of the first element of that name, `NAME#2` of the
/// second, `NAME@ATTRIBUTE` a value, `<NAME` the start tag, `NAME:` the name itself.
fn marked(xml: &str, path: &str) -> Option<(usize, usize)> {
    let document = parse(xml);
    let (path, tag) = path.strip_prefix('<').map_or((path, false), |path| (path, true));
    let (path, name) = path.strip_suffix(':').map_or((path, false), |path| (path, true));
    let (path, attribute) = path.split_once('@').map_or((path, None), |(path, name)| (path, Some(name)));
    let (path, nth) = path.split_once('#').unwrap_or((path, "1"));
    let nth: usize = nth.parse().ok()?;
    let element = document.elements().filter(|element| element.qname() == path).nth(nth - 1)?;
    let span = match attribute {
        Some(attribute) => element.attribute(attribute)?.value_span(),
        None if tag => element.start_tag(),
        None if name => element.name_span(),
        None => element.text().trimmed().1,
    };
    Some((span.bytes.start as usize, span.bytes.end as usize))
}

impl Spliced {
    /// Takes the signed text; the marks move along.
    fn take(&mut self, signed: Signed) {
        for mark in self.primary.iter_mut().chain(&mut self.related) {
            *mark = signed.shift(*mark);
        }
        self.xml = signed.text;
    }
}

fn splice(fence: &Fence) -> Result<Spliced, String> {
    let base = fence.key("base").unwrap_or("iam");
    if base == "none" {
        let (primary, related) = (fence.primary.clone(), fence.related.clone());
        return Ok(Spliced { xml: fence.body.clone(), primary, related });
    }
    let mut xml = sign::unsigned(baseline(base)?.trim_end());
    for path in fence.key("without").into_iter().flat_map(|paths| paths.split(',')) {
        let document = parse(&xml);
        let bytes =
            find(&document, path).ok_or_else(|| format!("`{path}` is not in the baseline"))?.span().bytes;
        xml.replace_range(bytes.range(), "");
    }
    let mut spliced = Spliced { xml, primary: Vec::new(), related: Vec::new() };
    let mut last: Option<(String, usize)> = None;
    for (start, end) in top_level(&fence.body) {
        let piece = &fence.body[start..end];
        let name = key_of(piece);
        let document = parse(&spliced.xml);
        let (at, until) = match (fence.key("in"), &last) {
            (Some(path), None) => {
                let parent =
                    find(&document, path).ok_or_else(|| format!("`{path}` is not in the baseline"))?;
                let end = parent.content_span().bytes.end as usize;
                (end, end)
            }
            (Some(_), Some((_, at))) => (*at, *at),
            // A second element of the same name stands after the first.
            (None, Some((before, at))) if *before == name => (*at, *at),
            (None, _) => match find(&document, &name) {
                Some(element) => (element.span().bytes.start as usize, element.span().bytes.end as usize),
                None if name.starts_with("Attribute[") => {
                    let statement = find(&document, "AttributeStatement").ok_or("no AttributeStatement")?;
                    let end = statement.content_span().bytes.end as usize;
                    (end, end)
                }
                None => return Err(format!("no `{name}` in the baseline: say where with `in=`")),
            },
        };
        let shift = |list: &mut Vec<(usize, usize)>| {
            for (from, to) in list.iter_mut().filter(|(from, _)| *from >= until) {
                *from = *from + piece.len() + at - until;
                *to = *to + piece.len() + at - until;
            }
        };
        shift(&mut spliced.primary);
        shift(&mut spliced.related);
        spliced.xml.replace_range(at..until, piece);
        let within = |marks: &[(usize, usize)]| -> Vec<(usize, usize)> {
            let inside = marks.iter().filter(|(from, to)| start <= *from && *to <= end);
            inside.map(|(from, to)| (at + from - start, at + to - start)).collect()
        };
        spliced.primary.extend(within(&fence.primary));
        spliced.related.extend(within(&fence.related));
        last = Some((name, at + piece.len()));
    }
    // A mark that is left over stands around a tag of the baseline that the example cannot show.
    if spliced.primary.len() != fence.primary.len() {
        return Err("a mark stands outside the spliced elements".into());
    }
    Ok(spliced)
}

fn parse(xml: &str) -> Document {
    xml::parse(xml, Span::new(SourceId(0), 0, xml.len()), &Limits::default())
}

/// The byte ranges of the top-level elements of a fragment.
fn top_level(fragment: &str) -> Vec<(usize, usize)> {
    let document = parse(fragment);
    let elements = document.elements().filter(|element| element.parent().is_none());
    elements.map(|element| (element.span().bytes.start as usize, element.span().bytes.end as usize)).collect()
}

/// What an element of a fragment is matched by: its name, and for `Attribute` its `Name`.
fn key_of(piece: &str) -> String {
    let document = parse(piece);
    let Some(element) = document.root() else { return String::new() };
    match element.attribute("Name") {
        Some(name) if element.local() == "Attribute" => format!("Attribute[={}]", name.value().as_str()),
        _ => element.local().to_owned(),
    }
}

/// The element at a path of local names. `Attribute[X]` is the one whose `Name` ends with X, `[=X]` equals it. The
/// first name may stand anywhere.
fn find<'a>(document: &'a Document, path: &str) -> Option<Element<'a>> {
    let mut steps = steps(path).into_iter();
    let first = steps.next()?;
    let start = document.elements().find(|element| fits(*element, first))?;
    steps.try_fold(start, |element, step| element.elements().find(|child| fits(*child, step)))
}

/// The steps of a path. A slash within brackets belongs to a name.
fn steps(path: &str) -> Vec<&str> {
    let mut within = false;
    path.split(|char| {
        within = char == '[' || within && char != ']';
        char == '/' && !within
    })
    .collect()
}

fn fits(element: Element<'_>, step: &str) -> bool {
    let (name, suffix) = match step.split_once('[') {
        Some((name, suffix)) => (name, suffix.strip_suffix(']')),
        None => (step, None),
    };
    let own = element.attribute("Name").map(|name| name.value().as_str().to_owned()).unwrap_or_default();
    element.local() == name
        && suffix.is_none_or(|suffix| match suffix.strip_prefix('=') {
            Some(exact) => own == exact,
            None => own.ends_with(suffix),
        })
}
