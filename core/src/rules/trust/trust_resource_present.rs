crate::declare_rule! {
    /// A statement of the trust policy names a resource.
    ///
    /// ## Why it matters
    /// A trust policy belongs to one role, so it has no `Resource`. IAM does not save a trust policy that has one; it was probably meant
    /// as a permission policy, or the other way round.
    ///
    /// ## What to do
    /// Take `Resource` out of the trust policy. What the role may do belongs into a permission policy.
    ///
    /// ## Fires
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "«Resource»": "*"}]}
    /// ```
    /// > the trust policy names a `Resource`; a trust policy has none
    ///
    /// ## Does not fire
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    "trust-resource-present" {
        title: "a trust policy with a resource",
        severity: Warning,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "A permission policy that was posted as a trust policy",
            "A statement with Resource: arn:aws:sts::…:user/Provider is not a trust policy"
        )],
        predicts: [],
    }
}

use super::pasted;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for policy in pasted::policies(cx)? {
        for clause in policy.document.statements.iter().filter_map(|statement| statement.resource.as_ref()) {
            out.find(
                clause.name,
                say!["the trust policy names a ", code("Resource"), "; a trust policy has none"],
            )
            .confidence(Confidence::Likely)
            .fix_by(Owner::AwsAdmin, "Take it out of the trust policy.");
        }
    }
    Some(Checked)
}
