//! Copies what v1 promises out of a report.
//!
//! It adds no judgement; prose that is not in the report comes from the renderers.

use super::{
    At, Cite, Covered, Diagnosis, Error, Evidence, Finding, Fix, Given, Idp, Mapped, Message, NotChecked,
    Place, Predicted, Related, Repair, Report, Role, Signature, Source, Stage,
};
use crate::aws::errors::AwsError;
use crate::crypto::{Verdict, Weight};
use crate::evidence::{self, GivenError, Item, KeyOrigin, Signed};
use crate::idp::{Recognised, Steps};
use crate::inspect::{MessageReport, Report as Inspected};
use crate::lint;
use crate::render::Places;
use crate::render::evidence::supplied;
use crate::render::headline::{headline, menu_path, steps};
use crate::saml;
use crate::source::{Source as Held, Span, Text};

impl<'a> From<&'a Inspected> for Report<'a> {
    fn from(report: &'a Inspected) -> Self {
        let mut copy = Copy { report, places: Places::new(report) };
        Self {
            schema: "samlens/v1",
            sources: report.sources.iter().map(source).collect(),
            findings: report.findings.iter().map(|finding| copy.finding(finding, None)).collect(),
            messages: report.messages.iter().filter_map(|message| copy.message(message)).collect(),
            evidence: supplied(report)
                .into_iter()
                .map(|item| Evidence {
                    kind: item.kind,
                    source: item.source.0,
                    used: item.used,
                    why: item.why,
                })
                .collect(),
            repairs: repairs(report),
            errors: report.errors.iter().map(given).collect(),
        }
    }
}

struct Copy<'a> {
    report: &'a Inspected,
    places: Places<'a>,
}

impl<'a> Copy<'a> {
    fn message(&mut self, message: &'a MessageReport) -> Option<Message<'a>> {
        let item: &'a Item = self.report.items.get(message.item)?;
        let read = item.message.as_ref()?;
        let diagnosed = &message.diagnosed;
        let root = self.report.sources.root(item.leaf.source);
        let judged = &message.context.judged;
        Some(Message {
            kind: read.kind.id(),
            input: self.report.inputs.iter().position(|(id, _)| *id == root).unwrap_or(0),
            url: item.leaf.context.url.as_ref().map(Text::as_str),
            layers: item.leaf.layers.clone(),
            at: At { instant: judged.instant.map(|instant| instant.to_string()), from: judged.from.id() },
            relay_state: message.context.relay_state.as_ref().map(Text::as_str),
            idp: message.idp.as_ref().map(|idp| Idp {
                id: idp.provider.id,
                confidence: idp.confidence.id(),
                title: idp.provider.title,
                score: idp.score,
                reasons: idp.reasons.clone(),
            }),
            service: message.context.service.service.id(),
            roles: message
                .roles
                .iter()
                .zip(&diagnosed.roles)
                .map(|(role, outcome)| Role {
                    role: role.role.as_deref(),
                    provider: role.provider.as_deref(),
                    outcome: outcome.id(),
                })
                .collect(),
            signatures: read.signatures.iter().map(|signature| copy_signature(signature, item)).collect(),
            chain: diagnosed
                .chain
                .iter()
                .map(|stage| Stage {
                    stage: stage.stage.id(),
                    state: stage.state.id(),
                    title: stage.stage.title(),
                })
                .collect(),
            predicted: Predicted {
                outcome: diagnosed.outcome.id(),
                // A symptom that was given stands among the errors alone.
                error: diagnosed.predicted.filter(|error| !diagnosed.given || error.refuses()).map(error),
                confidence: diagnosed.confidence.id(),
            },
            diagnoses: diagnosed
                .diagnoses
                .iter()
                .filter_map(|diagnosis| {
                    let finding = message.answers.findings.get(diagnosis.cause)?;
                    let fix = finding.fix.as_ref();
                    Some(Diagnosis {
                        rule: finding.rule.id,
                        predicted_error: diagnosis.predicted.map(|error| error.text),
                        owner: fix.map(|fix| fix.owner.id()),
                        primary: self.place(finding.primary.span),
                        next: fix.map(|fix| fix.advice.to_string()),
                        confidence: diagnosis.confidence.id(),
                        finding: diagnosis.cause,
                        explains: diagnosis.explains.clone(),
                    })
                })
                .collect(),
            findings: message
                .answers
                .findings
                .iter()
                .map(|finding| self.finding(finding, message.idp.as_ref()))
                .collect(),
            not_checked: diagnosed
                .not_checked
                .iter()
                .map(|(rule, need)| NotChecked { rule: rule.id, needs: need.id(), command: need.command() })
                .collect(),
            headline: headline(message),
            source: item.leaf.source.0,
            signed_map: evidence::coverage(item).into_iter().map(|part| self.mapped(part)).collect(),
        })
    }

    fn mapped(&mut self, part: evidence::Mapped) -> Mapped<'a> {
        Mapped {
            path: part.path,
            what: part.part.id(),
            name: part.name,
            place: self.place(part.span),
            signed: part.signed,
            signature: part.signature.map(|(index, _)| index),
            verdict: part.signature.map(|(_, verdict)| verdict.id()),
        }
    }

