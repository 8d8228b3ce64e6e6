//! The difference of two messages as AWS would see it: values side by side, and the rules that find something in only one.
//!
//! It judges neither message; that was done before. It deliberately compares the first assertion only, as AWS reads one, and no
//! bytes: identifiers, instants and signature values are new in each message, so that they differ is expected.

mod align;
mod facts;
mod found;
mod near;
mod what;

pub use near::{Form, Near, Shape, near, shapes};
pub use what::{Reader, What};

use align::{kind, lacking};
use found::differences;

use crate::diagnose::{Diagnosed, Outcome};
use crate::evidence::Context;
use crate::idp::Recognised;
use crate::limits::Limits;
use crate::lint::{Answers, Severity};
use crate::peel::Leaf;
use crate::saml::Message;
use crate::source::Span;
use crate::xml::Document;
use std::collections::BTreeMap;

/// One of the two messages, with what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    pub message: &'a Message,
    pub document: &'a Document,
    pub leaf: &'a Leaf,
    pub context: &'a Context,
    pub idp: Option<&'a Recognised>,
    pub answers: &'a Answers,
    pub diagnosed: &'a Diagnosed,
    pub limits: &'a Limits,
}

/// Everything that was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    pub outcomes: [Outcome; 2],
    /// Errors first, then warnings.
    pub rules: Vec<RuleDifference>,
    /// In the order of [`What`].
    pub facts: Vec<Fact>,
}

/// A rule that does not find the same in both. Notes are not compared: most are about the moment of the capture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleDifference {
    pub rule: &'static str,
    pub severity: Severity,
    /// Index of its worst finding in A; `None`: it finds nothing worse than a note there.
    pub a: Option<usize>,
    pub b: Option<usize>,
}

/// One thing, and what each message says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub what: What,
    /// In the order of the message; spans are of the sources of A.
    pub a: Vec<Value>,
    pub b: Vec<Value>,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Same,
    OnlyInA,
    OnlyInB,
    Differs,
    /// The same values, not as often.
    Times,
    /// All that differs, differs only in this.
    Near(Near),
    /// They belong to two people, and differ in more than that.
    Shape(Vec<Shape>),
    /// Different by nature: another person, another sign-in.
    Expected,
}

/// Compares two messages. Linear in their size.
pub fn compare(a: &Side<'_>, b: &Side<'_>) -> Comparison {
    let mut all: BTreeMap<What, [Vec<Value>; 2]> = BTreeMap::new();
    for (what, value) in facts::read(a) {
        let [of_a, _] = all.entry(what).or_default();
        of_a.push(value);
    }
    for (what, value) in facts::read(b) {
        let [_, of_b] = all.entry(what).or_default();
        of_b.push(value);
    }
    let facts =
        all.into_iter().map(|(what, [a, b])| Fact { kind: kind(&what, &a, &b), what, a, b }).collect();
    Comparison {
        outcomes: [a.diagnosed.outcome, b.diagnosed.outcome],
        rules: differences(&a.answers.findings, &b.answers.findings),
        facts,
    }
}

impl Comparison {
    /// What differs and is not expected to.
    pub fn differences(&self) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(|fact| !matches!(fact.kind, Kind::Same | Kind::Expected))
    }

    /// Whether anything differs that is not expected to. How the messages were captured does not count.
    pub fn differ(&self) -> bool {
        let [a, b] = self.outcomes;
        let counts = |fact: &Fact| fact.what.reader() != Reader::Capture;
        a != b || !self.rules.is_empty() || self.differences().any(counts)
    }
}

impl Fact {
    /// The values that the other message lacks, each as often as it stands there.
    pub fn only(&self) -> (Vec<&Value>, Vec<&Value>) {
        (lacking(&self.a, &self.b), lacking(&self.b, &self.a))
    }
}

impl Kind {
    /// A stable identifier.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::OnlyInA => "only-in-a",
            Self::OnlyInB => "only-in-b",
            Self::Differs => "differs",
            Self::Times => "times",
            Self::Near(_) => "near",
            Self::Shape(_) => "shape",
            Self::Expected => "expected",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Options;
    use crate::inspect::{Input, Report, inspect};
    use proptest::prelude::*;

