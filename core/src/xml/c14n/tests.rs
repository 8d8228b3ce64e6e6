//! The examples of the specifications, and what hostile documents do.

use super::*;
use crate::limits::Limits;
use crate::source::SourceId;
use crate::xml::{Kind, parse};

fn read(text: &str) -> Document {
    parse(text, Span::new(SourceId(2), 5, 5 + text.len()), &Limits::default())
}

/// The octets of the first element called `apex` (`""`: of the document), or the faults.
fn canonical(text: &str, apex: &str, method: &Method) -> String {
    let document = read(text);
    let apex = document.elements().find(|element| element.local() == apex);
    let canonical = canonicalise(&document, Subset::Tree { apex, without: None }, method, 1 << 20);
    if canonical.faults.is_empty() {
        return String::from_utf8(canonical.octets).unwrap();
    }
    let faults = canonical.faults.iter();
    faults.map(|fault| format!("{} {:?}", fault.kind.id(), document.raw(fault.span))).collect()
}

fn commented(form: Form) -> Method {
    Method { comments: true, ..Method::new(form) }
}

#[test]
fn canonical_xml_section_3() {
    let pis = "<?xml version=\"1.0\"?>\n\n<?xml-stylesheet   href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n\n\
        <doc>Hello, world!<!-- Comment 1 --></doc>\n\n<?pi-without-data     ?>\n\n<!-- Comment 2 -->\n\n<!-- Comment 3 -->\n";
    let space = "<doc>\n   <clean>   </clean>\n   <dirty>   A   B   </dirty>\n   <mixed>\n      A\n      \
        <clean>   </clean>\n      B\n      <dirty>   A   B   </dirty>\n      C\n   </mixed>\n</doc>";
    let tags = "<doc>\n   <e1   />\n   <e2   ></e2>\n   <e3   name = \"elem3\"   id=\"elem3\"   />\n   \
        <e4   name=\"elem4\"   id=\"elem4\"   ></e4>\n   <e5 a:attr=\"out\" b:attr=\"sorted\" attr2=\"all\" attr=\"I'm\"\n      \
        xmlns:b=\"http://www.ietf.org\"\n      xmlns:a=\"http://www.w3.org\"\n      xmlns=\"http://example.org\"/>\n   \
        <e6 xmlns=\"\" xmlns:a=\"http://www.w3.org\">\n      <e7 xmlns=\"http://www.ietf.org\">\n         \
        <e8 xmlns=\"\" xmlns:a=\"http://www.w3.org\">\n            <e9 xmlns=\"\" xmlns:a=\"http://www.ietf.org\"/>\n         \
        </e8>\n      </e7>\n   </e6>\n</doc>";
    let tags_out = "<doc>\n   <e1></e1>\n   <e2></e2>\n   <e3 id=\"elem3\" name=\"elem3\"></e3>\n   \
        <e4 id=\"elem4\" name=\"elem4\"></e4>\n   <e5 xmlns=\"http://example.org\" xmlns:a=\"http://www.w3.org\" \
        xmlns:b=\"http://www.ietf.org\" attr=\"I'm\" attr2=\"all\" b:attr=\"sorted\" a:attr=\"out\"></e5>\n   \
        <e6 xmlns:a=\"http://www.w3.org\">\n      <e7 xmlns=\"http://www.ietf.org\">\n         <e8 xmlns=\"\">\n            \
        <e9 xmlns:a=\"http://www.ietf.org\"></e9>\n         </e8>\n      </e7>\n   </e6>\n</doc>";
    let characters = "<doc>\r\n   <text>First line&#x0d;&#10;Second line</text>\n   <value>&#x32;</value>\n   \
        <compute><![CDATA[value>\"0\" && value<\"10\" ?\"valid\":\"error\"]]></compute>\n   \
        <compute expr='value>\"0\" &amp;&amp; value&lt;\"10\" ?\"valid\":\"error\"'>valid</compute>\n   \
        <norm attr=' &apos;   &#x20;&#13;&#xa;&#9;\t  &apos; '/>\n</doc>";
    let characters_out = "<doc>\n   <text>First line&#xD;\nSecond line</text>\n   <value>2</value>\n   \
        <compute>value&gt;\"0\" &amp;&amp; value&lt;\"10\" ?\"valid\":\"error\"</compute>\n   \
        <compute expr=\"value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;\">valid</compute>\n   \
        <norm attr=\" '    &#xD;&#xA;&#x9;   ' \"></norm>\n</doc>";
    let cases = [
        (
            pis,
            Method::new(Form::Inclusive),
            "<?xml-stylesheet href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n\
            <doc>Hello, world!</doc>\n<?pi-without-data?>",
        ),
        (
            pis,
            commented(Form::Inclusive),
            "<?xml-stylesheet href=\"doc.xsl\"\n   type=\"text/xsl\"   ?>\n\
            <doc>Hello, world!<!-- Comment 1 --></doc>\n<?pi-without-data?>\n<!-- Comment 2 -->\n<!-- Comment 3 -->",
        ),
        (space, Method::new(Form::Inclusive), space),
        (tags, Method::new(Form::Inclusive), tags_out),
        (characters, Method::new(Form::Inclusive11), characters_out),
        ("<doc>&#169;</doc>", Method::new(Form::Inclusive), "<doc>©</doc>"),
    ];
    for (text, method, expected) in cases {
        assert_eq!(canonical(text, "", &method), expected);
    }
}

