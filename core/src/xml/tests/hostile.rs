//! Inputs that mean harm: they must neither panic nor take long.

use super::*;
use crate::xml::{Budget, ParseClass, ProblemKind};

fn survives(input: &str) -> Document {
    let document = read(input);
    assert!(tiles(&document) == input, "the nodes do not tile {} bytes", input.len());
    document
}

#[test]
fn deep_nesting_stops_at_the_budget() {
    let document = survives(&format!("{}x{}", "<a>".repeat(100_000), "</a>".repeat(100_000)));
    assert_eq!(document.parse_class(), ParseClass::Limit);
    assert_eq!(document.elements().count(), 512);
    let [problem] = document.problems.as_slice() else { panic!("{:?}", document.problems) };
    assert_eq!(problem.kind, ProblemKind::LimitReached(Budget::Depth));
}

#[test]
fn many_opening_brackets_and_ampersands() {
    let document = survives(&"<".repeat(2 << 20));
    assert!(document.problems_dropped > 0);
    assert_eq!(document.parse_class(), ParseClass::NotWellFormed);
    survives(&"&".repeat(2 << 20));
    let document = survives(&format!("<a>{}</a>", "&".repeat(1 << 20)));
    assert_eq!(document.root().unwrap().text().value.len(), 1 << 20);
    survives(&"<a \"".repeat(1 << 18));
    survives(&"</a \"".repeat(1 << 18));
    survives(&"<!--".repeat(1 << 18));
    survives(&"<![CDATA[".repeat(1 << 18));
    survives(&"<?".repeat(1 << 18));
    survives(&format!("<!DOCTYPE a [{}]><a/>", "<\"".repeat(1 << 18)));
    survives(&format!("<!DOCTYPE a [{}]><a/>", "%".repeat(1 << 18)));
}
