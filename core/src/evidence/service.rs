//! Which service the person wants to reach: chosen, or recognised from what the message and its relay state say, and
//! where they leave it open, from what was given beside them.

use crate::aws::attributes::{self, AttributeName, PREFIX};
use crate::aws::audience::{self, Audience};
use crate::aws::endpoints::{self, Endpoint, OtherService};
use crate::aws::relay_state::RelayState;
use crate::aws::services::{HintStrength, Service, hinted_by_tag};
use crate::evidence::{Evidence, GivenError};
use crate::saml::{Assertion, Message};
use crate::source::Text;

/// The target service, and how it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChosenService {
    pub service: Service,
    pub from: ServiceFrom,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceFrom {
    /// The user said so.
    Given,
    RelayState,
    /// The `Recipient`, or the URL that the message was posted to.
    Endpoint,
    Attributes,
    Audience,
    /// An error text that no other service shows.
    Error,
    /// An output that no other service has.
    Evidence,
    /// Nothing in the message speaks of AWS.
    Nothing,
}

impl ServiceFrom {
    /// For people: "known from …".
    pub fn title(self) -> &'static str {
        match self {
            Self::Given => "your choice",
            Self::RelayState => "the relay state",
            Self::Endpoint => "the address that the message is for",
            Self::Attributes => "the attributes",
            Self::Audience => "the audience",
            Self::Error => "the error text",
            Self::Evidence => "what was supplied beside the message",
            Self::Nothing => "nothing: no part of the message speaks of AWS",
        }
    }
}

/// Chooses the service. `url` is the address that the message was posted to, where the capture shows it.
pub fn choose(
    given: Option<Service>,
    message: &Message,
    relay_state: Option<&Text>,
    url: Option<&Text>,
) -> ChosenService {
    let chosen = |service, from| ChosenService { service, from };
    if let Some(service) = given {
        return chosen(service, ServiceFrom::Given);
    }
    let led = relay_state.and_then(|relay_state| RelayState::read(relay_state.as_str()).service());
    if let Some(service) = led {
        return chosen(service, ServiceFrom::RelayState);
    }
    let assertion = message.assertions.first();
    let by_address = addresses(message, url).find_map(|address| by_endpoint(address.as_str()));
    // A tag that only one service documents says more than the address, which all services share.
    let tagged = assertion.and_then(strongly_tagged);
    match (by_address, tagged) {
        (Some(Service::Iam) | None, Some(service)) => chosen(service, ServiceFrom::Attributes),
        (Some(service), _) => chosen(service, ServiceFrom::Endpoint),
        (None, None) if assertion.is_some_and(has_aws_attribute) => {
            chosen(Service::Iam, ServiceFrom::Attributes)
        }
        (None, None) => match assertion.and_then(by_audience) {
            Some(service) => chosen(service, ServiceFrom::Audience),
            None => chosen(Service::Generic, ServiceFrom::Nothing),
        },
    }
}

impl ChosenService {
    /// What all services share, the sign-in address and the names of the attributes, leaves the service open. Then what was
    /// given beside the message tells it: first the text of an error, then outputs.
    pub fn beside(self, errors: &[&GivenError], evidence: &Evidence) -> Self {
        let decided = matches!(self.from, ServiceFrom::Given | ServiceFrom::RelayState);
        if decided || self.service != Service::Iam {
            return self;
        }
        let chosen = |from| move |service| Self { service, from };
        // Short texts are in use elsewhere, too.
        let errors = errors.iter().map(|given| given.error).filter(|error| !error.stands_alone);
        let by_error = the_only(errors.filter_map(|error| match error.services {
            [only] => Some(*only),
            _ => None,
        }));
        by_error
            .map(chosen(ServiceFrom::Error))
            .or_else(|| the_only(evidence.outputs.services()).map(chosen(ServiceFrom::Evidence)))
            .unwrap_or(self)
    }
}

/// The one service behind a role that all of these name.
fn the_only(services: impl Iterator<Item = Service>) -> Option<Service> {
    let mut services = services.filter(|service| service.permission().is_some());
    let first = services.next()?;
    services.all(|other| other == first).then_some(first)
}

/// Where the message is meant to go, the firmest statement first.
fn addresses<'a>(message: &'a Message, url: Option<&'a Text>) -> impl Iterator<Item = &'a Text> {
    let confirmations = message
        .assertions
        .iter()
        .filter_map(|assertion| assertion.subject.as_ref())
        .flat_map(|subject| &subject.confirmations)
        .filter_map(|confirmation| confirmation.data.as_ref()?.recipient.as_ref());
    confirmations.chain(&message.destination).chain(url)
}

fn by_endpoint(address: &str) -> Option<Service> {
    match endpoints::recognise(address) {
        Endpoint::ConnectGlobalResiliency { .. } => Some(Service::Connect),
        Endpoint::SignIn(_) | Endpoint::StaticSaml { .. } | Endpoint::Driver(_) | Endpoint::Wrong(_) => {
            Some(Service::Iam)
        }
        Endpoint::NotIam(OtherService::IdentityCenter) => Some(Service::IdentityCenter),
        Endpoint::NotIam(_) => Some(Service::Generic),
        Endpoint::Unknown => None,
    }
}

fn by_audience(assertion: &Assertion) -> Option<Service> {
    let audiences = assertion.conditions.iter().flat_map(|conditions| &conditions.audience_restrictions);
    audiences.flat_map(|restriction| &restriction.audiences).find_map(|audience| {
        match audience::recognise(audience.as_str()) {
            Audience::NotIam(OtherService::IdentityCenter) => Some(Service::IdentityCenter),
            Audience::NotIam(_) => Some(Service::Generic),
            Audience::Unknown => None,
            _ => Some(Service::Iam),
        }
    })
}

fn strongly_tagged(assertion: &Assertion) -> Option<Service> {
    assertion.attributes.iter().find_map(|attribute| match attributes::recognise(attribute.name()) {
        AttributeName::PrincipalTag(key) => hinted_by_tag(key)
            .filter(|(_, strength)| *strength == HintStrength::Strong)
            .map(|(service, _)| service),
        _ => None,
    })
}

/// Names under the AWS prefix, in any case and under either scheme, are meant for AWS.
fn has_aws_attribute(assertion: &Assertion) -> bool {
    let prefix = PREFIX.trim_start_matches("https").to_ascii_lowercase();
    assertion.attributes.iter().any(|attribute| attribute.name().to_ascii_lowercase().contains(&prefix))
}