#[test]
fn canonical_xml_section_3_7_a_node_set() {
    let document = read(
        "<doc xmlns=\"http://www.ietf.org\" xmlns:w3c=\"http://www.w3.org\">\n   <e1>\n      <e2 xmlns=\"\">\n         \
         <e3 id=\"E3\"/>\n      </e2>\n   </e1>\n</doc>",
    );
    // (//. | //@* | //namespace::*)[self::ietf:e1 or (parent::ietf:e1 and not(self::text() or self::e2))
    //   or count(id("E3")|ancestor-or-self::node()) = count(ancestor-or-self::node())]
    let includes = |part: Part<'_>| match part {
        Part::Node(node) => match node.as_element() {
            Some(element) => matches!(element.local(), "e1" | "e3"),
            None => node.parent().is_some_and(|parent| parent.local() == "e3"),
        },
        Part::Attribute(element, _) | Part::Namespace(element, _) => matches!(element.local(), "e1" | "e3"),
    };
    let octets =
        canonicalise(&document, Subset::Nodes(&includes), &Method::new(Form::Inclusive), 1000).octets;
    assert_eq!(
        String::from_utf8(octets).unwrap(),
        "<e1 xmlns=\"http://www.ietf.org\" xmlns:w3c=\"http://www.w3.org\"><e3 xmlns=\"\" id=\"E3\"></e3></e1>"
    );
}

#[test]
fn exclusive_section_2_2() {
    let first = "<n0:local xmlns:n0=\"foo:bar\" xmlns:n3=\"ftp://example.org\"><n1:elem2 \
        xmlns:n1=\"http://example.net\" xml:lang=\"en\"><n3:stuff xmlns:n3=\"ftp://example.org\"/></n1:elem2></n0:local>";
    let second = "<n2:pdu xmlns:n1=\"http://example.com\" xmlns:n2=\"http://foo.example\" xml:lang=\"fr\" \
        xml:space=\"retain\"><n1:elem2 xmlns:n1=\"http://example.net\" xml:lang=\"en\">\
        <n3:stuff xmlns:n3=\"ftp://example.org\"/></n1:elem2></n2:pdu>";
    let exclusive = "<n1:elem2 xmlns:n1=\"http://example.net\" xml:lang=\"en\"><n3:stuff \
        xmlns:n3=\"ftp://example.org\"></n3:stuff></n1:elem2>";
    for text in [first, second] {
        assert_eq!(canonical(text, "elem2", &Method::new(Form::Exclusive)), exclusive);
    }
    assert_eq!(
        canonical(second, "elem2", &Method::new(Form::Inclusive)),
        "<n1:elem2 xmlns:n1=\"http://example.net\" xmlns:n2=\"http://foo.example\" xml:lang=\"en\" \
         xml:space=\"retain\"><n3:stuff xmlns:n3=\"ftp://example.org\"></n3:stuff></n1:elem2>"
    );
    let listed = Method { prefixes: vec!["n3".into(), "none".into()], ..Method::new(Form::Exclusive) };
    assert_eq!(
        canonical(first, "elem2", &listed),
        "<n1:elem2 xmlns:n1=\"http://example.net\" xmlns:n3=\"ftp://example.org\" xml:lang=\"en\">\
         <n3:stuff></n3:stuff></n1:elem2>"
    );
}

