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
    check("<a></></a>", r#"a(broken"</>")"#, &["bad-name «</>»"]);
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

#[test]
fn attributes_that_are_no_attributes() {
    let cases: [(&str, &str, &[&str]); 11] = [
        ("<a b=1/>", r#"a(@b="1")"#, &["unquoted-attribute «1»"]),
        ("<a b/>", r#"a(@b="")"#, &["valueless-attribute «b»"]),
        ("<a b='1'c='2'/>", r#"a(@b="1" @c="2")"#, &["glued-attribute «c»"]),
        ("<a b='1' b='2'/>", r#"a(@b="1" @b="2")"#, &["duplicate-attribute «b»"]),
        ("<a b='1<2<3'/>", r#"a(@b="1<2<3")"#, &["less-than-in-attribute «<»"]),
        ("<a 1='x'/>", r#"a(@1="x")"#, &["bad-name «1»"]),
        (
            "<a b='&' c='&x;' d='&#0;'/>",
            r#"a(@b="&" @c="&x;" @d="&#0;")"#,
            &["bare-ampersand «&»", "undefined-entity «&x;»", "bad-character-reference «&#0;»"],
        ),
        (
            "<a 'b'/>",
            r#"a(@b="")"#,
            &["bad-name «'»", "glued-attribute «b»", "valueless-attribute «b»", "bad-name «'»"],
        ),
        ("<1a/>", "1a", &["bad-name «1»"]),
        ("<a/ >x</a>", r#"a("x")"#, &["bad-name «/»"]),
        ("<a b='x>y</a>", r#"a(@b="x" "y")"#, &["unclosed-quote «'»"]),
    ];
    for (input, outline, problems) in cases {
        check(input, outline, problems);
        assert_eq!(read(input).parse_class(), ParseClass::NotWellFormed, "{input}");
    }
}

#[test]
fn a_missing_quote_costs_one_tag() {
    let input = r#"<r><a b="1>x</a><c d="2"/><e f="3">y</e></r>"#;
    check(input, r#"r(a(@b="1" "x") c(@d="2") e(@f="3" "y"))"#, &["unclosed-quote «\"»"]);
    check("<r><a b='/><c/></r>", r#"r(a(@b="") c)"#, &["unclosed-quote «'»"]);
}

#[test]
fn markup_that_is_cut_off() {
    let cases: [(&str, &str, &str); 9] = [
        ("<a><b c", r#"a(broken"<b c")"#, "unclosed-tag «<b»"),
        ("<a><b c='d", r#"a(broken"<b c='d")"#, "unclosed-quote «'»"),
        ("<a>x<", r#"a("x" broken"<")"#, "unclosed-tag «<»"),
        ("<a>x</", r#"a("x" broken"</")"#, "unclosed-tag «</»"),
        ("<a><!-- b -", r#"a(broken"<!-- b -")"#, "unclosed-comment «<!--»"),
        ("<a><![CDATA[b]]", r#"a(broken"<![CDATA[b]]")"#, "unclosed-cdata «<![CDATA[»"),
        ("<a><?b", r#"a(broken"<?b")"#, "unclosed-instruction «<?»"),
        ("<a><!-- b <c/>", r#"a(broken"<!-- b " c)"#, "unclosed-comment «<!--»"),
        ("<a><b <c/>", r#"a(broken"<b " c)"#, "unclosed-tag «<b»"),
    ];
    for (input, outline, problem) in cases {
        check(input, outline, &["unclosed-element «a»", problem]);
        assert!(read(input).problems.iter().all(|problem| problem.kind.truncation()), "{input}");
    }
    check("<!DOCTYPE a", r#"broken"<!DOCTYPE a""#, &["no-root «»", "unclosed-doctype «<!DOCTYPE»"]);
}

#[test]
fn characters_out_of_place() {
    let cases: [(&str, &str, &[&str]); 9] = [
        ("<a>1 < 2</a>", r#"a("1 " "< 2")"#, &["stray-less-than «<»"]),
        ("<a><></a>", r#"a("<>")"#, &["stray-less-than «<»"]),
        (
            "<a>AT&T &nbsp; &#xD800; & &#1;</a>",
            r#"a("AT&T &nbsp; &#xD800; & &#1;")"#,
            &[
                "bare-ampersand «&»",
                "undefined-entity «&nbsp;»",
                "bad-character-reference «&#xD800;»",
                "bare-ampersand «&»",
                "bad-character-reference «&#1;»",
            ],
        ),
        ("<a>]]></a>", r#"a("]]>")"#, &["cdata-end-in-text «]]>»"]),
        (
            "<a>\0\u{1}\u{fffe}</a>",
            "a(\"\\0\\u{1}\\u{fffe}\")",
            &["illegal-character «\0»", "illegal-character «\u{1}»", "illegal-character «\u{fffe}»"],
        ),
        ("<a><!-- b--c --></a>", r#"a(comment" b--c ")"#, &["double-hyphen «--»"]),
        ("<a><!--b---></a>", r#"a(comment"b-")"#, &["double-hyphen «--»"]),
        ("<a><?XML b?><?1 ?></a>", r#"a(pi:XML"b" pi:1"")"#, &["bad-name «XML»", "bad-name «1»"]),
        ("<a><!x></a>", r#"a("<!x>")"#, &["stray-less-than «<»"]),
    ];
    for (input, outline, problems) in cases {
        check(input, outline, problems);
        assert_eq!(read(input).parse_class(), ParseClass::NotWellFormed, "{input}");
    }
}

#[test]
fn names_in_namespaces() {
    let cases: [(&str, &str); 11] = [
        ("<p:a/>", "undeclared-prefix «p»"),
        ("<a p:b=''/>", "undeclared-prefix «p»"),
        ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", "duplicate-expanded-name «q:b»"),
        ("<a:b:c xmlns:a='u'/>", "bad-qname «:»"),
        ("<a xmlns:p=''/>", "empty-prefix-declaration «xmlns:p»"),
        ("<a xmlns:xml='u'/>", "reserved-namespace «xmlns:xml»"),
        ("<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", "reserved-namespace «xmlns:p»"),
        ("<a xmlns='http://www.w3.org/2000/xmlns/'/>", "reserved-namespace «xmlns»"),
        ("<a xmlns:xmlns='u'/>", "reserved-namespace «xmlns:xmlns»"),
        ("<xmlns:a/>", "reserved-namespace «xmlns»"),
        ("<a><b xmlns:p='u'/><p:c/></a>", "undeclared-prefix «p»"),
    ];
    for (input, problem) in cases {
        assert_eq!(problems(&read(input)), [problem], "{input}");
        assert_eq!(read(input).parse_class(), ParseClass::NamespaceError, "{input}");
    }
}

#[test]
fn declarations_and_doctypes() {
    let cases: [(&str, &[&str], ParseClass); 12] = [
        (" <?xml version='1.0'?><a/>", &["declaration-not-at-start «<?xml»"], ParseClass::NotWellFormed),
        ("<?xml encoding='UTF-8'?><a/>", &["bad-declaration «encoding»"], ParseClass::NotWellFormed),
        ("<?xml version='2.0'?><a/>", &["bad-declaration «2.0»"], ParseClass::NotWellFormed),
        (
            "<?xml version='1.0' standalone='maybe'?><a/>",
            &["bad-declaration «maybe»"],
            ParseClass::NotWellFormed,
        ),
        ("<?xml?><a/>", &["bad-declaration «xml»"], ParseClass::NotWellFormed),
        (
            "<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
            &["declared-encoding «ISO-8859-1»"],
            ParseClass::Ok,
        ),
        ("<!DOCTYPE a><a/>", &["doctype «<!DOCTYPE»"], ParseClass::Ok),
        (
            "<!DOCTYPE a [<!ENTITY b 'c>'><!-- <!ENTITY d ''> -->]><a>&b;</a>",
            &["doctype «<!DOCTYPE»", "doctype-entity-used «&b;»"],
            ParseClass::Ok,
        ),
        (
            "<!DOCTYPE a [<!-- <!ENTITY d ''> -->]><a>&d;</a>",
            &["doctype «<!DOCTYPE»", "undefined-entity «&d;»"],
            ParseClass::NotWellFormed,
        ),
        (
            "<!DOCTYPE a SYSTEM 'x'><a b='&c;'/>",
            &["doctype «<!DOCTYPE»", "doctype-entity-used «&c;»"],
            ParseClass::Ok,
        ),
        ("<a/><!DOCTYPE a>", &["bad-doctype «<!DOCTYPE»"], ParseClass::NotWellFormed),
        ("<!doctype a><a/>", &["bad-doctype «<!doctype»"], ParseClass::NotWellFormed),
    ];
    for (input, expected, class) in cases {
        let document = read(input);
        assert_eq!(problems(&document), expected, "{input}");
        assert_eq!(document.parse_class(), class, "{input}");
        assert_eq!(tiles(&document), input);
    }
}
