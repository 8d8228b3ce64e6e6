//! What is unusual and works all the same. What a case does not say is that of `USUAL`.

use super::super::{Beside, Case, IRELAND};
use super::{BOTH, DECIDED, LAST, USUAL};
use crate::working::{Capture, Working};
use serde_json::{Value, json};

/// One feature each.
pub const CASES: &[Case] = &[
    Case {
        name: "several-roles",
        says: "Okta: three roles to choose from, the last with its trust policy.",
        provider: "okta",
        change: three_roles,
        beside: LAST,
        ..USUAL
    },
    Case {
        name: "several-audiences",
        says: "Entra ID: three audiences, one of them AWS.",
        provider: "entra",
        capture: Capture::Xml,
        change: |it| {
            it.target.audiences = [
                "https://portal.example.com/sp",
                "urn:amazon:webservices",
                "https://signin.aws.amazon.com/saml",
            ]
            .map(str::to_owned)
            .to_vec()
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "signed-with-p256",
        says: "PingFederate: signed with ECDSA on the curve P-256.",
        provider: "pingfederate",
        algorithm: "ecdsa-sha256",
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "signed-with-sha512",
        says: "Keycloak: assertion and response signed with RSA and SHA-512.",
        provider: "keycloak",
        place: IRELAND,
        capture: Capture::Base64,
        signs: BOTH,
        algorithm: "rsa-sha512",
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "certificate-for-metadata",
        says: "AD FS: the certificate as PEM in place of the metadata, so that the issuer stays open.",
        provider: "adfs",
        beside: &[Beside::Certificate, Beside::Role],
        ..USUAL
    },
    Case {
        name: "name-id-transient",
        says: "Shibboleth: a transient NameID, which IAM takes.",
        provider: "shibboleth",
        change: |it| it.name_id_format = Some("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "name-id-qualified",
        says: "Shibboleth: a persistent NameID with both qualifiers; the trust policy wants persistent.",
        provider: "shibboleth",
        place: IRELAND,
        change: qualified,
        condition: |_| json!({"StringEquals": {"SAML:sub_type": "persistent"}}),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "name-id-without-format",
        says: "Google Workspace: a NameID without a Format.",
        provider: "google",
        change: |it| it.name_id_format = None,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "duration-absent",
        says: "Okta: no SessionDuration, so that it is an hour.",
        provider: "okta",
        change: |it| it.duration = None,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "duration-twelve-hours",
        says: "Okta: a session of twelve hours, which the role allows.",
        provider: "okta",
        place: IRELAND,
        change: |it| it.duration = Some("43200".to_owned()),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "duration-fifteen-minutes",
        says: "Entra ID: the shortest session.",
        provider: "entra",
        change: |it| it.duration = Some("900".to_owned()),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "tags-transitive",
        says: "PingOne: session tags, two of them transitive, and a trust policy with conditions on them.",
        provider: "pingone",
        change: tagged,
        condition: |_| {
            json!({
                "StringEquals": {"aws:RequestTag/CostCenter": "987654"},
                "ForAllValues:StringEquals": {"sts:TransitiveTagKeys": ["CostCenter", "Project"]},
            })
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "tags-in-other-scripts",
        says: "JumpCloud: session tags with names and values outside ASCII.",
        provider: "jumpcloud",
        place: IRELAND,
        change: other_scripts,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "tags-for-any-value",
        says: "Okta: a condition with ForAnyValue over the keys of the tags.",
        provider: "okta",
        capture: Capture::Html,
        change: tagged,
        condition: |_| json!({"ForAnyValue:StringEquals": {"aws:TagKeys": ["Project", "Team"]}}),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "tag-empty",
        says: "Okta: a tag with an empty value, which IAM allows.",
        provider: "okta",
        place: IRELAND,
        capture: Capture::Xml,
        change: |it| it.tags = vec![("CostCenter".to_owned(), String::new())],
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "source-identity",
        says: "OneLogin: a source identity, and a trust policy that allows it.",
        provider: "onelogin",
        place: IRELAND,
        change: |it| it.source_identity = Some("ana.lopez@example.com".to_owned()),
        condition: |_| json!({"StringLike": {"sts:SourceIdentity": "*@example.com"}}),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "audience-in-a-list",
        says: "AD FS: a trust policy that lists the global and the regional address.",
        provider: "adfs",
        place: IRELAND,
        condition: |it| json!({"StringEquals": {"SAML:aud": ["https://signin.aws.amazon.com/saml", it.target.recipient]}}),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "audience-by-pattern",
        says: "Entra ID: a trust policy with a pattern for every region.",
        provider: "entra",
        capture: Capture::Curl,
        condition: |_| json!({"StringLike": {"SAML:aud": "https://*.signin.aws.amazon.com/saml"}}),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "global-address",
        says: "Okta: the address without a region, for which the console writes the trust policy.",
        provider: "okta",
        capture: Capture::Har,
        change: |it| "https://signin.aws.amazon.com/saml".clone_into(&mut it.target.recipient),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "provider-address",
        says: "Okta: the address of the one provider, which its metadata in IAM shows.",
        provider: "okta",
        change: |it| {
            "https://eu-west-2.signin.aws.amazon.com/saml/acs/SAMLSP4SHN3UIS2D558H46"
                .clone_into(&mut it.target.recipient)
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "issuer-in-the-condition",
        says: "Entra ID: a trust policy that names the issuer and the subject.",
        provider: "entra",
        place: IRELAND,
        condition: |it| {
            json!({"StringEquals": {
                "SAML:iss": "https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
                "SAML:sub": it.name_id,
            }})
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "condition-absent",
        says: "Keycloak: a trust policy without a condition.",
        provider: "keycloak",
        capture: Capture::Har,
        condition: |_| Value::Null,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "condition-negated",
        says: "PingFederate: a trust policy that excludes one person and asks for an issuer.",
        provider: "pingfederate",
        place: IRELAND,
        condition: |_| json!({"StringNotEquals": {"SAML:sub": "mallory"}, "Null": {"SAML:iss": "false"}}),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "role-with-path",
        says: "OneLogin: a role with a path, and names with every character that IAM allows.",
        provider: "onelogin",
        change: |it| {
            it.roles = vec![
                    "arn:aws:iam::444455556666:role/team-a/a!b~c/A+b=c.d@e-f_,arn:aws:iam::444455556666:saml-provider/my.example-idp_2"
                        .to_owned(),
                ];
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "provider-first",
        says: "Google Workspace: the provider before the role, as AWS's own guides have it, too.",
        provider: "google",
        place: IRELAND,
        capture: Capture::Xml,
        change: |it| {
            it.roles = vec![
                "arn:aws:iam::444455556666:saml-provider/ExampleIdP,arn:aws:iam::444455556666:role/Admin"
                    .to_owned(),
            ];
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "destination-absent",
        says: "Auth0: a response without a Destination.",
        provider: "auth0",
        capture: Capture::Xml,
        change: |it| it.destination = false,
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "answers-a-request",
        says: "Entra ID: a response that says which request it answers, though AWS sends none; worth a note.",
        provider: "entra",
        change: |it| it.in_response_to = Some("_request1"),
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "clocks-apart",
        says: "AD FS: the clock of the identity provider is three seconds ahead of the browser's.",
        provider: "adfs",
        capture: Capture::Har,
        change: |it| {
            it.times.not_before = Some(0);
            it.ahead = 5;
        },
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "times-to-the-microsecond",
        says: "SimpleSAMLphp: instants with seven decimal places and an offset of nothing.",
        provider: "simplesamlphp",
        change: |it| it.time_form = ".1234567+00:00",
        beside: DECIDED,
        ..USUAL
    },
    Case {
        name: "session-name-longest",
        says: "Okta: a session name of 64 characters, with each of the marks that are allowed.",
        provider: "okta",
        change: |it| it.session_name = format!("_+=,.@-{}", "a".repeat(57)),
        beside: DECIDED,
        ..USUAL
    },
];

fn three_roles(it: &mut Working) {
    let role = |name: &str| {
        format!("arn:aws:iam::444455556666:role/{name},arn:aws:iam::444455556666:saml-provider/ExampleIdP")
    };
    it.roles = ["Admin", "Audit", "team-a/Billing"].map(role).to_vec();
}

fn qualified(it: &mut Working) {
    it.qualified = true;
    "G7k2Zx9Q".clone_into(&mut it.name_id);
    it.name_id_format = Some("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
}

pub(super) fn tag(it: &mut Working, key: &str, value: &str) {
    it.tags.push((key.to_owned(), value.to_owned()));
}

fn tagged(it: &mut Working) {
    tag(it, "CostCenter", "987654");
    tag(it, "Project", "Lens 2");
    it.transitive = vec!["CostCenter".to_owned(), "Project".to_owned()];
}

fn other_scripts(it: &mut Working) {
    tag(it, "部署", "営業部");
    tag(it, "Abteilung", "Zürich Süd");
}
