//! What a rule lacks to decide, the one command that shows it, and what to look for in its output.

/// Evidence that would decide an open question, filled in with the values of the message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The metadata that IAM holds for this provider ARN.
    IdpMetadata { provider: String },
    /// The trust policy of the role of this ARN.
    TrustPolicy { role: String },
    /// What AWS recorded of the attempt to assume the role of this ARN.
    CloudTrailEvent { role: String },
    /// The SAML providers of the account.
    ProviderList,
    /// The users of this Connect instance (identifier and region, where known).
    ConnectUsers { instance: Option<String>, region: Option<String> },
    /// The permission policies of the role of this ARN.
    PermissionPolicy { role: String },
    /// The document of one policy that is embedded in the role of this ARN.
    InlinePolicy { role: String, name: String },
    /// The user's entry in the WorkSpaces directory.
    WorkspacesUser { user: String, region: Option<String> },
    /// The events that CloudTrail recorded in this region between two instants (RFC 3339).
    CloudTrail { region: String, from: String, to: String },
    /// The `RelayState` that was posted beside the response.
    RelayState,
    /// The private key that decrypts the assertion.
    PrivateKey,
    /// The message in the very characters that were posted, whole.
    RawMessage,
}

impl Need {
    /// As the JSON report names it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::IdpMetadata { .. } => "idp-metadata",
            Self::TrustPolicy { .. } => "trust-policy",
            Self::CloudTrailEvent { .. } => "cloudtrail-event",
            Self::ProviderList => "provider-list",
            Self::ConnectUsers { .. } => "connect-users",
            Self::PermissionPolicy { .. } | Self::InlinePolicy { .. } => "permission-policy",
            Self::WorkspacesUser { .. } => "workspaces-user",
            Self::CloudTrail { .. } => "cloudtrail",
            Self::RelayState => "relay-state",
            Self::PrivateKey => "private-key",
            Self::RawMessage => "raw-message",
        }
    }

    /// What it is, for people: a noun phrase.
    pub fn title(&self) -> &'static str {
        match self {
            Self::IdpMetadata { .. } => "the metadata that IAM holds for the SAML provider",
            Self::TrustPolicy { .. } => "the role's trust policy",
            Self::CloudTrailEvent { .. } => "what CloudTrail recorded of the sign-in",
            Self::ProviderList => "the list of the account's SAML providers",
            Self::ConnectUsers { .. } => "the users of the Connect instance",
            Self::PermissionPolicy { .. } => "the role's permission policies",
            Self::InlinePolicy { .. } => "one of the role's permission policies",
            Self::WorkspacesUser { .. } => "the user's WorkSpace",
            Self::CloudTrail { .. } => "the event that CloudTrail recorded of the sign-in",
            Self::RelayState => "the RelayState that is posted beside the response",
            Self::PrivateKey => "the private key of the SAML provider",
            Self::RawMessage => "the SAMLResponse as it was posted",
        }
    }

    /// What to look for: whole sentences, for who compares by eye.
    pub fn compare(&self) -> &'static str {
        match self {
            Self::IdpMetadata { .. } => {
                "It shows the metadata that IAM holds: the issuer's entityID and the signing certificates. Compare them \
                 with the Issuer and the X509Certificate of the message."
            }
            Self::TrustPolicy { .. } => {
                "Its AssumeRolePolicyDocument must allow sts:AssumeRoleWithSAML to this provider, and sts:TagSession where \
                 tags are sent. Compare its conditions with the Recipient and the attributes of the message."
            }
            Self::CloudTrailEvent { .. } => {
                "The trust policy depends on something that only AWS sees. The event of this sign-in has an errorCode if the \
                 role was refused."
            }
            Self::ProviderList => {
                "The provider's ARN in the Role attribute must stand in the list, letter for letter."
            }
            Self::ConnectUsers { instance: None, .. } => {
                "It lists the instances with their identifiers. Then aws connect list-users --instance-id with the right one \
                 lists the users: one whose Username is the RoleSessionName must stand there."
            }
            Self::ConnectUsers { .. } => {
                "A user whose Username is the RoleSessionName must stand in the list. The AWS CLI fetches all pages; where the \
                 output has a NextToken, it is not the whole list."
            }
            Self::PermissionPolicy { .. } => {
                "It lists the inline policies, then the attached ones, by name; aws iam get-role-policy and aws iam \
                 get-policy-version show each. One policy must allow the service's own action."
            }
            Self::InlinePolicy { .. } => {
                "One policy of the role must allow the service's own action on the resource that the user wants."
            }
            Self::WorkspacesUser { .. } => "It must list a WorkSpace of the user.",
            Self::CloudTrail { .. } => {
                "The event whose sAMLAssertionID is the ID of the assertion records the sign-in; its errorCode and errorMessage \
                 say which check failed."
            }
            Self::RelayState => {
                "It stands beside SAMLResponse in the posted form and in a HAR. Supply the whole form instead of the \
                 response alone."
            }
            Self::PrivateKey => {
                "Only the holder of the key can decrypt the assertion. Supply it in PEM; it stays here. Or capture a response that \
                 is not encrypted, if you can."
            }
            Self::RawMessage => {
                "Copy the value of SAMLResponse from the posted form in the browser's network view, whole and in Base64: a copy \
                 that was decoded, laid out or cut no longer holds what was signed."
            }
        }
    }

    /// The AWS CLI command that shows it, complete; `None` where no command does.
    pub fn command(&self) -> Option<String> {
        match self {
            Self::IdpMetadata { provider } => {
                Some(format!("aws iam get-saml-provider --saml-provider-arn {}", quoted(provider)))
            }
            Self::TrustPolicy { role } => {
                Some(format!("aws iam get-role --role-name {}", quoted(role_name(role))))
            }
            Self::CloudTrailEvent { .. } => Some(
                "aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithSAML"
                    .to_owned(),
            ),
            Self::ProviderList => Some("aws iam list-saml-providers".to_owned()),
            Self::ConnectUsers { instance: None, region } => {
                Some(format!("aws connect list-instances{}", in_region(region)))
            }
            Self::ConnectUsers { instance: Some(instance), region } => {
                let instance = quoted(instance);
                Some(format!("aws connect list-users --instance-id {instance}{}", in_region(region)))
            }
            // Both shells run what stands on either side of a semicolon.
            Self::PermissionPolicy { role } => {
                let role = quoted(role_name(role));
                Some(format!(
                    "aws iam list-role-policies --role-name {role}; aws iam list-attached-role-policies --role-name {role}"
                ))
            }
            Self::InlinePolicy { role, name } => Some(format!(
                "aws iam get-role-policy --role-name {} --policy-name {}",
                quoted(role_name(role)),
                quoted(name)
            )),
            // All of them: a list of one name hides the name that was nearly right.
            Self::WorkspacesUser { region, .. } => Some(format!(
                "aws workspaces describe-workspaces --query {}{}",
                quoted(
                    "{Workspaces: Workspaces[].{WorkspaceId: WorkspaceId, DirectoryId: DirectoryId, UserName: UserName}}"
                ),
                in_region(region)
            )),
            Self::CloudTrail { region, from, to } => Some(format!(
                "aws cloudtrail lookup-events --region {} --lookup-attributes \
                 AttributeKey=EventName,AttributeValue=AssumeRoleWithSAML --start-time {} --end-time {}",
                quoted(region),
                quoted(from),
                quoted(to)
            )),
            Self::RelayState | Self::PrivateKey | Self::RawMessage => None,
        }
    }
}

