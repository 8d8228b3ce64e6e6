crate::declare_rule! {
    /// The message sends session tags, and the trust policy does not allow `sts:TagSession`.
    ///
    /// ## Why AWS refuses it
    /// Each `PrincipalTag` attribute becomes a session tag. Whoever passes tags needs `sts:TagSession` besides
    /// `sts:AssumeRoleWithSAML`, in the trust policy of every role that is assumed so. Without it the sign-in fails as a whole, and
    /// AWS names only `sts:AssumeRoleWithSAML`.
    ///
    /// ## What to do
    /// Add `sts:TagSession` to the `Action` of the statement, in every role that the provider may assume. Or send no tags to such
    /// roles.
    ///
    /// ## Fires
    /// ```xml
    /// ‹<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Team">›
    ///   <saml:AttributeValue>blue</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "«sts:AssumeRoleWithSAML»"}]}}}
    /// ```
    /// > the message sends session tags, but the trust policy does not allow `sts:TagSession`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Team">
    ///   <saml:AttributeValue>blue</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"]}]}
    /// ```
    ///
    /// It may stand in a statement of its own.
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Team">
    ///   <saml:AttributeValue>blue</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}, {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:TagSession"}]}
    /// ```
    ///
    /// Nothing asks for it.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    "trust-tag-session-missing" {
        title: "a trust policy without `sts:TagSession`",
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
    companion_action::missing(cx, out, StsAction::TagSession, "session tags")
}
