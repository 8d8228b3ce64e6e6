//! What the tree of a document is, in JSON, and where its values stand.

use proptest::prelude::*;

use super::*;
use crate::json::Value;
use crate::source::SourceId;

/// The tree in one line. A question mark stands before what is unresolved.
pub(in crate::json) fn compact(json: &Json<'_>) -> String {
    fn write(value: Value<'_>, out: &mut String) {
        match value.kind() {
            Kind::Object => {
                out.push('{');
                for (at, (name, value)) in value.members().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    out.push_str(&serde_json::to_string(name.as_str()).unwrap());
                    out.push(':');
                    write(value, out);
                }
                out.push('}');
            }
            Kind::Array => {
                out.push('[');
                for (at, value) in value.items().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    write(value, out);
                }
                out.push(']');
            }
            Kind::String => {
                if value.unresolved().next().is_some() {
                    out.push('?');
                }
                out.push_str(&serde_json::to_string(value.as_text().unwrap().as_str()).unwrap());
            }
            Kind::Null => out.push_str("null"),
            _ => out.push_str(value.raw()),
        }
    }
    let mut out = String::new();
    if let Some(root) = json.root() {
        write(root, &mut out);
    }
    out
}

fn read(text: &str) -> Json<'_> {
    parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default())
}

#[test]
fn documents_are_trees() {
    let cases = [
        (
            "Role:\n  Arn: arn:aws:iam::444455556666:role/R\n  Max: 3600\n",
            r#"{"Role":{"Arn":"arn:aws:iam::444455556666:role/R","Max":3600}}"#,
        ),
        ("a:\n- x: 1\n  y: 2\n- x: 3\nb: 4\n", r#"{"a":[{"x":1,"y":2},{"x":3}],"b":4}"#),
        ("a:\n  - 1\n  - - 2\n    - 3\n  -\n    b: 4\n", r#"{"a":[1,[2,3],{"b":4}]}"#),
        ("- a\n- b", r#"["a","b"]"#),
        (
            "a:\nb: ~\nc: ''\nd: 'it''s'\ne: \"x\\ty\"\n",
            r#"{"a":null,"b":null,"c":"","d":"it's","e":"x\ty"}"#,
        ),
        ("a: b # c\n# d\ne: 'f # g'\n", r#"{"a":"b","e":"f # g"}"#),
        ("---\n'a b': 2012-10-17\n", r#"{"a b":"2012-10-17"}"#),
        (
            "SAML:aud: https://signin.aws.amazon.com/saml\n",
            r#"{"SAML:aud":"https://signin.aws.amazon.com/saml"}"#,
        ),
        ("a: |\n  {\n    \"b\": 1\n  }\nc: 2\n", r#"{"a":"{\n  \"b\": 1\n}\n","c":2}"#),
        ("a: |-\n  x\n\n  y\n\nb: 1", r#"{"a":"x\n\ny","b":1}"#),
        ("a: >-\n  x\n  y\n\n  z\nb: 1", r#"{"a":"x y\nz","b":1}"#),
        ("a: x\n  y\nb: 'p\n\n  q'\nc: \"r\\\n  \\ s\"\n", r#"{"a":"x y","b":"p\nq","c":"r s"}"#),
        ("a: [b, 'c', {d: e, \"f\": 1}]\ng: {}\nh: []\n", r#"{"a":["b","c",{"d":"e","f":1}],"g":{},"h":[]}"#),
        ("a: [\n  b,\n  c\n]\nd: 1", r#"{"a":["b","c"],"d":1}"#),
        (
            "a: !Ref P\nb: !GetAtt P.Arn\nc: !Sub '${AWS::AccountId}:x'\nd: !Sub plain\n",
            r#"{"a":?"!Ref P","b":?"!GetAtt P.Arn","c":?"${AWS::AccountId}:x","d":"plain"}"#,
        ),
        ("a: !Join ['', [b, !Ref C]]\nd: 1", r#"{"a":?"!Join ['', [b, !Ref C]]","d":1}"#),
        (
            "a: !Join\n  - ''\n  - - b\n    - !Ref C\nd: 1",
            r#"{"a":?"!Join\n  - ''\n  - - b\n    - !Ref C","d":1}"#,
        ),
        ("a: !Join ['', [b, \"c\\td\", 1]]\ne: 1", r#"{"a":"bc\td1","e":1}"#),
        (
            "a: !Join\n  - ':'\n  - - arn\n    - aws\n    - !Join ['/', [b, c]]\nd: 1",
            r#"{"a":"arn:aws:b/c","d":1}"#,
        ),
        (
            "a: !Sub ['x-${B}', {B: c}]\nd: !Sub ['x-${B}', {C: c}]",
            r#"{"a":"x-c","d":?"!Sub ['x-${B}', {C: c}]"}"#,
        ),
        ("a: !If [C, b, c]\nd: 1", r#"{"a":?"!If [C, b, c]","d":1}"#),
        (
            "a: &x {b: 1}\nc: *x\nd: &y\n  - p\n  - &z 'q'\ne: [*y, *z]\n",
            r#"{"a":{"b":1},"c":{"b":1},"d":["p","q"],"e":[["p","q"],"q"]}"#,
        ),
        (
            "a: &x\n  b: 1\n  c: 2\nd:\n  <<: *x\n  c: 3\ne: {<<: *x, b: 4}\nf:\n  <<: [*x]\n",
            r#"{"a":{"b":1,"c":2},"d":{"c":3,"b":1},"e":{"b":4,"c":2},"f":{"b":1,"c":2}}"#,
        ),
        (
            "a: &x !Ref P\nb: !Ref &y Q\nc: [*x, *y]\n",
            r#"{"a":?"!Ref P","b":?"!Ref &y Q","c":[?"!Ref P",?"!Ref &y Q"]}"#,
        ),
        ("a: &x b\nc: !Join ['', [*x, d]]\n", r#"{"a":"b","c":?"!Join ['', [*x, d]]"}"#),
        ("a:\n  - !Sub 'x${!aws:userid}'\n", r#"{"a":["x${aws:userid}"]}"#),
        ("a: !!str 5\n", r#"{"a":5}"#),
        ("a: 1\r\nb: c\r\n", r#"{"a":1,"b":"c"}"#),
    ];
    for (text, expected) in cases {
        let json = read(text);
        assert_eq!(compact(&json), expected, "{text}");
        assert!(!json.is_doubtful(), "{text}: {:?}", json.faults);
    }
}

#[test]
fn what_the_reader_does_not_know_is_doubtful() {
    for text in [
        "a: *b",
        "a: &b {c: *b}",
        "<<: *b",
        "a: &b c: d",
        "a: b\n---\nc: d\n",
        "a: [b",
        "a: 'b",
        "a: 1\n  b: 2",
        "a: 1\nb",
        "\ta: 1",
        "",
    ] {
        assert!(read(text).is_doubtful(), "{text}");
    }
}

#[test]
fn values_have_their_places() {
    let text = "Role:\n  Arn: \"a\\u0062c\"\n  Doc: |\n    one\n    two\n";
    let json = parse(text, Span::new(SourceId(2), 100, 100 + text.len()), &Limits::default());
    let role = json.root().unwrap().get("Role").unwrap();
    let place = |span: Span| &text[span.bytes.start as usize - 100..span.bytes.end as usize - 100];
    let arn = role.get("Arn").unwrap();
    assert_eq!(place(arn.span()), "\"a\\u0062c\"");
    assert_eq!(place(arn.as_text().unwrap().sub(1..3)), "\\u0062c");
    let doc = role.get("Doc").unwrap().as_text().unwrap();
    assert_eq!(doc.as_str(), "one\ntwo\n");
    assert_eq!(place(doc.sub(4..7)), "two");
}

#[test]
fn a_joined_value_has_its_places() {
    let text = "a: !Join [':', [arn, aws, iam]]";
    let json = read(text);
    let value = json.root().unwrap().get("a").unwrap().as_text().unwrap();
    assert_eq!(value.as_str(), "arn:aws:iam");
    assert_eq!(&text[value.sub(4..7).bytes.range()], "aws");
}

#[test]
fn repetitions_of_repetitions_are_bounded() {
    let doubled = |first: &str, again: &dyn Fn(usize) -> String| -> String {
        std::iter::once(first.to_owned()).chain((1..40).map(again)).collect()
    };
    let bombs = [
        doubled("a0: &a0 [x, x]\n", &|at| format!("a{at}: &a{at} [*a{0}, *a{0}]\n", at - 1)),
        doubled("a0: &a0 {x: 1}\n", &|at| {
            format!("a{at}: &a{at} {{<<: *a{0}, y: *a{0}, z: *a{0}}}\n", at - 1)
        }),
        format!("a: &a '{}'\nb: [{}]\n", "x\n\n".repeat(20_000), "*a, ".repeat(20_000)),
    ];
    for text in bombs {
        let json = read(&text);
        assert!(json.is_doubtful());
        assert!(json.values().count() <= 17 * text.len() + (1 << 17));
    }
    let deep = doubled("a0: &a0 [x]\n", &|at| {
        format!("a{at}: &a{at} [[[[[[[[[[[[[[[[*a{}]]]]]]]]]]]]]]]]\n", at - 1)
    });
    assert!(read(&deep).is_doubtful());
}

#[test]
fn a_delimiter_is_not_multiplied() {
    let text = format!("a: !Join ['{}', [{}]]\n", "-".repeat(30_000), "x, ".repeat(10_000));
    let json = read(&text);
    assert!(json.root().unwrap().get("a").unwrap().unresolved().next().is_some());
}

#[test]
fn depth_is_bounded() {
    for text in [
        "- ".repeat(50_000),
        "[".repeat(50_000),
        (0..3000).map(|at| format!("{}a:\n", " ".repeat(at))).collect(),
    ] {
        assert!(read(&text).is_doubtful());
    }
}

proptest! {
    #[test]
    fn anything_ends(text in "[a-c<&*{}\\[\\]:\"'|>!\\-\n ,#\\\\é]{0,60}") {
        let json = read(&text);
        prop_assert!(json.values().all(|value| value.span().bytes.end as usize <= text.len()));
        prop_assert!(json.values().all(|value| value.as_text().is_none_or(|value| value.span.bytes.end as usize <= text.len())));
    }
}
