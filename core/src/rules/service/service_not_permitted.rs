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

use super::permissions::{Gap, Said, Why, ask};
use super::resource::asked;
use crate::aws::outputs::PermissionPolicy;
use crate::aws::services::Service;
use crate::evidence::Of;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Need, Owner, RoleChoice, code};
use crate::say;
use crate::source::{Span, Text};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let action = cx.service().permission()?;
    cx.role_assertion()?;
    let mut choices = cx.roles.iter().filter(|choice| choice.pair.role().is_some()).peekable();
    choices.peek()?;
    for choice in choices {
        check_role(cx, choice, action, out);
    }
    Some(Checked)
}

fn check_role(cx: &Cx<'_>, choice: &RoleChoice<'_>, action: &'static str, out: &mut Findings) -> Option<()> {
    let role = choice.pair.role()?;
    let need = Need::PermissionPolicy { role: role.text().to_owned() };
    let (own, foreign): (Vec<_>, Vec<_>) = cx.evidence.outputs.permission_policies().partition(|policy| {
        policy.value.role_name.as_ref().is_none_or(|name| name.as_str() == role.resource_name())
    });
    for policy in foreign {
        out.left_aside(policy.item, "It belongs to a role that the message does not name.");
    }
    let asked = asked(cx, choice);
    let (Some(asked), false) = (asked, own.is_empty()) else {
        out.lacks(need);
        return None;
    };
    let mut gaps: Vec<(Gap, usize)> = Vec::new();
    let mut open = false;
    let mut allowed = None;
    for policy in &own {
        match ask(cx, policy.value, action, asked.resource.as_deref(), &asked.context) {
            Said::Allows => allowed = Some(policy.item),
            Said::Denies(span) => {
                out.used(policy.item, "It denies what the service needs.");
                let words = say![
                    "the role's policy denies ",
                    code(action),
                    ", which ",
                    cx.service().title(),
                    " needs"
                ];
                report(cx, choice, out, span, words, action);
                return None;
            }
            // A user whose identifier is written out may be this one.
            Said::DoesNotAllow(Gap { why: Why::Resource(written), .. })
                if !asked.role_id_known && names_a_user(&written) =>
            {
                open = true;
            }
            Said::DoesNotAllow(gap) => gaps.push((gap, policy.item)),
            Said::CannotTell => open = true,
        }
    }
    if let Some(item) = allowed.filter(|_| !open) {
        out.used(item, "It allows what the service needs.");
        return None;
    }
    if open || allowed.is_some() {
        out.lacks(need);
        return None;
    }
    if let Some(missing) = not_supplied(cx, &own, role.text()) {
        for (_, item) in gaps {
            out.left_aside(
                item,
                "It does not allow what the service needs, but the role has other policies.",
            );
        }
        out.lacks(missing);
        return None;
    }
    let rank = |gap: &Gap| match gap.why {
        Why::Condition { .. } => 0,
        Why::Resource(_) => 1,
        Why::Action(_) => 2,
    };
    let (gap, item) = gaps.into_iter().min_by_key(|(gap, _)| rank(gap))?;
    out.used(item, "It is taken as all that the role has, and does not allow what the service needs.");
    let words = match &gap.why {
        Why::Action(Some(other)) => say![
            "the role's policy allows ",
            code(other),
            " and not ",
            code(action),
            ", which ",
            cx.service().title(),
            " needs"
        ],
        Why::Action(None) => say!["the role's policy does not allow ", code(action)],
        Why::Resource(written) => {
            let words = say!["the role's policy allows ", code(action), " on ", code(written)];
            match &asked.resource {
                Some(resource) => words.then(say![" and not on ", code(resource)]),
                None => words.and(" only"),
            }
        }
        Why::Condition { key, wanted, found } => {
            let words = say![
                "the role's policy allows ",
                code(action),
                " only where ",
                code(key),
                " is ",
                code(wanted)
            ];
            match found {
                Some(found) => words.then(say![", and here it is ", code(found)]),
                None => words.and(", and here there is none"),
            }
        }
    };
    report(cx, choice, out, gap.span, words.and("; it is taken as all that the role has"), action);
    None
}

fn report(
    cx: &Cx<'_>,
    choice: &RoleChoice<'_>,
    out: &mut Findings,
    at: Span,
    words: Message,
    action: &'static str,
) {
    let error = match cx.service() {
        Service::Connect => "E21",
        Service::WorkSpaces => "E30",
        _ => "E40",
    };
    let resource = asked(cx, choice).and_then(|asked| asked.resource);
    let mut advice = say!["Let a policy of the role allow ", code(action)];
    if let Some(resource) = resource {
        // Written so that it serves every user of the instance.
        let resource = match resource.split_once("/user/") {
            Some((instance, _)) => format!("{instance}/user/${{aws:userid}}"),
            None => resource,
        };
        advice = advice.then(say![" on ", code(resource)]);
    }
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
}

/// Whether a resource names a user of Connect by an identifier that is written out.
fn names_a_user(resource: &str) -> bool {
    resource.split_once("/user/").is_some_and(|(_, user)| !matches!(user, "${aws:userid}" | "*"))
}

/// A policy that a list of the role's policies names and that is not supplied.
fn not_supplied(cx: &Cx<'_>, own: &[Of<'_, PermissionPolicy>], role: &str) -> Option<Need> {
    let names = || own.iter().filter_map(|policy| policy.value.policy_name.as_ref()).map(Text::as_str);
    let unnamed = own.iter().filter(|policy| policy.value.policy_name.is_none()).count();
    let listed = || cx.evidence.outputs.role_policies().flat_map(|list| &list.value.policies);
    let inline = listed().filter(|policy| policy.arn.is_none()).filter_map(|policy| policy.name.as_ref());
    if let Some(name) = inline.map(Text::as_str).find(|name| !names().any(|known| known == *name))
        && unnamed == 0
    {
        return Some(Need::InlinePolicy { role: role.to_owned(), name: name.to_owned() });
    }
    // The document of an attached policy comes without its name.
    let attached = listed().filter(|policy| policy.arn.is_some()).count();
    (attached > unnamed).then(|| Need::PermissionPolicy { role: role.to_owned() })
}