    const BASELINE: &str = include_str!("../../../tests/baselines/iam.xml");

    fn report(text: &str) -> Report {
        let input = Input { name: None, bytes: text.as_bytes().to_vec() };
        inspect(&[input], &Options::default(), &Limits::default())
    }

    fn compared(a: &str, b: &str) -> Option<Comparison> {
        let (a, b, limits) = (report(a), report(b), Limits::default());
        Some(compare(&side(&a, &limits)?, &side(&b, &limits)?))
    }

    fn side<'r>(report: &'r Report, limits: &'r Limits) -> Option<Side<'r>> {
        let one = report.messages.first()?;
        let item = report.items.get(one.item)?;
        Some(Side {
            message: item.message.as_ref()?,
            document: item.document.as_ref()?,
            leaf: &item.leaf,
            context: &one.context,
            idp: one.idp.as_ref(),
            answers: &one.answers,
            diagnosed: &one.diagnosed,
            limits,
        })
    }

    fn words(fact: &Fact) -> String {
        let name = fact.what.key().unwrap_or(fact.what.name());
        let how = match &fact.kind {
            Kind::Near(near) => format!(" {}", near.id()),
            Kind::Shape(shapes) => shapes.iter().map(|shape| format!(" {}", shape.id())).collect(),
            _ => String::new(),
        };
        format!("{name}: {}{how}", fact.kind.id())
    }

    const ROLE: &str = "arn:aws:iam::444455556666:role/Admin";
    const PROVIDER: &str = "arn:aws:iam::444455556666:saml-provider/ExampleIdP";
    const TAG: &str = "<saml:Attribute Name=\"https://aws.amazon.com/SAML/Attributes/PrincipalTag:Team\"><saml:AttributeValue>Blue</saml:AttributeValue></saml:Attribute>";
    const MAIL: &str =
        "<saml:Attribute Name=\"mail\"><saml:AttributeValue>x</saml:AttributeValue></saml:Attribute>";

    #[test]
    fn each_difference_is_named_and_no_other() {
        let pair = format!("{ROLE},{PROVIDER}");
        let turned = format!("{PROVIDER},{ROLE}");
        let spaced = format!("{ROLE}, {PROVIDER}");
        let two =
            format!("{pair}</saml:AttributeValue><saml:AttributeValue>{}", pair.replace("Admin", "ReadOnly"));
        let after = "</saml:Attribute>\n    </saml:AttributeStatement>";
        let with = |more: &str| format!("</saml:Attribute>{more}\n    </saml:AttributeStatement>");
        let (tag, mail) = (with(TAG), with(MAIL));
        let cases: &[(&str, &str, &[&str])] = &[
            ("Admin", "Admin", &[]),
            ("ID=\"_a1\"", "ID=\"_a2\"", &[]),
            (pair.as_str(), turned.as_str(), &[]),
            (pair.as_str(), spaced.as_str(), &["Role: near white-space"]),
            (pair.as_str(), two.as_str(), &["Role: differs"]),
            ("urn:amazon:webservices<", " urn:amazon:webservices<", &["Audience: near white-space"]),
            (">urn:amazon:webservices<", ">https://signin.aws.amazon.com/saml<", &["Audience: differs"]),
            ("ana.lopez@example.com", "bo.li@example.com", &[]),
            ("ana.lopez@example.com", "Bo Li", &["RoleSessionName: shape form characters"]),
            ("ana.lopez@example.com", "Ana.Lopez@example.com", &["RoleSessionName: near case"]),
            (">ana.lopez<", ">EXAMPLE\\bo<", &["NameID: shape form"]),
            (":persistent", ":transient", &["NameID Format: differs"]),
            (">28800<", ">3600<", &["SessionDuration: differs"]),
            (after, tag.as_str(), &["Team: only-in-b"]),
            (after, mail.as_str(), &["mail: only-in-b"]),
            ("T11:00:00Z", "T12:00:00Z", &["Validity by Conditions: differs"]),
            ("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha384", &["SignatureMethod: differs"]),
            ("IssueInstant=\"2026-01-15T10:00:00Z\" Dest", "IssueInstant=\"2026-01-15T10:00:01Z\" Dest", &[]),
            ("Version=\"2.0\" Iss", "InResponseTo=\"_q\" Version=\"2.0\" Iss", &["InResponseTo: only-in-b"]),
        ];
        for (from, to, expected) in cases {
            let other = BASELINE.replacen(from, to, 1);
            assert!(from == to || other != BASELINE, "{from} stands in the baseline");
            let found = compared(BASELINE, &other).unwrap();
            let said: Vec<_> = found.differences().map(words).collect();
            assert_eq!(said, *expected, "{from} {to}");
            // The other way round it is the same, with the sides exchanged.
            let back: Vec<_> = compared(&other, BASELINE).unwrap().differences().map(words).collect();
            let turned: Vec<_> = said.iter().map(|words| words.replace("only-in-b", "only-in-a")).collect();
            assert_eq!(back, turned, "{from} {to}");
        }
    }

