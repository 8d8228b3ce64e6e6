//! Writes the response: the provider's form around the values.
//!
//! White space stands only between elements, and comments only outside values.

use super::signing::{Signing, slot};
use super::{Chance, Provider, Working};
use crate::sign::Part;
use samlens_core::aws::attributes::{PREFIX, principal_tag_name};
use std::fmt::Write;

const XSD: &str =
    " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

/// The response of this provider with these values, signed.
pub fn xml(provider: &Provider, working: &Working, signing: &Signing, chance: &mut Chance) -> String {
    let mut writer = Writer { provider, chance, out: String::new(), depth: 0, indent: "" };
    writer.indent = writer.chance.pick(&["", "", "\n", "\n  ", "\r\n\t"]);
    if writer.chance.in_hundred(40) {
        writer.out += writer.chance.pick(&[
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<?xml version='1.0'?>\n",
            "\u{feff}",
        ]);
    }
    writer.response(working);
    let text = writer.out;
    signing.apply(&text, chance)
}

struct Writer<'a> {
    provider: &'a Provider,
    chance: &'a mut Chance,
    out: String,
    depth: usize,
    indent: &'static str,
}

impl Writer<'_> {
    fn response(&mut self, working: &Working) {
        let (p, a) = (self.provider.protocol, self.provider.assertion);
        let id = self.id();
        let at = instant(working, 0);
        let mut more = String::new();
        if working.destination {
            let _ = write!(more, " Destination=\"{}\"", working.target.recipient);
        }
        more += &working.in_response_to.map(answering).unwrap_or_default();
        if self.provider.name == "adfs" {
            more += " Consent=\"urn:oasis:names:tc:SAML:2.0:consent:unspecified\"";
        }
        let namespaces = format!(
            " xmlns:{}=\"urn:oasis:names:tc:SAML:2.0:protocol\"{}",
            p.trim_end_matches(':'),
            self.assertion_namespace()
        );
        self.open(&format!(
            "{p}Response{namespaces} ID=\"{id}\" Version=\"2.0\" IssueInstant=\"{at}\"{more}"
        ));
        self.issuer(Part::Response);
        self.comment();
        self.open(&format!("{p}Status"));
        let success = "urn:oasis:names:tc:SAML:2.0:status:Success";
        self.empty(&format!("{p}StatusCode Value=\"{success}\""));
        self.close(&format!("{p}Status"));
        let id = self.id();
        let namespace = self.assertion_namespace();
        self.open(&format!("{a}Assertion{namespace} ID=\"{id}\" IssueInstant=\"{at}\" Version=\"2.0\""));
        self.issuer(Part::Assertion);
        self.subject(working);
        self.conditions(working);
        let statements_first = self.chance.in_hundred(20);
        if statements_first {
            self.attributes(working);
        }
        self.authentication(working);
        if !statements_first {
            self.attributes(working);
        }
        self.close(&format!("{a}Assertion"));
        self.close(&format!("{p}Response"));
    }

    fn subject(&mut self, working: &Working) {
        let a = self.provider.assertion;
        self.open(&format!("{a}Subject"));
        let mut format =
            working.name_id_format.map(|format| format!(" Format=\"{format}\"")).unwrap_or_default();
        if working.qualified {
            let _ = write!(
                format,
                " NameQualifier=\"{}\" SPNameQualifier=\"urn:amazon:webservices\"",
                self.provider.issuer
            );
        }
        self.value(&format!("{a}NameID"), &format, &working.name_id);
        self.open(&format!("{a}SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\""));
        let answers = working.in_response_to.map(answering).unwrap_or_default();
        self.empty(&format!(
            "{a}SubjectConfirmationData{answers} NotOnOrAfter=\"{}\" Recipient=\"{}\"",
            instant(working, working.times.confirmed_until),
            working.target.recipient
        ));
        self.close(&format!("{a}SubjectConfirmation"));
        self.close(&format!("{a}Subject"));
        self.comment();
    }

    fn conditions(&mut self, working: &Working) {
        let a = self.provider.assertion;
        let mut times = String::new();
        if let Some(not_before) = working.times.not_before {
            let _ = write!(times, " NotBefore=\"{}\"", instant(working, not_before));
        }
        if let Some(until) = working.times.valid_until {
            let _ = write!(times, " NotOnOrAfter=\"{}\"", instant(working, until));
        }
        self.open(&format!("{a}Conditions{times}"));
        self.open(&format!("{a}AudienceRestriction"));
        for audience in &working.target.audiences {
            self.value(&format!("{a}Audience"), "", audience);
        }
        self.close(&format!("{a}AudienceRestriction"));
        self.close(&format!("{a}Conditions"));
    }

    fn authentication(&mut self, working: &Working) {
        let a = self.provider.assertion;
        let until = working.times.session_until.map(|until| instant(working, until));
        let until = until.map(|until| format!(" SessionNotOnOrAfter=\"{until}\"")).unwrap_or_default();
        let at = instant(working, -3600);
        let index = self.id();
        self.open(&format!("{a}AuthnStatement AuthnInstant=\"{at}\" SessionIndex=\"{index}\"{until}"));
        self.open(&format!("{a}AuthnContext"));
        let class = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
        self.value(&format!("{a}AuthnContextClassRef"), "", class);
        self.close(&format!("{a}AuthnContext"));
        self.close(&format!("{a}AuthnStatement"));
    }

    fn attributes(&mut self, working: &Working) {
        let mut all: Vec<(String, Vec<String>)> = Vec::new();
        let mut add = |name: &str, values: Vec<String>| all.push((format!("{PREFIX}{name}"), values));
        add("Role", working.roles.clone());
        add("RoleSessionName", vec![working.session_name.clone()]);
        if let Some(duration) = &working.duration {
            add("SessionDuration", vec![duration.clone()]);
        }
        if let Some(identity) = &working.source_identity {
            add("SourceIdentity", vec![identity.clone()]);
        }
        if !working.transitive.is_empty() {
            add("TransitiveTagKeys", working.transitive.clone());
        }
        for (key, value) in &working.tags {
            all.push((principal_tag_name(key), vec![value.clone()]));
        }
        for (name, values) in self.provider.extras {
            all.push(((*name).to_owned(), values.iter().map(|&value| value.to_owned()).collect()));
        }
        for at in (1..all.len()).rev() {
            let with = self.chance.below(at + 1);
            all.swap(at, with);
        }
        let a = self.provider.assertion;
        self.open(&format!("{a}AttributeStatement"));
        for (at, (name, values)) in all.iter().enumerate() {
            if at > 0 && self.chance.in_hundred(5) {
                self.close(&format!("{a}AttributeStatement"));
                self.open(&format!("{a}AttributeStatement"));
            }
            self.attribute(name, values);
        }
        self.close(&format!("{a}AttributeStatement"));
    }

    fn attribute(&mut self, name: &str, values: &[String]) {
        let a = self.provider.assertion;
        let mut more = String::new();
        if let Some(format) = self.provider.name_format {
            let _ = write!(more, " NameFormat=\"{format}\"");
        }
        if self.provider.friendly_names {
            let _ =
                write!(more, " FriendlyName=\"{}\"", escape(name.rsplit(['/', ':']).next().unwrap_or(name)));
        }
        let (before, after) =
            if self.chance.in_hundred(50) { ("", more) } else { (more.as_str(), String::new()) };
        self.open(&format!("{a}Attribute{before} Name=\"{}\"{after}", escape(name)));
        let typed =
            if self.provider.xsi_type { format!("{XSD} xsi:type=\"xs:string\"") } else { String::new() };
        for value in values {
            self.value(&format!("{a}AttributeValue"), &typed, value);
        }
        self.close(&format!("{a}Attribute"));
        self.comment();
    }

    /// The issuer, and behind it the place of the signature.
    fn issuer(&mut self, part: Part) {
        let mut more = String::new();
        if self.provider.assertion.is_empty() {
            more += self.assertion_namespace().as_str();
        }
        if self.provider.issuer_format {
            more += " Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:entity\"";
        }
        let issuer = self.provider.issuer;
        self.value(&format!("{}Issuer", self.provider.assertion), &more, issuer);
        self.out += slot(part);
    }

    /// An element that holds a value, written in one of the ways that mean the same.
    fn value(&mut self, name: &str, attributes: &str, value: &str) {
        self.line();
        let written = match self.chance.below(12) {
            0 => format!("<![CDATA[{value}]]>"),
            1 => {
                let at = value.char_indices().nth(value.chars().count() / 2).map_or(0, |(at, _)| at);
                let (start, end) = value.split_at(at);
                match end.chars().next() {
                    Some(c) => {
                        format!("{}&#{};{}", escape(start), u32::from(c), escape(&end[c.len_utf8()..]))
                    }
                    None => escape(value),
                }
            }
            2 => {
                let at = value.char_indices().nth(1).map_or(0, |(at, _)| at);
                let (start, end) = value.split_at(at);
                format!("{}<![CDATA[{end}]]>", escape(start))
            }
            3 => value.chars().map(|c| format!("&#x{:X};", u32::from(c))).collect(),
            _ => escape(value),
        };
        match written.is_empty() {
            true => write!(self.out, "<{name}{attributes}/>").unwrap(),
            false => write!(self.out, "<{name}{attributes}>{written}</{name}>").unwrap(),
        }
    }

    /// Where the assertion's namespace is the default one, every outermost element of it declares it.
    fn assertion_namespace(&self) -> String {
        let saml = "urn:oasis:names:tc:SAML:2.0:assertion";
        match self.provider.assertion.trim_end_matches(':') {
            "" => format!(" xmlns=\"{saml}\""),
            prefix => format!(" xmlns:{prefix}=\"{saml}\""),
        }
    }

    fn id(&mut self) -> String {
        let digits = self.chance.letters("0123456789abcdef", 32);
        // An XML name does not begin with a digit.
        let start = if self.provider.id.is_empty() { "a" } else { self.provider.id };
        format!("{start}{digits}")
    }

    fn open(&mut self, tag: &str) {
        self.line();
        write!(self.out, "<{tag}>").unwrap();
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth -= 1;
        self.line();
        write!(self.out, "</{name}>").unwrap();
    }

    fn empty(&mut self, tag: &str) {
        self.line();
        write!(self.out, "<{tag}/>").unwrap();
    }

    /// A line break and one step of indentation for each level, or nothing.
    fn line(&mut self) {
        let step = self.indent.trim_start_matches(['\r', '\n']);
        self.out += self.indent.strip_suffix(step).unwrap_or_default();
        self.out += &step.repeat(self.depth);
    }

    fn comment(&mut self) {
        if self.chance.in_hundred(3) {
            self.out += self.chance.pick(&["<!-- a note -->", "<?note of a proxy?>"]);
        }
    }
}

/// An instant so many seconds from the one of issue, in the form that the response uses.
fn instant(working: &Working, seconds: i64) -> String {
    let whole = working.issued.plus_seconds(seconds).to_string();
    let date = whole.get(..19).unwrap_or(&whole);
    format!("{date}{}", working.time_form)
}

fn answering(request: &str) -> String {
    format!(" InResponseTo=\"{request}\"")
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