#[test]
fn default_namespaces_come_and_go() {
    let text =
        "<a xmlns='urn:a' xmlns:p='urn:p'><p:b><c xmlns=''><p:d><e xmlns='urn:a'/></p:d></c></p:b></a>";
    let default = Method { prefixes: vec![String::new()], ..Method::new(Form::Exclusive) };
    let cases = [
        (
            "b",
            Method::new(Form::Exclusive),
            "<p:b xmlns:p=\"urn:p\"><c><p:d><e xmlns=\"urn:a\"></e></p:d></c></p:b>",
        ),
        (
            "b",
            default,
            "<p:b xmlns=\"urn:a\" xmlns:p=\"urn:p\"><c xmlns=\"\"><p:d><e xmlns=\"urn:a\"></e></p:d></c></p:b>",
        ),
        ("d", Method::new(Form::Inclusive), "<p:d xmlns:p=\"urn:p\"><e xmlns=\"urn:a\"></e></p:d>"),
        ("c", Method::new(Form::Inclusive), "<c xmlns:p=\"urn:p\"><p:d><e xmlns=\"urn:a\"></e></p:d></c>"),
    ];
    for (apex, method, expected) in cases {
        assert_eq!(canonical(text, apex, &method), expected);
    }
}

#[test]
fn attributes_of_xml_are_inherited_by_the_apex() {
    let text = "<a xml:lang='en' xml:space='preserve' xml:id='i'><b xml:lang='de'><c x='1'/></b></a>";
    let cases = [
        (Form::Inclusive, "<c x=\"1\" xml:id=\"i\" xml:lang=\"de\" xml:space=\"preserve\"></c>"),
        (Form::Inclusive11, "<c x=\"1\" xml:lang=\"de\" xml:space=\"preserve\"></c>"),
        (Form::Exclusive, "<c x=\"1\"></c>"),
    ];
    for (form, expected) in cases {
        assert_eq!(canonical(text, "c", &Method::new(form)), expected);
    }
}

#[test]
fn what_cannot_be_canonicalised_is_said() {
    let cases = [
        (
            "<a xmlns='relative'/>",
            Form::Exclusive,
            "relative-namespace \"relative\"relative-namespace \"relative\"",
        ),
        (
            "<a xmlns:p='../x'><b/></a>",
            Form::Inclusive,
            "relative-namespace \"../x\"relative-namespace \"../x\"",
        ),
        ("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", Form::Exclusive, "doctype \"&e;\""),
        ("<!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'/>", Form::Exclusive, "doctype \"&e;\""),
        ("<a><p:b/></a>", Form::Exclusive, "malformed \"<a><p:b/></a>\""),
    ];
    for (text, form, expected) in cases {
        assert_eq!(canonical(text, "a", &Method::new(form)), expected, "{text}");
    }
    let text = "<a xml:base='http://example.com/'><b/></a>";
    assert!(canonical(text, "b", &Method::new(Form::Inclusive11)).starts_with("xml-base"));
}

#[test]
fn octets_lead_back_to_their_source() {
    let text = "<a  b = 'x&amp;y' ><![CDATA[1<2]]>é\r\nz</a>";
    let document = read(text);
    let subset = Subset::Tree { apex: None, without: None };
    let canonical = canonicalise(&document, subset, &Method::new(Form::Exclusive), 1000);
    let octets = String::from_utf8(canonical.octets.clone()).unwrap();
    assert_eq!(octets, "<a b=\"x&amp;y\">1&lt;2é\nz</a>");
    for (part, source) in
        [("x", "x"), ("&amp;y", "&amp;y"), ("1&lt;", "1<"), ("é\nz", "é\r\nz"), ("</a>", "</a>")]
    {
        let at = octets.find(part).unwrap();
        assert_eq!(document.raw(canonical.place(at..at + part.len()).unwrap()), source, "{part}");
    }
}

#[test]
fn an_element_can_be_left_out() {
    let document = read("<a>1<s>2<t/></s>3<!--c--></a>");
    let without = document.elements().find(|element| element.local() == "s");
    let canonical = canonicalise(
        &document,
        Subset::Tree { apex: document.root(), without },
        &Method::new(Form::Exclusive),
        99,
    );
    assert_eq!(canonical.octets, b"<a>13</a>");
    let apex = without;
    let nothing = canonicalise(&document, Subset::Tree { apex, without }, &Method::new(Form::Exclusive), 99);
    assert_eq!(nothing.octets, b"");
    assert!(document.nodes().any(|node| matches!(node.kind(), Kind::Comment)));
}

#[test]
fn a_long_name_used_often_reaches_the_budget() {
    let name = "x".repeat(10_000);
    let text = format!("<a xmlns:p='urn:{name}'>{}</a>", "<p:b/>".repeat(1_000));
    let document = read(&text);
    let subset = Subset::Tree { apex: None, without: None };
    let canonical = canonicalise(&document, subset, &Method::new(Form::Exclusive), 100_000);
    assert_eq!(canonical.faults.first().map(|fault| fault.kind), Some(FaultKind::Limit));
    assert!(canonical.octets.len() < 120_000);
}
