crate::declare_rule! {
    /// An `AccessControl:` attribute is sent, which only IAM Identity Center reads.
    ///
    /// ## Why it matters
    /// `AccessControl:` carries attributes for access control to IAM Identity Center. In a sign-in through a role of IAM
    /// it is ignored, and policies that test the tag find none. The attribute for IAM is `PrincipalTag:`.
    ///
    /// ## What to do
    /// If a policy needs the tag, rename the attribute to `PrincipalTag:` and allow `sts:TagSession` in the role's trust
    /// policy. Else leave it out.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/«AccessControl:»team"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// ```
    /// > `AccessControl:team` is read by IAM Identity Center only; for a role of IAM the name is `PrincipalTag:team`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// To IAM Identity Center it is right:
    /// ```xml service=identity-center na also=name-id-format-for-identity-center
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/AccessControl:team"><saml:AttributeValue>orders</saml:AttributeValue></saml:Attribute>
    /// ```
    "access-control-attribute" {
        title: "an attribute that only IAM Identity Center reads",
        severity: Warning,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM Identity Center User Guide",
            "Attributes for access control",
            "https://aws.amazon.com/SAML/Attributes/AccessControl:{TagKey}"
        )],
        predicts: [],
    }
}

use crate::aws::attributes::{self, AttributeName, LookAlikeReason, PREFIX};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for attribute in &cx.role_assertion()?.attributes {
        let (Some(name), AttributeName::LookAlike(found)) =
            (&attribute.name, attributes::recognise(attribute.name()))
        else {
            continue;
        };
        if found.why != LookAlikeReason::AccessControl {
            continue;
        }
        let (own, meant) = (short(name.as_str()), short(&found.meant));
        out.find(
            name.sub(found.range),
            say![
                code(own),
                " is read by IAM Identity Center only; for a role of IAM the name is ",
                code(meant)
            ],
        )
        .expected(say![code(&found.meant)])
        .found(say![code(name.as_str())])
        .fix_at_idp(
            Setting::PrincipalTag,
            say![
                "Rename the attribute to ",
                code(&found.meant),
                " if a policy tests the tag, else remove it."
            ],
        );
    }
    Some(Checked)
}

fn short(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}
