//! Recognises where the relay state sends the browser after sign-in, and so which service the user wants.
//!
//! It deliberately compares it with nothing: whether its region fits the endpoint is a question for rules. An inspected
//! relay state is taken as the browser sends it, after the form's own encoding is undone.

mod appstream;
mod fault;
mod regions;

use std::ops::Range;

pub use self::fault::{RelayFault, RelayFaultKind};
use self::regions::WORKSPACES_REGIONS;

use super::characters::is_invisible;
use super::endpoints::{self, Endpoint};
use super::partitions::{Partition, looks_like_region, region};
use super::placeholders;
use super::services::Service;
use super::url::{Parameter, Url};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RelayKind {
    /// AWS shows the console's home page.
    Empty,
    /// `https://<region>.console.aws.amazon.com/connect/federate/<instance-id>`.
    ConnectFederate,
    /// The address of a Connect instance itself: it answers `Session Expired`.
    ConnectInstance,
    /// `https://workspaces.euc-sso.<region>.aws.amazon.com/sso-idp?registrationCode=…`.
    WorkSpaces,
    /// `https://appstream2.euc-sso.<region>.aws.amazon.com/saml?…`.
    AppStream,
    /// Any other page of the AWS console.
    Console,
    /// The sign-in page, which is the ACS URL and no relay state.
    SignIn,
    #[default]
    Other,
}

/// A relay state and its parts. All ranges are bytes of the value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RelayState<'a> {
    value: &'a str,
    pub kind: RelayKind,
    pub partition: Option<Partition>,
    pub region: Option<Range<usize>>,
    /// Connect: the instance's id, or what stands in its place.
    pub instance_id: Option<Range<usize>>,
    /// Connect: the page within the instance.
    pub destination: Option<Range<usize>>,
    pub registration_code: Option<Range<usize>>,
    pub stack: Option<Range<usize>>,
    pub account: Option<Range<usize>>,
    pub app: Option<Range<usize>>,
    pub client: Option<Range<usize>>,
    pub fips: bool,
    pub faults: Vec<RelayFault>,
}

impl<'a> RelayState<'a> {
    pub fn read(value: &'a str) -> Self {
        let blank = |c: char| c.is_whitespace() || is_invisible(c);
        let start = value.len().saturating_sub(value.trim_start_matches(blank).len()).min(value.len());
        let inner = start..start.saturating_add(value.trim_matches(blank).len()).min(value.len());
        let mut relay = Self { value, ..Self::default() };
        if inner.is_empty() {
            relay.kind = RelayKind::Empty;
            return relay;
        }
        let url = Url::read(value, inner.clone());
        relay.classify(&url);
        if relay.kind != RelayKind::Other {
            relay.check_text(&url, &inner);
        }
        crate::order::by_key(&mut relay.faults, |fault| [fault.range.start, fault.range.end]);
        relay
    }

    /// The service that the user wants, where the relay state says so.
    pub fn service(&self) -> Option<Service> {
        match self.kind {
            RelayKind::ConnectFederate | RelayKind::ConnectInstance => Some(Service::Connect),
            RelayKind::WorkSpaces => Some(Service::WorkSpaces),
            RelayKind::AppStream => Some(Service::AppStream),
            RelayKind::Console => Some(Service::Iam),
            RelayKind::Empty | RelayKind::SignIn | RelayKind::Other => None,
        }
    }

