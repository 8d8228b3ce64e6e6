//! Events of CloudTrail: alone, in `Records`, from `lookup-events`, from CloudTrail Lake, from EventBridge (`detail`), and
//! as `jq` cuts them down.
//!
//! It deliberately reads no event that a string of another document holds: that event is a leaf of its own.

use super::fields::{first, said, text};
use crate::json::{Kind, Value};
use crate::source::{Span, Spanned, Text};

#[derive(Debug, Clone)]
pub struct CloudTrail {
    pub events: Vec<Event>,
    /// Events in strings (`CloudTrailEvent`): leaves of their own, whose `Context::held` names this one.
    pub embedded: usize,
}

/// One event (CloudTrail User Guide, Record contents). What a selection left out is `None`.
#[derive(Debug, Clone)]
pub struct Event {
    pub span: Span,
    pub event_id: Option<Text>,
    pub event_name: Option<Text>,
    pub event_source: Option<Text>,
    pub event_time: Option<Text>,
    pub event_type: Option<Text>,
    pub aws_region: Option<Text>,
    pub source_ip_address: Option<Text>,
    pub user_agent: Option<Text>,
    pub recipient_account_id: Option<Text>,
    /// At most 1 KB; longer ones are cut.
    pub error_code: Option<Text>,
    pub error_message: Option<Text>,
    /// The host that was called, which shows the region of the sign-in.
    pub client_provided_host_header: Option<Text>,
    pub request: RequestParameters,
    pub response: ResponseElements,
    pub identity: UserIdentity,
}

/// `requestParameters` of `AssumeRoleWithSAML`. Empty where CloudTrail gives `null`.
#[derive(Debug, Clone, Default)]
pub struct RequestParameters {
    /// The `ID` of the assertion.
    pub saml_assertion_id: Option<Text>,
    pub role_session_name: Option<Text>,
    pub source_identity: Option<Text>,
    pub role_arn: Option<Text>,
    /// The SAML provider.
    pub principal_arn: Option<Text>,
    /// Seconds.
    pub duration_seconds: Option<Spanned<i64>>,
    pub principal_tags: Vec<(Text, Text)>,
    pub transitive_tag_keys: Vec<Text>,
}

/// `responseElements` of `AssumeRoleWithSAML` and `ConsoleLogin`.
#[derive(Debug, Clone, Default)]
pub struct ResponseElements {
    pub issuer: Option<Text>,
    pub name_qualifier: Option<Text>,
    pub subject: Option<Text>,
    pub subject_type: Option<Text>,
    /// The `Recipient` of the assertion.
    pub audience: Option<Text>,
    pub assumed_role_arn: Option<Text>,
    pub assumed_role_id: Option<Text>,
    /// `Success` or `Failure`.
    pub console_login: Option<Text>,
}

#[derive(Debug, Clone, Default)]
pub struct UserIdentity {
    /// `SAMLUser`, `AssumedRole` …
    pub kind: Option<Text>,
    pub principal_id: Option<Text>,
    pub user_name: Option<Text>,
    /// The name qualifier of the provider.
    pub identity_provider: Option<Text>,
    pub arn: Option<Text>,
    pub account_id: Option<Text>,
}

impl Event {
    /// Whether it records that AWS STS gave a session out. What a selection left out proves nothing: an event without an
    /// error may be one whose error was not selected.
    pub fn assumed_a_role(&self) -> bool {
        let answer = &self.response;
        let answered = [&answer.subject, &answer.issuer, &answer.audience, &answer.name_qualifier]
            .into_iter()
            .chain([&answer.assumed_role_arn, &answer.assumed_role_id]);
        self.event_name.as_ref().is_some_and(|name| name.as_str() == "AssumeRoleWithSAML")
            && self.error_code.is_none()
            && self.error_message.is_none()
            && answered.into_iter().any(Option::is_some)
    }
}

pub(super) fn read(root: Value<'_>) -> Option<CloudTrail> {
    let list = ["Records", "Events", "events"].iter().find_map(|name| root.get(name));
    if let Some(list) = list.filter(|list| list.kind() == Kind::Array) {
        if !first(list).is_none_or(holds_event) {
            return None;
        }
        return Some(of(list.items()));
    }
    if let Some(rows) = root.get("QueryResultRows") {
        return Some(CloudTrail { events: rows.items().map(event).collect(), embedded: 0 });
    }
    match root.kind() {
        Kind::Array => first(root)
            .is_some_and(|one| holds_event(one) || is_page(one))
            .then(|| of(root.items().flat_map(page))),
        _ if holds_event(root) => Some(of(std::iter::once(root))),
        _ => None,
    }
}

fn of<'j>(items: impl Iterator<Item = Value<'j>>) -> CloudTrail {
    let mut out = CloudTrail { events: Vec::new(), embedded: 0 };
    for item in items {
        if item.get("CloudTrailEvent").is_some_and(|event| event.kind() == Kind::String) {
            out.embedded = out.embedded.saturating_add(1);
        } else {
            out.events.push(event(inner(item).unwrap_or(item)));
        }
    }
    out
}

