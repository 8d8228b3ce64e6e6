crate::declare_rule! {
    /// The message names another version of SAML than 2.0.
    ///
    /// ## Why AWS refuses it
    /// AWS reads SAML 2.0, and the standard forbids a receiver to process a major version that it does not support. A
    /// minor version other than 0, or no version at all, is against the standard, too; what AWS does then is not
    /// documented, so it is only a warning.
    ///
    /// ## What to do
    /// Identity providers write `Version="2.0"` by themselves. Look for a program or template that builds the message,
    /// and for edits by hand.
    ///
    /// ## Fires
    /// ```xml base=none service=generic
    /// <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="«1.1»" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    /// > the `Assertion` says that it is of SAML version `1.1`, and AWS takes `2.0`
    ///
    /// ```xml base=none service=generic
    /// «<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" IssueInstant="2026-01-15T10:00:00Z">»<saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    /// > the `Assertion` has no `Version`, which SAML requires to be `2.0`
    ///
    /// ## Does not fire
    /// ```xml base=none service=generic
    /// <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    "saml-version" {
        title: "a version that is not 2.0",
        severity: Error,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "2.3.3 Element <Assertion>",
            "The identifier for the version of SAML defined in this specification is \"2.0\""
        ), (
            "SAML Core 2.0",
            "4.1.2 SAML Assertion Version",
            "A SAML relying party MUST NOT process any assertion with a major assertion version number not supported by the relying party"
        )],
        predicts: ["E01"],
    }
}

use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::saml::Kind;
use crate::say;
use crate::source::{Span, Text};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response()?;
    if message.kind == Kind::Response {
        look("Response", message.version.as_ref(), message.tag, out);
    } else if message.assertions.is_empty() {
        return None;
    }
    for assertion in &message.assertions {
        look("Assertion", assertion.version.as_ref(), assertion.tag, out);
    }
    Some(Checked)
}

fn look(element: &str, version: Option<&Text>, tag: Span, out: &mut Findings) {
    let advice = say!["Make the identity provider write ", code("Version=\"2.0\""), "."];
    match version {
        Some(version) if version.as_str().trim() == "2.0" => {}
        Some(version) => {
            let major = version.as_str().trim().split('.').next().unwrap_or_default();
            out.find(
                version.span,
                say![
                    "the ",
                    code(element),
                    " says that it is of SAML version ",
                    code(version.as_str()),
                    ", and AWS takes ",
                    code("2.0")
                ],
            )
            .at_most(if major == "2" { Severity::Warning } else { Severity::Error })
            .confidence(Confidence::Likely)
            .expected(code("2.0"))
            .found(code(version.as_str()))
            .fix_by(Owner::IdpAdmin, advice);
        }
        None => {
            out.find(
                tag,
                say![
                    "the ",
                    code(element),
                    " has no ",
                    code("Version"),
                    ", which SAML requires to be ",
                    code("2.0")
                ],
            )
            .at_most(Severity::Warning)
            .expected(code("Version=\"2.0\""))
            .fix_by(Owner::IdpAdmin, advice);
        }
    }
}
