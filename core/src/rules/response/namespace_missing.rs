crate::declare_rule! {
    /// An element of SAML is in no namespace.
    ///
    /// ## Why it matters
    /// What makes an element one of SAML is its namespace, not its name. Without `xmlns="urn:oasis:names:tc:SAML:2.0:…"`
    /// a `Response` is a word that any other format may use, and a receiver that follows the standard finds no message in
    /// it. Here it is read all the same, so that the rest can be looked at.
    ///
    /// ## What to do
    /// If the XML was edited or shortened by hand, capture it again. Else the program that builds it must declare the
    /// namespaces.
    ///
    /// ## Fires
    /// ```paste
    /// <«AuthnRequest» ID="_q1" Version="2.0" IssueInstant="2026-01-15T09:59:50Z"/>
    /// ```
    /// > the element `AuthnRequest` is in no namespace, so a receiver need not take it for SAML
    ///
    /// ## Does not fire
    /// A default namespace is one.
    /// ```paste
    /// <AuthnRequest xmlns="urn:oasis:names:tc:SAML:2.0:protocol" ID="_q1" Version="2.0" IssueInstant="2026-01-15T09:59:50Z"/>
    /// ```
    /// An undeclared prefix is told apart.
    /// ```paste also=xml-prefix-undeclared
    /// <samlp:AuthnRequest ID="_q1" Version="2.0" IssueInstant="2026-01-15T09:59:50Z"/>
    /// ```
    "namespace-missing" {
        title: "an element of SAML in no namespace",
        severity: Warning,
        stage: Decode,
        needs: [],
        explains: ["status-missing", "saml-version", "assertion-missing"],
        cites: [(
            "SAML Core 2.0",
            "1.2 Schema Organization and Namespaces",
            "urn:oasis:names:tc:SAML:2.0:protocol"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::saml::names;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.message()?, cx.document()?);
    let mut nodes = vec![message.root];
    nodes.extend(
        message.assertions.iter().map(|assertion| assertion.node).filter(|node| *node != message.root),
    );
    for element in nodes.into_iter().filter_map(|node| document.element(node)) {
        // A prefix that nothing declares has a rule of its own.
        if element.namespace().is_some() || element.prefix().is_some() {
            continue;
        }
        let wanted = match element.local() {
            "Assertion" | "EncryptedAssertion" => names::ASSERTION,
            _ => names::PROTOCOL,
        };
        out.find(
            element.name_span(),
            say![
                "the element ",
                code(element.local()),
                " is in no namespace, so a receiver need not take it for SAML"
            ],
        )
        .confidence(Confidence::Likely)
        .expected(code(format!("xmlns=\"{wanted}\"")))
        .found("no namespace")
        .fix_by(
            Owner::IdpAdmin,
            "Capture it again, or have the program that builds the XML declare the namespaces.",
        );
    }
    Some(Checked)
}
