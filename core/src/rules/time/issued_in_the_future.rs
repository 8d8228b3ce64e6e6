crate::declare_rule! {
    /// The assertion claims to have been issued after it was used.
    ///
    /// ## Why it matters
    /// No assertion is used before it is made: the clock of the identity provider is ahead. AWS documents no tolerance.
    /// Guides say that five minutes are too much. Up to that this is a note.
    ///
    /// It counts only where the moment of the sign-in is known: from a recording of the browser, or because you name
    /// an instant.
    ///
    /// ## What to do
    /// Let the clock of the identity provider follow a time server.
    ///
    /// ## Fires
    /// ```xml at=2026-01-15T09:50:00Z also=assertion-not-yet-valid
    /// <saml:Assertion ID="_a1" Version="2.0" IssueInstant="«2026-01-15T10:00:00Z»">
    ///   <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    ///   <saml:Subject>
    ///     <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez</saml:NameID>
    ///     <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///       <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    ///     </saml:SubjectConfirmation>
    ///   </saml:Subject>
    ///   <saml:Conditions NotBefore="2026-01-15T09:45:00Z" NotOnOrAfter="2026-01-15T11:00:00Z">
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
    /// > the assertion claims to be issued at `2026-01-15T10:00:00Z`, 10 minutes after it is judged: the clock of the identity provider is ahead
    ///
    /// ## Does not fire
    /// A minute is nothing.
    /// ```xml at=2026-01-15T09:59:00Z
    /// <saml:Conditions NotBefore="2026-01-15T09:55:00Z" NotOnOrAfter="2026-01-15T11:00:00Z">
    ///   <saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction>
    /// </saml:Conditions>
    /// ```
    "issued-in-the-future" {
        title: "an assertion issued after it was used",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "guides to SAML errors of AWS",
            "clocks more than 5 minutes out of sync are rejected as expired or not yet valid"
        )],
        predicts: [],
    }
}

use super::moments::{self, SKEW_SECONDS};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let used = moments::used(cx)?;
    let (text, issued) = moments::issued(cx)?;
    let ahead = issued.seconds_since(used.at);
    // A clock of the user's that may be off itself proves nothing within its own tolerance.
    let ignored = if used.firm { 60 } else { SKEW_SECONDS };
    if ahead <= ignored {
        return Some(Checked);
    }
    let severity = if ahead <= SKEW_SECONDS || !used.firm { Severity::Note } else { Severity::Warning };
    out.find(
        text.span,
        say![
            "the assertion claims to be issued at ",
            code(text.as_str()),
            format!(
                ", {} after it is judged: the clock of the identity provider is ahead",
                moments::in_words(ahead)
            )
        ],
    )
    .at_most(severity)
    .confidence(Confidence::Likely)
    .fix_at_idp(Setting::Clock, "Let the clock of the identity provider follow a time server.");
    Some(Checked)
}
