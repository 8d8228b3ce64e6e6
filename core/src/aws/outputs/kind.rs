//! The kinds of output, by their stable names and by what people call them.
//!
//! It deliberately has one name for what several commands print alike.

use super::Output;

/// What an output is. Templates that declare several things are one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutputKind {
    Role,
    RoleList,
    TrustPolicy,
    PermissionPolicy,
    ServiceControlPolicy,
    ResourceControlPolicy,
    RolePolicies,
    ProviderList,
    SamlProvider,
    ConnectUsers,
    ConnectInstance,
    CloudTrail,
    Terraform,
    CloudFormation,
    WorkSpaces,
    WorkSpacesDirectories,
    IdentityCenterUsers,
    AppStreamStacks,
    AppStreamEntitlements,
    RelayState,
    UserNames,
    CliArguments,
    CertificateFragment,
    Profile,
    Table,
}

impl OutputKind {
    pub const ALL: [Self; 25] = [
        Self::Role,
        Self::RoleList,
        Self::TrustPolicy,
        Self::PermissionPolicy,
        Self::ServiceControlPolicy,
        Self::ResourceControlPolicy,
        Self::RolePolicies,
        Self::ProviderList,
        Self::SamlProvider,
        Self::ConnectUsers,
        Self::ConnectInstance,
        Self::CloudTrail,
        Self::Terraform,
        Self::CloudFormation,
        Self::WorkSpaces,
        Self::WorkSpacesDirectories,
        Self::IdentityCenterUsers,
        Self::AppStreamStacks,
        Self::AppStreamEntitlements,
        Self::RelayState,
        Self::UserNames,
        Self::CliArguments,
        Self::CertificateFragment,
        Self::Profile,
        Self::Table,
    ];

    /// The stable name.
    pub fn id(self) -> &'static str {
        self.words().0
    }

    /// For people: a noun phrase.
    pub fn title(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Role => ("role", "IAM role"),
            Self::RoleList => ("role-list", "List of IAM roles"),
            Self::TrustPolicy => ("trust-policy", "Trust policy"),
            Self::PermissionPolicy => ("permission-policy", "Permission policy"),
            Self::ServiceControlPolicy => ("service-control-policy", "Service control policy"),
            Self::ResourceControlPolicy => ("resource-control-policy", "Resource control policy"),
            Self::RolePolicies => ("role-policies", "Names of a role's policies"),
            Self::ProviderList => ("provider-list", "List of SAML providers"),
            Self::SamlProvider => ("saml-provider", "SAML provider"),
            Self::ConnectUsers => ("connect-users", "Users of Amazon Connect"),
            Self::ConnectInstance => ("connect-instance", "Amazon Connect instance"),
            Self::CloudTrail => ("cloudtrail", "CloudTrail event"),
            Self::Terraform => ("terraform", "Terraform"),
            Self::CloudFormation => ("cloudformation", "CloudFormation template"),
            Self::WorkSpaces => ("workspaces", "WorkSpaces"),
            Self::WorkSpacesDirectories => ("workspaces-directories", "WorkSpaces directory"),
            Self::IdentityCenterUsers => ("identity-center-users", "Users of IAM Identity Center"),
            Self::AppStreamStacks => ("appstream-stacks", "AppStream 2.0 stack"),
            Self::AppStreamEntitlements => ("appstream-entitlements", "AppStream 2.0 entitlement"),
            Self::RelayState => ("relay-state", "RelayState"),
            Self::UserNames => ("user-names", "User names"),
            Self::CliArguments => ("cli-arguments", "AWS CLI command"),
            Self::CertificateFragment => ("certificate-fragment", "Part of a certificate"),
            Self::Profile => ("profile", "Service provider profile"),
            Self::Table => ("cli-table", "Table of the AWS CLI"),
        }
    }
}

impl Output {
    pub fn kind(&self) -> OutputKind {
        match self {
            Self::Role(_) => OutputKind::Role,
            Self::Roles(_) => OutputKind::RoleList,
            Self::TrustPolicy(_) => OutputKind::TrustPolicy,
            Self::PermissionPolicy(_) => OutputKind::PermissionPolicy,
            Self::OrganizationPolicy(policy) if policy.controls_resources => {
                OutputKind::ResourceControlPolicy
            }
            Self::OrganizationPolicy(_) => OutputKind::ServiceControlPolicy,
            Self::RolePolicies(_) => OutputKind::RolePolicies,
            Self::ProviderList(_) => OutputKind::ProviderList,
            Self::SamlProvider(_) => OutputKind::SamlProvider,
            Self::ConnectUsers(_) => OutputKind::ConnectUsers,
            Self::ConnectInstances(_) => OutputKind::ConnectInstance,
            Self::CloudTrail(_) => OutputKind::CloudTrail,
            Self::Terraform(_) => OutputKind::Terraform,
            Self::CloudFormation(_) => OutputKind::CloudFormation,
            Self::WorkSpaces(_) => OutputKind::WorkSpaces,
            Self::WorkSpacesDirectories(_) => OutputKind::WorkSpacesDirectories,
            Self::IdentityCenterUsers(_) => OutputKind::IdentityCenterUsers,
            Self::AppStreamStacks(_) => OutputKind::AppStreamStacks,
            Self::AppStreamEntitlements(_) => OutputKind::AppStreamEntitlements,
            Self::RelayState(_) => OutputKind::RelayState,
            Self::UserNames(_) => OutputKind::UserNames,
            Self::CliArguments(_) => OutputKind::CliArguments,
            Self::CertificateFragments(_) => OutputKind::CertificateFragment,
            Self::Profile(_) => OutputKind::Profile,
            Self::Table(_) => OutputKind::Table,
        }
    }
}
