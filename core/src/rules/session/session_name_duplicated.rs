crate::declare_rule! {
    /// Two `Attribute` elements have the name `RoleSessionName`.
    ///
    /// ## Why it matters
    /// AWS says that of several claims for one key only one is mapped, not which. The session may get the other name, or
    /// the response may be refused.
    ///
    /// ## What to do
    /// Remove one of the two mappings.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="‹https://aws.amazon.com/SAML/Attributes/RoleSessionName›">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// <saml:Attribute Name="«https://aws.amazon.com/SAML/Attributes/RoleSessionName»">
    ///   <saml:AttributeValue>alopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the assertion has 2 attributes named `RoleSessionName`; AWS uses one of them and may refuse the response
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-duplicated" {
        title: "two RoleSessionName attributes",
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

use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::saml::Attribute;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let name = AwsAttribute::RoleSessionName;
    let attributes: Vec<_> = cx.role_assertion()?.attributes_named(name.name()).collect();
    let (first, second) = match attributes.as_slice() {
        [] => return None,
        [_] => return Some(Checked),
        [first, second, ..] => (first, second),
    };
    let span = |attribute: &Attribute| attribute.name.as_ref().map_or(attribute.tag, |name| name.span);
    let message = say![
        format!("the assertion has {} attributes named ", attributes.len()),
        code(name.suffix()),
        "; AWS uses one of them and may refuse the response"
    ];
    out.find(span(second), message)
        .related(span(first), "the first")
        .confidence(Confidence::Possible)
        .expected("one attribute of that name")
        .fix_at_idp(Setting::RoleSessionName, "Remove the mapping that should not be there.");
    Some(Checked)
}