fn in_region(region: &Option<String>) -> String {
    region.as_ref().map(|region| format!(" --region {}", quoted(region))).unwrap_or_default()
}

/// The name of a role, from its ARN with path.
fn role_name(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}

/// One argument that both bash and PowerShell read as it is: bare where that is safe, else in quotes.
pub(crate) fn quoted(value: &str) -> String {
    let bare = !value.is_empty()
        && value.chars().all(|char| char.is_ascii_alphanumeric() || "-_./:=@+".contains(char))
        && !value.starts_with('@');
    match (bare, value.contains('\'')) {
        (true, _) => value.to_owned(),
        (false, false) => format!("'{value}'"),
        // Both shells keep single quotes inside double quotes; what they would expand is taken out.
        (false, true) => {
            let kept: String = value.chars().filter(|char| !"\"$`\\!".contains(*char)).collect();
            format!("\"{kept}\"")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_complete_and_quoted() {
        let role = Need::TrustPolicy { role: "arn:aws:iam::444455556666:role/team/Sales,EMEA".into() };
        assert_eq!(role.command().as_deref(), Some("aws iam get-role --role-name 'Sales,EMEA'"));
        let users = Need::ConnectUsers {
            instance: Some("11111111-2222-3333-4444-555555555555".into()),
            region: None,
        };
        assert_eq!(
            users.command().as_deref(),
            Some("aws connect list-users --instance-id 11111111-2222-3333-4444-555555555555")
        );
        let policies = Need::PermissionPolicy { role: "arn:aws:iam::444455556666:role/ConnectAgents".into() };
        assert_eq!(
            policies.command().as_deref(),
            Some(
                "aws iam list-role-policies --role-name ConnectAgents; \
                 aws iam list-attached-role-policies --role-name ConnectAgents"
            )
        );
        assert_eq!(quoted("$(reboot)"), "'$(reboot)'");
        assert_eq!(quoted("a'b\"$c"), "\"a'bc\"");
        assert_eq!(Need::RelayState.command(), None);
    }
}
