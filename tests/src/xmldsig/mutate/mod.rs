//! What happens to a signed document: accidents of copying, of tools, and attacks.
//!
//! A mutation works on the characters, so that its result may be no XML at all.

mod places;

use crate::working::Chance;

use places::{
    any, attributes, base64_values, between, declarations, element, signatures, somewhere, spliced,
    start_tags,
};

/// `None`: there was nothing of the kind to change.
type Change = fn(&str, &mut Chance) -> Option<String>;

const ALL: [(&str, Change); 25] = [
    ("character changed", character_changed),
    ("character deleted", character_deleted),
    ("white space inserted", white_space_inserted),
    ("white space in a value", white_space_in_value),
    ("comment inserted between", comment_between),
    ("markup in a text", markup_in_text),
    ("attributes swapped", attributes_swapped),
    ("quotes exchanged", quotes_exchanged),
    ("declaration added", declaration_added),
    ("declaration moved", declaration_moved),
    ("declaration deleted", declaration_deleted),
    ("identifier changed", identifier_changed),
    ("reference changed", reference_changed),
    ("Base64 changed", base64_changed),
    ("Base64 rewrapped", base64_rewrapped),
    ("comment in a Base64 value", comment_in_base64),
    ("algorithm changed", algorithm_changed),
    ("signatures swapped", signatures_swapped),
    ("signature deleted from", part_of_signature_deleted),
    ("element doubled", element_doubled),
    ("element wrapped", element_wrapped),
    ("line ends", line_ends),
    ("character as a reference", as_reference),
    ("text as CDATA", as_cdata),
    ("prefix renamed", prefix_renamed),
];

/// One to three mutations; their names are in the order of their making.
pub fn mutate(text: &str, chance: &mut Chance) -> (Vec<&'static str>, String) {
    let mut names = Vec::new();
    let mut text = text.to_owned();
    let wanted = chance.pick(&[1, 1, 1, 2, 3]);
    for _ in 0..wanted * 4 {
        if names.len() == wanted {
            break;
        }
        let (name, change) = chance.pick(&ALL);
        if let Some(changed) = change(&text, chance).filter(|changed| *changed != text) {
            (text, names) = (changed, [names, vec![name]].concat());
        }
    }
    (names, text)
}

fn character_changed(text: &str, chance: &mut Chance) -> Option<String> {
    let new =
        chance.pick(&["a", "Z", "0", " ", "<", ">", "&", "\"", "'", "/", ":", "=", "é", "\u{0}", "\u{FFFE}"]);
    spliced(text, somewhere(text, chance), new)
}

fn character_deleted(text: &str, chance: &mut Chance) -> Option<String> {
    spliced(text, somewhere(text, chance), "")
}

fn white_space_inserted(text: &str, chance: &mut Chance) -> Option<String> {
    let at = somewhere(text, chance).start;
    spliced(text, at..at, chance.pick(&[" ", "\n", "\r", "\t", "\r\n", "\u{a0}"]))
}

fn white_space_in_value(text: &str, chance: &mut Chance) -> Option<String> {
    let value = any(&base64_values(text), chance)?;
    let at = value.start + chance.below(value.len() + 1);
    spliced(text, at..at, chance.pick(&[" ", "\n", "\r\n", "&#13;", "\u{a0}"]))
}

fn comment_between(text: &str, chance: &mut Chance) -> Option<String> {
    let at = any(&between(text, "><", ">"), chance)?.start - 1;
    spliced(text, at..at, chance.pick(&["<!-- inserted -->", "<?inserted?>", "\n", "<inserted/>"]))
}

fn markup_in_text(text: &str, chance: &mut Chance) -> Option<String> {
    let texts = [between(text, "NameID>", "</"), between(text, "Value>", "</")].concat();
    let value = any(&texts, chance)?;
    let at = value.start + chance.below(value.len() + 1);
    spliced(text, at..at, chance.pick(&["<!---->", "<?x?>", "<![CDATA[]]>", "<b/>", "&amp;", "&#32;"]))
}

