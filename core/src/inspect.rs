//! The only driver: runs the stages in order, once over everything pasted.
//!
//! It judges nothing itself. Each stage is a pure function that cannot fail.

use crate::aws::attributes::{self, AttributeName};
use crate::crypto::decrypt::Budget;
use crate::diagnose::{self, Diagnosed, Known};
use crate::evidence::{self, Context, Evidence, GivenError, Item, ItemKind, Options, SignIn};
use crate::idp::{self, Recognised, Values};
use crate::limits::Limits;
use crate::lint::{self, Answers, Contexts, Cx, Finding};
use crate::order::Gather as _;
use crate::peel::{self, LayerUse, Leaf, LeafKind, Note, NoteKind, Peeled};
use crate::rules::{self, capture::limit_reached};
use crate::source::{SourceId, Sources, Span, Text};
use std::collections::{BTreeMap, BTreeSet};

/// One thing that was pasted, dropped or named on the command line.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// The file's name, where there is one.
    pub name: Option<String>,
    pub bytes: Vec<u8>,
}

/// Everything that can be said about the inputs.
#[derive(Debug)]
pub struct Report {
    pub sources: Sources,
    /// The source of each input, in the order of the inputs.
    pub inputs: Vec<(SourceId, Option<String>)>,
    pub layers: Vec<LayerUse>,
    pub notes: Vec<Note>,
    /// Every leaf, and what it is.
    pub items: Vec<Item>,
    /// What was supplied to check messages with.
    pub evidence: Evidence,
    /// AWS error texts that the user gave or pasted.
    pub errors: Vec<GivenError>,
    /// Those of them that are about no message here, each once.
    pub known: Vec<Known>,
    pub messages: Vec<MessageReport>,
    /// Findings on what is no message.
    pub findings: Vec<Finding>,
}

/// Everything that can be said about one message.
#[derive(Debug)]
pub struct MessageReport {
    /// Index of its item.
    pub item: usize,
    pub context: Context,
    pub idp: Option<Recognised>,
    /// What snippets are filled in with.
    pub values: Values,
    pub roles: Vec<Role>,
    pub answers: Answers,
    pub diagnosed: Diagnosed,
}

/// One role value of a message.
#[derive(Debug, Clone)]
pub struct Role {
    pub role: Option<String>,
    pub provider: Option<String>,
    pub span: Span,
}

/// Inspects everything together: messages and evidence come by the same paste.
pub fn inspect(inputs: &[Input], options: &Options, limits: &Limits) -> Report {
    let mut sources = Sources::default();
    let mut peeled = Peeled::default();
    let mut roots = Vec::new();
    for input in inputs {
        // One byte more than is read, so that peeling sees that there is more.
        let most = limits.input_bytes.saturating_add(1);
        let bytes = input.bytes.get(..input.bytes.len().min(most)).unwrap_or_default();
        roots.push((sources.push("paste", bytes.to_vec(), None), input.name.clone()));
    }
    for (root, _) in &roots {
        let one = peel::peel(&mut sources, *root, limits);
        peeled.leaves.extend(one.leaves);
        peeled.layers.extend(one.layers);
        peeled.notes.extend(one.notes);
    }
    let mut items: Vec<_> =
        peeled.leaves.into_iter().map(|leaf| evidence::classify(leaf, &sources, limits)).collect();
    drop_repeated_messages(&mut items, &sources);
    peeled.notes.extend(keep_messages_within(&mut items, limits.messages));
    let evidence = Evidence::gather(&items, &sources, limits);
    let mut budget = Budget::default();
    for item in &mut items {
        let layer = evidence::decrypt(item, &mut sources, &evidence, limits, &mut budget);
        peeled.layers.extend(layer);
        evidence::verify(item, &evidence, limits);
    }
    let given = options.error.as_ref().map(|given| {
        let id = sources.push("error", given.clone().into_bytes(), None);
        evidence::given_error(given, Span::new(id, 0, given.len()))
    });
    let errors = evidence::gather_errors(given.unwrap_or_default(), &items);
    let alone = items.iter().all(|item| item.message.is_none());
    let apart = errors.iter().filter(|given| alone || !given.error.answers_a_message());
    let known = diagnose::of_texts(apart);
    let relay_state = options.relay_state.as_ref().map(|given| {
        let id = sources.push("relay-state", given.clone().into_bytes(), None);
        Text::plain(given.clone(), Span::new(id, 0, given.len()))
    });
    let pasted = evidence.outputs.relay_states().next().map(|pasted| pasted.value.clone());
    let mut report = Report {
        inputs: roots,
        layers: peeled.layers,
        notes: peeled.notes,
        items,
        evidence,
        errors,
        known,
        messages: Vec::new(),
        findings: Vec::new(),
        sources,
    };
    let given = Given { relay_state: relay_state.as_ref(), pasted: pasted.as_ref() };
    let messages = report.items.iter().filter(|item| item.kind == ItemKind::Message).count();
    for index in 0..report.items.len() {
        judge(&mut report, index, messages, options, &given, limits);
    }
    judge_unread(&mut report, limits);
    report
}

