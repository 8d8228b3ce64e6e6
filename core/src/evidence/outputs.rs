//! What the outputs of AWS that were supplied hold, brought together by kind, each with the item that it stood in.
//!
//! It deliberately compares nothing with a message: rules do, and say which item they used.

use super::{Evidence, Item};
use crate::aws::outputs::{
    AppStreamEntitlements, AppStreamStacks, CliArguments, ConnectInstances, ConnectUsers, Event,
    IdentityCenterUsers, Infrastructure, OrganizationPolicy, Output, PermissionPolicy, PolicySource, Profile,
    ProviderList, Role, RolePolicies, Roles, SamlProvider, UserNames, WorkSpaces, WorkSpacesDirectories,
};
use crate::aws::services::Service;
use crate::source::Text;

/// Something that was supplied, and the index of the item that it stood in.
#[derive(Debug, Clone, Copy)]
pub struct Of<'e, T> {
    pub item: usize,
    pub value: &'e T,
}

/// The outputs of all items.
#[derive(Debug, Default)]
pub struct Outputs(Vec<(usize, Output)>);

impl Outputs {
    pub(super) fn gather(items: &[Item]) -> Self {
        let outputs = items.iter().enumerate();
        Self(outputs.filter_map(|(index, item)| Some((index, item.output.clone()?))).collect())
    }

    fn pick<'e, T: 'e>(
        &'e self,
        pick: impl Fn(&'e Output) -> Option<&'e T>,
    ) -> impl Iterator<Item = Of<'e, T>> {
        self.0.iter().filter_map(move |(item, output)| Some(Of { item: *item, value: pick(output)? }))
    }

    fn each<'e, T: 'e>(&'e self, list: impl Fn(&'e Output) -> &'e [T]) -> impl Iterator<Item = Of<'e, T>> {
        self.0
            .iter()
            .flat_map(move |(item, output)| list(output).iter().map(|value| Of { item: *item, value }))
    }

