//! What the responses say: an account, roles, a session name, tags, times, where they go.
//!
//! Every value keeps to what AWS documents; odd ones are odd on purpose.

use super::Chance;
use samlens_core::aws::services::Service;
use samlens_core::saml::Instant;

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SESSION: &str = "abcxyzABCXYZ0189_+=,.@-";
const PERSISTENT: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

/// Where the user wants to go.
pub struct Target {
    pub service: Service,
    pub partition: &'static str,
    /// Where the service is.
    pub region: String,
    /// The host of the sign-in page, without a region.
    pub host: &'static str,
    pub recipient: String,
    pub audiences: Vec<String>,
    pub relay_state: Option<String>,
}

/// Everything that a response says.
pub struct Working {
    pub target: Target,
    pub roles: Vec<String>,
    pub session_name: String,
    pub duration: Option<String>,
    pub source_identity: Option<String>,
    pub tags: Vec<(String, String)>,
    pub transitive: Vec<String>,
    pub name_id: String,
    pub name_id_format: Option<&'static str>,
    pub issued: Instant,
    /// By how many seconds the identity provider's clock is ahead of the browser's.
    pub ahead: i64,
    /// How instants are written: what stands for the end of `…T10:00:00`.
    pub time_form: &'static str,
    pub times: Times,
    /// Whether the response says its `Destination`.
    pub destination: bool,
    /// Whether the NameID has its two qualifiers.
    pub qualified: bool,
    /// The identifier of the request that it answers.
    pub in_response_to: Option<&'static str>,
}

impl Working {
    /// The account of the first role.
    pub fn account(&self) -> &str {
        self.roles.first().and_then(|role| role.split(':').nth(4)).unwrap_or_default()
    }
}

/// Instants, in seconds from the one of issue.
pub struct Times {
    pub not_before: Option<i64>,
    pub confirmed_until: i64,
    pub valid_until: Option<i64>,
    pub session_until: Option<i64>,
}

