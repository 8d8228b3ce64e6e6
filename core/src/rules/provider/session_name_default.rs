crate::declare_rule! {
    /// Everybody who signs in has the same session name, a default of JumpCloud.
    ///
    /// ## Why it matters
    /// JumpCloud's connector for AWS comes with the constant session name `SSO-User`. AWS accepts it. But CloudTrail then
    /// names every person alike, and Amazon Connect finds no user, for it looks for a user of exactly that name.
    ///
    /// ## What to do
    /// Replace the constant attribute `RoleSessionName` by a user attribute, such as the e-mail address.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«SSO-User»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name `SSO-User` is JumpCloud's default, so everybody has the same name in the records of AWS
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>SSO-User-7</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-name-default" {
        title: "a session name that is a default",
        severity: Note,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "JumpCloud Help Center",
            "Single sign-on with several AWS accounts",
            "leave the default value of SSO-User"
        )],
        predicts: [],
    }
}

use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

const DEFAULT: &str = "SSO-User";

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let values = assertion
        .attributes_named(AwsAttribute::RoleSessionName.name())
        .flat_map(|attribute| &attribute.values);
    for value in values.filter(|value| value.text.as_str() == DEFAULT) {
        out.find(
            value.text.span,
            say![
                "the session name ",
                code(DEFAULT),
                " is JumpCloud's default, so everybody has the same name in the records of AWS"
            ],
        )
        .expected("the person's user name or e-mail address")
        .found(code(DEFAULT))
        .fix_at_idp(
            Setting::RoleSessionName,
            "Map the person's user name or e-mail address in place of the constant.",
        );
    }
    Some(Checked)
}
