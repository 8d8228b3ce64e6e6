crate::declare_rule! {
    /// The paste holds no SAML message.
    ///
    /// ## Why it matters
    /// What was pasted can be read, but no response was found in it, however it may be encoded. Policies, certificates and
    /// lists of users help to judge a response; they cannot replace it.
    ///
    /// ## What to do
    /// Paste the form field `SAMLResponse` of the sign-in, the whole HAR file, or the page that posts to AWS. If you pasted
    /// Base64, check that all of it was copied.
    ///
    /// ## Fires
    /// ```paste
    /// «My sign-in does not work any more.»
    /// Can you help?
    /// ```
    /// > this text holds no SAML message that can be recognised
    ///
    /// ```json
    /// «{"Version": "2012-10-17"}»
    /// ```
    /// > this is JSON without a SAML message; it may help beside one
    ///
    /// ```paste
    /// <«note» xmlns="urn:example"/>
    /// ```
    /// > this is XML (`note`), but no SAML message
    ///
    /// ```paste
    /// <log:entry xmlns:log="urn:example"><«samlp:Response» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/></log:entry>
    /// ```
    /// > a SAML message, `samlp:Response`, stands inside `log:entry`; paste that part alone to have it inspected
    ///
    /// ```pem
    /// «-----BEGIN CERTIFICATE-----»
    /// AAAA
    /// -----END CERTIFICATE-----
    /// ```
    /// > this is a certificate; it helps to check the signature of a SAML message, but is none
    ///
    /// ## Does not fire
    /// An error text of AWS is evidence.
    /// ```text
    /// Your request included an invalid SAML response. To logout, click here.
    /// ```
    /// Evidence beside a message needs none of its own.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17"}
    /// ```
    "no-saml-found" {
        title: "no SAML message",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "adheres to the HTTP POST Binding for SAML 2.0"
        )],
        predicts: [],
    }
}

use super::place;
use crate::evidence::ItemKind;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::peel::NoteKind;
use crate::saml::names;
use crate::say;
use crate::xml::{Document, Element};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let artifact = cx.notes.iter().any(|note| note.kind == NoteKind::ArtifactOnly);
    if cx.other_messages > 0 || artifact {
        return None;
    }
    let inner = cx.document().and_then(message_within);
    let words = match cx.kind() {
        ItemKind::Text => say!["this text holds no SAML message that can be recognised"],
        ItemKind::Binary => say!["this is binary data in which no SAML message can be recognised"],
        ItemKind::Output(_) => {
            say!["this is an output of AWS without a SAML message; it may help beside one"]
        }
        ItemKind::Json => say!["this is JSON without a SAML message; it may help beside one"],
        ItemKind::Certificate => {
            say!["this is a certificate; it helps to check the signature of a SAML message, but is none"]
        }
        ItemKind::OtherPem => say!["this is a PEM block, but no SAML message"],
        ItemKind::OtherXml => match (cx.document()?.root(), inner) {
            (Some(root), Some(inner)) => say![
                "a SAML message, ",
                code(inner.qname()),
                ", stands inside ",
                code(root.qname()),
                "; paste that part alone to have it inspected"
            ],
            (Some(root), None) => say!["this is XML (", code(root.qname()), "), but no SAML message"],
            (None, _) => say!["this begins like XML, but breaks off before its first element is complete"],
        },
        _ => return None,
    };
    let element = inner.or_else(|| cx.document()?.root());
    out.find(element.map_or_else(|| place::first_line(cx), |element| element.name_span()), words).fix_by(
        Owner::User,
        say!["Paste the form field ", code("SAMLResponse"), " of the sign-in, or the whole HAR file."],
    );
    Some(Checked)
}

/// The first response or assertion that stands inside another document.
fn message_within(document: &Document) -> Option<Element<'_>> {
    let is_message = |element: &Element<'_>| {
        element.is(names::PROTOCOL, "Response") || element.is(names::ASSERTION, "Assertion")
    };
    document.elements().find(is_message)
}
