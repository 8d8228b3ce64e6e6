crate::declare_rule! {
    /// The source identity begins with `aws:`.
    ///
    /// ## Why AWS refuses it
    /// AWS keeps that prefix for itself: "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with
    /// "aws:"".
    ///
    /// ## What to do
    /// Send the user id without the prefix.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>«aws:»ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the source identity `aws:ana.lopez` begins with `aws:`, which AWS keeps for itself
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>aws.ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "source-identity-prefix" {
        title: "a source identity that begins with aws:",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Source Identity must match",
            "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\""
        )],
        predicts: ["E04"],
    }
}

use super::only_value;
use crate::aws::alphabets::Alphabet;
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::SourceIdentity)?;
    if let Some(range) = Alphabet::SourceIdentity.reserved_prefix(text.as_str()) {
        let prefix = text.as_str().get(range.clone()).unwrap_or_default();
        out.find(
            text.sub(range),
            say![
                "the source identity ",
                code(text.as_str()),
                " begins with ",
                code(prefix),
                ", which AWS keeps for itself"
            ],
        )
        .expected("a user id without the prefix")
        .found(code(prefix))
        .fix_at_idp(Setting::SourceIdentity, say!["Send the user id without ", code(prefix), "."]);
    }
    Some(Checked)
}
