crate::declare_rule! {
    /// The issuer has white space or invisible characters in it.
    ///
    /// ## Why it matters
    /// AWS compares the `Issuer` with the `entityID` of the provider's metadata. If it compares them as they are written,
    /// a space or a line break at the end makes them differ, and the answer is that the issuer is not present in the
    /// specified provider. Whether AWS trims the value first is not documented.
    ///
    /// ## What to do
    /// Type the entity ID at the identity provider again instead of pasting it, and upload the metadata to IAM once more
    /// if it has the same stray character.
    ///
    /// ## Fires
    /// ```xml without=Assertion/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/saml« »</saml:Issuer>
    /// ```
    /// > the `Issuer` of the assertion has white space at its end, and AWS may compare it exactly
    ///
    /// ```xml without=Assertion/Issuer in=Assertion
    /// <saml:Issuer>« »https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the `Issuer` of the assertion has white space at its start, and AWS may compare it exactly
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.«\u{200B}»example.com/saml</saml:Issuer>
    /// ```
    /// > the `Issuer` of the response holds a zero width space U+200B, and AWS may compare it exactly
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// A space in the middle can be part of a name.
    /// ```xml
    /// <saml:Issuer>Example identity provider</saml:Issuer>
    /// ```
    "issuer-white-space" {
        title: "white space in the issuer",
        severity: Warning,
        stage: Issuer,
        needs: [],
        explains: ["issuers-differ"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM",
            "Issuer not present in specified provider"
        )],
        predicts: ["E07"],
    }
}

use crate::aws::characters::{describe_char, is_invisible};
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, code};
use crate::saml::Issuer;
use crate::say;
use crate::source::Span;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let issuers = both(cx);
    if issuers.is_empty() {
        return None;
    }
    for (whose, issuer) in issuers {
        for (span, words) in faults(issuer) {
            let message = say!["the ", code("Issuer"), " of the ", whose, " "];
            let message = Message(message.0.into_iter().chain(words.0).collect());
            out.find(span, message.and(", and AWS may compare it exactly"))
                .confidence(Confidence::Possible)
                .predicts(cx.service().assumes_a_role().then_some("E07"))
                .expected(code(visible(issuer)))
                .fix_by(
                    Owner::IdpAdmin,
                    "Type the entity ID again at the identity provider, without the stray character.",
                );
        }
    }
    Some(Checked)
}

/// The issuers of assertion and response that are not empty, the one that AWS reads first.
fn both<'a>(cx: &Cx<'a>) -> Vec<(&'static str, &'a Issuer)> {
    let Some(message) = cx.response() else { return Vec::new() };
    let assertion = message.assertions.first().filter(|assertion| assertion.node != message.root);
    let inner = assertion.and_then(|assertion| assertion.issuer.as_ref()).map(|issuer| ("assertion", issuer));
    let outer = match assertion {
        None if !message.assertions.is_empty() => "assertion",
        _ => "response",
    };
    let outer = message.issuer.as_ref().map(|issuer| (outer, issuer));
    inner.into_iter().chain(outer).filter(|(_, issuer)| !issuer.text.as_str().trim().is_empty()).collect()
}

/// White space at either end, and the first invisible character within.
fn faults(issuer: &Issuer) -> Vec<(Span, Message)> {
    let value = issuer.text.as_str();
    let start = value.len().saturating_sub(value.trim_start().len());
    let end = value.trim_end().len();
    let mut faults = Vec::new();
    if start > 0 {
        faults.push((issuer.text.sub(0..start), say!["has white space at its start"]));
    }
    let inner = value.char_indices().filter(|(at, _)| (start..end).contains(at));
    if let Some((at, char)) = inner.into_iter().find(|(_, char)| is_invisible(*char)) {
        let span = issuer.text.sub(at..at.saturating_add(char.len_utf8()));
        faults.push((span, say!["holds a ", describe_char(char)]));
    }
    if end < value.len() {
        faults.push((issuer.text.sub(end..value.len()), say!["has white space at its end"]));
    }
    faults
}

/// What the issuer looks like.
fn visible(issuer: &Issuer) -> String {
    issuer.text.as_str().trim().chars().filter(|char| !is_invisible(*char)).collect()
}
