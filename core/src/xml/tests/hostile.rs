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
fn endless_faults() {
    // Each must be read in one pass, or in as many as there are restarts.
    let cases = [
        "<".repeat(10 << 20),
        "&".repeat(10 << 20),
        format!("<a>{}</a>", "&".repeat(1 << 20)),
        format!("<a>{}</a>", "]]>".repeat(1 << 18)),
        "]]>".repeat(1 << 18),
        "\0".repeat(1 << 20),
        "<!".repeat(1 << 20),
        "<!--".repeat(1 << 18),
        "<![CDATA[".repeat(1 << 18),
        "<?".repeat(1 << 18),
        "<a \"".repeat(1 << 13),
        "</a \"".repeat(1 << 13),
        "<a b='>".repeat(1 << 13),
        "</a>".repeat(1 << 16),
        format!("{}{}", "<a>".repeat(500), "</b>".repeat(1 << 16)),
        format!("<!DOCTYPE a [{}]><a>", "<\"".repeat(1 << 13)),
        format!("<!DOCTYPE a [{}]><a>", "%".repeat(1 << 18)),
        format!("<a>&{};</a>", "a".repeat(1 << 20)),
    ];
    for case in cases {
        assert_eq!(survives(&case).parse_class(), ParseClass::NotWellFormed);
    }
}

#[test]
fn much_of_everything() {
    let many = |count: usize, each: fn(usize) -> String| (0..count).map(each).collect::<String>();
    let cases = [
        format!("<a b='{}'/>", "x\t".repeat(1 << 19)),
        format!("<a{}/>", many(100_000, |at| format!(" b{at}=''"))),
        format!("<a{}/>", many(50_000, |at| format!(" xmlns:p{at}='{at}' p{at}:x=''"))),
        format!("<a>{}</a>", many(100_000, |at| format!("<b{at}/>"))),
        format!(
            "<a{}>{}</a>",
            many(10_000, |at| format!(" xmlns:p{at}='u'")),
            many(10_000, |at| format!("<p{at}:b/>"))
        ),
    ];
    for case in cases {
        assert_eq!(survives(&case).parse_class(), ParseClass::Ok);
    }
    let document = survives(&format!("<a{}/>", " b=''".repeat(100_000)));
    assert!(document.problems.iter().all(|problem| problem.kind.id() == "duplicate-attribute"));
    assert_eq!(document.problems.len() + document.problems_dropped, 99_999);
}
