crate::declare_rule! {
    /// The signature is over another assertion than the one that is read.
    ///
    /// ## Why AWS refuses it
    /// This is how assertions are forged: an assertion that the identity provider once signed is kept somewhere in the
    /// message so that its signature still holds, and one that somebody made up is put where receivers look. A receiver
    /// that verifies the one and reads the other is fooled. A receiver that keeps to SAML core 5.4.2 takes a signature only
    /// for the element that it stands in, finds the assertion unsigned, and refuses it. AWS does not document how it
    /// answers; the text is probably `Response signature invalid`.
    ///
    /// ## What to do
    /// Treat the message as forged until you know who put the second assertion there. Do not use it. If your own program
    /// builds such messages, have it send one assertion and sign that.
    ///
    /// ## Fires
    /// ```case also=message-unsigned
    /// corpus/attacks/wrapping-3-assertion-before.xml
    /// <saml:Assertion ID="_evil" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    /// ```
    /// > the assertion that a receiver reads first is not signed; the signature is over another one, which differs in
    /// > `NameID`, `Role` and `RoleSessionName`
    ///
    /// The signed one stands in the signature of the forged one.
    /// ```case also=signature-covers-another-element,signature-malformed
    /// corpus/attacks/wrapping-8-assertion-in-object.xml
    /// <saml:Assertion ID="_evil" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    /// ```
    /// The forged one is no child of the response, but the first of all: some receivers look for it anywhere.
    /// ```case
    /// corpus/attacks/wrapping-7-extensions.xml
    /// <saml:Assertion ID="_evil" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    /// ```
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// A signature of the response is over all that is in it.
    /// ```xml sign=Response
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "assertion-read-is-not-signed" {
        title: "a signature over another assertion than the one that is read",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: [
            "message-unsigned",
            "signature-covers-another-element",
            "signature-malformed",
            "signature-mismatch",
            "digest-mismatch"
        ],
        cites: [(
            "SAML 2.0 core",
            "5.4.2 References",
            "MUST contain a single <ds:Reference> containing a same-document reference to the ID attribute value of the root element"
        )],
        predicts: ["E06"],
    }
}

use super::meant::{Meant, is_advice};
use super::readings::{differences, in_words};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::order;
use crate::rules::capture::cut;
use crate::saml::read_assertion;
use crate::say;
use crate::xml::Element;

/// Assertions beyond these are not looked at.
const MOST: usize = 64;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    let meant = Meant::of(cx)?;
    if meant.0.is_empty() || cut::is_incomplete(cx) {
        return None;
    }
    let children = message.assertions.iter().map(|assertion| assertion.node);
    let by_place: Vec<Element<'_>> = children.filter_map(|node| document.element(node)).take(MOST).collect();
    let elsewhere = message.elsewhere.iter().filter_map(|node| document.element(*node)).take(MOST);
    let mut in_order: Vec<Element<'_>> = by_place.iter().copied().chain(elsewhere).collect();
    order::by_key(&mut in_order, |element| [element.span().bytes.range().start, 0]);
    // Receivers take the first child, or the first that they meet anywhere.
    let child = by_place.first().copied().filter(|element| !meant.covers(*element));
    let anywhere =
        in_order.first().copied().filter(|element| !meant.covers(*element) && !is_advice(*element));
    let Some(read) = child.or(anywhere) else { return Some(Checked) };
    let Some(signed) = in_order.iter().copied().find(|element| meant.covers(*element)) else {
        return Some(Checked);
    };
    let (read_model, signed_model) = (read_assertion(read), read_assertion(signed));
    let differences = differences(&read_model, &signed_model);
    let which = match child {
        Some(_) => {
            "the assertion that a receiver reads first is not signed; the signature is over another one, "
        }
        None => "the first assertion of the document is not signed; the signature is over another one, ",
    };
    let ceiling = if child.is_some() { Severity::Error } else { Severity::Warning };
    let mut finding = out
        .find(read.start_tag(), say![which].then(in_words(&differences)))
        .at_most(ceiling)
        .confidence(Confidence::Likely)
        .expected(say!["a signature over ", code(read.path())])
        .found(say!["a signature over ", code(signed.path())])
        .related(signed.start_tag(), "the assertion that is signed");
    if child.is_none() {
        finding = finding.predicts(None);
    }
    for difference in differences.iter().take(4) {
        if let Some(span) = difference.read {
            finding = finding.related(span, say![code(difference.name), " as it is read, not signed"]);
        }
        if let Some(span) = difference.signed {
            finding = finding.related(span, say![code(difference.name), " as it was signed"]);
        }
    }
    finding.fix_by(
        Owner::IdpAdmin,
        "Do not use this message. Find out who put a second assertion into it; treat it as forged until then.",
    );
    Some(Checked)
}
