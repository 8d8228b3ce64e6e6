crate::declare_rule! {
    /// A permission policy tests a key of SAML that exists only while the role is assumed.
    ///
    /// ## Why it matters
    /// Of the keys that come from an assertion, `saml:sub`, `saml:sub_type` and `saml:namequalifier` stay with the session. The others,
    /// such as `saml:aud` and `saml:iss`, are gone after the sign-in: a condition on one of them in a permission policy finds nothing
    /// to compare. Most operators fail then, so the statement never applies, and the user may do less than was meant, or a `Deny`
    /// denies nothing. Operators that hold without the key hold always.
    ///
    /// ## What to do
    /// Test the key in the trust policy. What the session shall know, send as a session tag, and test `aws:PrincipalTag`.
    ///
    /// ## Fires
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "connect:GetFederationToken", "Resource": "*", "Condition": {"StringEquals": {"«SAML:aud»": "https://signin.aws.amazon.com/saml"}}}]}
    /// ```
    /// > the permission policy tests `SAML:aud`, which exists only while the role is assumed, so the statement never applies
    ///
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": {"StringNotEquals": {"«saml:iss»": "https://idp.example.com/saml"}}}]}
    /// ```
    ///
    /// ## Does not fire
    /// These three stay with the session, and tags do.
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "workspaces:Stream", "Resource": "*", "Condition": {"StringEquals": {"workspaces:userId": "${saml:sub}", "saml:sub_type": "persistent", "aws:PrincipalTag/team": "blue"}, "Null": {"saml:namequalifier": "false"}}}]}
    /// ```
    /// Whether the key exists may be asked.
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {"Null": {"saml:aud": "true"}}}]}
    /// ```
    /// A trust policy may test them all.
    /// ```json na
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}]}
    /// ```
    "permission-key-gone" {
        title: "a permission policy with a key that the session does not have",
        severity: Warning,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "IAM and AWS STS condition context keys: available keys for AWS SAML federation",
            "No other SAML-based federation condition keys are available for use after the initial"
        )],
        predicts: [],
    }
}

use crate::aws::outputs::{Output, PermissionPolicy, PolicySource};
use crate::aws::policy::context::is_gone_after_sign_in;
use crate::aws::policy::operators::{Family, SetQualifier};
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

/// Places that are named of one paste.
const MOST: usize = 32;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let policies: &[PermissionPolicy] = match cx.item.output.as_ref()? {
        Output::PermissionPolicy(policy) => std::slice::from_ref(policy),
        Output::Roles(roles) => &roles.policies,
        Output::Terraform(infrastructure) | Output::CloudFormation(infrastructure) => {
            &infrastructure.permission_policies
        }
        _ => &[],
    };
    policies.first()?;
    let documents = policies.iter().map(|policy| &policy.document);
    let documents = PolicySource::read_all(documents, cx.sources, cx.limits);
    let statements = documents.iter().flat_map(|document| &document.statements);
    let conditions = statements.flat_map(|statement| &statement.conditions);
    let gone = conditions.filter(|condition| is_gone_after_sign_in(condition.key.as_str()));
    let tested = gone.filter_map(|condition| Some((condition, condition.test?)));
    for (condition, operator) in tested.filter(|(_, operator)| operator.family != Family::Null).take(MOST) {
        let holds =
            operator.negated || operator.if_exists || operator.set == Some(SetQualifier::ForAllValues);
        out.find(
            condition.key.span,
            say![
                "the permission policy tests ",
                code(condition.key.as_str()),
                ", which exists only while the role is assumed, so ",
                if holds { "the condition always holds" } else { "the statement never applies" }
            ],
        )
        .fix_by(Owner::AwsAdmin, "Test the key in the trust policy, or send a session tag and test that.");
    }
    Some(Checked)
}
