crate::declare_rule! {
    /// More than one source identity is sent.
    ///
    /// ## Why it matters
    /// A session has one source identity. Of several, AWS maps only one, and does not say which; it may also refuse.
    ///
    /// ## What to do
    /// Map an attribute that has one value for each person, in one attribute.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    ///   <saml:AttributeValue>«alopez»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the assertion has 2 values for `SourceIdentity`, where AWS takes one
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "source-identity-several-values" {
        title: "several source identities",
        severity: Warning,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "You should include only one claim per AWS context key. If you include more than one, only one claim will be mapped."
        )],
        predicts: [],
    }
}

use super::only_value;
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let wanted = AwsAttribute::SourceIdentity;
    let assertion = cx.role_assertion()?;
    let values: Vec<_> =
        assertion.attributes_named(wanted.name()).flat_map(|attribute| &attribute.values).collect();
    let [_, second, ..] = values.as_slice() else {
        return only_value::attribute(cx, wanted).map(|_| Checked);
    };
    let span = if only_value::is_empty(second) { second.tag } else { second.text.span };
    out.find(
        span,
        say![
            format!("the assertion has {} values for ", values.len()),
            code(wanted.suffix()),
            ", where AWS takes one"
        ],
    )
    .confidence(Confidence::Possible)
    .expected("one value")
    .found(say![format!("{} values", values.len())])
    .fix_at_idp(Setting::SourceIdentity, "Map an attribute that has one value for each person.");
    Some(Checked)
}
