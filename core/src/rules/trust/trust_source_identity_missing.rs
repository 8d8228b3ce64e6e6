crate::declare_rule! {
    /// The message sends a source identity, and the trust policy does not allow `sts:SetSourceIdentity`.
    ///
    /// ## Why AWS refuses it
    /// The attribute `SourceIdentity` sets the source identity of the session. That takes `sts:SetSourceIdentity` besides
    /// `sts:AssumeRoleWithSAML` in the trust policy. Without it the sign-in fails as a whole, and AWS names only
    /// `sts:AssumeRoleWithSAML`.
    ///
    /// ## What to do
    /// Add `sts:SetSourceIdentity` to the `Action` of the statement. Or stop sending the attribute.
    ///
    /// ## Fires
    /// ```xml
    /// ‹<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">›
    ///   <saml:AttributeValue>ana</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "«sts:AssumeRoleWithSAML»"}]}}}
    /// ```
    /// > the message sends a source identity, but the trust policy does not allow `sts:SetSourceIdentity`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>ana</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": ["sts:AssumeRoleWithSAML", "sts:SetSourceIdentity"]}]}
    /// ```
    ///
    /// It may stand in a statement of its own.
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
    ///   <saml:AttributeValue>ana</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}, {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:SetSourceIdentity"}]}
    /// ```
    ///
    /// Nothing asks for it.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    "trust-source-identity-missing" {
        title: "a trust policy without `sts:SetSourceIdentity`",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05"],
    }
}

use super::companion_action;
use crate::aws::policy::trust::StsAction;
use crate::lint::{Checked, Cx, Findings};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    companion_action::missing(cx, out, StsAction::SetSourceIdentity, "a source identity")
}
