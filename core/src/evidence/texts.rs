//! The error texts of AWS that the user gave or pasted, and the messages that each is about.
//!
//! It deliberately does not say what caused them.

use super::{Item, Join, JoinedBy, Outputs, SignIn};
use crate::aws::errors::{self, AwsError, matching};
use crate::aws::outputs::{Event, Output};
use crate::order;
use crate::source::Span;

/// An error text of AWS that the user gave or pasted.
#[derive(Debug, Clone)]
pub struct GivenError {
    pub error: &'static AwsError,
    pub span: Span,
    /// The error code and HTTP status that stand around the text.
    pub code: Option<String>,
    pub status: Option<u16>,
    /// The messages that it is about, by index of their items; `None`: all of them.
    pub about: Option<Vec<usize>>,
}

impl GivenError {
    /// Whether it can only come from a sign-in that did not reach the service.
    pub fn is_refusal(&self) -> bool {
        self.error.stages.iter().all(|stage| stage.is_before_the_service())
    }

    /// Whether it may be the answer to the message in the item of this index.
    pub fn answers(&self, item: usize) -> bool {
        self.error.answers_a_message() && self.about.as_ref().is_none_or(|about| about.contains(&item))
    }
}

/// The AWS error texts in a text that stands at `span`.
pub fn errors_in(text: &str, span: Span) -> Vec<GivenError> {
    let place = |found: &matching::Match<'_>| {
        let start = (span.bytes.start as usize).saturating_add(found.range.start);
        Span::new(span.source, start, start.saturating_add(found.range.len()))
    };
    matching::recognise(text)
        .into_iter()
        .map(|found| GivenError {
            error: found.error,
            span: place(&found),
            code: found.code().map(str::to_owned),
            status: found.status(),
            about: None,
        })
        .collect()
}

/// Whether a text is a record of CloudTrail in whatever form: its errors are of the sign-in that it records, which must be
/// read to be known.
pub fn is_record(text: &str) -> bool {
    let has = |name: &str| {
        let (first, last) = (name.as_bytes().first(), name.len());
        let starts = |at: &usize| {
            text.as_bytes()
                .get(*at..at.saturating_add(last))
                .is_some_and(|word| word.eq_ignore_ascii_case(name.as_bytes()))
        };
        first.is_some_and(|first| {
            memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text.as_bytes()).any(|at| starts(&at))
        })
    };
    has("errorMessage") && (has("eventTime") || has("eventName") || has("eventSource"))
}

/// What the user says that AWS showed: a text, or the name that the catalogue has for it.
pub fn given_error(given: &str, span: Span) -> Vec<GivenError> {
    match errors::by_name(given) {
        Some(error) => vec![GivenError { error, span, code: None, status: None, about: None }],
        None => errors_in(given, span),
    }
}

/// All error texts: those given, then those of the items. One that fits nearly everything says less than one that does not, and
/// one that answers no sign-in says nothing of a message; they come last.
pub fn gather_errors(given: Vec<GivenError>, items: &[Item]) -> Vec<GivenError> {
    let messages = items.iter().enumerate().filter_map(|(index, item)| Some((index, item.message.as_ref()?)));
    let sign_ins: Vec<_> =
        messages.filter_map(|(index, message)| Some((index, SignIn::of(message)?))).collect();
    let alone = items.iter().all(|item| item.message.is_none());
    let mut all = given;
    all.extend(items.iter().flat_map(|item| match alone {
        true => item.errors.clone(),
        false => about_messages(item, &sign_ins),
    }));
    order::by_key(&mut all, |given| {
        let answers = alone || given.error.answers_a_message();
        [usize::from(!answers), usize::from(given.error.excludes_nothing)]
    });
    all
}

/// The error texts of an item. An event of CloudTrail speaks of one sign-in only, and is left out where it is that of no message.
fn about_messages(item: &Item, sign_ins: &[(usize, SignIn<'_>)]) -> Vec<GivenError> {
    let messages_of = |event: &Event| {
        let same = |sign_in: &SignIn<'_>| matches!(sign_in.join(event), Join::Same(_));
        sign_ins.iter().filter(|(_, sign_in)| same(sign_in)).map(|(index, _)| *index).collect()
    };
    let about = |error: &GivenError| event_of(error, item).map(messages_of).or_else(|| error.about.clone());
    let texts = item.errors.iter().map(|error| GivenError { about: about(error), ..error.clone() });
    let codes = events(item).iter().filter_map(|event| Some((event, by_code(event)?)));
    let codes = codes.map(|(event, error)| GivenError { about: Some(messages_of(event)), ..error });
    texts.chain(codes).filter(|error| error.about.as_ref().is_none_or(|about| !about.is_empty())).collect()
}

/// The error of an event that has a code and no text, where the code has one text only.
fn by_code(event: &Event) -> Option<GivenError> {
    const TEXTS: [(&str, &str); 3] =
        [("AccessDenied", "E05"), ("ExpiredToken", "E12"), ("PackedPolicyTooLarge", "E17")];
    let code = event.error_code.as_ref().filter(|_| event.error_message.is_none())?;
    let bare = code.as_str().strip_suffix("Exception").unwrap_or(code.as_str());
    let (_, id) = TEXTS.iter().find(|(known, _)| *known == bare)?;
    let error = errors::by_id(id)?;
    Some(GivenError { error, span: code.span, code: Some(code.as_str().into()), status: None, about: None })
}

/// Whether an event records that AWS STS refused this very assertion, whatever the text.
pub fn is_recorded_as_refused(sign_in: &SignIn<'_>, outputs: &Outputs) -> bool {
    outputs.events().map(|event| event.value).any(|event| {
        (event.error_code.is_some() || event.error_message.is_some())
            && sign_in.join(event) == Join::Same(JoinedBy::AssertionId)
    })
}

fn events(item: &Item) -> &[Event] {
    match &item.output {
        Some(Output::CloudTrail(trail)) => &trail.events,
        _ => &[],
    }
}

/// The event that an error text stands in.
fn event_of<'i>(error: &GivenError, item: &'i Item) -> Option<&'i Event> {
    // The events stand in the order of the document.
    let events = events(item);
    let after = events.partition_point(|event| event.span.bytes.start <= error.span.bytes.start);
    events.get(after.checked_sub(1)?).filter(|event| event.span.bytes.contains(error.span.bytes))
}
