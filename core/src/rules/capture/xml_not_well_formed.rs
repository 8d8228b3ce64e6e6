crate::declare_rule! {
    /// The XML is broken.
    ///
    /// ## Why AWS refuses it
    /// A program that reads XML must stop at the first such fault; it may not guess what was meant. So the receiver gets
    /// nothing out of the message at all. In the browser AWS then speaks of an invalid SAML response; for
    /// metadata IAM answers that it could not parse it. Where the end of
    /// the text is missing, the copy is probably incomplete and AWS got the whole; then it is only a warning.
    ///
    /// ## What to do
    /// If you copied the XML out of a viewer, take the Base64 of the form field `SAMLResponse` instead: viewers change
    /// what they show. If the Base64 itself decodes to this, look for the program that writes the XML without a library:
    /// `&`, `<` and quotes in names and values have to be escaped.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml?a=1«&»b=2</saml:Issuer>
    /// ```
    /// > the XML is broken: `&` stands alone, where it has to be written `&amp;`
    ///
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" «Format»="x">ana.lopez</saml:NameID>
    /// ```
    ///
    /// ```xml
    /// <saml:AuthnContextClassRef>urn:example:a</«saml:AuthnContextClassref»></saml:AuthnContextClassRef>
    /// ```
    ///
    /// The end is missing, so the copy is.
    /// ```paste
    /// <«samlp:AuthnRequest» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">https://sp.exa
    /// ```
    /// > the XML breaks off before its end: `samlp:AuthnRequest` is not closed; the copy seems to be incomplete
    ///
    /// What is absent may stand in the part that was not copied, so it is no error either.
    /// ```paste
    /// <«samlp:Response» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z" Destination="https://signin.aws.amazon.com/saml">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:Assertion ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">
    ///     <saml:Issuer>https://idp.exa
    /// ```
    ///
    /// Metadata has to be whole, too.
    /// ```paste also=metadata-size,signing-key-missing,single-sign-on-service-missing
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/?a=1«&»b=2"><IDPSSODescriptor/></EntityDescriptor>
    /// ```
    ///
    /// A last character that is missing is no fault of the sender.
    /// ```paste
    /// <«samlp:AuthnRequest» xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"></samlp:AuthnRequest
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml?a=1&amp;b=2</saml:Issuer>
    /// ```
    "xml-not-well-formed" {
        title: "broken XML",
        severity: Error,
        stage: Decode,
        needs: [],
        explains: [
            "status-missing",
            "assertion-missing",
            "assertion-elsewhere",
            "issuer-missing",
            "issuer-empty",
            "subject-missing",
            "name-id-missing",
            "subject-confirmation-missing",
            "confirmation-data-missing",
            "recipient-missing",
            "confirmation-not-on-or-after-missing",
            "audience-missing",
            "audience-empty",
            "attribute-value-structured",
            "role-missing",
            "role-empty",
            "session-name-missing",
            "session-name-empty",
            "session-duration-absent",
            "tag-key-empty",
            "transitive-tag-unknown",
            "xml-prefix-undeclared",
        ],
        cites: [(
            "XML 1.0",
            "1.2 Terminology: fatal error",
            "Once a fatal error is detected, however, the processor MUST NOT continue normal processing"
        )],
        predicts: ["E01", "E15", "could-not-parse-metadata"],
    }
}

use super::{cut, xml_faults};
use crate::evidence::ItemKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, Severity, code};
use crate::rules::metadata::upload;
use crate::say;
use crate::xml::{Problem, ProblemKind};

/// Further faults that are shown; the rest adds nothing.
const SHOWN: usize = 4;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let document = cx.document().filter(|_| matches!(cx.kind(), ItemKind::Message | ItemKind::Metadata))?;
    let own = |problem: &&Problem| problem.kind.fatal() && !has_own_rule(problem.kind);
    let mut faults: Vec<_> = document.problems.iter().filter(own).collect();
    // What is still open at the end is told last: it is often a consequence.
    crate::order::by_key(&mut faults, |fault| [usize::from(fault.kind.truncation()), 0]);
    let [first, others @ ..] = faults.as_slice() else { return Some(Checked) };
    let root = document.root()?;
    let incomplete = cut::is_incomplete(cx);
    // Metadata that is checked before its upload is a file, and no copy out of a viewer.
    let uploaded = upload::for_upload(cx).map(|supplied| supplied.ceiling);
    let mut finding = if incomplete {
        out.find(
            root.name_span(),
            say![
                "the XML breaks off before its end: ",
                code(root.qname()),
                " is not closed; the copy seems to be incomplete"
            ],
        )
        .at_most(uploaded.unwrap_or(Severity::Warning))
        .predicts(uploaded.map(|_| upload::REFUSED))
        .confidence(Confidence::Likely)
        .related(document.span.after(), "the text ends here")
    } else {
        let words = xml_faults::describe(first, document);
        out.find(first.span, Message(say!["the XML is broken: "].0.into_iter().chain(words.0).collect()))
            .at_most(match (uploaded, cx.kind()) {
                (Some(ceiling), _) => ceiling,
                (None, ItemKind::Message) => Severity::Error,
                (None, _) => Severity::Warning,
            })
            .predicts(match uploaded {
                Some(_) => Some(upload::REFUSED),
                None => cx.service().assumes_a_role().then_some("E01"),
            })
            .confidence(if cx.layers.is_empty() { Confidence::Likely } else { Confidence::Certain })
    };
    let within = if incomplete { faults.as_slice() } else { others };
    for fault in within.iter().filter(|fault| !(incomplete && fault.kind.truncation())).take(SHOWN) {
        finding = finding.related(fault.span, xml_faults::describe(fault, document));
    }
    match incomplete {
        true => finding.fix_by(Owner::User, "Copy the whole value again, for example from a HAR file."),
        false => finding.fix_by(
            Owner::IdpAdmin,
            "Capture the Base64 of the form field to be sure that the fault is not in the copy; then have the program \
             that writes the XML corrected.",
        ),
    };
    Some(Checked)
}

fn has_own_rule(kind: ProblemKind) -> bool {
    matches!(kind, ProblemKind::UndeclaredPrefix | ProblemKind::UndefinedEntity)
}
