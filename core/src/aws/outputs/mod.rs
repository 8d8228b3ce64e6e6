//! What people paste besides the message: outputs of the AWS CLI, policies, events, templates, lists of names.
//!
//! It deliberately judges nothing and evaluates no policy. A recogniser looks at the outermost names of a document only, so
//! that a long capture costs it nothing; what it cannot tell is `None`. Every value keeps its place.

mod appstream;
mod certificate;
mod cli;
mod cloudformation;
mod cloudtrail;
mod connect;
mod details;
mod fields;
mod grid;
mod identity_center;
mod kind;
mod lines;
mod listing;
mod origin;
mod policy;
mod profile;
mod prompt;
mod provider;
mod role;
mod table;
mod terraform;
mod workspaces;

pub use appstream::{AppStreamEntitlements, AppStreamStacks, Entitlement, Stack};
pub use certificate::CertificateFragment;
pub use cli::{CliArguments, CliOption};
pub use cloudtrail::{CloudTrail, Event, RequestParameters, ResponseElements, UserIdentity};
pub use connect::{ConnectInstance, ConnectInstances, ConnectUser, ConnectUsers};
pub use grid::Table;
pub use identity_center::IdentityCenterUsers;
pub use kind::OutputKind;
pub use lines::UserNames;
pub use listing::Listing;
pub use origin::{PolicySource, Syntax};
pub use policy::{OrganizationPolicy, PermissionPolicy, PolicyKinds, RolePolicies, RolePolicy};
pub use profile::{Profile, ProfileAttribute};
pub use prompt::provider_asked;
pub use provider::{PrivateKeyEntry, ProviderList, SamlProvider};
pub use role::{Role, Roles};
pub use table::POLICY_IN_COLUMNS;
pub use workspaces::{Directory, WorkSpace, WorkSpaces, WorkSpacesDirectories};

use self::origin::Origin;
use crate::json::{self, Json, Kind, Value, hcl, intrinsics, yaml};
use crate::limits::Limits;
use crate::peel::{Leaf, LeafKind};
use crate::source::{Sources, Span, Text};

/// One recognised output.
#[derive(Debug, Clone)]
pub enum Output {
    /// `iam get-role`, or that role alone.
    Role(Box<Role>),
    /// `iam list-roles`, `get-account-authorization-details`.
    Roles(Roles),
    TrustPolicy(PolicySource),
    /// A bare permission policy, `iam get-role-policy`, `get-policy-version`.
    PermissionPolicy(PermissionPolicy),
    /// `organizations describe-policy`.
    OrganizationPolicy(OrganizationPolicy),
    /// `iam list-role-policies`, `list-attached-role-policies`.
    RolePolicies(RolePolicies),
    /// `iam list-saml-providers`.
    ProviderList(ProviderList),
    /// `iam get-saml-provider`. The metadata in it is a leaf of its own, whose `Context::held` names this one.
    SamlProvider(Box<SamlProvider>),
    /// `connect list-users`, `describe-user`, lines of either.
    ConnectUsers(ConnectUsers),
    /// `connect describe-instance`, `list-instances`.
    ConnectInstances(ConnectInstances),
    CloudTrail(CloudTrail),
    Terraform(Infrastructure),
    CloudFormation(Infrastructure),
    /// `workspaces describe-workspaces`.
    WorkSpaces(WorkSpaces),
    /// `workspaces describe-workspace-directories`.
    WorkSpacesDirectories(WorkSpacesDirectories),
    /// `identitystore list-users`, `describe-user`.
    IdentityCenterUsers(IdentityCenterUsers),
    /// `appstream describe-stacks`.
    AppStreamStacks(AppStreamStacks),
    /// `appstream describe-entitlements`.
    AppStreamEntitlements(AppStreamEntitlements),
    /// A URL of AWS to which a sign-in leads, alone on its line.
    RelayState(Text),
    /// Names alone, one a line; whose they are is not said.
    UserNames(UserNames),
    CliArguments(CliArguments),
    /// What `--output table` prints; nothing of it is read.
    Table(Table),
    /// What a service provider outside AWS wants of an assertion.
    Profile(Profile),
    /// Lines around `X509Certificate`, as `grep -A` cuts them out.
    CertificateFragments(Vec<CertificateFragment>),
}

