crate::declare_rule! {
    /// The `RoleSessionName` attribute has more than one value.
    ///
    /// ## Why it matters
    /// AWS takes exactly one session name. What it does with several is not documented: it may use one of them or refuse
    /// the response. Several values come from directory attributes that hold a list, such as aliases.
    ///
    /// ## What to do
    /// Map an attribute that has one value for each person.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    ///   <saml:AttributeValue>«alopez»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `RoleSessionName` attribute has 2 values, where AWS takes exactly one
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-several-values" {
        title: "several values of RoleSessionName",
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
    let attribute = only_value::attribute(cx, AwsAttribute::RoleSessionName)?;
    let [_, second, ..] = attribute.values.as_slice() else { return Some(Checked) };
    let span = if only_value::is_empty(second) { second.tag } else { second.text.span };
    let message = say![
        "the ",
        code("RoleSessionName"),
        format!(" attribute has {} values, where AWS takes exactly one", attribute.values.len())
    ];
    out.find(span, message)
        .confidence(Confidence::Possible)
        .expected("one value")
        .found(say![format!("{} values", attribute.values.len())])
        .fix_at_idp(Setting::RoleSessionName, "Map an attribute that has one value for each person.");
    Some(Checked)
}
