crate::declare_rule! {
    /// A comment or an instruction stands within a value.
    ///
    /// ## Why it matters
    /// A comment is not part of the text around it, and signatures are made without comments, so adding one breaks no
    /// signature. But some XML readers give a program only the text before the comment. A user whose name is
    /// `admin@example.com.example.org` puts a comment behind `example.com`, and such a receiver sees
    /// `admin@example.com`. AWS does not document which of the two it reads.
    ///
    /// ## What to do
    /// Find out who put it there: identity providers do not. Treat the message as forged until you know.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">admin«<!---->».ana</saml:NameID>
    /// ```
    /// > a comment stands within the `NameID`: one receiver reads `admin.ana`, another one `admin`
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez«<?x y?>»@example.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > an instruction stands within the attribute `RoleSessionName`: one receiver reads `ana.lopez@example.com`, another
    /// > one `ana.lopez`
    ///
    /// ```xml
    /// <saml:Audience>«<!--x-->»urn:amazon:webservices</saml:Audience>
    /// ```
    ///
    /// ## Does not fire
    /// A comment between elements changes no value.
    /// ```xml
    /// <saml:AudienceRestriction><!-- AWS --><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// ```
    "markup-in-value" {
        title: "a comment within a value",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [
            (
                "Canonical XML 1.0",
                "2.1 Data Model",
                "comments are not included in the canonical form by default"
            ),
            (
                "practice",
                "receivers of SAML, 2018",
                "the text behind a comment in the NameID was lost, so that one user became another"
            ),
        ],
        predicts: [],
    }
}

use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, code};
use crate::saml::{Assertion, children, names};
use crate::say;
use crate::source::{Span, Text};
use crate::xml::{Document, Element};

/// More of them are not shown.
const SHOWN: usize = 16;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    let mut found: Vec<(Message, Text, Span)> = Vec::new();
    let mut element = |name: Message, element: Element<'_>| {
        found.extend(element.has_markup_in_text().map(|markup| (name, element.text(), markup)));
    };
    for parent in parents(document, message.root, &message.assertions) {
        for issuer in children(parent, names::ASSERTION, "Issuer") {
            element(say!["the ", code("Issuer")], issuer);
        }
        let conditions = children(parent, names::ASSERTION, "Conditions");
        let restrictions =
            conditions.flat_map(|conditions| children(conditions, names::ASSERTION, "AudienceRestriction"));
        for audience in restrictions.flat_map(|one| children(one, names::ASSERTION, "Audience")) {
            element(say!["the ", code("Audience")], audience);
        }
    }
    for assertion in &message.assertions {
        let name_id = assertion.subject.as_ref().and_then(|subject| subject.name_id.as_ref());
        found.extend(
            name_id.and_then(|name_id| {
                Some((say!["the ", code("NameID")], name_id.text.clone(), name_id.markup?))
            }),
        );
        for attribute in &assertion.attributes {
            let name = attribute.name();
            let short = name.strip_prefix("https://aws.amazon.com/SAML/Attributes/").unwrap_or(name);
            let marked =
                attribute.values.iter().filter_map(|value| Some((value.text.clone(), value.markup?)));
            found.extend(marked.map(|(text, at)| (say!["the attribute ", code(short)], text, at)));
        }
    }
    for (name, text, markup) in found.into_iter().take(SHOWN) {
        let comment = cx.sources.excerpt(markup).starts_with("<!");
        let words = say![if comment { "a comment" } else { "an instruction" }, " stands within "]
            .then(name)
            .and(": one receiver reads ")
            .and(code(text.as_str().trim()))
            .and(", another one ")
            .and(code(before(&text, markup).trim()));
        out.find(markup, words).confidence(Confidence::Likely).fix_by(
            Owner::IdpAdmin,
            "Find out who put it there; identity providers do not. Treat the message as forged until you know.",
        );
    }
    Some(Checked)
}

/// The elements that hold issuers: the response and its assertions.
fn parents<'a>(
    document: &'a Document,
    root: crate::xml::NodeId,
    assertions: &'a [Assertion],
) -> impl Iterator<Item = Element<'a>> {
    let own = assertions.iter().map(|assertion| assertion.node).filter(move |node| *node != root);
    std::iter::once(root).chain(own).filter_map(|node| document.element(node))
}

/// What a reader takes that stops at the markup.
fn before(text: &Text, markup: Span) -> &str {
    let value = text.as_str();
    let ends = value.char_indices().map(|(at, char)| at.saturating_add(char.len_utf8()));
    let end = ends.take_while(|end| text.sub(0..*end).bytes.end <= markup.bytes.start).last();
    value.get(..end.unwrap_or(0)).unwrap_or_default()
}
