//! Messages in every form that canonicalisation must cope with: where namespaces are declared, what stands in values
//! and between elements.
//!
//! They are SAML in outline only: what verifiers disagree about is XML.

use super::sign::Place;
use crate::working::Chance;

/// A document with places for signatures.
pub struct Message {
    pub text: String,
    /// The innermost first, so that each signature is there when the next one is made.
    pub places: Vec<Place<'static>>,
}

const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
const ADVICE_SLOT: &str = "<!--signature of the advice-->";
const ASSERTION_SLOT: &str = "<!--signature of the assertion-->";
const RESPONSE_SLOT: &str = "<!--signature of the response-->";

/// What can stand in a text.
const PIECES: [&str; 34] = [
    "alice@example.com",
    "arn:aws:iam::444455556666:role/Admin",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "&#13;",
    "&#xD;\n",
    "&#10;",
    "&#x9;",
    "&amp;",
    "&lt;tag/&gt;",
    "&quot;x&apos;",
    "\"'",
    ">",
    "]]&gt;",
    "&#38;amp;",
    "&#x3c;",
    "<![CDATA[<a> & b ]] > ]]>",
    "<![CDATA[\r\n]]>",
    "<![CDATA[]]>",
    "<!-- comment -->",
    "<!---->",
    "<!-- \r\n & < -->",
    "<?target some  data ?>",
    "<?target?>",
    "<?target \r\n?>",
    "Zoë",
    "漢字",
    "&#x1F600;",
    "\u{1F600}",
    "\u{85}\u{2028}",
    "e\u{301}",
];

/// What can stand in an attribute's value between quotation marks.
const ATTRIBUTE_PIECES: [&str; 16] = [
    "x",
    " ",
    "\n",
    "\r\n",
    "\t",
    "&#9;",
    "&#xA;",
    "&#13;",
    "&amp;",
    "&lt;",
    ">",
    "&gt;",
    "&quot;",
    "'",
    "é",
    "&#x1F600;",
];

/// Declarations that no element or attribute name needs.
const UNUSED: [&str; 5] = [
    " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"",
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
    " xmlns:unused=\"urn:example:unused\"",
    " xmlns:a=\"urn:example:z\" xmlns:z=\"urn:example:a\"",
    " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"",
];

/// A namespace name that canonical XML must escape.
const ESCAPED: &str = " xmlns:escaped='urn:example:q?a&amp;b'";

/// Attributes that hold for what is inside.
const INHERITED: [&str; 4] =
    [" xml:lang=\"en\"", " xml:space=\"preserve\"", " xml:lang=\"\"", " xml:custom=\"1\""];

struct Writer<'c> {
    chance: &'c mut Chance,
    /// Between elements.
    between: &'static str,
    /// Whether line ends and tabs stand as they are in CDATA, comments and attributes, where some readers keep them.
    breaks: bool,
    /// With a colon, where there is one.
    protocol: &'static str,
    assertion: &'static str,
}

/// A message at random.
pub fn message(chance: &mut Chance) -> Message {
    let between = chance.pick(&["", "", "\n", "\n  ", "\r\n\t", "<!-- between -->", " <?between?>\n"]);
    let protocol = chance.pick(&["samlp:", "saml2p:", ""]);
    let assertion = chance.pick(&["saml:", "saml2:", ""]);
    let breaks = chance.in_hundred(30);
    Writer { chance, between, breaks, protocol, assertion }.document()
}