    #[test]
    fn values_point_into_their_own_message() {
        let text = BASELINE.replace("28800", "3600");
        let (a, b, limits) = (report(BASELINE), report(&text), Limits::default());
        let found = compare(&side(&a, &limits).unwrap(), &side(&b, &limits).unwrap());
        let fact = found.differences().next().unwrap();
        assert_eq!(a.sources.excerpt(fact.a[0].span), "28800");
        assert_eq!(b.sources.excerpt(fact.b[0].span), "3600");
    }

    #[test]
    fn a_rule_that_fires_in_one_comes_with_its_finding() {
        let broken = BASELINE.replace("ana.lopez@example.com", "Ana Lopez");
        let (a, b, limits) = (report(BASELINE), report(&broken), Limits::default());
        let found = compare(&side(&a, &limits).unwrap(), &side(&b, &limits).unwrap());
        assert!(found.differ());
        assert_eq!(found.outcomes, [Outcome::Unknown, Outcome::Refused]);
        let first = found.rules.iter().find(|one| one.rule == "session-name-characters").unwrap();
        assert_eq!((first.severity, first.a), (Severity::Error, None));
        assert_eq!(b.messages[0].answers.findings[first.b.unwrap()].rule.id, "session-name-characters");
    }

    #[test]
    fn the_same_value_twice_is_not_once() {
        let duration = "<saml:AttributeValue>28800</saml:AttributeValue>";
        let twice = BASELINE.replace(duration, &duration.repeat(2));
        let said: Vec<_> = compared(BASELINE, &twice).unwrap().differences().map(words).collect();
        assert_eq!(said, ["SessionDuration: times"]);
    }

    #[test]
    fn many_values_take_no_longer_than_few() {
        let value = |at: usize, name: &str| format!("<saml:AttributeValue>{name}{at}</saml:AttributeValue>");
        let many = |name: &str| -> String { (0..20_000).map(|at| value(at, name)).collect() };
        let with = |name: &str| {
            let attribute = format!("<saml:Attribute Name=\"groups\">{}</saml:Attribute>", many(name));
            BASELINE.replace("</saml:AttributeStatement>", &format!("{attribute}</saml:AttributeStatement>"))
        };
        let found = compared(&with("a"), &with("b")).unwrap();
        let fact = found.differences().next().unwrap();
        assert_eq!((fact.kind.clone(), fact.only().0.len()), (Kind::Differs, 20_000));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn what_is_cut_anywhere_is_compared_all_the_same(cut in 0usize..2_000, junk in "\\PC{0,12}") {
            let at = BASELINE.len() / 2 + cut.min(BASELINE.len() / 2);
            let kept: String = BASELINE.chars().take(at).collect();
            if let Some(found) = compared(BASELINE, &format!("{kept}{junk}")) {
                prop_assert!(found.facts.iter().all(|fact| !fact.a.is_empty() || !fact.b.is_empty()));
            }
        }
    }
}
