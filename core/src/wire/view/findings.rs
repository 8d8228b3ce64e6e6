//! The cards: findings in the order in which they matter, with the same characters in every layer.

use super::{CiteView, Excerpt, FindingView, Steps, Tone, capital, phrase, sources};
use crate::aws::errors;
use crate::idp;
use crate::inspect::{MessageReport, Report};
use crate::lint::{Finding, Severity};
use crate::render::{headline, order};
use crate::source::{Lines, Span};

/// Characters shown before and after the marked ones.
const AROUND: usize = 48;
/// Marked characters shown.
const MARKED: usize = 160;

/// The findings of a message, and the index of each in its answers.
pub fn of_message(report: &Report, message: &MessageReport) -> (Vec<FindingView>, Vec<usize>) {
    let mut views = Vec::new();
    let mut order = Vec::new();
    for shown in order::arrange(message) {
        let cause = views.len();
        views.push(finding_view(report, shown.finding, Some(message)));
        order.push(shown.index);
        for finding in shown.follows {
            let index = message.answers.findings.iter().position(|other| std::ptr::eq(other, finding));
            let view = finding_view(report, finding, Some(message));
            views.push(FindingView { follows_from: Some(cause), ..view });
            order.extend(index);
        }
    }
    (views, order)
}

/// The findings on what is no message.
pub fn of_input(report: &Report) -> Vec<FindingView> {
    let mut findings: Vec<&Finding> = report.findings.iter().collect();
    // The second sort keeps what the first has put in order.
    crate::order::by_key(&mut findings, |finding| finding.primary.span.bytes.key());
    crate::order::by_key(&mut findings, |finding| {
        [finding.severity.rank(), usize::try_from(finding.primary.span.source.0).unwrap_or(usize::MAX)]
    });
    findings.into_iter().map(|finding| finding_view(report, finding, None)).collect()
}

fn finding_view(report: &Report, finding: &Finding, message: Option<&MessageReport>) -> FindingView {
    let (tone, severity) = match finding.severity {
        Severity::Error => (Tone::Refused, "error"),
        Severity::Warning => (Tone::Warning, "warning"),
        Severity::Note => (Tone::Note, "note"),
    };
    let fix = finding.fix.as_ref();
    let (steps, steps_recognised) = steps(finding, message);
    // The answer that the verdict quotes need not be said again.
    let said = message.and_then(|message| message.diagnosed.predicted);
    let predicted =
        finding.predicted.and_then(errors::by_id).filter(|error| said.is_none_or(|said| said.id != error.id));
    FindingView {
        rule: finding.rule.id.to_owned(),
        title: capital(finding.rule.title),
        tone,
        severity: severity.to_owned(),
        confidence: finding.confidence.id().to_owned(),
        stage: finding.rule.stage.title().to_owned(),
        message: phrase(&finding.message),
        found: finding.found.as_ref().map(phrase),
        expected: finding.expected.as_ref().map(phrase),
        owner: fix.map(|fix| {
            capital(&headline::owner_title(fix.owner, message.and_then(|message| message.idp.as_ref())))
        }),
        advice: fix.map(|fix| phrase(&fix.advice)).unwrap_or_default(),
        command: fix.and_then(|fix| fix.command.clone()),
        // What is to be pasted at the identity provider stands in its menu.
        snippet: fix.filter(|fix| fix.setting.is_none()).and_then(|fix| fix.snippet.clone()),
        steps,
        steps_recognised,
        quote: predicted.filter(|_| finding.severity == Severity::Error).map(headline::quoted),
        cites: finding
            .rule
            .cites
            .iter()
            .map(|cite| CiteView {
                document: cite.document.to_owned(),
                section: cite.section.to_owned(),
                quote: cite.quote.to_owned(),
            })
            .collect(),
        places: sources::places(report, finding.primary.span),
        related: finding
            .related
            .iter()
            .map(|label| (phrase(&label.text), sources::place(label.span)))
            .collect(),
        excerpt: excerpt(report, finding.primary.span),
        follows_from: None,
    }
}

/// Where to click, the recognised provider's way first, and whether there is such a one.
fn steps(finding: &Finding, message: Option<&MessageReport>) -> (Vec<Steps>, bool) {
    let Some(setting) = finding.fix.as_ref().and_then(|fix| fix.setting) else { return (Vec::new(), false) };
    let own = recognised(message);
    let known =
        own.into_iter().chain(idp::providers().filter(|other| own.is_none_or(|own| own.id != other.id)));
    let values = message.map(|message| message.values.clone()).unwrap_or_default();
    let view = |provider: Option<&idp::Provider>, steps: &idp::Steps| Steps {
        provider: provider.map_or("Any other", |provider| provider.title).to_owned(),
        path: steps.path.iter().map(|&step| step.to_owned()).collect(),
        text: phrase(&headline::quoting(steps.text)),
        certain: steps.certain,
        snippet: idp::snippet(provider, setting).map(|snippet| values.fill(snippet)),
    };
    let mut steps: Vec<Steps> =
        known.filter_map(|provider| Some(view(Some(provider), provider.own_steps(setting)?))).collect();
    let first_is_own = own.is_some_and(|own| own.own_steps(setting).is_some());
    steps.push(view(None, idp::steps(None, setting)));
    (steps, first_is_own)
}

/// The provider that the message probably comes from.
fn recognised(message: Option<&MessageReport>) -> Option<&'static idp::Provider> {
    Some(message?.idp.as_ref()?.provider)
}

/// The line of the characters, cut to what a card can hold.
fn excerpt(report: &Report, span: Span) -> Excerpt {
    let whole = report.sources.text(span.source);
    let (start, end) = (span.bytes.start as usize, span.bytes.end as usize);
    let (Some(before), Some(marked), Some(after)) =
        (whole.get(..start), whole.get(start..end), whole.get(end..))
    else {
        return Excerpt { at: "these are bytes, not text".to_owned(), ..Excerpt::default() };
    };
    let position = Lines::new(whole).position(span.bytes.start);
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let rest = after.split(['\n', '\r']).next().unwrap_or_default();
    let indented = line.trim_start();
    let skip = indented.chars().count().saturating_sub(AROUND);
    let kept: String = indented.chars().skip(skip).collect();
    let shown: String = marked.chars().take(MARKED).collect();
    let cut_marked = shown.len() < marked.len();
    let following: String = rest.chars().take(AROUND).collect();
    Excerpt {
        at: format!("line {}, column {}", position.line, position.column),
        before: kept,
        marked: shown,
        cut_before: skip > 0,
        cut_after: cut_marked || following.len() < rest.len(),
        after: if cut_marked { String::new() } else { following },
    }
}