/// What a Terraform file or a CloudFormation template declares.
#[derive(Debug, Clone, Default)]
pub struct Infrastructure {
    pub roles: Vec<Role>,
    pub providers: Vec<SamlProvider>,
    pub permission_policies: Vec<PermissionPolicy>,
    /// Trust policies that no role of the file names.
    pub trust_policies: Vec<PolicySource>,
    /// Places that stand for something that the file does not say: references, variables, functions. A value that
    /// contains or equals one is not known.
    pub unresolved: Vec<Span>,
}

impl Infrastructure {
    /// Whether every character of a value is known.
    pub fn is_resolved(&self, text: &Text) -> bool {
        is_resolved(&self.unresolved, text)
    }

    /// The value, if every character of it is known.
    fn known(&self, text: Option<Text>) -> Option<Text> {
        text.filter(|text| self.is_resolved(text))
    }

    /// Whether a member stands there whose value is not known.
    fn is_open(&self, value: Option<Value<'_>>) -> bool {
        value.is_some_and(|value| self.known(value.as_text()).is_none())
    }

    fn is_empty(&self) -> bool {
        self.roles.is_empty()
            && self.providers.is_empty()
            && self.permission_policies.is_empty()
            && self.trust_policies.is_empty()
    }
}

/// Whether a value meets none of these places.
fn is_resolved(unresolved: &[Span], text: &Text) -> bool {
    let (start, end) = (text.span.bytes.start, text.span.bytes.end);
    !unresolved
        .iter()
        .any(|span| span.source == text.span.source && span.bytes.start < end && start < span.bytes.end)
}

/// Bytes of a text that are looked at: nobody pastes longer lists.
const MOST: usize = 1 << 20;

/// Looks at one leaf. `sources` holds what was unwrapped from it, too. A policy that a string of another leaf holds is
/// nothing of its own.
pub fn recognise(leaf: &Leaf, sources: &Sources, limits: &Limits) -> Option<Output> {
    let text = sources.excerpt(leaf.span);
    let syntax = match leaf.kind {
        LeafKind::Json => Syntax::Json,
        LeafKind::Yaml => Syntax::Yaml,
        LeafKind::Hcl => Syntax::Hcl,
        LeafKind::Xml => return certificate::read(text, leaf.span),
        LeafKind::Text if text.len() <= MOST => return terminal(text, leaf.span, sources, limits),
        _ => return None,
    };
    let output = document(&syntax.parse(text, leaf.span, limits), syntax, leaf.span, sources, limits);
    // A policy in a string belongs to the role, or the organisation, whose document holds it, and is read from there.
    let of_another = leaf.context.held.is_some();
    let mut output = output.filter(|output| {
        !(of_another && matches!(output, Output::TrustPolicy(_) | Output::PermissionPolicy(_)))
    })?;
    if let Some(command) = prompt::before(leaf.span, sources) {
        command.tell(&mut output);
    }
    Some(output)
}

/// A text, and commands with what they printed.
fn terminal(text: &str, span: Span, sources: &Sources, limits: &Limits) -> Option<Output> {
    let mut commands = None;
    let (mut rest, mut place) = (text, span);
    // Of several commands above an output it is the last one's.
    while let Some(command) = prompt::read(rest, place) {
        let start = (place.bytes.start as usize).saturating_add(command.end);
        rest = rest.get(command.end..)?;
        place = Span::new(span.source, start, span.bytes.end as usize);
        let first = match commands.take() {
            Some((first, _)) => first,
            None => command.arguments.clone(),
        };
        commands = Some((first, command));
    }
    let read = None
        .or_else(|| lines::read(rest, place))
        .or_else(|| in_plain_text(rest, place, sources, limits))
        .or_else(|| {
            let lists = commands.as_ref()?.1.arguments.operation.as_str() == "list-users";
            lists.then(|| lines::names_printed(rest, place))?
        });
    let Some(mut output) = read else { return Some(Output::CliArguments(commands?.0)) };
    if prompt::has_token_beside(span, sources) {
        output.is_only_a_part(Listing::Page);
    }
    if let Some(command) = commands.map(|(_, last)| last).or_else(|| prompt::before(span, sources)) {
        command.tell(&mut output);
    }
    Some(output)
}

