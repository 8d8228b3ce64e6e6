crate::declare_rule! {
    /// The source identity is too short or too long.
    ///
    /// ## Why AWS refuses it
    /// A source identity has at least 2 characters. AWS's pages disagree about the most: 64 in the error text and in the
    /// API, 256 in a newer page. So more than 256 are an error, and 65 to 256 a warning. An empty value is a warning too,
    /// for AWS may take it as none.
    ///
    /// ## What to do
    /// Map a user id of 2 to 64 characters, or leave the attribute out: it is optional.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>«a»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the source identity has 1 character; AWS takes 2 to 64
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa«b»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Warnings:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa«b»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   «<saml:AttributeValue/>»
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>al</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "source-identity-length" {
        title: "a source identity that is too short or too long",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Source Identity must match",
            "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\""
        ), (
            "AWS STS API Reference",
            "AssumeRole, SourceIdentity",
            "Maximum length of 64"
        )],
        predicts: ["E04"],
    }
}

use super::only_value;
use crate::aws::alphabets::{Alphabet, Length};
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity};
use crate::rules::naming::count;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let attribute = only_value::attribute(cx, AwsAttribute::SourceIdentity)?;
    if attribute.values.iter().all(only_value::is_empty) {
        let span = attribute.values.first().map_or(attribute.tag, |value| value.tag);
        out.find(span, say!["the source identity is empty, which AWS may refuse"])
            .at_most(Severity::Warning)
            .confidence(Confidence::Possible)
            .expected("2 to 64 characters, or no attribute")
            .fix_at_idp(
                Setting::SourceIdentity,
                "Fill in the person's attribute, or leave the source identity out.",
            );
        return Some(Checked);
    }
    let text = only_value::text(cx, AwsAttribute::SourceIdentity)?;
    let characters = text.as_str().chars().count();
    let beyond = |most: usize| {
        let at = text.as_str().char_indices().nth(most).map_or(0, |(at, _)| at);
        text.sub(at..text.as_str().len())
    };
    let has = format!("the source identity has {}", count(characters, "character"));
    let (span, message, severity, confidence) = match Alphabet::SourceIdentity.length(text.as_str()) {
        Length::Fits => return Some(Checked),
        Length::TooShort { .. } => {
            (text.span, say![has, "; AWS takes 2 to 64"], Severity::Error, Confidence::Certain)
        }
        Length::TooLong { most } => {
            (beyond(most), say![has, "; AWS takes at most 64 or 256"], Severity::Error, Confidence::Certain)
        }
        Length::Disputed { least_limit } => (
            beyond(least_limit),
            say![has, "; AWS's pages disagree whether 64 or 256 is the most"],
            Severity::Warning,
            Confidence::Possible,
        ),
    };
    out.find(span, message)
        .at_most(severity)
        .confidence(confidence)
        .expected("2 to 64 characters")
        .found(say![count(characters, "character")])
        .fix_at_idp(
            Setting::SourceIdentity,
            "Map a user id of 2 to 64 characters, or leave the attribute out.",
        );
    Some(Checked)
}