/// The event inside of what carries it: an item of `lookup-events`, an event of EventBridge.
fn inner(value: Value<'_>) -> Option<Value<'_>> {
    value.get("CloudTrailEvent").or_else(|| value.get("detail").filter(|detail| is_event(*detail)))
}

fn holds_event(value: Value<'_>) -> bool {
    is_event(value) || inner(value).is_some()
}

/// One of the pages that `--output yaml-stream` prints.
fn is_page(value: Value<'_>) -> bool {
    value.get("Events").is_some_and(|list| first(list).is_some_and(holds_event))
}

fn page(value: Value<'_>) -> Vec<Value<'_>> {
    match value.get("Events").filter(|_| is_page(value)) {
        Some(list) => list.items().collect(),
        None => vec![value],
    }
}

/// An event has a name and one more of its marks; a selection has an error and the time or the person.
fn is_event(value: Value<'_>) -> bool {
    let any = |names: &[&str]| names.iter().any(|name| member(value, name).is_some());
    any(&["eventName"]) && any(&["eventSource", "eventTime", "eventVersion", "errorCode", "userIdentity"])
        || any(&["errorCode"]) && any(&["errorMessage"]) && any(&["time", "eventTime", "user", "sourceIP"])
}

/// A member by name in any case: the columns of Athena are in lower case. A row of CloudTrail Lake is a list of objects
/// with one member each.
fn member<'j>(value: Value<'j>, name: &str) -> Option<Value<'j>> {
    let of = |object: Value<'j>| {
        let same = |key: &Value<'_>| key.as_plain_str().is_some_and(|key| key.eq_ignore_ascii_case(name));
        object.entries().find(|(key, _)| same(key)).map(|(_, value)| value)
    };
    match value.kind() {
        Kind::Array => value.items().find_map(of),
        _ => of(value),
    }
}

fn event(value: Value<'_>) -> Event {
    let any = |names: &[&str]| names.iter().find_map(|name| member(value, name).and_then(said));
    let mut identity = user_identity(member(value, "userIdentity"));
    identity.user_name = identity.user_name.or_else(|| any(&["user", "username"]));
    Event {
        span: value.span(),
        event_id: any(&["eventID"]),
        event_name: any(&["eventName"]),
        event_source: any(&["eventSource"]),
        event_time: any(&["eventTime", "time"]),
        event_type: any(&["eventType"]),
        aws_region: any(&["awsRegion"]),
        source_ip_address: any(&["sourceIPAddress", "sourceIP"]),
        user_agent: any(&["userAgent"]),
        recipient_account_id: any(&["recipientAccountId"]),
        error_code: any(&["errorCode"]),
        error_message: any(&["errorMessage"]),
        client_provided_host_header: member(value, "tlsDetails")
            .and_then(|details| text(details, "clientProvidedHostHeader")),
        request: request(member(value, "requestParameters")),
        response: response(member(value, "responseElements")),
        identity,
    }
}

fn request(value: Option<Value<'_>>) -> RequestParameters {
    let Some(value) = value else { return RequestParameters::default() };
    let member = |name| member(value, name);
    let get = |name| member(name).and_then(said);
    RequestParameters {
        saml_assertion_id: get("sAMLAssertionID"),
        role_session_name: get("roleSessionName"),
        source_identity: get("sourceIdentity"),
        role_arn: get("roleArn"),
        principal_arn: get("principalArn"),
        duration_seconds: get("durationSeconds")
            .and_then(|text| Some(Spanned { value: text.value.parse().ok()?, span: text.span })),
        principal_tags: member("principalTags")
            .into_iter()
            .flat_map(Value::members)
            .filter_map(|(key, value)| Some((key, said(value)?)))
            .collect(),
        transitive_tag_keys: member("transitiveTagKeys")
            .into_iter()
            .flat_map(Value::items)
            .filter_map(said)
            .collect(),
    }
}

fn response(value: Option<Value<'_>>) -> ResponseElements {
    let Some(value) = value else { return ResponseElements::default() };
    let get = |name| member(value, name).and_then(said);
    let assumed = |name| member(value, "assumedRoleUser").and_then(|user| text(user, name));
    ResponseElements {
        issuer: get("issuer"),
        name_qualifier: get("nameQualifier"),
        subject: get("subject"),
        subject_type: get("subjectType"),
        audience: get("audience"),
        assumed_role_arn: assumed("arn"),
        assumed_role_id: assumed("assumedRoleId"),
        console_login: get("ConsoleLogin"),
    }
}

fn user_identity(value: Option<Value<'_>>) -> UserIdentity {
    let Some(value) = value else { return UserIdentity::default() };
    let get = |name| member(value, name).and_then(said);
    UserIdentity {
        kind: get("type"),
        principal_id: get("principalId"),
        user_name: get("userName"),
        identity_provider: get("identityProvider"),
        arn: get("arn"),
        account_id: get("accountId"),
    }
}
