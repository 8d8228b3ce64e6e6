crate::declare_rule! {
    /// The response does not say whether the sign-in succeeded.
    ///
    /// ## Why it matters
    /// SAML requires a `Status` with a `StatusCode` in every response. AWS documents the refusal of a status that is
    /// not `Success`, and says nothing of an absent one; a receiver that follows the standard refuses it. It points to
    /// a home-made identity provider, or to a copy of which a part is missing.
    ///
    /// ## What to do
    /// Make the identity provider send `<samlp:Status>` with the code
    /// `urn:oasis:names:tc:SAML:2.0:status:Success`. If the response was edited by hand, capture it again.
    ///
    /// ## Fires
    /// ```xml
    /// «<samlp:Status>»</samlp:Status>
    /// ```
    /// > the response has a `Status` without a `StatusCode`, so it does not say whether the sign-in succeeded
    ///
    /// ```xml base=none service=generic
    /// «<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z">»<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/></samlp:Response>
    /// ```
    /// > the response has no `Status`, so it does not say whether the sign-in succeeded
    ///
    /// ```xml
    /// <samlp:Status>«<samlp:StatusCode/>»</samlp:Status>
    /// ```
    /// > the response has a `StatusCode` without a `Value`, so it does not say whether the sign-in succeeded
    ///
    /// ## Does not fire
    /// ```xml
    /// <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    /// ```
    "status-missing" {
        title: "no status",
        severity: Warning,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "3.2.2 Complex Type StatusResponseType",
            "<Status> [Required] A code representing the status of the corresponding request"
        ), (
            "SAML Core 2.0",
            "3.2.2.1 Element <Status>",
            "<StatusCode> [Required] A code representing the status of the activity carried out in response to the corresponding request"
        )],
        predicts: [],
    }
}

use super::status_codes;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::saml::Kind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response().filter(|message| message.kind == Kind::Response)?;
    let (span, words) = match &message.status {
        None => (message.tag, say!["the response has no ", code("Status")]),
        Some(status) => match status.codes.first() {
            None => {
                (status.tag, say!["the response has a ", code("Status"), " without a ", code("StatusCode")])
            }
            Some(first) if first.value.as_ref().is_none_or(|value| value.as_str().trim().is_empty()) => {
                (first.tag, say!["the response has a ", code("StatusCode"), " without a ", code("Value")])
            }
            Some(_) => return Some(Checked),
        },
    };
    out.find(span, words.and(", so it does not say whether the sign-in succeeded"))
        .expected(code(status_codes::SUCCESS))
        .fix_by(
            Owner::IdpAdmin,
            say!["Make the identity provider send a ", code("Status"), " with a ", code("StatusCode"), "."],
        );
    Some(Checked)
}
