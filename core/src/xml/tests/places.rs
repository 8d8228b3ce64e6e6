//! Where things stand: relatives, paths, the places of decoded characters, budgets.

use proptest::prelude::*;

use super::*;
use crate::xml::{Budget, NodeId, ParseClass, ProblemKind};

const SIGNED: &str = "<r xmlns='u' xmlns:p='v'><p:a ID='x'/>t<a Id='x' ResponseID='x'><!-- c --><b p:k='1' k='2'/></a><b/></r>";

#[test]
fn relatives_and_paths() {
    let document = read(SIGNED);
    let root = document.root().unwrap();
    let paths: Vec<_> = document.elements().map(|element| element.path()).collect();
    assert_eq!(paths, ["r", "r/a[1]", "r/a[2]", "r/a[2]/b", "r/b"]);
    let inner = root.find("u", "b").unwrap();
    assert_eq!((inner.depth(), inner.path().as_str()), (2, "r/a[2]/b"));
    assert_eq!(inner.attribute("k").unwrap().value().value, "2");
    assert_eq!(inner.attribute_ns("v", "k").unwrap().value().value, "1");
    assert_eq!(inner.attribute("p:k").map(|a| a.qname()), None);
    assert_eq!(inner.namespace_of_prefix("p"), Some("v"));
    assert_eq!(inner.namespace_of_prefix("q"), None);
    assert_eq!(inner.resolve_qname("p:string"), Some((Some("v"), "string")));
    assert_eq!(inner.resolve_qname("q:string"), None);
    assert!(root.child("v", "a").unwrap().is_empty_tag());
    assert_eq!(root.children_named("u", "b").count(), 1);
    assert_eq!(root.declarations().collect::<Vec<_>>(), [(None, "u"), (Some("p"), "v")]);
    assert!(root.contains(inner) && !inner.contains(root));
    let identified: Vec<_> = document.by_id("x").map(|element| element.path()).collect();
    assert_eq!(identified, ["r/a[1]", "r/a[2]"]);
    assert_eq!(document.by_id("y").count(), 0);
    for parent in document.elements() {
        let forward: Vec<_> = parent.children().map(|node| node.id()).collect();
        let last = parent.children().last();
        let mut backward: Vec<_> =
            std::iter::successors(last, |node| node.previous_sibling()).map(|node| node.id()).collect();
        backward.reverse();
        assert_eq!(forward, backward);
        assert!(parent.children().all(|child| child.parent() == Some(parent)));
    }
}

#[test]
fn spans_count_from_the_source() {
    let document = read(SIGNED);
    let second = document.by_id("x").nth(1).unwrap();
    assert_eq!(document.raw(second.start_tag()), "<a Id='x' ResponseID='x'>");
    assert_eq!(document.raw(second.name_span()), "a");
    assert_eq!(document.raw(second.content_span()), "<!-- c --><b p:k='1' k='2'/>");
    assert_eq!(second.end_tag().map(|span| document.raw(span)), Some("</a>"));
    let attribute = second.attribute("Id").unwrap();
    assert_eq!(document.raw(attribute.span()), "Id='x'");
    assert_eq!(document.raw(attribute.value_span()), "x");
    assert_eq!(document.raw(Span::new(SourceId(4), 7, 9)), "", "another source");
    let at = |offset: usize| document.node_at(offset as u32 + 7).map(|node| node.raw());
    assert_eq!(at(SIGNED.find("!-- c").unwrap()), Some("<!-- c -->"));
    assert_eq!(at(SIGNED.len() - 1), Some(SIGNED));
    assert_eq!(at(SIGNED.len()), None);
    assert_eq!(document.node_at(6).map(|node| node.id()), None);
    assert_eq!(document.node(NodeId(99)).map(|node| node.id()), None);
}

#[test]
fn text_knows_its_places() {
    let input = "<a>x<!-- c -->&amp;<![CDATA[<y>]]>\r\nz<b>no</b>!</a>";
    let document = read(input);
    let root = document.root().unwrap();
    let text = root.text();
    assert_eq!(text.value, "x&<y>\nz!");
    let places: Vec<_> = (0..text.value.len()).map(|at| document.raw(text.sub(at..at + 1))).collect();
    assert_eq!(places, ["x", "&amp;", "<", "y", ">", "\r\n", "z", "!"]);
    assert_eq!(root.string_value(), "x&<y>\nznob!".replace('b', ""));
    assert_eq!(root.has_markup_in_text().map(|span| document.raw(span)), Some("<!-- c -->"));

    let plain = read("<a>plain</a>");
    let text = plain.root().unwrap().text();
    assert_eq!((text.map.is_none(), plain.raw(text.span)), (true, "plain"));
    assert_eq!(read("<a> <!-- c --> <b/></a>").root().unwrap().has_markup_in_text(), None);

    let padded = format!("<a b='&#{}65;x'/>", "0".repeat(70_000));
    let document = read(&padded);
    let value = document.root().unwrap().attribute("b").unwrap().value();
    assert_eq!((value.value.as_str(), document.raw(value.sub(1..2))), ("Ax", "x"));
}

#[test]
fn budgets_keep_the_tree_up_to_there() {
    let text = "<a><b/>text<c/></a>";
    let cases = [
        (Limits { xml_bytes: 13, ..Limits::default() }, Budget::Bytes, r#"a(b "text" broken"<c/></a>")"#),
        (Limits { xml_bytes: 5, ..Limits::default() }, Budget::Bytes, r#"a(broken"<b/>text<c/></a>")"#),
        (Limits { xml_bytes: 0, ..Limits::default() }, Budget::Bytes, r#"broken"<a><b/>text<c/></a>""#),
        (Limits { xml_nodes: 3, ..Limits::default() }, Budget::Nodes, r#"a(b "text" broken"<c/></a>")"#),
        (Limits { xml_depth: 1, ..Limits::default() }, Budget::Depth, r#"a(broken"<b/>text<c/></a>")"#),
    ];
    for (limits, budget, expected) in cases {
        let document = read_within(text, &limits);
        assert_eq!(outline(&document), expected);
        assert_eq!(tiles(&document), text);
        let kinds: Vec<_> = document.problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds, [ProblemKind::LimitReached(budget)]);
        assert_eq!(document.parse_class(), ParseClass::Limit);
    }
    let document = read_within("<a>< < < b</a>", &Limits { xml_restarts: 2, ..Limits::default() });
    assert_eq!(outline(&document), r#"a("< " "< " broken"< b</a>")"#);
    let document = read_within("<a>& & & &</a>", &Limits { problems: 4, ..Limits::default() });
    assert_eq!((document.problems.len(), document.problems_dropped), (2, 2));
}

proptest! {
    /// Each character of a value is made by what its place holds, read alone.
    #[test]
    fn every_character_has_its_place(raw in "([a-zé€ \t\r\n]|&amp;|&#xE9;|&#13;|&x;|\r\n|<!-- -->|<!\\[CDATA\\[y\r\n&\\]\\]>){0,12}") {
        let input = format!("<a>{raw}</a>");
        let document = read(&input);
        let text = document.root().unwrap().text();
        let mut last = text.span.bytes.start;
        for (at, c) in text.value.char_indices() {
            let place = text.sub(at..at + c.len_utf8());
            prop_assert!(place.bytes.start >= last && text.span.bytes.contains(place.bytes));
            last = place.bytes.end;
            let alone = format!("<a>{}</a>", document.raw(place));
            prop_assert_eq!(read(&alone).root().unwrap().text().value, c.to_string());
        }
    }
}
