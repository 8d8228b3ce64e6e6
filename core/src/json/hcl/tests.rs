//! What the tree of a file is, in JSON, and where its values stand.

use proptest::prelude::*;

use super::*;
use crate::json::yaml::tests::compact;
use crate::source::SourceId;

fn read(text: &str) -> Json<'_> {
    parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default())
}

#[test]
fn files_are_trees() {
    let cases = [
        ("a = 1\nb = \"x\" # c\nc = true\n", r#"{"a":1,"b":"x","c":true}"#),
        ("resource \"t\" \"n\" {\n  a = 1\n}\n", r#"{"resource":{"t":{"n":{"a":1}}}}"#),
        ("data t n { s { a = 1 }\n s { } }", r#"{"data":{"t":{"n":{"s":{"a":1},"s":{}}}}}"#),
        ("a = [1, \"b\",\n  {c = 2, \"d\": 3\n e = 4}]", r#"{"a":[1,"b",{"c":2,"d":3,"e":4}]}"#),
        ("a = jsonencode({\n  V = \"1\"\n  S = [{ E = \"A\" }]\n})", r#"{"a":{"V":"1","S":[{"E":"A"}]}}"#),
        (
            "a = var.x\nb = f(1, \"}\")\nc = x ? \"y\" : z",
            r#"{"a":?"var.x","b":?"f(1, \"}\")","c":?"x ? \"y\" : z"}"#,
        ),
        ("a = \"p:${var.x}:q\"", r#"{"a":?"p:${var.x}:q"}"#),
        ("a = \"$${aws:userid}\"", r#"{"a":"${aws:userid}"}"#),
        ("a = \"${f(\"b}\")}\"\nb = 1", r#"{"a":?"${f(\"b}\")}","b":1}"#),
        ("a = <<EOF\n{\n \"b\": 1\n}\nEOF\nc = 2", r#"{"a":"{\n \"b\": 1\n}","c":2}"#),
        ("a = <<-EOF\n    x\n      y\n    EOF\n", r#"{"a":"x\n  y"}"#),
        (
            "a = [for x in y : x.z]\nb = {for k, v in w : k => v}",
            r#"{"a":?"[for x in y : x.z]","b":?"{for k, v in w : k => v}"}"#,
        ),
        ("/* c */ a = \"\\u00e9\\n\" // d", r#"{"a":"é\n"}"#),
    ];
    for (text, expected) in cases {
        let json = read(text);
        assert_eq!(compact(&json), expected, "{text}");
        assert!(!json.is_doubtful(), "{text}: {:?}", json.faults);
    }
}

#[test]
fn what_is_no_hcl_is_doubtful() {
    for text in ["{\"a\": 1}", "a b c", "a: b", "resource \"t\" {", "An error occurred.", "}"] {
        assert!(read(text).is_doubtful(), "{text}");
    }
}

#[test]
fn an_insertion_has_its_place() {
    let text = "arn = \"arn:aws:iam::${local.account}:role/R\"";
    let json = read(text);
    let value = json.root().unwrap().get("arn").unwrap();
    let places: Vec<_> = value.unresolved().map(|span| &text[span.bytes.range()]).collect();
    assert_eq!(places, ["${local.account}"]);
}

proptest! {
    #[test]
    fn anything_ends(text in "[a-z{}\\[\\]()=\"$<\\-E\n ,#/\\\\é]{0,60}") {
        let json = read(&text);
        prop_assert!(json.values().all(|value| value.span().bytes.end as usize <= text.len()));
    }
}
