//! What the service's own action is asked on, as far as the message and the evidence name it.
//!
//! It deliberately makes no ARN of which a part is not known.

use super::{tagged, target};
use crate::aws::policy::context::{Context, Federation, Found, for_session};
use crate::aws::services::Service;
use crate::lint::{Cx, RoleChoice};
use crate::source::Text;

/// The ARN that the action is asked on, and what a policy can test.
pub(super) struct Asked {
    pub resource: Option<String>,
    pub context: Context,
    /// Whether the role's identifier is known, of which `aws:userid` is made.
    pub role_id_known: bool,
}

impl Asked {
    /// The ARN as a policy would name it, for every user of a Connect instance.
    pub fn for_policy(&self) -> Option<String> {
        let resource = self.resource.as_ref()?;
        Some(match resource.split_once("/user/") {
            Some((instance, _)) => format!("{instance}/user/${{aws:userid}}"),
            None => resource.clone(),
        })
    }
}

/// Stands for the role's identifier where it is not known: a policy that works names it by `${aws:userid}` or `*`.
const SOME_ROLE_ID: &str = "AROAEXAMPLEROLEID0000";

pub(super) fn asked(cx: &Cx<'_>, choice: &RoleChoice<'_>) -> Option<Asked> {
    let (message, assertion) = (cx.message()?, cx.role_assertion()?);
    let (role, provider) = (choice.pair.role()?, choice.pair.provider()?);
    let same = |arn: &Text| arn.as_str() == role.text();
    let known_id = cx.evidence.outputs.roles().find_map(|known| {
        known.value.role_id.as_ref().filter(|_| known.value.arn.as_ref().is_some_and(same))
    });
    let role_id = known_id.map_or(SOME_ROLE_ID, Text::as_str);
    let federation = Federation {
        message,
        assertion,
        provider: provider.text(),
        provider_span: choice.value.text.span,
        at: None,
    };
    let mut context = for_session(&federation, Some(role_id));
    let subject = context.find("saml:sub").clone();
    let relay = target::relay(cx);
    let partition = role.known_partition()?.id();
    let region = target::region(cx);
    let account = role.account_id();
    let arn = |service: &str, rest: String| {
        Some(format!("arn:{partition}:{service}:{}:{}:{rest}", region.as_ref()?, account?))
    };
    let resource = match cx.service() {
        Service::Connect => relay.as_ref().and_then(target::Relay::instance).and_then(|(instance, _)| {
            context = context.clone().with("connect:InstanceId", Found::value(instance));
            let name = cx.aws_attributes("RoleSessionName").next()?.values.first()?.text.trimmed().0;
            arn("connect", format!("instance/{instance}/user/{role_id}:{name}"))
        }),
        Service::WorkSpaces => {
            context = context.with("workspaces:userId", subject);
            directory(cx).and_then(|id| arn("workspaces", format!("directory/{id}")))
        }
        Service::AppStream => {
            context = context.with("appstream:userId", subject);
            let stack = relay.as_ref().and_then(|relay| relay.part(|relay| &relay.stack));
            stack.and_then(|(stack, _)| arn("appstream", format!("stack/{stack}")))
        }
        Service::Iam | Service::IdentityCenter | Service::Generic => None,
    };
    Some(Asked { resource, context, role_id_known: known_id.is_some() })
}

/// The directory of the registration code in the relay state; else the one of the user's WorkSpace.
fn directory<'a>(cx: &Cx<'a>) -> Option<&'a str> {
    let by_code = super::directory::of_message(cx).and_then(|(directory, _)| directory.directory_id.as_ref());
    let user = cx.assertion()?.subject.as_ref()?.name_id.as_ref()?.text.trimmed().0;
    let alternative = tagged::value(cx, "ClientUserName").is_none();
    let of_user = || {
        let mut all = cx.evidence.outputs.workspaces().flat_map(|list| &list.value.workspaces);
        let own = all
            .find(|one| one.user_name.as_ref().is_some_and(|name| name.as_str().eq_ignore_ascii_case(user)));
        own?.directory_id.as_ref().filter(|_| alternative)
    };
    by_code.or_else(of_user).map(Text::as_str)
}
