//! The commands of the AWS CLI that show what is needed: complete, and read alike by bash and PowerShell.
//!
//! It deliberately prints no word to fill in as a part of the one command: where a value is not known, the command shows it.

use super::{Need, Query};

impl Need {
    /// The AWS CLI command that shows it, complete; `None` where no command does.
    pub fn command(&self) -> Option<String> {
        match self {
            Self::IdpMetadata { provider: Some(provider) } => {
                Some(format!("aws iam get-saml-provider --saml-provider-arn {}", quoted(provider)))
            }
            Self::TrustPolicy { role } => {
                Some(format!("aws iam get-role {}", named("--role-name", role_name(role))))
            }
            Self::IdpMetadata { provider: None } | Self::ProviderList => {
                Some("aws iam list-saml-providers".to_owned())
            }
            Self::ConnectUsers { instance: None, region } => {
                Some(format!("aws connect list-instances{}", in_region(region)))
            }
            Self::ConnectUsers { instance: Some(instance), region } => {
                let instance = quoted(instance);
                Some(format!("aws connect list-users --instance-id {instance}{}", in_region(region)))
            }
            // Both shells run what stands on either side of a semicolon.
            Self::PermissionPolicy { role } => {
                let role = named("--role-name", role_name(role));
                Some(format!("aws iam list-role-policies {role}; aws iam list-attached-role-policies {role}"))
            }
            Self::InlinePolicy { role, name } => Some(format!(
                "aws iam get-role-policy {} {}",
                named("--role-name", role_name(role)),
                named("--policy-name", name)
            )),
            // All of them: a list of one name hides the name that was nearly right.
            Self::WorkspacesUser { region, .. } => Some(format!(
                "aws workspaces describe-workspaces --query {}{}",
                quoted(
                    "{Workspaces: Workspaces[].{WorkspaceId: WorkspaceId, DirectoryId: DirectoryId, UserName: UserName}}"
                ),
                in_region(region)
            )),
            Self::CloudTrail(search) => Some(search.command()),
            Self::ReceiverMetadata | Self::RelayState | Self::PrivateKey | Self::RawMessage => None,
        }
    }

    /// Further ways to ask for the same.
    pub fn queries(&self) -> Vec<Query> {
        match self {
            Self::CloudTrail(search) => search.queries(),
            _ => Vec::new(),
        }
    }
}

pub(crate) fn in_region(region: &Option<String>) -> String {
    region.as_ref().map(|region| format!(" --region {}", quoted(region))).unwrap_or_default()
}

/// The name of a role, from its ARN with path.
fn role_name(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

/// An option with its value. One that begins like an option itself must be tied to its name.
pub(crate) fn named(option: &str, value: &str) -> String {
    let between = if value.starts_with('-') { '=' } else { ' ' };
    format!("{option}{between}{}", quoted(value))
}

/// One argument that both bash and PowerShell read as it is: bare where that is safe, else in quotes. What would end the
/// quotes is taken out; nothing that AWS names holds it.
pub(crate) fn quoted(value: &str) -> String {
    let value: String = value.chars().filter(|char| !ends_quotes(*char)).collect();
    let bare = !value.is_empty()
        && value.chars().all(|char| char.is_ascii_alphanumeric() || "-_./:=@+".contains(char))
        && !value.starts_with('@');
    match (bare, value.contains('\'')) {
        (true, _) => value,
        (false, false) => format!("'{value}'"),
        // Both shells keep single quotes inside double quotes; what they would expand is taken out.
        (false, true) => {
            let kept: String = value.chars().filter(|char| !"$`\\!".contains(*char)).collect();
            format!("\"{kept}\"")
        }
    }
}

/// PowerShell takes typographic quotation marks for straight ones, and its older versions hand a double one on unescaped.
fn ends_quotes(char: char) -> bool {
    matches!(char, '"' | '\u{2018}'..='\u{201e}') || char.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_complete_and_quoted() {
        let role = || "arn:aws:iam::444455556666:role/team/Sales,EMEA".to_owned();
        let instance = || Some("11111111-2222-3333-4444-555555555555".to_owned());
        let provider = Some("arn:aws:iam::444455556666:saml-provider/ExampleIdP".to_owned());
        let cases = [
            (Need::TrustPolicy { role: role() }, "aws iam get-role --role-name 'Sales,EMEA'"),
            (
                Need::TrustPolicy { role: "arn:aws:iam::444455556666:role/-x".into() },
                "aws iam get-role --role-name=-x",
            ),
            (
                Need::ConnectUsers { instance: instance(), region: None },
                "aws connect list-users --instance-id 11111111-2222-3333-4444-555555555555",
            ),
            (
                Need::ConnectUsers { instance: None, region: Some("eu-west-2".into()) },
                "aws connect list-instances --region eu-west-2",
            ),
            (
                Need::PermissionPolicy { role: "arn:aws:iam::444455556666:role/ConnectAgents".into() },
                "aws iam list-role-policies --role-name ConnectAgents; \
                 aws iam list-attached-role-policies --role-name ConnectAgents",
            ),
            (
                Need::IdpMetadata { provider },
                "aws iam get-saml-provider --saml-provider-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP",
            ),
            // Nothing to fill in.
            (Need::IdpMetadata { provider: None }, "aws iam list-saml-providers"),
        ];
        for (need, command) in cases {
            assert_eq!(need.command().as_deref(), Some(command));
        }
        assert_eq!(quoted("$(reboot)"), "'$(reboot)'");
        assert_eq!(quoted("a'b\"$c"), "\"a'bc\"");
        assert_eq!(quoted("a\u{2019}; reboot; \u{2018}b"), "'a; reboot; b'");
        assert_eq!(quoted("a\" --no-sign-request\n\"b"), "'a --no-sign-requestb'");
        assert_eq!(Need::RelayState.command(), None);
    }
}
