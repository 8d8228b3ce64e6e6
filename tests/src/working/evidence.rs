//! What administrators would paste beside such a response: metadata, role, users, directory, stack, permissions.
//!
//! Everything fits the response. It deliberately states no more of AWS's outputs than their documentation shows.

use super::{Chance, Provider, Working};
use crate::xmldsig::KeyPair;
use samlens_core::aws::role_pair::RolePair;
use serde_json::{Value, json};

/// The identity provider's metadata with one signing key.
pub fn metadata(provider: &Provider, key: &KeyPair) -> String {
    format!(
        "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" \
         xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" entityID=\"{}\">\n  <md:IDPSSODescriptor \
         protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">\n    <md:KeyDescriptor use=\"signing\">\
         <ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
         </md:KeyDescriptor>\n    <md:SingleSignOnService \
         Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" \
         Location=\"https://idp.example.com/sso/saml\"/>\n  </md:IDPSSODescriptor>\n</md:EntityDescriptor>",
        provider.issuer.replace('&', "&amp;"),
        key.certificate
    )
}

/// The role at this place among the role values, as `aws iam get-role` shows it, with this `Condition`.
pub fn role(working: &Working, at: usize, condition: &Value) -> Value {
    let value = working.roles.get(at).map(String::as_str).unwrap_or_default();
    let pair = RolePair::read(value);
    let (role, provider) = (pair.role().unwrap(), pair.provider().unwrap());
    let mut actions = vec!["sts:AssumeRoleWithSAML"];
    if !working.tags.is_empty() {
        actions.push("sts:TagSession");
    }
    if working.source_identity.is_some() {
        actions.push("sts:SetSourceIdentity");
    }
    let actions = if let [one] = actions.as_slice() { json!(one) } else { json!(actions) };
    let mut statement =
        json!({"Effect": "Allow", "Principal": {"Federated": provider.text()}, "Action": actions});
    if !condition.is_null() {
        statement["Condition"] = condition.clone();
    }
    let name = role.resource_name();
    let path =
        role.text().split_once(":role").map_or("/", |(_, path)| path).strip_suffix(name).unwrap_or("/");
    json!({"Role": {
        "Path": path,
        "RoleName": name,
        "RoleId": "AROAEXAMPLEEXAMPLE123",
        "Arn": role.text(),
        "CreateDate": "2025-06-01T08:00:00+00:00",
        "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [statement]},
        "MaxSessionDuration": 43200,
    }})
}

/// The condition that the console writes, for the address that the response goes to.
pub fn for_recipient(working: &Working) -> Value {
    json!({"StringEquals": {"SAML:aud": working.target.recipient}})
}

/// Users of the Connect instance, one of them the response's.
pub fn connect_users(working: &Working) -> Value {
    let region = &working.target.region;
    let user = |number: usize, name: &str| {
        let id = format!("0000000{number}-0000-4000-8000-000000000000");
        json!({
            "Id": id,
            "Arn": format!("arn:aws:connect:{region}:{}:instance/{INSTANCE}/agent/{id}", working.account()),
            "Username": name,
        })
    };
    json!({"UserSummaryList": [user(1, "ben.fox"), user(2, &working.session_name)]})
}

/// What the service itself wants the role to allow.
pub fn permissions(working: &Working) -> Value {
    use samlens_core::aws::services::Service;
    let (partition, region, account) = (working.target.partition, &working.target.region, working.account());
    let (action, resource, condition) = match working.target.service {
        Service::Connect => (
            "connect:GetFederationToken",
            format!("arn:{partition}:connect:{region}:{account}:instance/{INSTANCE}/user/${{aws:userid}}"),
            Value::Null,
        ),
        Service::WorkSpaces => (
            "workspaces:Stream",
            format!("arn:{partition}:workspaces:{region}:{account}:directory/d-93670a1b2c"),
            json!({"StringEquals": {"workspaces:userId": "${saml:sub}"}}),
        ),
        Service::AppStream => (
            "appstream:Stream",
            format!("arn:{partition}:appstream:{region}:{account}:stack/Designers"),
            json!({"StringEquals": {"appstream:userId": "${saml:sub}"}}),
        ),
        _ => ("ec2:DescribeInstances", "*".to_owned(), Value::Null),
    };
    let mut statement = json!({"Effect": "Allow", "Action": action, "Resource": resource});
    if !condition.is_null() {
        statement["Condition"] = condition;
    }
    let value = working.roles.first().map(String::as_str).unwrap_or_default();
    let role = RolePair::read(value).role().map(|role| role.resource_name().to_owned());
    let document = json!({"Version": "2012-10-17", "Statement": [statement]});
    json!({"RoleName": role, "PolicyName": "Access", "PolicyDocument": document})
}

/// The WorkSpaces directory, and the user's WorkSpace in it.
pub fn directory(working: &Working) -> [Value; 2] {
    let directory = json!({"Directories": [{
        "DirectoryId": "d-93670a1b2c",
        "Alias": "example",
        "DirectoryName": "corp.example.com",
        "RegistrationCode": "WSpdx+ABC123",
        "DirectoryType": "AD_CONNECTOR",
        "State": "REGISTERED",
        "SamlProperties": {
            "Status": "ENABLED",
            "UserAccessUrl": "https://idp.example.com/app/workspaces",
            "RelayStateParameterName": "RelayState",
        },
        "CertificateBasedAuthProperties": {"Status": "DISABLED"},
    }]});
    let workspaces = json!({"Workspaces": [{
        "WorkspaceId": "ws-000000001",
        "DirectoryId": "d-93670a1b2c",
        "UserName": working.name_id,
        "State": "AVAILABLE",
    }]});
    [directory, workspaces]
}

/// The stacks of AppStream.
pub fn stacks(working: &Working) -> Value {
    let (partition, region) = (working.target.partition, &working.target.region);
    let stack = |name: &str| {
        let arn = format!("arn:{partition}:appstream:{region}:{}:stack/{name}", working.account());
        json!({"Arn": arn, "Name": name, "DisplayName": name})
    };
    json!({"Stacks": [stack("Analysts"), stack("Designers")]})
}

/// The instance of Amazon Connect that relay states name.
pub const INSTANCE: &str = "11111111-2222-3333-4444-555555555555";

/// One of the conditions that such a response meets.
pub fn condition(provider: &Provider, working: &Working, chance: &mut Chance) -> Value {
    let persistent = working.name_id_format.is_some_and(|format| format.ends_with(":persistent"));
    match chance.below(9) {
        0 => Value::Null,
        1 => json!({"StringLike": {"SAML:aud": format!("https://*{}*", working.target.host)}}),
        2 => {
            json!({"StringEquals": {"SAML:aud": ["https://signin.example.com/saml", working.target.recipient]}})
        }
        3 => json!({"StringEquals": {"SAML:iss": provider.issuer, "saml:aud": working.target.recipient}}),
        4 if persistent => json!({"StringEquals": {"SAML:sub_type": "persistent"}}),
        5 if !working.tags.is_empty() => {
            let keys: Vec<_> = working.tags.iter().map(|(key, _)| key).collect();
            json!({"ForAllValues:StringEquals": {"aws:TagKeys": keys}})
        }
        6 => json!({"StringLike": {"sts:RoleSessionName": "*"}, "Null": {"SAML:sub": "false"}}),
        7 => json!({"StringNotEquals": {"SAML:sub": "EXAMPLE\\mallory"}}),
        _ => for_recipient(working),
    }
}
