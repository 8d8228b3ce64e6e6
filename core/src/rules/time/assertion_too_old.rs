crate::declare_rule! {
    /// The assertion was used more than five minutes after it was issued.
    ///
    /// ## Why AWS refuses it
    /// AWS takes an assertion for five minutes and then answers `Token must be redeemed within 5 minutes of issuance`.
    /// The later times in the message, such as `NotOnOrAfter` of `Conditions`, do not lengthen that.
    ///
    /// A pasted response is nearly always older than five minutes by now. So its age counts only where the moment of
    /// the sign-in is known: from a recording of the browser, or because you name an instant.
    ///
    /// ## What to do
    /// Sign in again and go on without a pause. If it happens at once, each time, the clock of the identity provider
    /// is behind: let it follow a time server. Long waits at a second factor, a tab left open and a page loaded again
    /// are the other causes.
    ///
    /// ## Fires
    /// ```xml at=2026-01-15T10:12:00Z also=confirmation-expired
    /// <saml:Assertion ID="_a1" Version="2.0" IssueInstant="«2026-01-15T10:00:00Z»">
    ///   <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    ///   <saml:Subject>
    ///     <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez</saml:NameID>
    ///     <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///       <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T11:00:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    ///     </saml:SubjectConfirmation>
    ///   </saml:Subject>
    ///   <saml:Conditions NotBefore="2026-01-15T09:55:00Z" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///     <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    ///   </saml:Conditions>
    ///   <saml:AttributeStatement>
    ///     <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///       <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///     </saml:Attribute>
    ///     <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///       <saml:AttributeValue>ana.lopez@example.com</saml:AttributeValue>
    ///     </saml:Attribute>
    ///   </saml:AttributeStatement>
    /// </saml:Assertion>
    /// ```
    /// > the assertion was issued at `2026-01-15T10:00:00Z`, 12 minutes before `2026-01-15T10:12:00Z`, and AWS takes it for 5 minutes only
    ///
    /// ## Does not fire
    /// Five minutes to the second are within five minutes.
    /// ```xml at=2026-01-15T10:05:00Z
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T11:00:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// Nothing tells when it was used.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "assertion-too-old" {
        title: "an assertion more than five minutes old",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["confirmation-expired", "assertion-expired", "session-already-over"],
        cites: [(
            "practice",
            "answer of AWS to assertions that are used late, in many public reports",
            "Token must be redeemed within 5 minutes of issuance"
        )],
        predicts: ["E12"],
    }
}

use super::moments::{self, REDEEM_SECONDS};
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

/// How long the message may have been on its way.
const TRANSIT_SECONDS: i64 = 60;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let used = moments::used(cx)?;
    let (text, issued) = moments::issued(cx)?;
    let last = issued.plus_seconds(REDEEM_SECONDS);
    if used.at <= last {
        return Some(Checked);
    }
    let beyond = used.at.seconds_since(last);
    let age = moments::in_words(used.at.seconds_since(issued));
    let (severity, confidence) = used.late(beyond, TRANSIT_SECONDS);
    out.find(
        text.span,
        say![
            "the assertion was issued at ",
            code(text.as_str()),
            format!(", {age} before "),
            code(used.at),
            ", and AWS takes it for 5 minutes only"
        ],
    )
    .at_most(severity)
    .confidence(confidence)
    .fix_by(
        Owner::User,
        "Sign in again and go on without a pause. If it fails at once each time, the clock of the identity provider is behind.",
    );
    Some(Checked)
}
