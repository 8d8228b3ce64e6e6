//! The middle column: stages, findings, what would help, what was checked.

use super::{
    Answer, ErrorView, NeedView, RoleView, StageView, Tone, capital, evidence, findings, phrase, sources,
    verdict,
};
use crate::aws::errors::AwsError;
use crate::aws::stages::Stage;
use crate::diagnose::{Diagnosed, State};
use crate::inspect::{MessageReport, Report};
use crate::lint::Verdict as Said;
use crate::render::asked::{self, Asked};
use crate::render::headline;

/// The answer on one message, or on an input without any.
pub fn answer(report: &Report, message: Option<&MessageReport>) -> Answer {
    let given = report.errors.first().map(|given| given.error);
    let Some(message) = message else {
        return Answer {
            verdict: verdict::of_nothing(report),
            findings: findings::of_input(report),
            error: given.map(error),
            evidence: evidence::supplied(report),
            ..Answer::default()
        };
    };
    let diagnosed = &message.diagnosed;
    let (findings, order) = findings::of_message(report, message);
    let questions = asked::of_message(message);
    let verdicts = &message.answers.verdicts;
    let titles = |wanted: fn(&Said) -> bool| {
        let of = verdicts.iter().filter(|(_, said)| wanted(said));
        of.map(|(rule, _)| capital(rule.title)).collect::<Vec<_>>()
    };
    Answer {
        verdict: verdict::of_message(message),
        stages: stages(diagnosed, &order, &questions),
        roles: roles(report, message),
        findings,
        passed: titles(|said| *said == Said::Passed),
        open: titles(|said| matches!(said, Said::NotChecked(_))),
        not_applicable: verdicts.iter().filter(|(_, said)| *said == Said::NotApplicable).count(),
        error: given.or(diagnosed.predicted).map(error),
        needs: needs(&questions),
        evidence: evidence::supplied(report),
    }
}

/// One or two words for the road.
pub fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Capture => "Capture",
        Stage::Decode => "Decode",
        Stage::Response => "Status",
        Stage::Signature => "Signature",
        Stage::Issuer => "Issuer",
        Stage::SubjectConfirmation => "Recipient and time",
        Stage::Audience => "Audience",
        Stage::Attributes => "Attributes",
        Stage::Provider => "Provider",
        Stage::TrustPolicy => "Trust policy",
        Stage::Session => "Session",
        Stage::RelayState => "Relay state",
        Stage::Service => "Service",
    }
}

fn stages(diagnosed: &Diagnosed, order: &[usize], questions: &[Asked<'_>]) -> Vec<StageView> {
    let stage = |stage: &crate::diagnose::StageState| {
        let tone = match stage.state {
            State::Passed => Tone::Passed,
            State::Failed => Tone::Refused,
            State::Unknown => Tone::Unknown,
            State::NotApplicable => Tone::NotApplicable,
        };
        let open = !stage.needs.is_empty();
        let waits = |asked: &Asked<'_>| open && asked.rules.iter().any(|rule| rule.stage == stage.stage);
        let waiting = questions.iter().enumerate().filter(|(_, asked)| waits(asked));
        StageView {
            name: stage_name(stage.stage).to_owned(),
            title: stage.stage.title().to_owned(),
            tone,
            word: headline::state_words(stage.state).to_owned(),
            findings: stage
                .findings
                .iter()
                .filter_map(|at| order.iter().position(|known| known == at))
                .collect(),
            needs: waiting.map(|(at, _)| at).collect(),
        }
    };
    diagnosed.chain.iter().map(stage).collect()
}

fn roles(report: &Report, message: &MessageReport) -> Vec<RoleView> {
    let role = |(role, outcome): (&crate::inspect::Role, &crate::diagnose::Outcome)| {
        let (tone, word) = verdict::outcome(*outcome);
        RoleView {
            role: role.role.clone().unwrap_or_else(|| report.sources.excerpt(role.span).to_owned()),
            provider: role.provider.clone().unwrap_or_default(),
            tone,
            word: word.to_owned(),
            place: sources::place(role.span),
        }
    };
    message.roles.iter().zip(&message.diagnosed.roles).map(role).collect()
}

fn needs(questions: &[Asked<'_>]) -> Vec<NeedView> {
    let view = |asked: &Asked<'_>| NeedView {
        title: capital(&asked.title()),
        command: asked.command(),
        compare: asked.compare(),
        queries: asked.queries().into_iter().map(|query| (query.title.to_owned(), query.text)).collect(),
        decides: asked.rules.iter().map(|rule| capital(rule.title)).collect(),
    };
    questions.iter().map(view).collect()
}

fn error(error: &'static AwsError) -> ErrorView {
    let all = |list: &[&str]| list.iter().map(|one| phrase(&headline::quoting(&capital(one)))).collect();
    ErrorView {
        text: error.text.to_owned(),
        causes: all(error.causes),
        remedies: all(error.remedies),
        commands: error.commands.iter().map(|&command| command.to_owned()).collect(),
        source: match error.cite.section {
            "" => error.cite.document.to_owned(),
            section => format!("{}, {section}", error.cite.document),
        },
    }
}
