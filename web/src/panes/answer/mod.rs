//! The answer: verdict, road, findings, what is open.

mod checks;
mod error;
mod evidence;
mod finding;
mod menus;
mod needs;
mod picker;
mod road;
mod verdict;

use std::rc::Rc;

use samlens_core::wire::view::View;
use yew::prelude::*;

use crate::parts::{Glyph, icon};
use crate::protocol::Format;
use crate::state::Action;
use checks::Checks;
use error::AboutError;
use evidence::Supplied;
pub use finding::command;
use finding::{Attention, Card};
use needs::Needs;
use picker::Picker;
use road::Road;
use verdict::Headline;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: Option<Rc<View>>,
    pub broke: Option<AttrValue>,
    /// What is being done, where it takes long.
    pub doing: Option<AttrValue>,
    pub finding: Option<usize>,
    /// Whether the document has the focus.
    pub in_document: bool,
    pub send: Callback<Action>,
}

#[component]
pub fn AnswerPane(props: &Props) -> Html {
    let working = props.doing.is_some();
    html! {
        <section class={classes!("answer", working.then_some("stale"))} aria-labelledby="answer-title" aria-busy={working.to_string()}>
            <h2 id="answer-title" class="unseen-label">{ "Answer" }</h2>
            if let Some(doing) = &props.doing {
                <p class="progress"><span class="spinner" aria-hidden="true" />{ doing }{ "…" }</p>
            }
            if let Some(why) = &props.broke {
                <p class="failed">{ why }</p>
            }
            if let Some(view) = &props.view {
                <Body view={view.clone()} finding={props.finding} in_document={props.in_document} send={props.send.clone()} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    view: Rc<View>,
    finding: Option<usize>,
    in_document: bool,
    send: Callback<Action>,
}

#[component]
fn Body(props: &BodyProps) -> Html {
    let answer = &props.view.answer;
    let count = answer.findings.len();
    let attention = |index| match props.finding {
        Some(at) if at == index && props.in_document => Attention::Shown,
        Some(at) if at == index => Attention::Focused,
        _ => Attention::None,
    };
    html! {
        <>
            if props.view.messages.len() > 1 {
                <Picker messages={props.view.messages.clone()} shown={props.view.shown} send={props.send.clone()} />
            }
            <Headline verdict={answer.verdict.clone()} roles={answer.roles.clone()} send={props.send.clone()} />
            if !answer.stages.is_empty() {
                <Road stages={answer.stages.clone()} findings={answer.findings.iter().map(|finding| finding.message.clone()).collect::<Vec<_>>()}
                    needs={answer.needs.iter().map(|need| need.title.clone()).collect::<Vec<_>>()} send={props.send.clone()} />
            }
            if count > 0 {
                <section class="findings" aria-labelledby="findings-title">
                    <h3 id="findings-title">{ "Findings" }<span class="count">{ count }</span></h3>
                    <ol>
                        { for answer.findings.iter().enumerate().map(|(index, finding)| html! {
                            <Card key={index} {index} finding={finding.clone()} attention={attention(index)}
                                first={index == 0} send={props.send.clone()} />
                        }) }
                    </ol>
                </section>
            }
            if !answer.needs.is_empty() {
                <Needs needs={answer.needs.clone()} />
            }
            if !answer.evidence.is_empty() {
                <Supplied evidence={answer.evidence.clone()} />
            }
            if let Some(error) = &answer.error {
                <AboutError error={error.clone()} open={props.view.shown.is_none()} />
            }
            <Checks passed={answer.passed.clone()} open={answer.open.clone()} not_applicable={answer.not_applicable} />
            <Export has_message={!answer.stages.is_empty()} send={props.send.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ExportProps {
    has_message: bool,
    send: Callback<Action>,
}

/// The report, and a copy of the message, to take away.
#[component]
fn Export(props: &ExportProps) -> Html {
    let format = |(format, name): (Format, &'static str)| {
        let send = props.send.clone();
        let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Export(format)));
        html! { <button type="button" class="plain" data-format={name} {onclick}>{ name }</button> }
    };
    let redacted = "A redacted copy of the message keeps its defects and its shape, and replaces names, accounts and identifiers. \
                    Read it before you share it.";
    html! {
        <div class="export" role="group" aria-labelledby="export-title">
            <span id="export-title">{ icon(Glyph::Report) }{ "Copy the report as" }</span>
            { for [(Format::Markdown, "Markdown"), (Format::Text, "Text"), (Format::Json, "JSON")].into_iter().map(format) }
            <p class="hint">{ "It quotes the message: treat it like the message itself." }</p>
            if props.has_message {
                { format((Format::Redacted, "Copy a redacted message")) }
                <p class="hint">{ redacted }</p>
            }
        </div>
    }
}