    /// Terraform files and CloudFormation templates.
    pub fn infrastructure(&self) -> impl Iterator<Item = Of<'_, Infrastructure>> {
        self.pick(|output| match output {
            Output::Terraform(infrastructure) | Output::CloudFormation(infrastructure) => {
                Some(infrastructure)
            }
            _ => None,
        })
    }

    /// Roles, wherever they stood.
    pub fn roles(&self) -> impl Iterator<Item = Of<'_, Role>> {
        self.each(|output| match output {
            Output::Role(role) => std::slice::from_ref(&**role),
            Output::Roles(roles) => &roles.roles,
            Output::Terraform(infrastructure) | Output::CloudFormation(infrastructure) => {
                &infrastructure.roles
            }
            _ => &[],
        })
    }

    /// Lists of roles, as `aws iam list-roles` prints them.
    pub fn role_lists(&self) -> impl Iterator<Item = Of<'_, Roles>> {
        self.pick(|output| match output {
            Output::Roles(roles) => Some(roles),
            _ => None,
        })
    }

    /// Trust policies of which nothing says whose they are.
    pub fn trust_policies(&self) -> impl Iterator<Item = Of<'_, PolicySource>> {
        self.each(|output| match output {
            Output::TrustPolicy(policy) => std::slice::from_ref(policy),
            Output::Terraform(infrastructure) | Output::CloudFormation(infrastructure) => {
                &infrastructure.trust_policies
            }
            _ => &[],
        })
    }

    pub fn permission_policies(&self) -> impl Iterator<Item = Of<'_, PermissionPolicy>> {
        self.each(|output| match output {
            Output::PermissionPolicy(policy) => std::slice::from_ref(policy),
            Output::Roles(roles) => &roles.policies,
            Output::Terraform(infrastructure) | Output::CloudFormation(infrastructure) => {
                &infrastructure.permission_policies
            }
            _ => &[],
        })
    }

    pub fn role_policies(&self) -> impl Iterator<Item = Of<'_, RolePolicies>> {
        self.each(|output| match output {
            Output::RolePolicies(policies) => std::slice::from_ref(policies),
            Output::Roles(roles) => &roles.named,
            _ => &[],
        })
    }

    /// Service and resource control policies.
    pub fn organization_policies(&self) -> impl Iterator<Item = Of<'_, OrganizationPolicy>> {
        self.pick(|output| match output {
            Output::OrganizationPolicy(policy) => Some(policy),
            _ => None,
        })
    }

    /// The account's lists of SAML providers.
    pub fn provider_lists(&self) -> impl Iterator<Item = Of<'_, ProviderList>> {
        self.pick(|output| match output {
            Output::ProviderList(list) => Some(list),
            _ => None,
        })
    }

    /// SAML providers in full, as `get-saml-provider` prints one; also those that a template declares.
    pub fn saml_providers(&self) -> impl Iterator<Item = Of<'_, SamlProvider>> {
        self.each(|output| match output {
            Output::SamlProvider(provider) => std::slice::from_ref(&**provider),
            Output::Terraform(infrastructure) | Output::CloudFormation(infrastructure) => {
                &infrastructure.providers
            }
            _ => &[],
        })
    }

    pub fn connect_users(&self) -> impl Iterator<Item = Of<'_, ConnectUsers>> {
        self.pick(|output| match output {
            Output::ConnectUsers(users) => Some(users),
            _ => None,
        })
    }

    pub fn connect_instances(&self) -> impl Iterator<Item = Of<'_, ConnectInstances>> {
        self.pick(|output| match output {
            Output::ConnectInstances(instances) => Some(instances),
            _ => None,
        })
    }

    /// Names alone, one a line.
    pub fn user_names(&self) -> impl Iterator<Item = Of<'_, UserNames>> {
        self.pick(|output| match output {
            Output::UserNames(names) => Some(names),
            _ => None,
        })
    }

    pub fn events(&self) -> impl Iterator<Item = Of<'_, Event>> {
        self.each(|output| match output {
            Output::CloudTrail(trail) => &trail.events,
            _ => &[],
        })
    }

    pub fn workspaces(&self) -> impl Iterator<Item = Of<'_, WorkSpaces>> {
        self.pick(|output| match output {
            Output::WorkSpaces(workspaces) => Some(workspaces),
            _ => None,
        })
    }

    pub fn workspaces_directories(&self) -> impl Iterator<Item = Of<'_, WorkSpacesDirectories>> {
        self.pick(|output| match output {
            Output::WorkSpacesDirectories(directories) => Some(directories),
            _ => None,
        })
    }

    pub fn identity_center_users(&self) -> impl Iterator<Item = Of<'_, IdentityCenterUsers>> {
        self.pick(|output| match output {
            Output::IdentityCenterUsers(users) => Some(users),
            _ => None,
        })
    }

    pub fn appstream_stacks(&self) -> impl Iterator<Item = Of<'_, AppStreamStacks>> {
        self.pick(|output| match output {
            Output::AppStreamStacks(stacks) => Some(stacks),
            _ => None,
        })
    }

    pub fn appstream_entitlements(&self) -> impl Iterator<Item = Of<'_, AppStreamEntitlements>> {
        self.pick(|output| match output {
            Output::AppStreamEntitlements(entitlements) => Some(entitlements),
            _ => None,
        })
    }

    /// URLs of AWS to which a sign-in leads, each alone on its line.
    pub fn relay_states(&self) -> impl Iterator<Item = Of<'_, Text>> {
        self.pick(|output| match output {
            Output::RelayState(url) => Some(url),
            _ => None,
        })
    }

    /// What service providers outside AWS want.
    pub fn profiles(&self) -> impl Iterator<Item = Of<'_, Profile>> {
        self.pick(|output| match output {
            Output::Profile(profile) => Some(profile),
            _ => None,
        })
    }

    /// Of each output that only one service has, the service.
    pub fn services(&self) -> impl Iterator<Item = Service> {
        self.0.iter().filter_map(|(_, output)| match output {
            Output::ConnectUsers(_) | Output::ConnectInstances(_) => Some(Service::Connect),
            Output::WorkSpaces(_) | Output::WorkSpacesDirectories(_) => Some(Service::WorkSpaces),
            Output::AppStreamStacks(_) | Output::AppStreamEntitlements(_) => Some(Service::AppStream),
            _ => None,
        })
    }

    /// Arguments of AWS CLI commands.
    pub fn cli_arguments(&self) -> impl Iterator<Item = Of<'_, CliArguments>> {
        self.pick(|output| match output {
            Output::CliArguments(arguments) => Some(arguments),
            _ => None,
        })
    }
}

impl Evidence {
    /// Whether anything of AWS was supplied.
    pub fn has_outputs(&self) -> bool {
        !self.outputs.0.is_empty()
    }
}
