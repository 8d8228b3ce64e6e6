//! Recognises the URL that an assertion is sent to: `Recipient`, `Destination`, or the ACS URL of a setting.
//!
//! It deliberately knows no trust policy: a correct endpoint may still be one that the role's policy does not list.

mod hosts;
mod kinds;

use std::ops::Range;

use self::hosts::meant_by_host;
pub use self::kinds::{
    Driver, Endpoint, EndpointFault, EndpointFaultKind, OtherService, SignIn, SignInForm, WrongEndpoint,
};

use super::characters::is_invisible;
use super::partitions::{Partition, looks_like_region, region};
use super::url::Url;

impl OtherService {
    pub fn title(self) -> &'static str {
        match self {
            Self::IdentityCenter => "IAM Identity Center",
            Self::Cognito => "Amazon Cognito",
            Self::ClientVpn => "AWS Client VPN",
            Self::OpenSearch => "OpenSearch Dashboards",
            Self::Grafana => "Amazon Managed Grafana",
        }
    }
}

/// The sign-in URL of a partition, with a region or without.
pub fn sign_in_url(partition: Partition, region: Option<&str>) -> Option<String> {
    match region {
        Some(region) => Some(format!("https://{region}.{}/saml", partition.sign_in_host())),
        None => partition.global_sign_in_url().map(str::to_owned),
    }
}

/// Whether it can be the id of an IAM SAML provider: 22 to 64 of `[A-Z0-9]`.
pub fn is_provider_id(id: &str) -> bool {
    (22..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Says what a URL is to AWS. The whole value counts, white space too.
pub fn recognise(value: &str) -> Endpoint<'_> {
    let trimmed = value.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let start = value
        .len()
        .saturating_sub(value.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c)).len());
    let inner = start.min(value.len())..start.saturating_add(trimmed.len()).min(value.len());
    let mut reader = Reader { value, url: Url::read(value, inner.clone()), faults: Vec::new() };
    if trimmed.starts_with("urn:amazon:webservices") {
        reader.fault(EndpointFaultKind::Audience, inner);
        return reader.wrong(Some("https://signin.aws.amazon.com/saml".to_owned()));
    }
    if let Some(endpoint) = reader.other_service() {
        return endpoint;
    }
    reader.check_shape(&inner);
    reader.host_kind()
}

struct Reader<'a> {
    value: &'a str,
    url: Url<'a>,
    faults: Vec<EndpointFault>,
}

impl<'a> Reader<'a> {
    fn fault(&mut self, kind: EndpointFaultKind, range: Range<usize>) {
        self.faults.push(EndpointFault { kind, range });
    }