/// What goes with every message.
struct Given<'g> {
    relay_state: Option<&'g Text>,
    /// A relay state that was pasted by itself, for messages that bring none along.
    pasted: Option<&'g Text>,
}

/// Runs the rules on one item.
fn judge(
    report: &mut Report,
    index: usize,
    messages: usize,
    options: &Options,
    given: &Given<'_>,
    limits: &Limits,
) {
    let Some(item) = report.items.get(index) else { return };
    let errors: Vec<_> = report.errors.iter().filter(|error| error.answers(index)).collect();
    let context = item.message.as_ref().map(|message| {
        let relay_state =
            given.relay_state.or(item.leaf.context.relay_state.as_ref()).or(given.pasted).cloned();
        Context {
            judged: evidence::judge_at(options.at, options.now, &item.leaf.context, message),
            service: evidence::choose_service(
                options.service,
                message,
                relay_state.as_ref(),
                item.leaf.context.url.as_ref(),
            )
            .beside(&errors, &report.evidence),
            relay_state,
        }
    });
    let first = report.items.iter().find_map(|item| Some((&item.leaf.context, item.message.as_ref()?)));
    let first = first.map(|(capture, message)| evidence::judge_at(options.at, options.now, capture, message));
    let beside = evidence::judge_beside(options.at, options.now, first);
    let mut cx = Cx::new(&report.sources, limits, item, &report.evidence, context.as_ref());
    cx.instant_beside = beside;
    cx.other_messages = messages.saturating_sub(usize::from(item.message.is_some()));
    let path = path_of(&report.sources, item);
    let on_path = |span: &Span| path.iter().any(|step| step.source == span.source && meets(*step, *span));
    cx.layers = report.layers.iter().filter(|layer| on_path(&layer.span)).collect();
    cx.notes = report.notes.iter().filter(|note| on_path(&note.span)).collect();
    cx.errors = errors;
    let contexts = Contexts::of(&cx);
    let cx = cx.with_trust(&contexts);
    let mut answers = lint::run(rules::all(), &cx);
    let sign_in = item.message.as_ref().and_then(SignIn::of);
    let outputs = &report.evidence.outputs;
    let accepted = sign_in.as_ref().and_then(|sign_in| sign_in.accepted(outputs.events()));
    let refused = sign_in.filter(|sign_in| evidence::is_recorded_as_refused(sign_in, outputs));
    if accepted.is_none() {
        let guesses = diagnose::hypotheses(&cx, &answers.findings);
        answers.findings.extend(guesses);
    }
    // A text of AWS STS is that of another attempt, then.
    let stands = |error: &&&GivenError| accepted.is_none() || !error.is_refusal();
    let errors: Vec<_> = cx.errors.iter().filter(stands).map(|&error| error.clone()).collect();
    let roles: Vec<_> = cx
        .roles
        .iter()
        .map(|choice| Role {
            role: choice.pair.role().map(|role| role.text().to_owned()),
            provider: choice.pair.provider().map(|provider| provider.text().to_owned()),
            span: choice.value.text.span,
        })
        .collect();
    let values = values(&cx);
    let (Some(message), Some(document), Some(context)) = (&item.message, &item.document, context) else {
        return report.findings.extend(answers.findings);
    };
    let idp = idp::recognise(&evidence::traits(message, document));
    diagnose::complete(&mut answers.findings, idp.as_ref().map(|idp| idp.provider), &values);
    let trusted: Vec<_> = roles.iter().map(|role| role.role.clone()).collect();
    let recorded = accepted.map(|accepted| diagnose::contradict(&mut answers, &accepted, &trusted));
    let signs_in = message.kind.signs_in();
    let mut diagnosed = diagnose::diagnose(&answers, &trusted, &errors, signs_in, recorded.as_ref());
    if refused.is_some() && recorded.is_none() {
        diagnosed.refuse();
    }
    report.messages.push(MessageReport { item: index, context, idp, values, roles, answers, diagnosed });
}

