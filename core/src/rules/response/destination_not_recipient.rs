crate::declare_rule! {
    /// The response is addressed to one URL and its assertion to another.
    ///
    /// ## Why it matters
    /// `Destination` says where the browser posts the response, `Recipient` says who may accept the assertion. Both
    /// should be the same sign-in address. AWS does not document that it reads the `Destination`; it does read the
    /// `Recipient` and hands it to the trust policy as `saml:aud`. Two different URLs nearly always mean that only one
    /// of two settings was changed, for example when moving to a regional endpoint.
    ///
    /// ## What to do
    /// Set both to the same address at the identity provider. In most products one setting (ACS URL, reply URL, single
    /// sign-on URL) fills both; some have a second one for the recipient.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://«eu-west-1.»signin.aws.amazon.com/saml"/>
    /// ```
    /// > the assertion is for `https://eu-west-1.signin.aws.amazon.com/saml`, but the response is addressed to
    /// > `https://signin.aws.amazon.com/saml`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// Of an encrypted assertion the recipient is not known.
    /// ```xml base=none na
    /// <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z" Destination="https://signin.aws.amazon.com/saml">
    ///   <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    ///   <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>
    /// </samlp:Response>
    /// ```
    "destination-not-recipient" {
        title: "a response that is addressed to another URL than its assertion",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "SAML Bindings 2.0",
            "3.5.5.2 Security Considerations",
            "the Destination XML attribute in the root SAML element of the protocol message MUST contain the URL to which the sender has instructed the user agent to deliver the message"
        )],
        predicts: [],
    }
}

use super::difference;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let destination = cx.response()?.destination.as_ref().filter(|url| !url.as_str().is_empty())?;
    let recipient = cx.recipient().filter(|url| !url.as_str().is_empty())?;
    if destination.as_str() != recipient.as_str() {
        let (ours, theirs) = difference::between(recipient.as_str(), destination.as_str());
        out.find(
            difference::underline(recipient, ours),
            say![
                "the assertion is for ",
                code(recipient.as_str()),
                ", but the response is addressed to ",
                code(destination.as_str())
            ],
        )
        .expected(say!["the same URL as in ", code("Destination")])
        .found(code(recipient.as_str()))
        .related(difference::underline(destination, theirs), "the response is addressed here")
        .fix_at_idp(
            Setting::Acs,
            "Set the address to which responses are posted and the recipient to the same AWS sign-in URL.",
        );
    }
    Some(Checked)
}