    fn wrong(mut self, intended: Option<String>) -> Endpoint<'a> {
        crate::order::by_key(&mut self.faults, |fault| [fault.range.start, fault.range.end]);
        Endpoint::Wrong(WrongEndpoint { faults: self.faults, intended })
    }

    /// A right endpoint if nothing was found at fault, else what was meant.
    fn settle(self, endpoint: Endpoint<'a>, intended: String) -> Endpoint<'a> {
        if self.faults.is_empty() { endpoint } else { self.wrong(Some(intended)) }
    }

    /// Services whose addresses have ports, plain `http` or paths of their own.
    fn other_service(&self) -> Option<Endpoint<'a>> {
        let (scheme, host, path) = (self.url.part(&self.url.scheme), self.url.host(), self.url.path());
        let port = self.url.port.as_ref().map(|port| self.url.part(port));
        match (scheme, host, port) {
            ("http", "localhost" | "127.0.0.1", Some(":7890")) => {
                let driver = match path.trim_matches('/') {
                    "athena" => Driver::Athena,
                    "redshift" => Driver::Redshift,
                    _ => return None,
                };
                return Some(Endpoint::Driver(driver));
            }
            ("http", "127.0.0.1", Some(":35001")) => return Some(Endpoint::NotIam(OtherService::ClientVpn)),
            ("https", ..) => {}
            _ => return None,
        }
        if let Some(name) = host.strip_suffix(".sign-in.connect.aws")
            && let Some((instance, region)) = name.split_once('.')
            && path.trim_end_matches('/') == "/saml"
        {
            return Some(Endpoint::ConnectGlobalResiliency { instance, region });
        }
        let cognito = host.ends_with(".amazoncognito.com") && path == "/saml2/idpresponse";
        let grafana = host.contains(".grafana-workspace.") && host.ends_with(".amazonaws.com");
        let open_search = path.ends_with("/_opendistro/_security/saml/acs");
        let identity_center = host.ends_with("signin.aws.amazon.com") && path.starts_with("/platform/saml/");
        let service = match () {
            () if identity_center => OtherService::IdentityCenter,
            () if cognito => OtherService::Cognito,
            () if grafana => OtherService::Grafana,
            () if open_search => OtherService::OpenSearch,
            () => return None,
        };
        Some(Endpoint::NotIam(service))
    }

    /// Faults that do not depend on the host.
    fn check_shape(&mut self, inner: &Range<usize>) {
        let value = self.value;
        for (at, c) in value.char_indices() {
            let range = at..at.saturating_add(c.len_utf8());
            if c.is_whitespace() {
                match self.faults.last_mut() {
                    Some(last) if last.kind == EndpointFaultKind::WhiteSpace && last.range.end == at => {
                        last.range.end = range.end;
                    }
                    _ => self.fault(EndpointFaultKind::WhiteSpace, range),
                }
            } else if is_invisible(c) {
                self.fault(EndpointFaultKind::Invisible(c), range);
            }
        }
        let scheme = self.url.scheme.clone();
        match self.url.part(&scheme) {
            "https" => {}
            "http" => self.fault(EndpointFaultKind::Http, scheme),
            "" => self.fault(EndpointFaultKind::NoScheme, inner.start..inner.start),
            _ => self.fault(EndpointFaultKind::UnknownScheme, scheme),
        }
        if let Some(range) = self.url.userinfo.clone() {
            self.fault(EndpointFaultKind::UserInfo, range);
        }
        if self.url.host().bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.fault(EndpointFaultKind::UpperCaseHost, self.url.host.clone());
        }
        if let Some(range) = self.url.port.clone() {
            self.fault(EndpointFaultKind::Port, range);
        }
        if let Some(range) = self.url.query.clone() {
            self.fault(EndpointFaultKind::Query, range);
        }
        if let Some(range) = self.url.fragment.clone() {
            self.fault(EndpointFaultKind::Fragment, range);
        }
    }

    fn host_kind(mut self) -> Endpoint<'a> {
        let host = self.url.host().to_ascii_lowercase();
        let host_range = self.url.host.clone();
        if host == "signin-fips.amazonaws-us-gov.com" {
            let form = SignInForm::Fips;
            let sign_in = SignIn { partition: Partition::AwsUsGov, region: None, form, certain: false };
            return self.at_sign_in(sign_in, &host);
        }
        for partition in Partition::ALL {
            let known = partition.sign_in_host();
            if host == known {
                let certain = partition.global_sign_in_url().is_some();
                let sign_in = SignIn { partition, region: None, form: SignInForm::Global, certain };
                return self.at_sign_in(sign_in, &host);
            }
            if let Some(name) = host.strip_suffix(known).and_then(|name| name.strip_suffix('.')) {
                return self.with_region(partition, name.len(), &host);
            }
            if let Some(middle) = host.strip_prefix("signin.")
                && let Some((name, rest)) = middle.split_once('.')
                && known.strip_prefix("signin.") == Some(rest)
            {
                let start = host_range.start.saturating_add(7);
                let name = name.to_owned();
                self.fault(EndpointFaultKind::RegionMisplaced, start..start.saturating_add(name.len()));
                return self.wrong(sign_in_url(partition, Some(&name)));
            }
        }
        let meant = meant_by_host(&host, self.url.path());
        match meant {
            Some((kind, intended)) => {
                self.faults.clear();
                self.fault(kind, host_range);
                self.wrong(intended)
            }
            None => Endpoint::Unknown,
        }
    }

    /// The host is a word and the sign-in host of a partition.
    fn with_region(mut self, partition: Partition, length: usize, host: &str) -> Endpoint<'a> {
        let range = self.url.host.start..self.url.host.start.saturating_add(length);
        let lower = host.get(..length).unwrap_or_default();
        let as_written = self.value.get(range.clone()).unwrap_or_default();
        let known = region(lower);
        match known {
            Some(known) if known.partition != partition => {
                self.fault(EndpointFaultKind::RegionOfOtherPartition, range);
                return self.wrong(sign_in_url(known.partition, Some(lower)));
            }
            None if !looks_like_region(lower) => {
                self.fault(EndpointFaultKind::NoRegion, range);
                return self.wrong(sign_in_url(partition, None));
            }
            _ => {}
        }
        // GovCloud's western region is documented under the host without a region only.
        let documented = known.is_some_and(|known| known.sign_in) && lower != "us-gov-west-1";
        let certain = documented && partition.sign_in_is_certain();
        let sign_in = SignIn { partition, region: Some(as_written), form: SignInForm::Regional, certain };
        self.at_sign_in(sign_in, host)
    }

    /// The host is right; the path decides.
    fn at_sign_in(mut self, sign_in: SignIn<'a>, host: &str) -> Endpoint<'a> {
        let path_range = self.url.path.clone();
        let path = self.url.path();
        let bare = path.trim_end_matches('/');
        let slashes = path_range.start.saturating_add(bare.len())..path_range.end;
        let url = |path: &str| format!("https://{host}{path}");
        if !bare.is_empty() && !slashes.is_empty() {
            self.fault(EndpointFaultKind::TrailingSlash, slashes);
        }
        let after =
            |prefix: &str| bare.strip_prefix(prefix).filter(|rest| !rest.is_empty() && !rest.contains('/'));
        if bare == "/saml" {
            return self.settle(Endpoint::SignIn(sign_in), url("/saml"));
        }
        if let Some(id) = after("/saml/acs/") {
            let certain = sign_in.certain && sign_in.region.is_some();
            let endpoint = Endpoint::SignIn(SignIn { form: SignInForm::Provider(id), certain, ..sign_in });
            if !is_provider_id(id) {
                let start = path_range.start.saturating_add(10);
                self.fault(EndpointFaultKind::ProviderId, start..start.saturating_add(id.len()));
                return self.wrong(None);
            }
            return self.settle(endpoint, url(bare));
        }
        if bare == "/static/saml" {
            let endpoint = Endpoint::StaticSaml { partition: sign_in.partition, region: sign_in.region };
            return self.settle(endpoint, url("/static/saml"));
        }
        let (kind, range, intended) = if bare.is_empty() {
            (EndpointFaultKind::NoPath, path_range, url("/saml"))
        } else if bare.eq_ignore_ascii_case("/saml") {
            (EndpointFaultKind::PathCase, path_range, url("/saml"))
        } else if bare.ends_with("saml-metadata.xml") {
            let id =
                bare.strip_prefix("/static/saml/").and_then(|rest| rest.strip_suffix("/saml-metadata.xml"));
            (
                EndpointFaultKind::MetadataUrl,
                path_range,
                match id {
                    Some(id) => url(&format!("/saml/acs/{id}")),
                    None => url("/saml"),
                },
            )
        } else if let Some(id) = after("/saml/").filter(|id| is_provider_id(id)) {
            let start = path_range.start.saturating_add(6);
            (
                EndpointFaultKind::MissingAcs,
                start..start.saturating_add(id.len()),
                url(&format!("/saml/acs/{id}")),
            )
        } else {
            (EndpointFaultKind::WrongPath, path_range, url("/saml"))
        };
        self.fault(kind, range);
        self.wrong(Some(intended))
    }
}

#[cfg(test)]
mod tests;