    fn finding(&mut self, finding: &'a lint::Finding, idp: Option<&Recognised>) -> Finding<'a> {
        let fix = finding.fix.as_ref();
        let error = finding.predicted.and_then(crate::aws::errors::by_id);
        Finding {
            rule: finding.rule.id,
            severity: finding.severity.id(),
            confidence: finding.confidence.id(),
            message: finding.message.to_string(),
            expected: finding.expected.as_ref().map(ToString::to_string),
            found: finding.found.as_ref().map(ToString::to_string),
            primary: self.place(finding.primary.span),
            related: finding
                .related
                .iter()
                .map(|label| Related { place: self.place(label.span), label: label.text.to_string() })
                .collect(),
            title: finding.rule.title,
            stage: finding.rule.stage.id(),
            predicted_error: error.map(|error| error.text),
            owner: fix.map(|fix| fix.owner.id()),
            fix: fix.map(|fix| Fix {
                owner: fix.owner.id(),
                advice: fix.advice.to_string(),
                steps: steps(fix, idp).map(|steps| instructions(steps, fix)).unwrap_or_default(),
                command: fix.command.clone(),
                snippet: fix.snippet.clone(),
            }),
            cites: finding
                .rule
                .cites
                .iter()
                .map(|cite| Cite { document: cite.document, section: cite.section, quote: cite.quote })
                .collect(),
            role: finding.role,
        }
    }

    fn place(&mut self, span: Span) -> Place<'a> {
        let position = self.places.position(span);
        Place {
            source: span.source.0,
            text: self.report.sources.excerpt(span),
            line: position.line,
            column: position.column,
            start: span.bytes.start,
            end: span.bytes.end,
        }
    }
}

/// Where, how, and what to enter, as far as each is known.
fn instructions(steps: &Steps, fix: &lint::Fix) -> Vec<String> {
    let snippet = fix.snippet.clone().unwrap_or_default();
    let lines = [menu_path(steps), steps.text.to_owned(), snippet];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn source(source: &Held) -> Source {
    Source {
        id: source.id.0,
        layer: source.layer,
        from: source.origin.as_ref().map(|origin| origin.span.source.0),
        bytes: source.bytes().len(),
    }
}

/// What is beyond the budget is `unchecked`.
fn copy_signature<'a>(signature: &'a saml::Signature, item: &'a Item) -> Signature<'a> {
    let signed = item.signatures.iter().find(|signed| signed.node == signature.node);
    let reason = signed.and_then(|signed| {
        let reasons = signed.verification.all_reasons();
        reasons.first().filter(|reason| reason.kind.weight() > Weight::Note).map(|reason| reason.kind.id())
    });
    let covers = signed.into_iter().flat_map(|signed| &signed.covers);
    let covered =
        covers.filter_map(|cover| item.document.as_ref()?.element(cover.target)).map(|element| Covered {
            element: element.local(),
            id: element.attribute("ID").map(|id| id.value().as_str()),
            path: element.path(),
        });
    Signature {
        element: &signature.parent_name,
        id: signature.parent_id.as_ref().map(Text::as_str),
        verdict: signed.map_or(Verdict::Unchecked, Signed::verdict).id(),
        reason,
        key: signed.map_or(KeyOrigin::None, |signed| signed.key).id(),
        algorithm: signature.algorithm.as_ref().map(Text::as_str),
        covers: covered.collect(),
        explanations: signed
            .into_iter()
            .flat_map(|signed| &signed.explanations)
            .map(|explanation| explanation.change.id())
            .collect(),
    }
}

fn error(error: &'static AwsError) -> Error {
    Error { text: error.text, code: error.code, status: error.status, id: error.id }
}

fn given(given: &GivenError) -> Given {
    let known = given.error;
    Given {
        error: error(known),
        source: given.span.source.0,
        start: given.span.bytes.start,
        end: given.span.bytes.end,
        causes: known.causes.to_vec(),
        remedies: known.remedies.to_vec(),
        commands: known.commands.to_vec(),
    }
}

fn repairs(report: &Inspected) -> Vec<Repair> {
    report
        .layers
        .iter()
        .flat_map(|layer| layer.repairs.iter().map(move |repair| (layer.id, repair)))
        .map(|(layer, repair)| Repair {
            layer,
            kind: repair.kind.id(),
            description: repair.kind.describe(),
            source: repair.span.source.0,
            start: repair.span.bytes.start,
            end: repair.span.bytes.end,
            count: repair.count,
        })
        .collect()
}
