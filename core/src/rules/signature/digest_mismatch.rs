crate::declare_rule! {
    /// What is signed is no longer what the identity provider signed.
    ///
    /// ## Why AWS refuses it
    /// A signature holds a digest of the signed element. The digest of the element as it stands here is another one, so the
    /// element was changed after it was signed, be it by one blank. AWS answers `Response signature invalid`.
    ///
    /// Samlens tries what people and tools do to messages, and says which of it, undone, makes the digest right. A copy that
    /// was pasted as plain XML may have been laid out by the tool that showed it. What was posted to AWS was not, so such a
    /// copy decides nothing: paste the `SAMLResponse` as it was posted. Nor does a copy with text between the elements, such as
    /// line numbers, where SAML allows none.
    ///
    /// ## What to do
    /// Find what changes the message between the identity provider and AWS: a proxy, a browser extension, a script that
    /// formats XML. If nothing does, the identity provider signs wrongly.
    ///
    /// ## Fires
    /// ```xml sign=Assertion tamper=ana.lopez@example.com|eve.green@example.com mark=ds:DigestValue
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the assertion was changed after it was signed: its digest is not the one in the signature
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "digest-mismatch" {
        title: "a message that was changed after it was signed",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: ["signature-mismatch"],
        cites: [
            (
                "XML Signature 1.1",
                "3.2.1 Reference Validation",
                "Compare the generated digest value against DigestValue in the SignedInfo Reference"
            ),
            (
                "IAM User Guide",
                "Troubleshoot SAML federation with IAM: Response signature invalid",
                "Response signature invalid"
            ),
        ],
        predicts: ["E06"],
    }
}

use super::failure::{change_of, digest, is_as_posted, is_disturbed, is_layout, undone};
use crate::crypto::{Change, ReasonKind, State};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::rules::capture::cut;
use crate::say;
use crate::xml::{Kind, Node};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.signatures().first()?;
    // Of a cut copy nobody knows what was digested.
    if cut::is_incomplete(cx) {
        return None;
    }
    let as_posted = is_as_posted(cx);
    for signed in cx.signatures() {
        for reference in signed.verification.references.iter().filter(|one| one.state == State::Differs) {
            let at = reference.reasons.iter().find(|reason| reason.kind == ReasonKind::DigestMismatch);
            let Some(at) = at.map(|reason| reason.span) else { continue };
            let document = signed.document(cx.item);
            let element = document.and_then(|document| reference.signed_element(document));
            let what = match element.map(|element| element.local()) {
                Some("Response") => say!["the response"],
                Some("Assertion") => say!["the assertion"],
                Some(other) => say!["the element ", code(other)],
                None => say!["the document"],
            };
            let words =
                what.and(" was changed after it was signed: its digest is not the one in the signature");
            let change = change_of(signed, false);
            let words = match change {
                Some(change) => words.and("; ").then(undone(change, document)),
                None => words,
            };
            // White space between elements can be shown; other changes are everywhere or nowhere.
            let blank = match change {
                Some(Change::Indented) => element.and_then(|element| {
                    element.nodes_within().find(|node| is_blank(*node)).map(|node| node.span())
                }),
                _ => None,
            };
            let disturbed = change.is_none() && is_disturbed(cx, signed);
            let laid_out = !as_posted && change.is_some_and(is_layout) || disturbed;
            let words = match disturbed {
                true => {
                    words.and("; this copy holds text between the elements that is no part of the message")
                }
                false => words,
            };
            let mut finding = out
                .find(blank.unwrap_or(at), words)
                .expected(code(digest(&reference.expected).as_str()))
                .found(code(digest(&reference.computed).as_str()));
            if blank.is_some() {
                finding = finding.related(at, "the digest that was signed");
            }
            if laid_out {
                finding.at_most(Severity::Warning).confidence(Confidence::Possible).predicts(None).fix_by(
                    Owner::User,
                    "Paste the SAMLResponse as it was posted, in Base64: this copy was laid out for reading.",
                );
            } else {
                finding
                    .confidence(if as_posted { Confidence::Certain } else { Confidence::Likely })
                    .fix_by(
                        Owner::IdpAdmin,
                        "Find what changes the message after it is signed: a proxy, a browser extension, a script that \
                         formats XML.",
                    );
            }
        }
    }
    Some(Checked)
}

/// White space that stands between elements.
fn is_blank(node: Node<'_>) -> bool {
    matches!(node.kind(), Kind::Text) && !node.raw().is_empty() && node.raw().trim().is_empty()
}