    /// The characters of a part; empty where it is missing.
    pub fn part(&self, range: &Option<Range<usize>>) -> &'a str {
        range.clone().and_then(|range| self.value.get(range)).unwrap_or_default()
    }

    fn classify(&mut self, url: &Url<'a>) {
        let host = url.host().to_ascii_lowercase();
        let of = |suffix: &str| host.strip_suffix(suffix).map(str::len);
        for (suffix, partition) in
            [(".aws.amazon.com", Partition::Aws), (".amazonaws-us-gov.com", Partition::AwsUsGov)]
        {
            let Some(length) = of(suffix) else { continue };
            let name = host.get(..length).unwrap_or_default();
            for (prefix, kind, fips) in EUC_HOSTS {
                if let Some(found) = name.strip_prefix(prefix).filter(|found| !found.contains('.')) {
                    let start = url.host.start.saturating_add(prefix.len());
                    self.partition = Some(partition);
                    self.fips = *fips;
                    self.region = Some(start..start.saturating_add(found.len()));
                    return match kind {
                        RelayKind::WorkSpaces => self.workspaces(url),
                        _ => self.appstream(url, prefix.contains("euc-sso")),
                    };
                }
            }
        }
        for partition in Partition::ALL {
            let Some(console) = partition.console_host() else { continue };
            let Some(before) = host.strip_suffix(console) else { continue };
            if !before.is_empty() && !before.ends_with('.') {
                continue;
            }
            self.partition = Some(partition);
            let label = before.trim_end_matches('.');
            if !label.is_empty() && !label.contains('.') && looks_like_region(label) {
                self.region = Some(url.host.start..url.host.start.saturating_add(label.len()));
            }
            return self.console(url);
        }
        let connect_path = url.path().starts_with("/connect") || url.path().starts_with("/ccp");
        if host.ends_with(".my.connect.aws") || host.ends_with(".awsapps.com") && connect_path {
            self.kind = RelayKind::ConnectInstance;
        } else if matches!(
            endpoints::recognise(self.value),
            Endpoint::SignIn(_) | Endpoint::StaticSaml { .. }
        ) {
            self.kind = RelayKind::SignIn;
        }
    }

    fn console(&mut self, url: &Url<'a>) {
        let Some(rest) = url.path().strip_prefix("/connect/federate") else {
            self.kind = RelayKind::Console;
            return;
        };
        self.kind = RelayKind::ConnectFederate;
        let id = rest.trim_matches('/');
        let start = url.path.end.saturating_sub(rest.trim_start_matches('/').len());
        let range = start..start.saturating_add(id.len());
        if id.is_empty() {
            self.fault(RelayFaultKind::MissingInstanceId, url.path.end..url.path.end);
        } else {
            if !is_uuid(id) && placeholders::find(id).is_empty() {
                self.fault(RelayFaultKind::AliasInsteadOfId, range.clone());
            }
            self.instance_id = Some(range);
        }
        for parameter in url.parameters() {
            if let Some(value) = self.named(&parameter, "destination") {
                self.destination = Some(value.clone());
                let raw = self.value.get(value.clone()).unwrap_or_default();
                if let Some((at, c)) = raw.char_indices().find(|&(_, c)| matches!(c, '/' | ':' | '?' | ' ')) {
                    let at = value.start.saturating_add(at);
                    self.fault(RelayFaultKind::DestinationNotEncoded, at..at.saturating_add(c.len_utf8()));
                }
            }
        }
    }

    fn workspaces(&mut self, url: &Url<'a>) {
        self.kind = RelayKind::WorkSpaces;
        self.check_offered(WORKSPACES_REGIONS);
        if url.path() != "/sso-idp" {
            self.fault(RelayFaultKind::WrongPath, url.path.clone());
        }
        for parameter in url.parameters() {
            if let Some(value) = self.named(&parameter, "registrationCode") {
                self.registration_code = Some(value);
            } else if let Some(value) = self.named(&parameter, "client") {
                self.client(value);
            }
        }
        match self.registration_code.clone().filter(|range| !range.is_empty()) {
            None => {
                let end = url.query.as_ref().map_or(url.path.end, |query| query.end);
                self.fault(RelayFaultKind::MissingRegistrationCode, end..end);
            }
            Some(range) => {
                let plus = self.value.get(range.clone()).and_then(|code| code.find('+'));
                if let Some(at) = plus.map(|at| range.start.saturating_add(at)) {
                    self.fault(RelayFaultKind::PlusInCode, at..at.saturating_add(1));
                }
            }
        }
    }

    fn client(&mut self, value: Range<usize>) {
        if !matches!(self.value.get(value.clone()), Some("native" | "web")) {
            self.fault(RelayFaultKind::ClientValue, value.clone());
        }
        self.client = Some(value);
    }

    /// The value of a parameter of that name; other letters are reported and taken all the same.
    fn named(&mut self, parameter: &Parameter<'a>, name: &str) -> Option<Range<usize>> {
        if !parameter.name.eq_ignore_ascii_case(name) {
            return None;
        }
        if parameter.name != name {
            let start = parameter.range.start;
            self.fault(RelayFaultKind::ParameterCase, start..start.saturating_add(name.len()));
        }
        Some(parameter.value_range.clone())
    }

    fn check_offered(&mut self, offered: &[&str]) {
        let name = self.part(&self.region).to_ascii_lowercase();
        if let Some(range) = self.region.clone()
            && region(&name).is_some()
            && !offered.contains(&name.as_str())
        {
            self.fault(RelayFaultKind::RegionNotOffered, range);
        }
    }

    /// Faults that may stand in any URL of AWS.
    fn check_text(&mut self, url: &Url<'a>, inner: &Range<usize>) {
        let value = self.value;
        for (at, c) in value.char_indices().filter(|&(_, c)| c.is_whitespace() || is_invisible(c)) {
            self.fault(RelayFaultKind::WhiteSpace, at..at.saturating_add(c.len_utf8()));
        }
        match url.part(&url.scheme) {
            "https" => {}
            "http" => self.fault(RelayFaultKind::Http, url.scheme.clone()),
            _ => self.fault(RelayFaultKind::NoScheme, inner.start..inner.start),
        }
        for placeholder in placeholders::find(value) {
            self.fault(RelayFaultKind::Placeholder(placeholder.kind), placeholder.range);
        }
        let name = self.part(&self.region).to_ascii_lowercase();
        if let Some(range) = self.region.clone()
            && region(&name).is_none()
            && placeholders::find(&name).is_empty()
        {
            self.fault(RelayFaultKind::UnknownRegion, range);
        }
    }

    fn fault(&mut self, kind: RelayFaultKind, range: Range<usize>) {
        self.faults.push(RelayFault { kind, range });
    }
}

/// 36 characters of hexadecimal digits in groups of 8, 4, 4, 4 and 12.
pub fn is_uuid(text: &str) -> bool {
    let groups = text.split('-').map(str::len);
    groups.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

const EUC_HOSTS: &[(&str, RelayKind, bool)] = &[
    ("workspaces.euc-sso.", RelayKind::WorkSpaces, false),
    ("workspaces.euc-sso-fips.", RelayKind::WorkSpaces, true),
    ("appstream2.euc-sso.", RelayKind::AppStream, false),
    ("appstream2.euc-sso-fips.", RelayKind::AppStream, true),
    ("appstream2.", RelayKind::AppStream, false),
    ("appstream2-fips.", RelayKind::AppStream, true),
];

#[cfg(test)]
mod tests;