fn attributes_swapped(text: &str, chance: &mut Chance) -> Option<String> {
    let attributes = attributes(text, 2, chance)?;
    let first = chance.below(attributes.len() - 1);
    let (one, two) = (attributes[first].clone(), attributes[first + 1].clone());
    let new = [&text[two.clone()], &text[one.end..two.start], &text[one.clone()]].concat();
    spliced(text, one.start..two.end, &new)
}

fn quotes_exchanged(text: &str, chance: &mut Chance) -> Option<String> {
    let attribute = any(&attributes(text, 1, chance)?, chance)?;
    let raw = &text[attribute.clone()];
    let new: String = raw
        .chars()
        .map(|c| {
            if c == '"' {
                '\''
            } else if c == '\'' {
                '"'
            } else {
                c
            }
        })
        .collect();
    spliced(text, attribute, &new)
}

fn declaration_added(text: &str, chance: &mut Chance) -> Option<String> {
    let at = any(&start_tags(text), chance)?;
    let name = text[at.clone()].find([' ', '/', '\n', '\r', '\t']).map_or(at.end, |length| at.start + length);
    let new = [
        " xmlns:added=\"urn:example:added\"",
        " xmlns:xs=\"urn:example:xs\"",
        " xmlns=\"\"",
        " xmlns:relative=\"relative\"",
        " added=\"\"",
        " xml:lang=\"fr\"",
        " xml:id=\"added\"",
        " xml:base=\"http://example.com/\"",
    ];
    spliced(text, name..name, chance.pick(&new))
}

fn declaration_moved(text: &str, chance: &mut Chance) -> Option<String> {
    let from = any(&declarations(text), chance)?;
    let raw = text[from.clone()].to_owned();
    let without = spliced(text, from, "")?;
    let to = any(&start_tags(&without), chance)?;
    let name =
        without[to.clone()].find([' ', '/', '\n', '\r', '\t']).map_or(to.end, |length| to.start + length);
    spliced(&without, name..name, &raw)
}

fn declaration_deleted(text: &str, chance: &mut Chance) -> Option<String> {
    spliced(text, any(&declarations(text), chance)?, "")
}

fn identifier_changed(text: &str, chance: &mut Chance) -> Option<String> {
    let id = any(&between(text, "ID=\"", "\""), chance)?;
    spliced(text, id, chance.pick(&["_response", "_assertion", "_advice", "_other", ""]))
}

fn reference_changed(text: &str, chance: &mut Chance) -> Option<String> {
    let uri = any(&between(text, "URI=\"", "\""), chance)?;
    let new =
        ["", "#_response", "#_assertion", "#_advice", "#", "#xpointer(/)", "#xpointer(id('_assertion'))"];
    spliced(text, uri, chance.pick(&new))
}

fn base64_changed(text: &str, chance: &mut Chance) -> Option<String> {
    let value = any(&base64_values(text), chance)?;
    let at = somewhere(&text[value.clone()], chance);
    let at = value.start + at.start..value.start + at.end;
    spliced(text, at, chance.pick(&["A", "b", "/", "+", "=", "-", "!", "AAAA", "\n"]))
}

fn base64_rewrapped(text: &str, chance: &mut Chance) -> Option<String> {
    let value = any(&base64_values(text), chance)?;
    let compact: Vec<char> = text[value.clone()].chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let lines: Vec<String> = compact.chunks(60).map(|line| line.iter().collect()).collect();
    spliced(text, value, &lines.join(chance.pick(&["\n", "\r\n", ""])))
}

fn comment_in_base64(text: &str, chance: &mut Chance) -> Option<String> {
    let value = any(&base64_values(text), chance)?;
    let at = chance.pick(&[value.start, value.start + value.len() / 2, value.end]);
    spliced(text, at..at, chance.pick(&["<!-- x -->", "<?x?>", "<!--AAAA-->"]))
}

