crate::declare_rule! {
    /// No permission policy of the role allows what the service needs.
    ///
    /// ## Why AWS refuses it
    /// The role is given, and then the service asks for an action of its own: Amazon Connect for
    /// `connect:GetFederationToken` on the instance and the user, WorkSpaces for `workspaces:Stream` on the directory,
    /// AppStream for `appstream:Stream` on the stack. Names of stacks and identifiers are case-sensitive. Connect answers
    /// "Access denied, Please contact your AWS account administrator for assistance."; WorkSpaces and AppStream say that
    /// the user is not authorized.
    ///
    /// The policies that are pasted are taken as all that the role has, unless a list of its policies names more.
    ///
    /// ## What to do
    /// Add a statement for the action and the resource to a policy of the role. For Connect the resource may end in
    /// `/user/${aws:userid}`, or be `*` with the condition `connect:InstanceId`.
    ///
    /// ## Fires
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"RoleName": "ConnectAgents", "PolicyName": "Read", "PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "«connect:ListUsers»", "Resource": "*"}]}}
    /// ```
    /// > the role's policy allows `connect:ListUsers` and not `connect:GetFederationToken`, which Amazon Connect needs; it is taken as all that the role has
    ///
    /// The name of a stack is case-sensitive.
    /// ```xml base=appstream service=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "appstream:Stream", "Resource": "arn:aws:appstream:eu-west-1:444455556666:stack/«d»esigners"}]}
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=444455556666
    /// ```
    ///
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "workspaces:Stream", "Resource": "*", "Condition": {"StringEquals": {"workspaces:userId": "«ben»"}}}]}
    /// ```
    /// > the role's policy allows `workspaces:Stream` only where `workspaces:userId` is `ben`, and here it is `alopez`; it is taken as all that the role has
    ///
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "«Deny»", "Action": "workspaces:*", "Resource": "*"}]}
    /// ```
    ///
    /// The account's details show a role without any policy.
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"RoleDetailList": [{"RoleName": "ConnectAgents", "Arn": "«arn:aws:iam::444455556666:role/ConnectAgents»", "RolePolicyList": [], "AttachedManagedPolicies": []}]}
    /// ```
    /// > the role has no permission policy, and Amazon Connect needs `connect:GetFederationToken`
    ///
    /// Both lists of its policies are empty.
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// «{"PolicyNames": []}»
    /// ```
    /// ```+json
    /// {"AttachedPolicies": []}
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "connect:GetFederationToken", "Resource": "arn:aws:connect:eu-west-2:444455556666:instance/11111111-2222-3333-4444-555555555555/user/${aws:userid}"}]}
    /// ```
    /// ```+relay
    /// https://eu-west-2.console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555
    /// ```
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "workspaces:Stream", "Resource": "*", "Condition": {"StringEquals": {"workspaces:userId": "${saml:sub}"}}}]}
    /// ```
    ///
    /// ## Cannot tell
    /// ```xml base=connect service=connect needs=permission-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// The role has a second policy.
    /// ```xml base=connect service=connect needs=permission-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"RoleName": "ConnectAgents", "PolicyName": "Read", "PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "connect:ListUsers", "Resource": "*"}]}}
    /// ```
    /// ```+json
    /// {"PolicyNames": ["Read", "Federate"]}
    /// ```
    /// A version of a policy that is not in force.
    /// ```xml base=connect service=connect needs=permission-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"PolicyVersion": {"VersionId": "v1", "IsDefaultVersion": false, "Document": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "connect:ListUsers", "Resource": "*"}]}}}
    /// ```
    /// Details of which the attached policies were left out.
    /// ```xml base=connect service=connect needs=permission-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"RoleDetailList": [{"RoleName": "ConnectAgents", "Arn": "arn:aws:iam::444455556666:role/ConnectAgents", "RolePolicyList": []}]}
    /// ```
    "service-not-permitted" {
        title: "a role that may not use the service",
        severity: Error,
        stage: Service,
        needs: ["permission-policy"],
        explains: [],
        cites: [
            (
                "Amazon Connect Administrator Guide",
                "Troubleshoot SAML with Amazon Connect",
                "Access denied, Please contact your AWS account administrator for assistance."
            ),
            (
                "Amazon WorkSpaces Administration Guide",
                "Set up SAML 2.0: Embed an inline policy for the IAM role",
                "workspaces:Stream"
            ),
            (
                "AppStream 2.0 Administration Guide",
                "Setting up SAML: Embed an inline policy for the IAM role",
                "appstream:Stream"
            ),
        ],
        predicts: ["E21", "E30", "E40"],
    }
}

use super::grants::{Answer, weigh};
use super::resource::asked;
use crate::aws::services::Service;
use crate::lint::{Checked, Confidence, Cx, Findings, Need, Owner, RoleChoice, code};
use crate::say;

/// Every role is asked for in every policy, so their number is bounded. Users of these services have one role.
const MOST_ROLES: usize = 16;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let action = cx.service().permission()?;
    cx.role_assertion()?;
    let mut choices = cx.roles.iter().filter(|choice| choice.pair.role().is_some()).peekable();
    choices.peek()?;
    for (at, choice) in choices.enumerate() {
        match choice.pair.role().filter(|_| at >= MOST_ROLES) {
            Some(role) => out.lacks(Need::PermissionPolicy { role: role.text().to_owned() }),
            None => drop(check_role(cx, choice, action, out)),
        }
    }
    Some(Checked)
}

fn check_role(cx: &Cx<'_>, choice: &RoleChoice<'_>, action: &'static str, out: &mut Findings) -> Option<()> {
    let asked = asked(cx, choice);
    let (at, words) = match weigh(cx, choice, action, asked.as_ref(), out)? {
        Answer::Allowed => return None,
        Answer::Lacking(need) => {
            out.lacks(need);
            return None;
        }
        Answer::Refused(at, words) => (at, words),
    };
    let error = match cx.service() {
        Service::Connect => "E21",
        Service::WorkSpaces => "E30",
        _ => "E40",
    };
    let advice = say!["Let a policy of the role allow ", code(action)];
    let advice = match asked.and_then(|asked| asked.for_policy()) {
        Some(resource) => advice.then(say![" on ", code(resource)]),
        None => advice,
    };
    let reported = out
        .find(at, words)
        .confidence(Confidence::Likely)
        .predicts(Some(error))
        .expected(code(action))
        .related(choice.value.text.span, "the role")
        .fix_by(Owner::AwsAdmin, advice.and("."));
    if cx.roles.len() > 1 {
        reported.for_role(choice.index);
    }
    None
}
