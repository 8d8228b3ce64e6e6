//! Runs one example and compares: verdict, underlined characters, message, and no other error beside it.

use super::parse::{Example, Expect, Fence};
use super::splice::{Spliced, message};
use base64::Engine;
use samlens_core::evidence::{At, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::lint::{Finding, Need, Rule, Severity, Verdict};
use samlens_core::saml::Instant;
use samlens_core::source::Span;
use std::path::Path;

/// Runs an example of a rule's page.
pub fn run(rule: &Rule, example: &Example) -> Result<(), String> {
    let mut inputs = Vec::new();
    let mut marks = Vec::new();
    // The relay state is given beside what is pasted, so its marks come last.
    let (relay, pasted): (Vec<&Fence>, Vec<&Fence>) =
        example.fences.iter().partition(|fence| fence.kind == "relay");
    for fence in &pasted {
        let (bytes, spliced) = input(fence)?;
        inputs.push(Input { name: None, bytes });
        marks.push(spliced);
    }
    let first = example.fences.first().ok_or("an example without a fence")?;
    let mut options = options(first)?;
    if let Some(fence) = relay.first() {
        options.relay_state = Some(fence.body.clone());
        marks.push(input(fence)?.1);
    }
    let report = inspect(&inputs, &options, &Limits::default());
    let findings: Vec<&Finding> = all_findings(&report).collect();
    let own: Vec<&Finding> = findings.iter().filter(|finding| finding.rule.id == rule.id).copied().collect();
    let allowed: Vec<_> = first.key("also").into_iter().flat_map(|ids| ids.split(',')).collect();
    for finding in &findings {
        let other = finding.rule.id != rule.id && finding.severity == Severity::Error;
        if other && !allowed.contains(&finding.rule.id) {
            return Err(format!("`{}` fires too: {}", finding.rule.id, finding.message));
        }
    }
    let verdicts: Vec<_> = report
        .messages
        .iter()
        .flat_map(|message| &message.answers.verdicts)
        .filter(|(other, _)| other.id == rule.id)
        .map(|(_, verdict)| verdict)
        .collect();
    match example.expect {
        Expect::Fires => {
            if own.is_empty() {
                return Err(format!("does not fire; the verdicts are {verdicts:?}"));
            }
            compare(&report, &own, &marks)?;
            if let Some(message) = &example.message
                && !own.iter().any(|finding| finding.message.to_string() == *message)
            {
                let said: Vec<_> = own.iter().map(|finding| finding.message.to_string()).collect();
                return Err(format!("says {said:#?}, expected {message:?}"));
            }
            Ok(())
        }
        Expect::DoesNotFire => match own.first() {
            Some(finding) => Err(format!("fires: {}", finding.message)),
            // Leaves that are no message have no verdicts.
            None if verdicts.is_empty() => Ok(()),
            None => {
                let expected =
                    if first.key("na").is_some() { Verdict::NotApplicable } else { Verdict::Passed };
                let fits = verdicts.iter().all(|verdict| **verdict == expected);
                if fits { Ok(()) } else { Err(format!("the verdicts are {verdicts:?}, not {expected:?}")) }
            }
        },
        Expect::CannotTell => {
            let wanted = first.key("needs").ok_or("`needs=` is missing")?;
            let tells = |verdict: &&Verdict| match verdict {
                Verdict::NotChecked(needs) => needs.iter().map(Need::id).any(|id| id == wanted),
                _ => false,
            };
            if verdicts.iter().any(tells) { Ok(()) } else { Err(format!("the verdicts are {verdicts:?}")) }
        }
    }
}

fn all_findings(report: &Report) -> impl Iterator<Item = &Finding> {
    report.messages.iter().flat_map(|message| &message.answers.findings).chain(&report.findings)
}

/// What is underlined must be what is marked, no more and no less.
fn compare(report: &Report, own: &[&Finding], marks: &[Spliced]) -> Result<(), String> {
    let marked = |pick: &dyn Fn(&Spliced) -> Vec<(usize, usize)>| -> Vec<(usize, (usize, usize))> {
        marks
            .iter()
            .enumerate()
            .flat_map(|(input, marks)| pick(marks).into_iter().map(move |mark| (input, mark)))
            .collect()
    };
    let primary = marked(&|marks| marks.primary.clone());
    if primary.is_empty() {
        return Err("a `Fires` example without a mark".into());
    }
    let show = |spans: &[Span]| -> Vec<String> {
        spans
            .iter()
            .map(|span| format!("«{}» at {}", report.sources.excerpt(*span), span.bytes.start))
            .collect()
    };
    let spans: Vec<_> = own.iter().map(|finding| finding.primary.span).collect();
    let missing = primary.iter().find(|mark| !spans.iter().any(|span| is_at(report, *span, **mark, marks)));
    let extra = spans.iter().find(|span| !primary.iter().any(|mark| is_at(report, **span, *mark, marks)));
    if missing.is_some() || extra.is_some() {
        let wanted: Vec<_> = primary
            .iter()
            .map(|(input, (from, to))| format!("«{}» at {from}", &marks[*input].xml[*from..*to]))
            .collect();
        return Err(format!("underlines {:#?}, expected {wanted:#?}", show(&spans)));
    }
    let related: Vec<_> = own.iter().flat_map(|finding| &finding.related).map(|label| label.span).collect();
    for mark in marked(&|marks| marks.related.clone()) {
        if !related.iter().any(|span| is_at(report, *span, mark, marks)) {
            return Err(format!("does not relate {:?}; it relates {:#?}", mark, show(&related)));
        }
    }
    Ok(())
}

/// Whether a span is the marked text of an input: in that very text, or as the place in the paste that it came from.
fn is_at(
    report: &Report,
    span: Span,
    (input, (from, to)): (usize, (usize, usize)),
    marks: &[Spliced],
) -> bool {
    let given = || report.sources.iter().find(|source| source.layer == "relay-state").map(|source| source.id);
    let Some(root) = report.inputs.get(input).map(|(root, _)| *root).or_else(given) else { return false };
    if report.sources.root(span.source) != root {
        return false;
    }
    let exact = |span: Span| (span.bytes.start as usize, span.bytes.end as usize) == (from, to);
    let same_text = report.sources.text(span.source) == marks[input].xml;
    let pasted = report.sources.to_paste(span).0;
    exact(span) && same_text || exact(pasted) && report.sources.text(root) == marks[input].xml
}

fn options(fence: &Fence) -> Result<Options, String> {
    let at = match fence.key("at") {
        None => At::Default,
        Some(at) => At::Given(Instant::parse(at).map_err(|fault| format!("{at}: {:?}", fault.kind))?),
    };
    let service = match fence.key("service") {
        None => None,
        Some(id) => Some(samlens_core::aws::services::Service::from_id(id).ok_or("no such service")?),
    };
    Ok(Options { at, service, ..Options::default() })
}

/// A file under `tests/`, which the first line names; each further line is an excerpt that is underlined.
fn case(fence: &Fence) -> Result<Spliced, String> {
    let mut lines = fence.body.lines();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(lines.next().ok_or("a case without a path")?);
    let xml = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let find = |excerpt: &str| match xml.find(excerpt) {
        Some(at) => Ok((at, at + excerpt.len())),
        None => Err(format!("`{excerpt}` is not in {}", path.display())),
    };
    let primary = lines.map(find).collect::<Result<_, _>>()?;
    Ok(Spliced { xml, primary, related: Vec::new() })
}

/// The bytes that are pasted, and the text that the marks stand in.
fn input(fence: &Fence) -> Result<(Vec<u8>, Spliced), String> {
    let spliced = match fence.kind.as_str() {
        "xml" => message(fence)?,
        "case" => case(fence)?,
        _ => Spliced {
            xml: fence.body.clone(),
            primary: fence.primary.clone(),
            related: fence.related.clone(),
        },
    };
    let mut text = spliced.xml.clone();
    for layer in fence.key("wrap").into_iter().flat_map(|layers| layers.split(',')) {
        text = match layer {
            "base64" => base64::engine::general_purpose::STANDARD.encode(text),
            "percent" => text.bytes().fold(String::new(), |out, byte| match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                    out + &char::from(byte).to_string()
                }
                byte => out + &format!("%{byte:02X}"),
            }),
            "form" => format!("SAMLResponse={text}"),
            other => return Err(format!("no layer is named `{other}`")),
        };
    }
    Ok((text.into_bytes(), spliced))
}