fn algorithm_changed(text: &str, chance: &mut Chance) -> Option<String> {
    let uri = any(&between(text, "Algorithm=\"", "\""), chance)?;
    let uris: Vec<_> = between(text, "Algorithm=\"", "\"").into_iter().map(|range| &text[range]).collect();
    let mut known = vec![
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
        "http://www.w3.org/2006/12/xml-c14n11",
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        "http://www.w3.org/2000/09/xmldsig#sha1",
        "urn:example:unknown",
    ];
    known.extend(uris);
    spliced(text, uri, any(&known, chance)?)
}

fn signatures_swapped(text: &str, chance: &mut Chance) -> Option<String> {
    let parts = match chance.below(3) {
        0 => signatures(text),
        1 => between(text, "SignatureValue>", "</"),
        _ => between(text, "DigestValue>", "</"),
    };
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let [one, two, ..] = parts.as_slice() else { return None };
    if one.end > two.start {
        return None;
    }
    let new = [&text[two.clone()], &text[one.end..two.start], &text[one.clone()]].concat();
    spliced(text, one.start..two.end, &new)
}

fn part_of_signature_deleted(text: &str, chance: &mut Chance) -> Option<String> {
    let signature = any(&signatures(text), chance)?;
    let inside = &text[signature.clone()];
    let tags: Vec<_> =
        start_tags(inside).into_iter().filter(|tag| inside[tag.clone()].ends_with('/')).collect();
    let tag = any(&tags, chance)?;
    spliced(text, signature.start + tag.start - 1..signature.start + tag.end + 1, "")
}

fn element_doubled(text: &str, chance: &mut Chance) -> Option<String> {
    let element = element(text, chance)?;
    let copy = text[element.clone()].to_owned();
    let copy = if chance.in_hundred(50) { copy.replacen(" ID=\"", " ID=\"x", 1) } else { copy };
    let at = chance.pick(&[element.start, element.end]);
    spliced(text, at..at, &copy)
}

fn element_wrapped(text: &str, chance: &mut Chance) -> Option<String> {
    let element = element(text, chance)?;
    let (open, close) = chance.pick(&[
        ("<wrapper>", "</wrapper>"),
        ("<w:wrapper xmlns:w=\"urn:example:w\" xml:lang=\"fr\">", "</w:wrapper>"),
        ("<wrapper xmlns=\"urn:example:w\">", "</wrapper>"),
    ]);
    let new = [open, &text[element.clone()], close].concat();
    spliced(text, element, &new)
}

fn line_ends(text: &str, chance: &mut Chance) -> Option<String> {
    Some(match chance.below(4) {
        0 => text.replace("\r\n", "\n"),
        1 => text.replace('\n', "\r\n"),
        2 => text.replace("&#13;", ""),
        _ => text.replace("&#13;", "\r"),
    })
}

fn as_reference(text: &str, chance: &mut Chance) -> Option<String> {
    let at = somewhere(text, chance);
    let code = u32::from(text[at.clone()].chars().next()?);
    let new = if chance.in_hundred(50) { format!("&#{code};") } else { format!("&#x{code:X};") };
    spliced(text, at, &new)
}

fn as_cdata(text: &str, chance: &mut Chance) -> Option<String> {
    let texts: Vec<_> = between(text, ">", "<").into_iter().filter(|range| !range.is_empty()).collect();
    let range = any(&texts, chance)?;
    let new = format!("<![CDATA[{}]]>", &text[range.clone()]);
    spliced(text, range, &new)
}

fn prefix_renamed(text: &str, chance: &mut Chance) -> Option<String> {
    let prefix = chance.pick(&["saml", "samlp", "ds", "saml2"]);
    let new =
        text.replace(&format!("<{prefix}:"), "<renamed:").replace(&format!("</{prefix}:"), "</renamed:");
    Some(new.replace(&format!("xmlns:{prefix}="), "xmlns:renamed="))
}
