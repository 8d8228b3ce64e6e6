//! The services that people sign in to with an assertion made for AWS.
//!
//! It deliberately only names them and the marks that point to them; weighing the marks is for who has all the evidence.

/// What the person wants to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// The AWS console or command line through an IAM role.
    Iam,
    Connect,
    WorkSpaces,
    /// AppStream 2.0, since 2026 called WorkSpaces Applications.
    AppStream,
    /// IAM Identity Center as the receiver of the assertion.
    IdentityCenter,
    /// A service provider outside AWS.
    Generic,
}

/// How much an attribute tells about the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HintStrength {
    /// Also used elsewhere.
    Weak,
    /// Documented for this service alone.
    Strong,
}

impl Service {
    pub const ALL: [Self; 6] =
        [Self::Iam, Self::Connect, Self::WorkSpaces, Self::AppStream, Self::IdentityCenter, Self::Generic];

    pub fn id(self) -> &'static str {
        match self {
            Self::Iam => "iam",
            Self::Connect => "connect",
            Self::WorkSpaces => "workspaces",
            Self::AppStream => "appstream",
            Self::IdentityCenter => "identity-center",
            Self::Generic => "generic",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Iam => "AWS console and command line (IAM)",
            Self::Connect => "Amazon Connect",
            Self::WorkSpaces => "Amazon WorkSpaces",
            Self::AppStream => "AppStream 2.0 (WorkSpaces Applications)",
            Self::IdentityCenter => "IAM Identity Center",
            Self::Generic => "Another service provider",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|service| service.id() == id)
    }

    /// Whether the assertion goes through `AssumeRoleWithSAML` and so needs `Role` and `RoleSessionName`.
    pub fn assumes_a_role(self) -> bool {
        !matches!(self, Self::IdentityCenter | Self::Generic)
    }

    /// The action that the role's permissions must allow, where the service documents one.
    pub fn permission(self) -> Option<&'static str> {
        match self {
            Self::Connect => Some("connect:GetFederationToken"),
            Self::WorkSpaces => Some("workspaces:Stream"),
            Self::AppStream => Some("appstream:Stream"),
            Self::Iam | Self::IdentityCenter | Self::Generic => None,
        }
    }
}

/// What the key of a `PrincipalTag` attribute says about the service. Keys are compared without regard to case.
pub fn hinted_by_tag(key: &str) -> Option<(Service, HintStrength)> {
    const HINTS: &[(&str, Service, HintStrength)] = &[
        ("ClientUserName", Service::WorkSpaces, HintStrength::Strong),
        ("Email", Service::WorkSpaces, HintStrength::Weak),
        ("UserPrincipalName", Service::WorkSpaces, HintStrength::Weak),
        ("SessionContext", Service::AppStream, HintStrength::Strong),
    ];
    HINTS
        .iter()
        .find(|(known, ..)| known.eq_ignore_ascii_case(key))
        .map(|&(_, service, strength)| (service, strength))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_go_both_ways() {
        for service in Service::ALL {
            assert_eq!(Service::from_id(service.id()), Some(service));
        }
        assert_eq!(Service::from_id("IAM"), None);
    }

    #[test]
    fn tags_point_to_a_service() {
        assert_eq!(hinted_by_tag("clientusername"), Some((Service::WorkSpaces, HintStrength::Strong)));
        assert_eq!(hinted_by_tag("Email"), Some((Service::WorkSpaces, HintStrength::Weak)));
        assert_eq!(hinted_by_tag("CostCenter"), None);
    }
}
