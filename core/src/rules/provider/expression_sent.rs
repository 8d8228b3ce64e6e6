crate::declare_rule! {
    /// An expression of the identity provider was sent in place of its value.
    ///
    /// ## Why it matters
    /// `user.userprincipalname` in Entra ID, or `user.login` in Okta, names an attribute of the person. Typed into a field
    /// for constants, or put in quotation marks, it is sent as it stands: AWS takes it as a name, and everybody has the
    /// same. Amazon Connect, WorkSpaces and AppStream then find no such user.
    ///
    /// ## What to do
    /// In Entra ID choose the source attribute from the list instead of typing it in quotation marks; in Okta remove the
    /// quotation marks around the expression.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«user.userprincipalname»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > `RoleSessionName` holds `user.userprincipalname`, the expression itself instead of the person's value
    ///
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«user.mail»</saml:NameID>
    /// ```
    /// ```xml in=AttributeStatement
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Department">
    ///   <saml:AttributeValue>«user.department»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// A person may be called so:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>user.mailer</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Attributes that AWS does not read do not matter:
    /// ```xml in=AttributeStatement
    /// <saml:Attribute Name="mail"><saml:AttributeValue>user.mail</saml:AttributeValue></saml:Attribute>
    /// ```
    "expression-sent" {
        title: "an expression in place of its value",
        severity: Warning,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "Microsoft Learn",
            "Tutorial: Microsoft Entra SSO integration with AWS Single-Account Access",
            "RoleSessionName user.userprincipalname"
        )],
        predicts: [],
    }
}

use crate::aws::attributes::{self, AttributeName, PREFIX};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;
use crate::source::Text;

/// Source attributes of Entra ID and expressions of Okta that guides print for AWS, in lower case.
const EXPRESSIONS: &[&str] = &[
    "user.assignedroles",
    "user.department",
    "user.displayname",
    "user.email",
    "user.login",
    "user.mail",
    "user.mailnickname",
    "user.onpremisessamaccountname",
    "user.sessionduration",
    "user.userprincipalname",
];

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let name_id = assertion.subject.as_ref().and_then(|subject| subject.name_id.as_ref());
    if let Some(name_id) = name_id {
        report("NameID", Setting::NameIdValue, &name_id.text, out);
    }
    for attribute in &assertion.attributes {
        let setting = match attributes::recognise(attribute.name()) {
            // A role or duration of this kind is malformed, which rules of their own say.
            AttributeName::Known(attributes::AwsAttribute::RoleSessionName) => Setting::RoleSessionName,
            AttributeName::Known(attributes::AwsAttribute::SourceIdentity) => Setting::SourceIdentity,
            AttributeName::PrincipalTag(_) => Setting::PrincipalTag,
            _ => continue,
        };
        let name = attribute.name().strip_prefix(PREFIX).unwrap_or_default();
        attribute.values.iter().for_each(|value| report(name, setting, &value.text, out));
    }
    Some(Checked)
}

fn report(name: &str, setting: Setting, text: &Text, out: &mut Findings) {
    let (value, span) = text.trimmed();
    if !EXPRESSIONS.iter().any(|expression| value.eq_ignore_ascii_case(expression)) {
        return;
    }
    out.find(
        span,
        say![code(name), " holds ", code(value), ", the expression itself instead of the person's value"],
    )
    .confidence(Confidence::Likely)
    .expected("the value of that attribute of the person")
    .found(code(value))
    .fix_at_idp(
        setting,
        "Choose the attribute from the list, or remove the quotation marks around the expression: typed as a constant it \
         is sent as it stands.",
    );
}
