crate::declare_rule! {
    /// Whether the trust policy lets the message in depends on something that cannot be seen here.
    ///
    /// ## Why it matters
    /// Some conditions are on the request and not on the message: the address of the browser, the organisation. Others are on values
    /// that AWS does not document exactly. Such a condition may be the cause of "Not authorized to perform
    /// sts:AssumeRoleWithSAML".
    ///
    /// ## What to do
    /// Compare the condition with what you know, or look at the event that CloudTrail recorded of the sign-in.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"IpAddress": {"«aws:SourceIp»": "192.0.2.0/24"}}}]}}}
    /// ```
    /// > whether the role can be assumed depends on `aws:SourceIp`, which only AWS sees
    ///
    /// Real events show the short form of this format, and the documentation says the long one.
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified">ana</saml:NameID>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Condition": {"StringEquals": {"«SAML:sub_type»": "unspecified"}}}]}
    /// ```
    /// > whether the role can be assumed depends on `SAML:sub_type`, which can be read in more than one way from this message
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [«{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML", "Resource": "*"}»]}
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    "trust-undecided" {
        title: "a trust policy that depends on what only AWS sees",
        severity: Warning,
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

use super::refusal;
use crate::aws::policy::context::{Found, Obscurity};
use crate::aws::policy::trace::{ConditionTrace, StatementTrace};
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Standing, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let evaluated = refusal::evaluated(cx);
    evaluated.first()?;
    for (trust, choice) in evaluated.into_iter().filter(|(trust, _)| trust.standing == Standing::Undecided) {
        let Some(decided) = &trust.trust else { continue };
        let all = decided.actions.iter().flat_map(|(_, evaluation)| &evaluation.statements);
        let open: Vec<&StatementTrace<'_>> =
            all.filter(|statement| statement.applies == crate::aws::policy::Truth::Unknown).collect();
        let conditions: Vec<&ConditionTrace<'_>> =
            open.iter().flat_map(|statement| statement.open()).collect();
        let place = conditions.first().map(|condition| condition.condition.key.span);
        let statement = open.first().map(|statement| statement.statement.span);
        let Some(place) = place.or(statement).or(trust.policy.map(|policy| policy.document.span)) else {
            continue;
        };
        let message = match conditions.first() {
            Some(condition) => {
                say!["whether the role can be assumed depends on ", code(condition.condition.key.as_str()),]
                    .then(why(condition))
            }
            None if statement_names_everybody(&open) => say![
                "whether the role can be assumed depends on ",
                code("*"),
                " as a principal, and AWS does not document whether it means SAML providers, too"
            ],
            None => say![
                "whether the role can be assumed depends on a part of the policy that IAM would not have saved so"
            ],
        };
        out.find(place, message).for_role(choice.index).confidence(Confidence::Possible);
    }
    Some(Checked)
}

/// Whether the first of the statements is for every principal.
fn statement_names_everybody(open: &[&StatementTrace<'_>]) -> bool {
    let principal = open.first().and_then(|trace| trace.statement.principal.as_ref());
    principal.is_some_and(|clause| clause.items.iter().any(|principal| principal.value.as_str() == "*"))
}

fn why(condition: &ConditionTrace<'_>) -> Message {
    match condition.found {
        Found::Unknown(Obscurity::Encrypted) => ", which may stand in an encrypted attribute".into(),
        Found::Unknown(Obscurity::OnlyAws) => ", which only AWS sees".into(),
        Found::Unknown(_) | Found::OneOf(_) => {
            ", which can be read in more than one way from this message".into()
        }
        Found::Values(_) | Found::Absent(_) => {
            ", and AWS does not document what its operator makes of this".into()
        }
    }
}
