//! Whether an event of CloudTrail records the sign-in of a message: by the assertion's identifier, by who signed in, or by
//! the time alone (CloudTrail User Guide, "userIdentity element"; IAM User Guide, "Logging IAM and AWS STS API calls").
//!
//! It deliberately takes one contradiction as enough: an event of somebody else says nothing of this message.

use crate::aws::arn::Arn;
use crate::aws::attributes::AwsAttribute;
use crate::aws::outputs::Event;
use crate::aws::policy::context::name_qualifier;
use crate::aws::role_pair::RolePair;
use crate::saml::{Assertion, Instant, Message};
use crate::source::Text;

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

/// Joins an event with a message.
pub fn join(event: &Event, message: &Message) -> Join {
    let Some(assertion) = message.assertions.first() else { return Join::Unclear };
    let name = event.event_name.as_ref().map(Text::as_str);
    if !matches!(name, None | Some("AssumeRoleWithSAML" | "GetFederationToken")) {
        return Join::Other(Apart::Operation);
    }
    if let (Some(recorded), Some(own)) = (&event.request.saml_assertion_id, &assertion.id) {
        return match recorded.as_str() == own.as_str() {
            true => Join::Same(JoinedBy::AssertionId),
            false => Join::Other(Apart::AssertionId),
        };
    }
    let sent = Sent::of(message, assertion);
    if sent.role_differs(event) {
        return Join::Other(Apart::Role);
    }
    let person = sent.person(event);
    if person == Some(false) {
        return Join::Other(Apart::Person);
    }
    match seconds_after_issue(event, message, assertion) {
        Some(after) if !(-CLOCKS_APART..=REDEEMED_WITHIN).contains(&after) => Join::Other(Apart::Time),
        Some(_) if person == Some(true) => Join::Same(JoinedBy::Person),
        // A selection of `jq` may have left the time out, and then the person alone may have signed in at any time.
        Some(after) if AT_ONCE.contains(&after) => Join::Same(JoinedBy::Time),
        _ => Join::Unclear,
    }
}

fn seconds_after_issue(event: &Event, message: &Message, assertion: &Assertion) -> Option<i64> {
    let read = |text: &Option<Text>| Instant::lenient(text.as_ref()?.as_str());
    let issued = read(&assertion.issue_instant).or_else(|| read(&message.issue_instant))?;
    Some(read(&event.event_time)?.seconds_since(issued))
}

/// What the message says of who asks for what.
struct Sent<'m> {
    pairs: Vec<RolePair<'m>>,
    session_name: Option<&'m str>,
    subject: Option<&'m str>,
    issuer: Option<&'m str>,
}

impl<'m> Sent<'m> {
    fn of(message: &'m Message, assertion: &'m Assertion) -> Self {
        let values = |attribute: AwsAttribute| {
            assertion.attributes_named(attribute.name()).flat_map(|attribute| &attribute.values)
        };
        let issuer = assertion.issuer.as_ref().or(message.issuer.as_ref());
        let name_id = assertion.subject.as_ref().and_then(|subject| subject.name_id.as_ref());
        Self {
            pairs: values(AwsAttribute::Role).map(|value| RolePair::read(value.text.as_str())).collect(),
            session_name: values(AwsAttribute::RoleSessionName).next().map(|value| value.text.trimmed().0),
            subject: name_id.map(|name_id| name_id.text.trimmed().0),
            issuer: issuer.map(|issuer| issuer.text.trimmed().0),
        }
    }

    fn role_differs(&self, event: &Event) -> bool {
        let none_is = |recorded: &Option<Text>, arns: fn(&RolePair<'m>) -> Option<&'m str>| {
            let recorded = recorded.as_ref().map(Text::as_str);
            recorded.is_some_and(|recorded| !self.pairs.iter().any(|pair| arns(pair) == Some(recorded)))
        };
        let account = |pair: &RolePair<'m>| pair.role().and_then(Arn::account_id);
        none_is(&event.request.role_arn, |pair| pair.role().map(Arn::text))
            || none_is(&event.request.principal_arn, |pair| pair.provider().map(Arn::text))
            || self.pairs.iter().any(|pair| account(pair).is_some())
                && none_is(&event.recipient_account_id, account)
    }

    /// Whether the event names this person; `None` where it names nobody.
    fn person(&self, event: &Event) -> Option<bool> {
        let identity = &event.identity;
        let is = |recorded: &Option<Text>, own: &[Option<&str>]| {
            let recorded = recorded.as_ref().map(Text::as_str).filter(|text| !text.is_empty())?;
            Some(own.iter().flatten().any(|own| *own == recorded))
        };
        let session = self.session_name;
        // `arn:aws:sts::444455556666:assumed-role/Role/session`.
        let assumed = identity.arn.as_ref().and_then(|arn| arn.as_str().rsplit_once(":assumed-role/"));
        let assumed =
            assumed.and_then(|(_, rest)| rest.split_once('/')).map(|(_, name)| Some(name) == session);
        // A failed attempt may have no more than the colon of `<name qualifier>:<NameID>`.
        let principal = identity.principal_id.as_ref().filter(|id| id.as_str() != ":").and_then(|id| {
            let (qualifier, subject) = id.as_str().split_once(':')?;
            let same = self.qualifiers().any(|own| own == qualifier);
            let named = !qualifier.is_empty() && !qualifier.starts_with("AROA");
            named.then(|| same && self.subject == Some(subject))
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

    /// What AWS computes from issuer, account and provider.
    fn qualifiers(&self) -> impl Iterator<Item = String> {
        let providers = self.pairs.iter().filter_map(RolePair::provider);
        providers.filter_map(|arn| Some(name_qualifier(self.issuer?, arn.account_id()?, arn.resource_name())))
    }
}