impl Writer<'_> {
    fn document(mut self) -> Message {
        let mut places = Vec::new();
        let advice = if self.chance.in_hundred(10) {
            if self.chance.in_hundred(50) {
                places.push(Place { slot: ADVICE_SLOT, uri: "#_advice" });
            }
            self.assertion("_advice", "", false)
        } else {
            String::new()
        };
        let bare = self.chance.in_hundred(15);
        let within = !bare && self.chance.in_hundred(25);
        let assertion = self.assertion("_assertion", &advice, within);
        let whole = self.chance.in_hundred(8);
        let signed = self.chance.below(4);
        if signed != 0 || bare {
            let uri = if bare && whole { "" } else { "#_assertion" };
            places.push(Place { slot: ASSERTION_SLOT, uri });
        }
        let mut text = assertion;
        if !bare {
            if signed != 1 {
                let pointers = ["#_response", "#_response", "#_response", "#xpointer(id('_response'))"];
                let uri =
                    if whole { self.chance.pick(&["", "#xpointer(/)"]) } else { self.chance.pick(&pointers) };
                places.push(Place { slot: RESPONSE_SLOT, uri });
            }
            text = self.response(&text, within);
            if self.chance.in_hundred(10) {
                let unused = self.unused();
                text = format!(
                    "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"{unused}>\
                     <soap:Body>{text}</soap:Body></soap:Envelope>"
                );
            }
        }
        let before = self.chance.pick(&[
            "",
            "",
            "<?xml version=\"1.0\"?>",
            "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes'?>\r\n",
            "<!-- before --> <?before it?>\n",
        ]);
        let behind = self.chance.pick(&["", "", "\n", "<!-- behind -->", "\n<?behind?>\n<!-- it -->"]);
        Message { text: format!("{before}{text}{behind}"), places }
    }

    fn response(&mut self, assertion: &str, declares_both: bool) -> String {
        let (p, between) = (self.protocol, self.between);
        let mut declared = declaration(p, PROTOCOL);
        // One default namespace: the inner one is declared where it begins.
        if declares_both && p != self.assertion {
            declared.push_str(&declaration(self.assertion, ASSERTION));
        }
        let (unused, inherited) = (self.unused(), self.inherited());
        let destination = self.attribute_value();
        let mut attributes = [
            " ID=\"_response\"".to_owned(),
            " Version='2.0'".to_owned(),
            format!(" Destination=\"{destination}\""),
            declared,
            unused,
            inherited,
        ];
        let turn = self.chance.below(attributes.len());
        attributes.rotate_left(turn);
        let attributes = attributes.concat();
        [
            format!("<{p}Response{attributes}>"),
            RESPONSE_SLOT.to_owned(),
            format!("<{p}Status ><{p}StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\" /></{p}Status>"),
            assertion.to_owned(),
            format!("</{p}Response\n>"),
        ]
        .join(between)
    }

    fn assertion(&mut self, id: &str, advice: &str, declared_outside: bool) -> String {
        let (a, between) = (self.assertion, self.between);
        let declared = match declared_outside && a != self.protocol {
            true => String::new(),
            false => declaration(a, ASSERTION),
        };
        let (unused, inherited) = (self.unused(), self.inherited());
        let slot = if id == "_advice" { ADVICE_SLOT } else { ASSERTION_SLOT };
        let (issuer, name) = (self.text(2), self.text(3));
        let advice = match advice {
            "" => String::new(),
            inner => format!("<{a}Advice>{inner}</{a}Advice>"),
        };
        let mut parts = vec![
            format!("<{a}Assertion{unused} ID=\"{id}\" Version=\"2.0\"{declared}{inherited}>"),
            format!("<{a}Issuer>{issuer}</{a}Issuer>"),
            slot.to_owned(),
            format!("<{a}Subject><{a}NameID>{name}</{a}NameID></{a}Subject>"),
            advice,
            format!("<{a}AttributeStatement>"),
        ];
        for _ in 0..self.chance.below(4) {
            let value = self.value();
            let name = self.attribute_value();
            parts.push(format!("<{a}Attribute Name=\"{name}\">{value}</{a}Attribute>"));
        }
        parts.push(format!("</{a}AttributeStatement>"));
        parts.push(format!("</{a}Assertion>"));
        parts.join(between)
    }

    /// An AttributeValue, simple or with markup of another vocabulary.
    fn value(&mut self) -> String {
        let a = self.assertion;
        let text = self.text(4);
        match self.chance.below(8) {
            0 => format!(
                "<{a}AttributeValue xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" \
                 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xs:string\">{text}</{a}AttributeValue>"
            ),
            1 => format!("<{a}AttributeValue/>"),
            2 => format!("<{a}AttributeValue><plain xmlns=\"\">{text}<more/></plain></{a}AttributeValue>"),
            3 => format!(
                "<{a}AttributeValue><f:x xmlns:f=\"urn:example:f\" xmlns:g=\"urn:example:e\" z=\"1\" g:b=\"2\" f:a=\"3\" \
                 a='4'><f:x xmlns:f=\"urn:example:other\" f:y=\"\"/>{text}</f:x></{a}AttributeValue>"
            ),
            4 => format!(
                "<{a}AttributeValue><x xmlns=\"urn:example:d\"><y xmlns=\"\"><z xmlns=\"urn:example:d\"/></y>{text}\
                 <w xmlns=\"urn:example:d\" xml:lang=\"de\"/></x></{a}AttributeValue>"
            ),
            5 => format!(
                "<{a}AttributeValue><é:ü xmlns:é=\"urn:example:e-acute\" é:ö=\"{}\">{text}</é:ü></{a}AttributeValue>",
                self.attribute_value()
            ),
            _ => format!("<{a}AttributeValue>{text}</{a}AttributeValue>"),
        }
    }

    fn text(&mut self, most: usize) -> String {
        let broken = |piece: &str| piece.len() > 2 && piece.contains('\r');
        let pieces = (0..=self.chance.below(most)).map(|_| self.chance.pick(&PIECES));
        pieces.filter(|piece| self.breaks || !broken(piece)).collect()
    }

    fn attribute_value(&mut self) -> String {
        let pieces = (0..self.chance.below(4)).map(|_| self.chance.pick(&ATTRIBUTE_PIECES));
        pieces.filter(|piece| self.breaks || !piece.contains(['\n', '\t'])).collect()
    }

    fn unused(&mut self) -> String {
        let escaped = if self.chance.in_hundred(2) { ESCAPED } else { "" };
        let all = UNUSED.iter().copied().filter(|_| self.chance.in_hundred(25));
        all.chain([escaped]).collect()
    }

    fn inherited(&mut self) -> String {
        if self.chance.in_hundred(20) { self.chance.pick(&INHERITED).to_owned() } else { String::new() }
    }
}

fn declaration(prefix: &str, namespace: &str) -> String {
    match prefix.strip_suffix(':') {
        Some(prefix) => format!(" xmlns:{prefix}=\"{namespace}\""),
        None => format!(" xmlns=\"{namespace}\""),
    }
}
