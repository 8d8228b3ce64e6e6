crate::declare_rule! {
    /// Two `Attribute` elements have the name `Role`.
    ///
    /// ## Why AWS refuses it
    /// AWS reads several roles from several values of one attribute, not from several attributes. Guides for Keycloak
    /// report "Your request included an invalid SAML response" until *Single Role Attribute* is on. AWS's manual says
    /// that of several claims for one key only one is mapped, so at best the other roles are lost.
    ///
    /// ## What to do
    /// Send one `Attribute` with one `AttributeValue` for each role. In Keycloak, switch *Single Role Attribute* on in
    /// the *Role list* mapper.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="‹https://aws.amazon.com/SAML/Attributes/Role›">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// <saml:Attribute Name="«https://aws.amazon.com/SAML/Attributes/Role»">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin2,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the assertion has 2 attributes named `Role`; AWS takes one, with a value for each role
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin2,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-duplicated" {
        title: "two Role attributes instead of one with two values",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "You should include only one claim per AWS context key. If you include more than one, only one claim will be mapped."
        ), (
            "practice",
            "Guides for Keycloak with AWS",
            "Without Single Role Attribute: Your request included an invalid SAML response"
        )],
        predicts: ["E01"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, ROLE, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let attributes: Vec<_> = cx.role_assertion()?.attributes_named(ROLE).collect();
    let (first, second) = match attributes.as_slice() {
        [] => return None,
        [_] => return Some(Checked),
        [first, second, ..] => (first, second),
    };
    let span =
        |attribute: &crate::saml::Attribute| attribute.name.as_ref().map_or(attribute.tag, |name| name.span);
    let message = say![
        format!("the assertion has {} attributes named ", attributes.len()),
        code("Role"),
        "; AWS takes one, with a value for each role"
    ];
    out.find(span(second), message)
        .related(span(first), "the first")
        .confidence(Confidence::Likely)
        .expected("one Role attribute")
        .found(attributes.len().to_string().as_str())
        .fix_at_idp(
            Setting::Role,
            say![
                "Send all roles as values of one attribute. In Keycloak, switch ",
                code("Single Role Attribute"),
                " on."
            ],
        );
    Some(Checked)
}
