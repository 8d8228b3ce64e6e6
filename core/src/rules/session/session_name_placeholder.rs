crate::declare_rule! {
    /// The session name is a placeholder that was never filled in.
    ///
    /// ## Why AWS refuses it
    /// `${user.email}` and the like hold characters that a session name cannot have: "RoleSessionName in AuthnResponse
    /// must match [a-zA-Z_0-9+=,.@-]{2,64}". A word such as `ROLE_SESSION_NAME` is well formed and only a warning; with it,
    /// everybody would have the same name in AWS's records.
    ///
    /// ## What to do
    /// Put the identity provider's expression for the user id or e-mail address into the mapping.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«\u{24}{user.email}»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name holds the placeholder `${user.email}`, which was not filled in
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«[a-zA-Z_0-9+=,.@-]{2,64}»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// A warning:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«ROLE_SESSION_NAME»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-placeholder" {
        title: "a placeholder as session name",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: RoleSessionName must match",
            "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"
        )],
        predicts: ["E03"],
    }
}

use super::only_value;
use crate::aws::attributes::AwsAttribute;
use crate::aws::placeholders::{self, PlaceholderKind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

/// Whether a variable or grammar stands in the value, whose characters need no finding of their own.
pub fn is_unfilled(value: &str) -> bool {
    placeholders::find(value)
        .iter()
        .any(|found| matches!(found.kind, PlaceholderKind::Variable | PlaceholderKind::Grammar))
}

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::RoleSessionName)?;
    let unfilled = is_unfilled(text.as_str());
    let found = placeholders::find(text.as_str()).into_iter().find(|found| {
        let variable = matches!(found.kind, PlaceholderKind::Variable | PlaceholderKind::Grammar);
        let word = found.kind == PlaceholderKind::Word && found.range == (0..text.as_str().len());
        variable || !unfilled && word
    });
    let Some(found) = found else { return Some(Checked) };
    let word = text.as_str().get(found.range.clone()).unwrap_or_default();
    let (verb, severity, confidence) = match unfilled {
        true => (", which was not filled in", Severity::Error, Confidence::Certain),
        false => (", which may never have been replaced", Severity::Warning, Confidence::Possible),
    };
    out.find(text.sub(found.range), say!["the session name holds the placeholder ", code(word), verb])
        .at_most(severity)
        .confidence(confidence)
        .expected("the person's user id or e-mail address")
        .found(say![code(word)])
        .fix_at_idp(
            Setting::RoleSessionName,
            "Map the identity provider's own expression for the user id or e-mail address.",
        );
    Some(Checked)
}
