//! Whether an event of CloudTrail records the sign-in of a message: by the assertion's identifier, by who signed in, or by
//! the time alone (CloudTrail User Guide, "userIdentity element"; IAM User Guide, "Logging IAM and AWS STS API calls").
//!
//! It deliberately takes one contradiction as enough: an event of somebody else says nothing of this message.

use super::Of;
use crate::aws::arn::Arn;
use crate::aws::attributes::AwsAttribute;
use crate::aws::outputs::Event;
use crate::aws::policy::context::name_qualifier;
use crate::aws::role_pair::RolePair;
use crate::order::Gather as _;
use crate::saml::{Instant, Message};
use crate::source::Text;
use std::collections::BTreeSet;

/// What an event has to do with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// It records this very sign-in.
    Same(JoinedBy),
    /// It records another one, or something else.
    Other(Apart),
    /// Nothing in it tells whose it is.
    Unclear,
}

/// What ties an event to a message, the firmest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinedBy {
    /// `sAMLAssertionID` is the `ID` of the assertion.
    AssertionId,
    /// The person and the time.
    Person,
    /// Only the time; failed attempts are often recorded without parameters.
    Time,
}

/// What sets an event and a message apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// It records another operation.
    Operation,
    AssertionId,
    /// Another role, provider or account.
    Role,
    /// Another session name, subject or name qualifier.
    Person,
    Time,
}

/// An assertion must be redeemed within five minutes; an attempt with an older one is recorded, too.
const REDEEMED_WITHIN: i64 = 60 * 60;
/// How far the clocks of AWS and of the identity provider may be apart.
const CLOCKS_APART: i64 = 5 * 60;
/// Where only the time speaks, the attempt follows at once.
const AT_ONCE: std::ops::RangeInclusive<i64> = -60..=120;

/// AWS STS accepted the assertion of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The ARN of the role that was assumed, where the event says it.
    pub role: Option<String>,
}

impl Accepted {
    fn of(event: &Event) -> Self {
        Self { role: event.request.role_arn.as_ref().map(|arn| arn.value.clone()) }
    }
}

/// What a message says of who asks for what, to be compared with events.
pub struct SignIn<'m> {
    id: Option<&'m str>,
    issued: Option<Instant>,
    roles: BTreeSet<&'m str>,
    providers: BTreeSet<&'m str>,
    accounts: BTreeSet<&'m str>,
    /// What AWS computes from issuer, account and provider.
    qualifiers: BTreeSet<String>,
    session_name: Option<&'m str>,
    subject: Option<&'m str>,
}

impl<'m> SignIn<'m> {
    /// `None` where the message has no assertion that can be read.
    pub fn of(message: &'m Message) -> Option<Self> {
        let assertion = message.assertions.first()?;
        let values = |attribute: AwsAttribute| {
            assertion.attributes_named(attribute.name()).flat_map(|attribute| &attribute.values)
        };
        let pairs: Vec<_> =
            values(AwsAttribute::Role).map(|value| RolePair::read(value.text.as_str())).collect();
        let providers = || pairs.iter().filter_map(RolePair::provider);
        let issuer = assertion.issuer.as_ref().or(message.issuer.as_ref());
        let issuer = issuer.map(|issuer| issuer.text.trimmed().0);
        let qualifier = |arn: &Arn<'_>| Some(name_qualifier(issuer?, arn.account_id()?, arn.resource_name()));
        let name_id = assertion.subject.as_ref().and_then(|subject| subject.name_id.as_ref());
        Some(Self {
            id: assertion.id.as_ref().map(Text::as_str),
            issued: instant(&assertion.issue_instant).or_else(|| instant(&message.issue_instant)),
            roles: pairs.iter().filter_map(RolePair::role).map(Arn::text).gathered(),
            providers: providers().map(Arn::text).gathered(),
            accounts: pairs.iter().filter_map(RolePair::role).filter_map(Arn::account_id).gathered(),
            qualifiers: providers().filter_map(qualifier).gathered(),
            session_name: values(AwsAttribute::RoleSessionName).next().map(|value| value.text.trimmed().0),
            subject: name_id.map(|name_id| name_id.text.trimmed().0),
        })
    }

