crate::declare_rule! {
    /// The assertion for WorkSpaces lacks the tag `Email`.
    ///
    /// ## Why it matters
    /// AWS lists `PrincipalTag:Email` among the attributes that an assertion for WorkSpaces must have; its value must be the
    /// e-mail address that the user has in the directory. Where it is missing or another one, the client may say "Something
    /// went wrong: An error occurred while launching your WorkSpace".
    ///
    /// ## What to do
    /// Map the user's e-mail address to `https://aws.amazon.com/SAML/Attributes/PrincipalTag:Email`, and let the role's trust
    /// policy allow `sts:TagSession`.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces without=AttributeStatement in=Assertion
    /// «<saml:AttributeStatement>»<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><saml:AttributeValue>arn:aws:iam::444455556666:role/WorkSpacesUsers,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue></saml:Attribute><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><saml:AttributeValue>ana.lopez</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
    /// ```
    /// > the assertion has no `PrincipalTag:Email`, which Amazon WorkSpaces compares with the directory
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Email"><saml:AttributeValue>ana.lopez@example.com</saml:AttributeValue></saml:Attribute>
    /// ```
    /// Other services do not ask for it.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "workspaces-email-missing" {
        title: "no e-mail address for WorkSpaces",
        severity: Warning,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0: Create assertions for the SAML authentication response",
            "https://aws.amazon.com/SAML/Attributes/PrincipalTag:Email"
        )],
        predicts: ["E33"],
    }
}

use super::tagged;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    if cx.service() != Service::WorkSpaces || !assertion.encrypted_attributes.is_empty() {
        return None;
    }
    if tagged::value(cx, "Email").is_none() {
        let at = assertion.attribute_statements.first().copied().unwrap_or(assertion.tag);
        out.find(
            at,
            say![
                "the assertion has no ",
                code("PrincipalTag:Email"),
                ", which Amazon WorkSpaces compares with the directory"
            ],
        )
        .confidence(Confidence::Likely)
        .expected("the user's e-mail address in the directory")
        .fix_at_idp(
            Setting::PrincipalTag,
            "Map the user's e-mail address to the attribute PrincipalTag:Email.",
        );
    }
    Some(Checked)
}
