crate::declare_rule! {
    /// What is signed stands where receivers do not look.
    ///
    /// ## Why it matters
    /// The signature holds for an assertion or response that nobody reads. Such a part is kept in a message only to
    /// lend its signature to something else. It may stand in `Extensions`, `Advice`, `StatusDetail`, in a signature, in
    /// another assertion or in a wrapper of somebody's own.
    ///
    /// ## What to do
    /// Look at what stands where receivers do look: is it signed by itself? If it is not, the message is forged.
    ///
    /// ## Fires
    /// ```case also=assertion-read-is-not-signed,message-unsigned
    /// corpus/attacks/hidden-in-extensions.xml
    /// saml:Assertion
    /// ```
    /// > a signature is over an assertion that stands in `Extensions`, where receivers do not look
    ///
    /// Something else is signed, and the assertion is not.
    /// ```xml sign=Assertion tamper=URI="#_a1"|URI="#_n1" mark=saml:NameID: also=digest-mismatch,signature-mismatch,signature-covers-another-element
    /// <saml:NameID ID="_n1" Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez</saml:NameID>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signed-element-hidden" {
        title: "a signed part in an unusual place",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "3.3.3 Element <Response>",
            "<saml:Assertion> or <saml:EncryptedAssertion> [Any Number] Specifies an assertion by value, or optionally an encrypted assertion by value"
        )],
        predicts: [],
    }
}

use super::meant::{Meant, hiding_place, is_advice, is_statement};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    let meant = Meant::of(cx)?;
    if meant.0.is_empty() {
        return None;
    }
    let root = document.element(message.root)?;
    let read = message.assertions.first().and_then(|assertion| document.element(assertion.node));
    let read_is_signed = read.is_none_or(|read| meant.covers(read));
    let mut seen = Vec::new();
    for pair in &meant.0 {
        let target = pair.target;
        let in_place = target.contains(root) || message.assertions.iter().any(|own| own.node == target.id());
        // An assertion may hold as advice those that it was made from.
        let allowed = is_advice(target) && read_is_signed;
        // Parts of another kind matter only where the signature covers nothing that is read.
        let matters = is_statement(target) || !read_is_signed && root.contains(target);
        if !matters || in_place || allowed || seen.contains(&target.id()) {
            continue;
        }
        seen.push(target.id());
        let what = match target.local() {
            "Response" => say!["a response"],
            "Assertion" => say!["an assertion"],
            other => say!["an element ", code(other)],
        };
        let words = say!["a signature is over "].then(what);
        let words = match hiding_place(target) {
            Some(place) => words.and(" that stands in ").and(code(place.local())),
            None => words.and(" that stands at ").and(code(target.path())),
        };
        out.find(target.name_span(), words.and(", where receivers do not look"))
            .confidence(Confidence::Likely)
            .found(code(target.path()))
            .related(pair.at, "the reference to it")
            .fix_by(
                Owner::IdpAdmin,
                "Find out who put it there. If nobody of yours builds such messages, treat this one as forged.",
            );
    }
    Some(Checked)
}
