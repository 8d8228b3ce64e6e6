//! The reader against tables, against serde_json, and against hostile input.

use proptest::prelude::*;
use serde_json::Value as Oracle;

use super::*;
use crate::source::SourceId;

fn at(text: &str) -> Span {
    Span::new(SourceId(0), 0, text.len())
}

fn read(text: &str) -> Json<'_> {
    parse(text, at(text), &Limits::default())
}

fn same(ours: Value<'_>, oracle: &Oracle) -> bool {
    match oracle {
        Oracle::Null => ours.is_null(),
        Oracle::Bool(value) => ours.as_bool() == Some(*value),
        Oracle::Number(number) => {
            ours.number_text().is_some_and(|text| text.parse::<f64>().ok() == number.as_f64())
        }
        Oracle::String(text) => ours.is(text) && ours.as_text().is_some_and(|ours| ours.value == *text),
        Oracle::Array(items) => {
            ours.kind() == Kind::Array
                && ours.items().count() == items.len()
                && ours.items().zip(items).all(|(ours, oracle)| same(ours, oracle))
        }
        Oracle::Object(members) => {
            ours.kind() == Kind::Object
                && ours.members().count() == members.len()
                && members.iter().all(|(key, oracle)| ours.get(key).is_some_and(|ours| same(ours, oracle)))
        }
    }
}

fn document() -> impl Strategy<Value = Oracle> {
    let leaf = prop_oneof![
        Just(Oracle::Null),
        any::<bool>().prop_map(Oracle::from),
        any::<i64>().prop_map(Oracle::from),
        (-1e9..1e9f64).prop_map(Oracle::from),
        any::<String>().prop_map(Oracle::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Oracle::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Oracle::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn agrees_with_the_oracle(oracle in document(), pretty in any::<bool>()) {
        let text = if pretty { serde_json::to_string_pretty(&oracle) } else { serde_json::to_string(&oracle) }.unwrap();
        let json = read(&text);
        prop_assert!(json.faults.is_empty(), "{text}: {:?}", json.faults);
        prop_assert!(same(json.root().unwrap(), &oracle), "{text}");
    }

    #[test]
    fn what_the_oracle_refuses_has_a_fault(text in "[\\[\\]{}:,\"a0-9.eE+\\- truefalsnl\\\\]{0,24}") {
        let json = read(&text);
        prop_assert_eq!(json.faults.is_empty() && !text.contains('\\'), serde_json::from_str::<Oracle>(&text).is_ok() && !text.contains('\\'), "{}: {:?}", text, json.faults);
        let total = json.values().count();
        prop_assert!(total <= json.nodes.len());
    }

    #[test]
    fn anything_ends(text in any::<String>()) {
        let json = read(&text);
        for value in json.values() {
            prop_assert!(value.as_text().is_none_or(|text| text.span.bytes.end as usize <= json.text.len()));
        }
        documents(&text, at(&text), &Limits::default());
    }
}

#[test]
fn departures_are_read_and_reported() {
    use FaultKind::*;
    let cases: &[(&str, &[FaultKind], &str)] = &[
        ("{\"a\":1,}", &[TrailingComma], "1"),
        ("{\"a\":1 // why\n}", &[Comment], "1"),
        ("{'a':'b'}", &[SingleQuotes, SingleQuotes], "b"),
        ("{a:1}", &[UnquotedKey], "1"),
        ("{\"a\":True}", &[BadLiteral], "True"),
        ("{\"b\":2 \"a\":1}", &[MissingComma], "1"),
        ("{\"a\" 1}", &[MissingColon], "1"),
        ("{\"b\":,\"a\":1}", &[MissingValue], "1"),
        ("{\"a\":\"x\ny\"}", &[ControlCharacter], "x\ny"),
        ("{\"a\":[1,2", &[Unclosed], "[1,2"),
        ("{\"a\":1} x", &[TrailingText], "1"),
        ("{\"a\":01}", &[BadNumber], "01"),
        ("{\"a\":1]", &[Mismatched], "1"),
    ];
    for (text, kinds, raw) in cases {
        let json = read(text);
        let found: Vec<_> = json.faults.iter().map(|fault| fault.kind).collect();
        assert_eq!(found, *kinds, "{text}");
        assert_eq!(json.root().unwrap().get("a").unwrap().raw(), *raw, "{text}");
    }
}

#[test]
fn duplicates_are_kept_and_spans_are_exact() {
    let text = r#"{"a":"x","\u0061":"<\u00e9 \/>","b":[null,-1.5e3,{"c":7}]}"#;
    let json = parse(text, Span::new(SourceId(3), 100, 100 + text.len()), &Limits::default());
    let root = json.root().unwrap();
    let all: Vec<_> = root.get_all("a").filter_map(Value::as_text).collect();
    assert_eq!(all.iter().map(|text| text.as_str()).collect::<Vec<_>>(), ["x", "<é />"]);
    let start = 100 + text.find("<").unwrap();
    assert_eq!(all[1].sub(1..3), Span::new(SourceId(3), start + 1, start + 7));
    assert_eq!(root.path(&["b"]).unwrap().items().nth(2).unwrap().get("c").and_then(Value::as_i64), Some(7));
    assert_eq!(json.values().count(), 8);
}

#[test]
fn several_documents_in_a_row() {
    let text = "{\"a\":1}\n{\"a\":2} [3]\nnonsense";
    let all = documents(text, at(text), &Limits::default());
    assert_eq!(all.len(), 4);
    assert_eq!(all[1].root().unwrap().get("a").and_then(Value::as_i64), Some(2));
    assert!(all[3].is_doubtful());
}

#[test]
fn depth_and_nodes_are_bounded() {
    let deep = "[".repeat(100_000);
    assert!(read(&deep).has(FaultKind::Depth));
    let wide = "[1,".repeat(50) + &"1,".repeat(1000);
    let limits = Limits { json_nodes: 100, ..Limits::default() };
    assert!(parse(&wide, at(&wide), &limits).has(FaultKind::Nodes));
}
