//! Inputs with the expected outline and problems.

use super::*;
use crate::xml::ParseClass;

fn check(input: &str, expected_outline: &str, expected_problems: &[&str]) {
    let document = read(input);
    assert_eq!(outline(&document), expected_outline, "{input}");
    assert_eq!(problems(&document), expected_problems, "{input}");
    assert_eq!(tiles(&document), input);
}

#[test]
fn well_formed_documents() {
    let cases = [
        ("<a/>", "a"),
        ("<a></a>", "a"),
        ("<a >x</a >", r#"a("x")"#),
        (
            "\u{feff}<?xml version='1.0' encoding='utf-8' standalone='no' ?>\n<a/>\n",
            r#""\u{feff}" declaration "\n" a "\n""#,
        ),
        ("<a x='1' y = \"2\"/>", r#"a(@x="1" @y="2")"#),
        ("<a><!-- b --><![CDATA[<c>&amp;]]><?p  q r?></a>", r#"a(comment" b " cdata"<c>&amp;" pi:p"q r")"#),
        ("<a>1 &lt; 2 &#x26;&#38;&amp;&quot;&apos;&gt;</a>", r#"a("1 < 2 &&&\"'>")"#),
        ("<a>x\r\ny\rz&#13;</a>", r#"a("x\ny\nz\r")"#),
        ("<a b='x\r\ny\tz\n&#10;&#xD;'/>", r#"a(@b="x y z \n\r")"#),
        (
            "<p:a xmlns:p='u'><b xmlns='v'><p:c/><d xmlns=''/></b></p:a>",
            r#"p:a{u}(@xmlns:p="u" b{v}(@xmlns="v" p:c{u} d(@xmlns="")))"#,
        ),
        ("<a xml:lang='en'/>", r#"a(@xml:lang="en")"#),
        ("<a b='>'>></a>", r#"a(@b=">" ">")"#),
    ];
    for (input, expected) in cases {
        check(input, expected, &[]);
        assert_eq!(read(input).parse_class(), ParseClass::Ok, "{input}");
    }
}

#[test]
fn tags_that_do_not_pair() {
    check("<a><b>x</a>", r#"a(b("x"))"#, &["unclosed-element «b»"]);
    check("<a><b>x", r#"a(b("x"))"#, &["unclosed-element «a»", "unclosed-element «b»"]);
    check("<a>x</b></a>", r#"a("x" broken"</b>")"#, &["mismatched-end-tag «b»"]);
    check("<a/></b>", r#"a broken"</b>""#, &["unmatched-end-tag «b»"]);
    check("<a></a x>", "a", &["junk-in-end-tag «x»"]);
    check("<a><b></ b></a>", "a(b)", &["bad-name « »"]);
    check("<a><b></b</a>", "a(b)", &["unclosed-tag «</b»"]);
    check("<a>x</a", r#"a("x")"#, &["unclosed-tag «</a»"]);
    check("<a><b></b'></a>\"", r#"a(b) "\"""#, &["junk-in-end-tag «'»", "text-outside-root «\"»"]);
}

#[test]
fn what_stands_outside_the_root() {
    check("", "", &["no-root «»"]);
    check("<!-- x -->", r#"comment" x ""#, &["no-root «»"]);
    check(" x <a/>", r#"" x " a"#, &["text-outside-root «x»"]);
    check("<a/>\u{feff}", r#"a "\u{feff}""#, &["text-outside-root «\u{feff}»"]);
    check("<a/><![CDATA[x]]>", r#"a cdata"x""#, &["cdata-outside-root «<![CDATA[x]]>»"]);
    check("<a/><b/><c/>", "a b c", &["second-root «b»", "second-root «c»"]);
}
