//! One finding: what is there, what was expected, who acts, what to do, where it comes from.

use samlens_core::wire::view::{Excerpt, FindingView, Phrase, topic_entry};
use yew::prelude::*;

use super::menus::menus;
use crate::parts::{Copy, Ends, Glyph, badge, icon, icon_in, tone_class, visible, words};
use crate::state::{Action, Dialog};
use crate::surface::use_surface;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub index: usize,
    pub finding: FindingView,
    pub attention: Attention,
    /// Opened from the beginning.
    pub first: bool,
    pub send: Callback<Action>,
}

/// How much a card is in the middle of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attention {
    None,
    /// Its characters are shown in the document, which has the focus.
    Shown,
    /// It has the focus itself.
    Focused,
}

#[component]
pub fn Card(props: &Props) -> Html {
    let node = use_node_ref();
    let open = use_state_eq(|| props.first);
    {
        let (node, open) = (node.clone(), open.setter());
        use_effect_with(props.attention, move |attention| {
            if *attention != Attention::None {
                open.set(true);
            }
            if *attention == Attention::Focused {
                crate::hooks::reveal(&node, ".card-head");
            }
        });
    }
    let finding = &props.finding;
    let toggle = {
        let (open, send, index, attention) = (open.clone(), props.send.clone(), props.index, props.attention);
        Callback::from(move |_: MouseEvent| {
            open.set(!*open);
            if !*open && attention == Attention::None {
                send.emit(Action::Point(index));
            }
        })
    };
    let body = format!("finding-{}", props.index);
    html! {
        <li ref={node} class={classes!("card", tone_class(finding.tone), (props.attention != Attention::None).then_some("focused"))} data-rule={finding.rule.clone()}>
            <h4>
                <button type="button" class="card-head" aria-expanded={open.to_string()} aria-controls={body.clone()} onclick={toggle}>
                    <span class="number">{ props.index + 1 }</span>
                    <span class="card-title">{ words(&finding.message) }</span>
                    { badge(finding.tone, &finding.severity) }
                    { icon_in(Glyph::Chevron, "chevron") }
                </button>
            </h4>
            // Folded, not absent: on paper it is open.
            <div class="card-body" id={body} hidden={!*open}>
                <Body index={props.index} finding={finding.clone()} send={props.send.clone()} />
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    index: usize,
    finding: FindingView,
    send: Callback<Action>,
}

#[component]
fn Body(props: &BodyProps) -> Html {
    let finding = &props.finding;
    let runbook = use_surface().presets.runbooks.get(&finding.rule).cloned();
    let show = {
        let (send, index) = (props.send.clone(), props.index);
        Callback::from(move |_: MouseEvent| send.emit(Action::Finding(index)))
    };
    html! {
        <>
            <button type="button" class="excerpt" onclick={show} title="Show these characters in the document">
                <span class="excerpt-at">{ &finding.excerpt.at }{ icon(Glyph::Arrow) }</span>
                { line(&finding.excerpt) }
            </button>
            <dl class="facts">
                { fact("There", finding.found.as_ref()) }
                { fact("Expected", finding.expected.as_ref()) }
                if let Some(owner) = &finding.owner { <dt>{ "Who" }</dt><dd>{ owner }</dd> }
                if !finding.advice.is_empty() {
                    <dt>{ "What to do" }</dt>
                    <dd>
                        { words(&finding.advice) }
                        { menus(&finding.steps, finding.steps_recognised) }
                    </dd>
                }
                if let Some(quote) = &finding.quote { <dt>{ "AWS may say" }</dt><dd class="aws-words">{ quote }</dd> }
            </dl>
            if let Some(snippet) = &finding.snippet { { command(snippet) } }
            if let Some(line) = &finding.command { { command(line) } }
            if !finding.related.is_empty() {
                <ul class="related">
                    { for finding.related.iter().map(|(label, place)| {
                        let (send, place) = (props.send.clone(), *place);
                        let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Look(place)));
                        html! { <li><button type="button" class="link" {onclick}>{ words(label) }</button></li> }
                    }) }
                </ul>
            }
            if let Some(address) = runbook {
                // The address of this page is nobody's business there, nor may that page reach back.
                <a class="runbook" href={address} target="_blank" rel="noopener noreferrer">{ "What your team does about it" }</a>
            }
            if let Some(topic) = topic_entry(&finding.rule) {
                <button type="button" class="link about" onclick={
                    let send = props.send.clone();
                    move |_: MouseEvent| send.emit(Action::Dialog(Some(Dialog::Reference(Some(topic.id)))))
                }>{ "About this rule" }</button>
            }
            <details class="sources">
                <summary>{ "How sure, and why" }</summary>
                <p>{ sure(&finding.confidence) }{ " Stage: " }{ &finding.stage }{ ". Rule " }<code>{ &finding.rule }</code>{ "." }</p>
                { for finding.cites.iter().map(|cite| html! {
                    <figure class="cite">
                        <blockquote>{ format!("“{}”", cite.quote) }</blockquote>
                        <figcaption>{ &cite.document }if !cite.section.is_empty() { { ", " }{ &cite.section } }</figcaption>
                    </figure>
                }) }
            </details>
        </>
    }
}

fn fact(label: &'static str, phrase: Option<&Phrase>) -> Html {
    match phrase {
        Some(phrase) => html! { <><dt>{ label }</dt><dd>{ words(phrase) }</dd></> },
        None => Html::default(),
    }
}

fn sure(confidence: &str) -> String {
    let mut chars = confidence.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", chars.as_str())
}

/// A command to run, whole.
pub fn command(command: &str) -> Html {
    html! {
        <div class="command">
            <code>{ visible(command, Ends::Plain) }</code>
            <Copy text={command.to_owned()} what="the command" />
        </div>
    }
}

/// The line with the characters underlined.
fn line(excerpt: &Excerpt) -> Html {
    html! {
        <code class="excerpt-line">
            if excerpt.cut_before { <span class="cut">{ "… " }</span> }
            { visible(&excerpt.before, Ends::Plain) }
            if excerpt.marked.is_empty() {
                <mark class="here" aria-label="here" />
            } else {
                <mark>{ visible(&excerpt.marked, Ends::Shown) }</mark>
            }
            { visible(&excerpt.after, Ends::Plain) }
            if excerpt.cut_after { <span class="cut">{ " …" }</span> }
        </code>
    }
}