    pub fn join(&self, event: &Event) -> Join {
        let name = event.event_name.as_ref().map(Text::as_str);
        if !matches!(name, None | Some("AssumeRoleWithSAML" | "GetFederationToken")) {
            return Join::Other(Apart::Operation);
        }
        if let (Some(recorded), Some(own)) = (&event.request.saml_assertion_id, self.id) {
            return match recorded.as_str() == own {
                true => Join::Same(JoinedBy::AssertionId),
                false => Join::Other(Apart::AssertionId),
            };
        }
        if self.role_differs(event) {
            return Join::Other(Apart::Role);
        }
        let person = self.person(event);
        if person == Some(false) {
            return Join::Other(Apart::Person);
        }
        let after = self.issued.and_then(|issued| Some(instant(&event.event_time)?.seconds_since(issued)));
        match after {
            Some(after) if !(-CLOCKS_APART..=REDEEMED_WITHIN).contains(&after) => Join::Other(Apart::Time),
            Some(_) if person == Some(true) => Join::Same(JoinedBy::Person),
            Some(after) if AT_ONCE.contains(&after) => Join::Same(JoinedBy::Time),
            // A selection of `jq` may have left the time out, and then the person may have signed in at any time.
            _ => Join::Unclear,
        }
    }

    /// Whether these events show that AWS STS accepted the assertion, and for which role. The identifier of the assertion
    /// settles it. Person and time do only where nothing else was recorded of this person then: who was refused tries
    /// again, and the success is that of the next attempt.
    pub fn accepted<'e>(&self, events: impl Iterator<Item = Of<'e, Event>>) -> Option<Accepted> {
        let mut by_person: Vec<&Event> = Vec::new();
        for event in events {
            match self.join(event.value) {
                Join::Same(JoinedBy::AssertionId)
                    if event.value.assumed_a_role() && !self.role_differs(event.value) =>
                {
                    return Some(Accepted::of(event.value));
                }
                Join::Same(JoinedBy::Person) => by_person.push(event.value),
                _ => {}
            }
        }
        let [event] = by_person.as_slice() else { return None };
        let after = instant(&event.event_time)?.seconds_since(self.issued?);
        (event.assumed_a_role() && AT_ONCE.contains(&after)).then(|| Accepted::of(event))
    }

    fn role_differs(&self, event: &Event) -> bool {
        let is_none_of = |recorded: &Option<Text>, own: &BTreeSet<&str>| {
            recorded.as_ref().is_some_and(|recorded| !own.contains(recorded.as_str()))
        };
        is_none_of(&event.request.role_arn, &self.roles)
            || is_none_of(&event.request.principal_arn, &self.providers)
            || !self.accounts.is_empty() && is_none_of(&event.recipient_account_id, &self.accounts)
    }

    /// Whether the event names this person; `None` where it names nobody.
    fn person(&self, event: &Event) -> Option<bool> {
        let identity = &event.identity;
        let is = |recorded: &Option<Text>, own: &[Option<&str>]| {
            let recorded = recorded.as_ref().map(Text::as_str).filter(|text| !text.is_empty())?;
            Some(own.contains(&Some(recorded)))
        };
        let session = self.session_name;
        // `arn:aws:sts::444455556666:assumed-role/Role/session`.
        let assumed = identity.arn.as_ref().and_then(|arn| arn.as_str().rsplit_once(":assumed-role/"));
        let assumed =
            assumed.and_then(|(_, rest)| rest.split_once('/')).map(|(_, name)| Some(name) == session);
        // `<name qualifier>:<NameID>`; a failed attempt may have no more than the colon.
        let principal = identity.principal_id.as_ref().and_then(|id| {
            let (qualifier, subject) = id.as_str().split_once(':')?;
            let of_saml = !qualifier.is_empty() && !qualifier.starts_with("AROA");
            of_saml.then(|| self.qualifiers.contains(qualifier) && self.subject == Some(subject))
        });
        let told = [
            is(&event.request.role_session_name, &[session]),
            is(&identity.user_name, &[self.subject, session]),
            principal,
            assumed,
        ];
        let told = || told.iter().flatten();
        told().next()?;
        Some(told().all(|same| *same))
    }
}

fn instant(text: &Option<Text>) -> Option<Instant> {
    Instant::lenient(text.as_ref()?.as_str())
}