/// YAML and Terraform between other things that were pasted.
fn in_plain_text(text: &str, span: Span, sources: &Sources, limits: &Limits) -> Option<Output> {
    let syntax = match text.contains(" \"aws_") {
        true => Syntax::Hcl,
        // What `--query` picked out of a list.
        false if text.trim_start().starts_with('[') => Syntax::Json,
        false if text.contains(": ") || text.contains(":\n") || text.starts_with("- ") => Syntax::Yaml,
        false => return None,
    };
    let json = syntax.parse(text, span, limits);
    if json.is_doubtful() {
        return None;
    }
    document(&json, syntax, span, sources, limits)
}

fn document(
    json: &Json<'_>,
    syntax: Syntax,
    span: Span,
    sources: &Sources,
    limits: &Limits,
) -> Option<Output> {
    let origin = Origin { document: span, syntax, sources, limits };
    let root = json.root()?;
    if syntax == Syntax::Hcl {
        return terraform::read(json, &origin).map(Output::Terraform);
    }
    if cloudformation::is_template(root) {
        let collapsed = intrinsics::collapse(json, limits);
        let origin = Origin { syntax: syntax.as_template(), ..origin };
        return cloudformation::read(&collapsed, &origin).map(Output::CloudFormation);
    }
    match root.kind() {
        Kind::Object | Kind::Array => {}
        _ => return None,
    }
    None.or_else(|| profile::read(root).map(Output::Profile))
        .or_else(|| provider::read_list(root).map(Output::ProviderList))
        .or_else(|| provider::read(root).map(|provider| Output::SamlProvider(Box::new(provider))))
        .or_else(|| cloudtrail::read(root).map(Output::CloudTrail))
        .or_else(|| connect::read_users(root).map(Output::ConnectUsers))
        .or_else(|| connect::read_instances(root).map(Output::ConnectInstances))
        .or_else(|| workspaces::read(root).map(Output::WorkSpaces))
        .or_else(|| workspaces::read_directories(root).map(Output::WorkSpacesDirectories))
        .or_else(|| identity_center::read(root).map(Output::IdentityCenterUsers))
        .or_else(|| appstream::read_stacks(root).map(Output::AppStreamStacks))
        .or_else(|| appstream::read_entitlements(root).map(Output::AppStreamEntitlements))
        .or_else(|| role::read(root, &origin).map(|role| Output::Role(Box::new(role))))
        .or_else(|| details::read(root, &origin).map(Output::Roles))
        .or_else(|| role::read_list(root, &origin).map(Output::Roles))
        .or_else(|| policy::read_names(root).map(Output::RolePolicies))
        .or_else(|| policy::read(root, &origin))
        .or_else(|| lines::listed_names(root).map(Output::UserNames))
}

impl Syntax {
    /// Reads a text in this syntax; what stands for something unknown is marked in the tree.
    pub fn parse<'t>(self, text: &'t str, at: Span, limits: &Limits) -> Json<'t> {
        match self {
            Self::Json => json::parse(text, at, limits),
            Self::Yaml => yaml::parse(text, at, limits),
            Self::JsonTemplate => intrinsics::collapse(&json::parse(text, at, limits), limits),
            Self::YamlTemplate => intrinsics::collapse(&yaml::parse(text, at, limits), limits),
            Self::Hcl | Self::PolicyDocument => hcl::parse(text, at, limits),
        }
    }

    fn as_template(self) -> Self {
        match self {
            Self::Json => Self::JsonTemplate,
            Self::Yaml => Self::YamlTemplate,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests;
