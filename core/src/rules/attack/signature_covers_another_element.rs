crate::declare_rule! {
    /// A signature refers to another element than the one that it stands in.
    ///
    /// ## Why AWS refuses it
    /// In SAML a signature stands in the element that it signs and refers to that element's `ID`. A receiver that keeps to
    /// SAML core 5.4.2 refuses any other: else an old signature could be moved into a forged message and still hold. AWS
    /// does not document how it answers; the text is probably `Response signature invalid`.
    ///
    /// ## What to do
    /// If a program of yours signs the message, have it sign the element that the signature stands in. If not, treat the
    /// message as forged.
    ///
    /// ## Fires
    /// ```case also=assertion-read-is-not-signed
    /// corpus/attacks/wrapping-2-response-beside.xml
    /// #_r1
    /// ```
    /// > the signature of the response refers to another element, the one at `Response/Response`
    ///
    /// ```case also=assertion-read-is-not-signed
    /// corpus/attacks/wrapping-5-assertion-at-the-end.xml
    /// #_a1
    /// ```
    ///
    /// More than the element that it stands in is signed: nothing is missing, but SAML wants it otherwise.
    /// ```xml sign=Assertion tamper=URI="#_a1"|URI="#_r1" mark=ds:Reference@URI also=digest-mismatch,signature-mismatch
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > the signature of the assertion refers to more than that, to `Response`
    ///
    /// ## Does not fire
    /// ```xml sign=Response,Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "signature-covers-another-element" {
        title: "a signature over another element than the one that it stands in",
        severity: Error,
        stage: Signature,
        needs: [],
        explains: ["signature-malformed", "digest-mismatch", "signature-mismatch"],
        cites: [(
            "SAML 2.0 core",
            "5.4.2 References",
            "MUST contain a single <ds:Reference> containing a same-document reference to the ID attribute value of the root element"
        )],
        predicts: ["E06"],
    }
}

use super::meant::{Meant, Pair, named};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::rules::capture::cut;
use crate::saml::names;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let meant = Meant::of(cx)?;
    if meant.0.is_empty() || cut::is_incomplete(cx) {
        return None;
    }
    for pair in &meant.0 {
        let Some(parent) = pair.signature.parent() else { continue };
        // Elsewhere, as in the header of a SOAP envelope, a signature may sign what it likes.
        let in_saml = parent.namespace().is_some_and(|own| own == names::ASSERTION || own == names::PROTOCOL);
        // With a second reference, to where it stands, nothing is missing; another rule counts references.
        let is_own = |other: &Pair<'_>| other.signature == pair.signature && other.target == parent;
        if !in_saml || meant.0.iter().any(is_own) {
            continue;
        }
        let start = say!["the signature of "].then(named(parent));
        let wider = pair.target.contains(parent);
        let words = match wider {
            true => start.and(" refers to more than that, to ").and(code(pair.target.path())),
            false => start.and(" refers to another element, the one at ").and(code(pair.target.path())),
        };
        let mut finding = out
            .find(pair.at, words)
            .confidence(Confidence::Likely)
            .expected(code(parent.path()))
            .found(code(pair.target.path()))
            .related(parent.start_tag(), "the signature stands in this element")
            .related(pair.target.start_tag(), "the signature refers to this element");
        if wider {
            finding = finding.at_most(Severity::Warning).predicts(None);
        }
        finding.fix_by(
            Owner::IdpAdmin,
            "Have the signature refer to the ID of the element that it stands in. If nobody of yours builds such \
             messages, treat this one as forged.",
        );
    }
    Some(Checked)
}