/// What the message says of account, provider, role and tag.
fn values(cx: &Cx<'_>) -> Values {
    let roles = cx.roles.iter().map(|choice| choice.value.text.as_str());
    let attributes = cx.assertion().into_iter().flat_map(|assertion| &assertion.attributes);
    let tags = attributes.filter_map(|attribute| match attributes::recognise(attribute.name()) {
        AttributeName::PrincipalTag(key) => Some(key),
        _ => None,
    });
    Values::read(roles, cx.recipient().map(Text::as_str), tags)
}

/// Says where reading ended. What was not read is no item, so no other rule sees it.
fn judge_unread(report: &mut Report, limits: &Limits) {
    let said: BTreeSet<Span> = report
        .messages
        .iter()
        .flat_map(|message| &message.answers.findings)
        .chain(&report.findings)
        .filter(|finding| finding.rule.id == limit_reached::RULE.id)
        .map(|finding| finding.primary.span)
        .gathered();
    for note in &report.notes {
        if note.kind != NoteKind::LimitReached || said.contains(&note.span) {
            continue;
        }
        let unread = Leaf {
            kind: LeafKind::Empty,
            source: note.span.source,
            span: note.span,
            layers: Vec::new(),
            context: peel::Context::default(),
        };
        let item = evidence::classify(unread, &report.sources, limits);
        let mut cx = Cx::new(&report.sources, limits, &item, &report.evidence, None);
        cx.notes = vec![note];
        report.findings.extend(lint::run([&limit_reached::RULE], &cx).findings);
    }
}

/// Where the leaf stands in its own source and in each one outside it.
fn path_of(sources: &Sources, item: &Item) -> Vec<Span> {
    let mut path = vec![item.leaf.span];
    // What was noticed about the field that held it concerns it, too.
    path.extend(item.leaf.context.parameter.iter().map(|parameter| parameter.span));
    let mut span = item.leaf.span;
    while let Some((outer, _)) = sources.outward(span) {
        path.push(outer);
        span = outer;
    }
    path
}

fn meets(a: Span, b: Span) -> bool {
    a.bytes.start <= b.bytes.end && b.bytes.start <= a.bytes.end
}

/// A capture shows a response twice: in the page that posts it, and in the POST. The latter has the time, and stays.
fn drop_repeated_messages(items: &mut Vec<Item>, sources: &Sources) {
    let key = |item: &Item| (sources.root(item.leaf.source), sources.excerpt(item.leaf.span).to_owned());
    let mut last = BTreeMap::new();
    for (index, item) in items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Message) {
        last.insert(key(item), index);
    }
    let mut index = 0usize;
    items.retain(|item| {
        let at = index;
        index = index.saturating_add(1);
        item.kind != ItemKind::Message || last.get(&key(item)) == Some(&at)
    });
}

/// Of a capture with more messages than the budget, the first are kept. Gives the place of the first that is not.
fn keep_messages_within(items: &mut Vec<Item>, most: usize) -> Option<Note> {
    let mut seen = 0usize;
    let mut beyond = None;
    items.retain(|item| {
        if item.kind != ItemKind::Message {
            return true;
        }
        seen = seen.saturating_add(1);
        if seen > most {
            beyond = beyond.or(Some(Note { kind: NoteKind::LimitReached, span: item.leaf.span }));
        }
        seen <= most
    });
    beyond
}
