crate::declare_rule! {
    /// The Connect instance does not manage its users by SAML.
    ///
    /// ## Why AWS refuses it
    /// An instance takes federated users only if it was created with SAML 2.0-based authentication. The choice cannot be
    /// changed afterwards.
    ///
    /// ## What to do
    /// Create a new instance with SAML 2.0-based authentication, or let the users sign in as the instance wants it. Check
    /// first that the relay state names the right instance.
    ///
    /// ## Fires
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Instance": {"Id": "11111111-2222-3333-4444-555555555555", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/11111111-2222-3333-4444-555555555555", "IdentityManagementType": "«CONNECT_MANAGED»", "InstanceAlias": "example-centre"}}
    /// ```
    /// > the instance manages its users as `CONNECT_MANAGED` and not by SAML
    ///
    /// ## Does not fire
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Instance": {"Id": "11111111-2222-3333-4444-555555555555", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/11111111-2222-3333-4444-555555555555", "IdentityManagementType": "SAML", "InstanceAlias": "example-centre"}}
    /// ```
    "connect-instance-not-saml" {
        title: "a Connect instance without SAML",
        severity: Error,
        stage: Service,
        needs: [],
        explains: ["connect-user-missing"],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Configure SAML with IAM for Amazon Connect: Select SAML 2.0-based authentication",
            "SAML 2.0-based authentication"
        )],
        predicts: ["E23"],
    }
}

use super::instance;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (known, item) = instance::of_message(cx)?;
    let managed = known.identity_management_type.as_ref()?;
    out.used(item, "It says how the instance manages its users.");
    if managed.as_str() != "SAML" {
        out.find(
            managed.span,
            say!["the instance manages its users as ", code(managed.as_str()), " and not by SAML"],
        )
        .confidence(Confidence::Likely)
        .expected(code("SAML"))
        .found(code(managed.as_str()))
        .fix_by(
            Owner::ServiceAdmin,
            "Use an instance that was created with SAML 2.0-based authentication; it cannot be switched later.",
        );
    }
    Some(Checked)
}
