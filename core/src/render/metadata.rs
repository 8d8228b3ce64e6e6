//! The report on metadata: whether IAM would take it, what is wrong with it, and its certificates in full.
//!
//! It judges nothing: the verdict is that of the findings.

use super::certificate::{self, Field, Listed};
use super::finding::{self, Canvas};
use super::headline::count;
use super::markdown::{code, escape, findings_as_markdown};
use super::order::Shown;
use super::place::Places;
use super::style::{Style, Styled};
use super::visible::visible;
use crate::evidence::{HeldBy, ItemKind};
use crate::inspect::Report;
use crate::limits::Limits;
use crate::lint::{Confidence, Finding, Severity};
use crate::order;
use crate::rules::capture::metadata_instead_of_response;
use crate::source::Text;

/// Entities that are named; a federation has thousands.
const NAMED: usize = 20;

/// What IAM would say to metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing in it would make IAM refuse it.
    Taken,
    /// IAM would refuse it, and how sure that is.
    Refused(Confidence),
    /// There is neither metadata nor a certificate.
    Nothing,
}

/// The verdict on everything that was supplied.
pub fn verdict(report: &Report) -> Verdict {
    let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error);
    match errors.map(|finding| finding.confidence).max() {
        Some(confidence) => Verdict::Refused(confidence),
        None if report
            .items
            .iter()
            .any(|item| matches!(item.kind, ItemKind::Metadata | ItemKind::Certificate)) =>
        {
            Verdict::Taken
        }
        None => Verdict::Nothing,
    }
}

/// The report in lines of about `width` columns.
pub fn text(report: &Report, limits: &Limits, width: usize) -> Styled {
    let mut canvas = Canvas { out: Styled::default(), places: Places::new(report), width: width.max(40) };
    let (style, words) = headline(report);
    canvas.out.line(style, words);
    canvas.out.end();
    for (name, value) in entities(report) {
        canvas.out.push(Style::Plain, format!("  {name}: "));
        canvas.out.data(Style::Code, &value);
        canvas.out.end();
    }
    if !report.evidence.metadata.is_empty() {
        canvas.out.end();
    }
    for finding in findings(report) {
        finding::draw(&mut canvas, &Shown::alone(0, finding), None);
    }
    let (list, more) = certificate::listed(report, limits);
    for listed in &list {
        canvas.out.line(Style::Title, capitalised(listed.title));
        let fields = certificate::fields(&listed.certificate);
        let columns = fields.iter().map(|field| field.name.chars().count()).max().unwrap_or_default();
        for Field { name, value } in &fields {
            canvas.out.push(Style::Dim, format!("  {:columns$}  ", visible(name)));
            canvas.out.data(Style::Plain, value);
            canvas.out.end();
        }
        canvas.out.push(Style::Code, certificate::pem(&listed.der));
        canvas.out.end();
    }
    if more > 0 {
        canvas
            .out
            .line(Style::Dim, format!("{} not shown", count(more, "more certificate", "more certificates")));
    }
    canvas.out
}

/// The report for a ticket, in Markdown.
pub fn markdown(report: &Report, limits: &Limits) -> String {
    let mut out = format!("## {}\n\n", headline(report).1);
    for (name, value) in entities(report) {
        out.push_str(&format!("- {name}: {}\n", code(&value)));
    }
    out.push('\n');
    out.push_str(&findings_as_markdown(report, findings(report)));
    let (list, more) = certificate::listed(report, limits);
    for Listed { title, certificate, .. } in &list {
        out.push_str(&format!("### {}\n\n", capitalised(title)));
        for Field { name, value } in certificate::fields(certificate) {
            out.push_str(&format!("- {}: {}\n", escape(&name), code(&value)));
        }
        out.push('\n');
    }
    if more > 0 {
        out.push_str(&format!("{} not shown.\n", count(more, "more certificate", "more certificates")));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn headline(report: &Report) -> (Style, &'static str) {
    let in_iam = report.evidence.metadata.iter().any(|held| held.held_by == HeldBy::Iam);
    match verdict(report) {
        Verdict::Nothing => (Style::Title, "? There is no SAML metadata in this"),
        Verdict::Taken if report.evidence.metadata.is_empty() => {
            (Style::Title, "Certificates, and no metadata")
        }
        Verdict::Taken if in_iam => (Style::Good, "✓ IAM holds this metadata"),
        Verdict::Taken => (Style::Good, "✓ Nothing in this metadata would make IAM refuse it"),
        Verdict::Refused(Confidence::Certain) => (Style::Bad, "✗ IAM will refuse this metadata"),
        Verdict::Refused(Confidence::Likely) => (Style::Bad, "✗ IAM will probably refuse this metadata"),
        Verdict::Refused(Confidence::Possible) => (Style::Bad, "✗ IAM may refuse this metadata"),
    }
}

/// Who is described: what it is, and its name.
fn entities(report: &Report) -> impl Iterator<Item = (&'static str, String)> {
    let all = report.evidence.metadata.iter().flat_map(|held| &held.metadata.entities);
    all.take(NAMED).map(|entity| {
        let kind = match (entity.identity_providers.is_empty(), entity.service_providers.is_empty()) {
            (false, _) => "identity provider",
            (true, false) => "service provider",
            (true, true) => "entity",
        };
        (kind, entity.entity_id.as_ref().map(Text::as_str).unwrap_or_default().to_owned())
    })
}

/// What was found, worst first. That it is metadata is no finding here.
fn findings(report: &Report) -> Vec<&Finding> {
    let asked = |finding: &&Finding| finding.rule.id != metadata_instead_of_response::RULE.id;
    let mut list: Vec<_> = report.findings.iter().filter(asked).collect();
    order::by_key(&mut list, |finding| [finding.severity.rank(), 0]);
    list
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
