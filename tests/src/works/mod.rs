//! Whole scenarios that work, for `corpus/works`: a response of each identity provider for each service, in the forms in
//! which people paste it, with the evidence that lets the answer be that AWS accepts it.
//!
//! `cargo run -p samlens-tests --bin works` writes them; a test holds the files against what this makes. Random are only
//! the spellings that mean the same, by a seed made of the name.

mod cases;

pub use cases::cases;

use crate::sign::Part;
use crate::working::{Capture, Chance, PROVIDERS, Provider, Signing, Target, Times, Working, evidence, xml};
use samlens_core::aws::services::Service;
use samlens_core::saml::Instant;
use serde_json::Value;
use std::fmt::Write;

/// Where somebody signs in.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub partition: &'static str,
    pub region: &'static str,
    pub host: &'static str,
    pub audience: &'static str,
}

pub const LONDON: Place = Place {
    partition: "aws",
    region: "eu-west-2",
    host: "signin.aws.amazon.com",
    audience: "urn:amazon:webservices",
};
pub const IRELAND: Place = Place { region: "eu-west-1", ..LONDON };
pub const GOVCLOUD: Place = Place {
    partition: "aws-us-gov",
    region: "us-gov-west-1",
    host: "signin.amazonaws-us-gov.com",
    audience: "urn:amazon:webservices:govcloud",
};
pub const CHINA: Place = Place {
    partition: "aws-cn",
    region: "cn-north-1",
    host: "signin.amazonaws.cn",
    audience: "urn:amazon:webservices:cn-north-1",
};

/// One kind of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    Metadata,
    /// The certificate alone, as PEM.
    Certificate,
    /// The role of the first pair.
    Role,
    /// The role of the last pair.
    LastRole,
    Permissions,
    ConnectUsers,
    Directory,
    Stacks,
    /// The relay state on a line of its own.
    RelayState,
}

/// One scenario.
#[derive(Clone, Copy)]
pub struct Case {
    /// The name of the file, without what it ends in.
    pub name: &'static str,
    /// What it is, in a sentence or two.
    pub says: &'static str,
    pub provider: &'static str,
    pub service: Service,
    pub place: Place,
    pub capture: Capture,
    /// What differs from the plain values of the service.
    pub change: fn(&mut Working),
    /// The condition of the trust policy.
    pub condition: fn(&Working) -> Value,
    pub beside: &'static [Beside],
    pub signs: &'static [Part],
    pub algorithm: &'static str,
}

impl Case {
    pub fn file(&self) -> String {
        let ending = match self.capture {
            _ if !self.beside.is_empty() => "txt",
            Capture::Xml => "xml",
            Capture::Har | Capture::HarParameters => "har",
            Capture::Html => "html",
            Capture::Json | Capture::SamlTracer => "json",
            _ => "txt",
        };
        format!("{}.{ending}", self.name)
    }

    /// Whether what stands beside the response settles that AWS accepts it.
    pub fn is_decided(&self) -> bool {
        let has = |beside: Beside| self.beside.contains(&beside);
        // A certificate alone does not say which issuer IAM knows.
        has(Beside::Metadata) && (has(Beside::Role) || has(Beside::LastRole))
    }

    /// The paste: the response, and below it what was fetched besides.
    pub fn text(&self) -> String {
        let provider = PROVIDERS.iter().find(|provider| provider.name == self.provider).unwrap();
        let mut working = plain(self.service, self.place);
        (self.change)(&mut working);
        let seed = self.name.bytes().fold(7, |seed: u64, byte| seed.wrapping_mul(31) + u64::from(byte));
        let mut chance = Chance::new(seed);
        let signing = Signing::usual(self.signs).with(self.algorithm);
        let xml = xml(provider, &working, &signing, &mut chance);
        let mut out = self.capture.of(&xml, &working);
        for beside in self.beside {
            let _ = write!(out, "\n\n{}", self.evidence(*beside, provider, &working, &signing));
        }
        out
    }

    fn evidence(&self, beside: Beside, provider: &Provider, working: &Working, signing: &Signing) -> String {
        let role = |at: usize| format!("{:#}", evidence::role(working, at, &(self.condition)(working)));
        match beside {
            Beside::Metadata => evidence::metadata(provider, signing.key),
            Beside::Certificate => {
                let lines: Vec<_> = signing.key.certificate.as_bytes().chunks(64).collect();
                let body = String::from_utf8_lossy(&lines.join(b"\n".as_slice())).into_owned();
                format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----")
            }
            Beside::Role => role(0),
            Beside::LastRole => role(working.roles.len() - 1),
            Beside::Permissions => format!("{:#}", evidence::permissions(working)),
            Beside::ConnectUsers => format!("{:#}", evidence::connect_users(working)),
            Beside::Directory => evidence::directory(working).map(|value| format!("{value:#}")).join("\n\n"),
            Beside::Stacks => format!("{:#}", evidence::stacks(working)),
            Beside::RelayState => working.target.relay_state.clone().unwrap_or_default(),
        }
    }
}

/// The values of a usual sign-in to a service.
fn plain(service: Service, place: Place) -> Working {
    let Place { partition, region, host, audience } = place;
    let account = "444455556666";
    let role = match service {
        Service::Connect => "ConnectAgents",
        Service::WorkSpaces => "WorkSpacesUsers",
        Service::AppStream => "AppStreamUsers",
        _ => "Admin",
    };
    let console = if partition == "aws" { "aws.amazon.com" } else { "amazonaws-us-gov.com" };
    let relay_state = match service {
        Service::Connect => {
            Some(format!("https://{region}.console.{console}/connect/federate/{}", evidence::INSTANCE))
        }
        Service::WorkSpaces => Some(format!(
            "https://workspaces.euc-sso.{region}.{console}/sso-idp?registrationCode=WSpdx%2BABC123"
        )),
        Service::AppStream => Some(format!(
            "https://appstream2.euc-sso.{region}.{console}/saml?stack=Designers&accountId={account}"
        )),
        _ => None,
    };
    let streams = matches!(service, Service::WorkSpaces | Service::AppStream);
    Working {
        target: Target {
            service,
            partition,
            region: region.to_owned(),
            host,
            recipient: format!("https://{region}.{host}/saml"),
            audiences: vec![audience.to_owned()],
            relay_state,
        },
        roles: vec![format!(
            "arn:{partition}:iam::{account}:role/{role},arn:{partition}:iam::{account}:saml-provider/ExampleIdP"
        )],
        session_name: "ana.lopez".to_owned(),
        duration: Some("28800".to_owned()),
        source_identity: None,
        tags: match service {
            Service::WorkSpaces => vec![("Email".to_owned(), "ana.lopez@example.com".to_owned())],
            _ => Vec::new(),
        },
        transitive: Vec::new(),
        name_id: if service == Service::AppStream { "ana.lopez@example.com" } else { "ana.lopez" }.to_owned(),
        name_id_format: Some(match streams {
            true => "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
            false => "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
        }),
        // 2026-01-15T10:00:00Z.
        issued: Instant(1_768_471_200_000),
        ahead: 0,
        time_form: ".123Z",
        times: Times {
            not_before: Some(-300),
            confirmed_until: 300,
            valid_until: Some(3600),
            session_until: None,
        },
        destination: true,
        qualified: false,
        in_response_to: None,
    }
}
