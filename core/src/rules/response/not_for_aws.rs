crate::declare_rule! {
    /// Nothing in the response speaks of AWS.
    ///
    /// ## Why it matters
    /// Recipient, destination, audience and attributes all belong to another application. What AWS requires is then not
    /// checked: a response for another application needs no AWS role. If you meant to sign in to AWS, this is the wrong
    /// response, or the application at the identity provider has the addresses of another one.
    ///
    /// ## What to do
    /// To inspect a sign-in to AWS, capture the `POST` to the AWS sign-in address. If the sign-in does go to AWS, choose
    /// the service by hand, and compare the addresses at the identity provider with those of AWS.
    ///
    /// ## Fires
    /// ```xml base=none
    /// <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer><saml:Subject><saml:NameID>ana.lopez</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://sp.example.com/acs»"/></saml:SubjectConfirmation></saml:Subject></saml:Assertion>
    /// ```
    /// > this response is for `https://sp.example.com/acs`; nothing in it speaks of AWS
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://sp.example.com/acs"/>
    /// ```
    "not-for-aws" {
        title: "a response for somebody else than AWS",
        severity: Note,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "AWS General Reference",
            "AWS Sign-In endpoints and quotas",
            "https://signin.aws.amazon.com/saml"
        )],
        predicts: [],
    }
}

use super::addressee;
use crate::evidence::ServiceFrom;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.response()?;
    if cx.context?.service.from != ServiceFrom::Nothing {
        return Some(Checked);
    }
    let named = addressee::named(cx);
    let (_, first) = named.first()?;
    let mut finding = out.find(
        first.span,
        say!["this response is for ", code(first.as_str()), "; nothing in it speaks of AWS"],
    );
    for (what, other) in named.iter().skip(1) {
        finding = finding.related(other.span, say!["the ", code(what)]);
    }
    finding.fix_by(
        Owner::User,
        "Capture the POST to the AWS sign-in address instead, or choose the service by hand if this one does go to AWS.",
    );
    Some(Checked)
}
