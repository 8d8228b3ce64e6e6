//! The policies that decide whether a role can be assumed, read once for all messages.
//!
//! It deliberately evaluates none of them: that takes a message.

use super::Outputs;
use crate::aws::outputs::{PolicySource, Role};
use crate::aws::policy::Document;
use crate::limits::Limits;
use crate::source::{Sources, Text};

#[derive(Debug, Default)]
pub struct Policies {
    pub trust: Vec<TrustPolicy>,
    pub organization: Vec<OrganizationControl>,
}

/// A trust policy that was supplied.
#[derive(Debug)]
pub struct TrustPolicy {
    /// Index of its item.
    pub item: usize,
    /// The ARN of the role that it stood in, where one is said.
    pub arn: Option<Text>,
    /// The role's name, where one is said.
    pub role_name: Option<Text>,
    /// Whether it stood in a role, whether or not that one has a name.
    pub of_a_role: bool,
    pub document: Document,
    /// Whether it holds something that a template does not say.
    pub has_unknowns: bool,
}

/// A service or resource control policy.
#[derive(Debug)]
pub struct OrganizationControl {
    /// Index of its item.
    pub item: usize,
    pub document: Document,
}

impl Policies {
    pub(super) fn read(outputs: &Outputs, sources: &Sources, limits: &Limits) -> Self {
        let of_roles: Vec<(usize, &Role, &PolicySource)> = outputs
            .roles()
            .filter_map(|role| Some((role.item, role.value, role.value.trust_policy.as_ref()?)))
            .collect();
        let documents = PolicySource::read_all(of_roles.iter().map(|(.., policy)| *policy), sources, limits);
        let mut trust: Vec<TrustPolicy> = of_roles
            .into_iter()
            .zip(documents)
            .map(|((item, role, policy), document)| TrustPolicy {
                item,
                arn: role.arn.clone(),
                role_name: role.role_name.clone(),
                of_a_role: true,
                document,
                has_unknowns: !policy.unresolved.is_empty() || role.path_is_open,
            })
            .collect();
        let bare: Vec<_> = outputs.trust_policies().collect();
        let documents = PolicySource::read_all(bare.iter().map(|policy| policy.value), sources, limits);
        trust.extend(bare.into_iter().zip(documents).map(|(policy, document)| TrustPolicy {
            item: policy.item,
            arn: None,
            role_name: policy.value.role_name.clone(),
            of_a_role: policy.value.role_name.is_some(),
            document,
            has_unknowns: !policy.value.unresolved.is_empty(),
        }));
        let controls: Vec<_> = outputs
            .organization_policies()
            .filter_map(|control| Some((control.item, control.value.document.as_ref()?)))
            .collect();
        let documents = PolicySource::read_all(controls.iter().map(|(_, policy)| *policy), sources, limits);
        let organization = controls
            .into_iter()
            .zip(documents)
            .map(|((item, _), document)| OrganizationControl { item, document })
            .collect();
        Self { trust, organization }
    }
}