/// One set of values that AWS accepts.
pub fn working(service: Service, chance: &mut Chance) -> Working {
    let account = chance.pick(&["444455556666", "777788889999", "012345678901"]);
    let target = target(service, account, chance);
    let provider = format!(
        "arn:{}:iam::{account}:saml-provider/{}",
        target.partition,
        match chance.below(4) {
            0 => "Okta".to_owned(),
            1 => "my.example-idp_2".to_owned(),
            2 => "AWSSSO_9882ccf00912484e_DO_NOT_DELETE".to_owned(),
            _ => chance.letters(LETTERS, 128),
        }
    );
    let several = if chance.in_hundred(25) { 2 + chance.below(4) } else { 1 };
    let roles = (0..several)
        .map(|at| {
            let role = format!("arn:{}:iam::{account}:role{}{at}", target.partition, role_name(chance));
            match chance.in_hundred(50) {
                true => format!("{role},{provider}"),
                false => format!("{provider},{role}"),
            }
        })
        .collect();
    let tags = tags(service, chance);
    let transitive = match tags.first() {
        Some((key, _)) if chance.in_hundred(15) => vec![key.clone()],
        _ => Vec::new(),
    };
    let euc = matches!(service, Service::WorkSpaces | Service::AppStream);
    Working {
        roles,
        session_name: session_name(service, chance),
        duration: (euc || chance.in_hundred(40))
            .then(|| chance.pick(&["900", "3600", "28800", "43200"]).to_owned()),
        source_identity: chance.in_hundred(15).then(|| {
            let length = chance.pick(&[2, 8, 64]);
            chance.letters(SESSION, length)
        }),
        tags,
        transitive,
        name_id: match service {
            Service::WorkSpaces => "ana.lopez".to_owned(),
            Service::AppStream => chance.pick(&["EXAMPLE\\ana", "ana.lopez@example.com"]).to_owned(),
            _ => chance
                .pick(&[
                    "ana.lopez@example.com",
                    "EXAMPLE\\ana",
                    "G-11111111-2222",
                    "AAdzZWNyZXQx=",
                    "Ana López",
                ])
                .to_owned(),
        },
        name_id_format: match () {
            () if euc => Some(PERSISTENT),
            () => chance.pick(&[
                Some(PERSISTENT),
                Some("urn:oasis:names:tc:SAML:2.0:nameid-format:transient"),
                Some("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
                Some("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"),
                Some("urn:oasis:names:tc:SAML:1.1:nameid-format:WindowsDomainQualifiedName"),
                None,
            ]),
        },
        issued: Instant(1_768_471_200_000 + i64::try_from(chance.below(10_000_000)).unwrap() * 1000),
        ahead: 0,
        time_form: chance.pick(&["Z", ".123Z", ".1234567Z", ".0Z", "+00:00", ".5+00:00"]),
        times: Times {
            not_before: chance.pick(&[None, Some(0), Some(-5), Some(-300)]),
            confirmed_until: chance.pick(&[60, 300, 600, 3600]),
            valid_until: chance.pick(&[None, Some(300), Some(3600), Some(28_800)]),
            session_until: chance.pick(&[None, None, Some(43_200), Some(86_400)]),
        },
        destination: chance.in_hundred(80),
        qualified: chance.in_hundred(15),
        in_response_to: None,
        target,
    }
}

fn target(service: Service, account: &str, chance: &mut Chance) -> Target {
    let (partition, host, regions, audience): (_, _, &[&str], _) = match chance.below(10) {
        0 => (
            "aws-us-gov",
            "signin.amazonaws-us-gov.com",
            &["us-gov-east-1", "us-gov-west-1"],
            "urn:amazon:webservices:govcloud",
        ),
        1 => (
            "aws-cn",
            "signin.amazonaws.cn",
            &["cn-north-1", "cn-northwest-1"],
            "urn:amazon:webservices:cn-north-1",
        ),
        _ => (
            "aws",
            "signin.aws.amazon.com",
            &["us-east-1", "eu-west-2", "ap-southeast-7", "mx-central-1", "ap-east-2"],
            "urn:amazon:webservices",
        ),
    };
    let region = chance.pick(regions);
    let global = format!("https://{host}/saml");
    let recipient = match chance.below(3) {
        0 => global.clone(),
        1 => format!("https://{region}.{host}/saml"),
        // Addresses of their own providers are documented for the commercial partition.
        _ if partition == "aws" => format!("https://{region}.{host}/saml/acs/SAMLSP4SHN3UIS2D558H46"),
        _ => global.clone(),
    };
    let audiences = match chance.below(4) {
        0 => vec![global],
        1 => vec![audience.to_owned(), global],
        2 => vec!["https://portal.example.com/sp".to_owned(), audience.to_owned()],
        _ => vec![audience.to_owned()],
    };
    let relay_state = (partition == "aws" && (service == Service::Connect || chance.in_hundred(40))).then(|| {
        match service {
            Service::Connect => format!(
                "https://{region}.console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555?destination=%2Fccp-v2"
            ),
            Service::WorkSpaces => {
                "https://workspaces.euc-sso.eu-west-2.aws.amazon.com/sso-idp?registrationCode=SLiad+ABC123".into()
            }
            Service::AppStream => {
                format!("https://appstream2.euc-sso.eu-west-2.aws.amazon.com/saml?stack=Sales&accountId={account}")
            }
            _ => chance.pick(&["", "https://console.aws.amazon.com/ec2/", "/"]).to_owned(),
        }
    });
    Target { service, partition, region: region.to_owned(), host, recipient, audiences, relay_state }
}

/// A path and a name, without the last character.
fn role_name(chance: &mut Chance) -> String {
    match chance.below(7) {
        0 => "/Admin".into(),
        1 => "/team-a/production/Read.Only_".into(),
        2 => "/A+b=c.d@e-f_".into(),
        3 => "/a!b~c/(x)/$y%20/Admin".into(),
        4 => "/service-role/Smith,John-".into(),
        5 => format!("/{}", chance.letters(LETTERS, 63)),
        _ => "/a&b/Audit".into(),
    }
}

fn session_name(service: Service, chance: &mut Chance) -> String {
    // Amazon Connect compares it with its user names, whose alphabet is smaller.
    if service == Service::Connect {
        return chance.pick(&["ana.lopez", "ana.lopez@example.com", "Ana-1"]).to_owned();
    }
    match chance.below(5) {
        0 => "ana.lopez@example.com".into(),
        1 => "ana".into(),
        2 => chance.letters(SESSION, 2),
        3 => chance.letters(SESSION, 64),
        _ => format!("={}", chance.letters(SESSION, 20)),
    }
}

fn tags(service: Service, chance: &mut Chance) -> Vec<(String, String)> {
    let mut tags: Vec<(&str, String)> = Vec::new();
    match service {
        Service::WorkSpaces => {
            tags.push(("Email", "ana.lopez@example.com".into()));
            if chance.in_hundred(50) {
                tags.push(("UserPrincipalName", "ana.lopez@example.com".into()));
                tags.push(("ObjectSid", "S-1-5-21-1111111111-2222222222-3333333333-1104".into()));
                tags.push(("ClientUserName", "corp.example.com/ana".into()));
                tags.push(("Domain", "corp.example.com".into()));
            }
        }
        Service::AppStream if chance.in_hundred(50) => {
            tags.push(("department", "sales:support".into()));
            tags.push(("SessionContext", "a=b".into()));
        }
        _ => {}
    }
    let values = ["", "987654", "Zürich Süd", "営業部", "a.b:c/d=e+f-g@h", "Sales EMEA", "True", "ﬁ ½ Ⅷ"];
    for key in ["CostCenter", "cost center", "部署", "Team:Sub/1", "a=b+c-d@e_f.g", "Abteilung-Größe"] {
        if chance.in_hundred(12) {
            tags.push((key, chance.pick(&values).to_owned()));
        }
    }
    if chance.in_hundred(3) {
        let length = chance.pick(&[255, 256]);
        tags.push(("Long", chance.letters(LETTERS, length)));
    }
    tags.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
