//! The first thing read: what AWS would do, in its own words, and why.

use samlens_core::wire::view::{RoleView, Verdict};
use yew::prelude::*;

use crate::parts::{Badge, Code, Icon, Words, tone_class, tone_glyph};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub verdict: Verdict,
    pub roles: Vec<RoleView>,
    pub send: Callback<Action>,
}

#[component]
pub fn Headline(props: &Props) -> Html {
    let verdict = &props.verdict;
    html! {
        <div class={classes!("verdict", tone_class(verdict.tone))} id="verdict" tabindex="-1">
            <Icon glyph={tone_glyph(verdict.tone)} class="verdict-icon" />
            <div class="verdict-text">
                <p class="headline">
                    { &verdict.headline }
                    if !verdict.confidence.is_empty() { <span class="confidence">{ &verdict.confidence }</span> }
                </p>
                if let Some(quote) = &verdict.quote {
                    <figure class="aws-text">
                        <figcaption>{ &verdict.quote_is }</figcaption>
                        <blockquote>{ quote }</blockquote>
                    </figure>
                }
                if !verdict.reason.is_empty() {
                    <p class="reason"><Words phrase={verdict.reason.clone()} /></p>
                }
                if !verdict.who.is_empty() { <p class="who">{ &verdict.who }</p> }
                if !verdict.terms.is_empty() {
                    <p class="terms"><Words phrase={verdict.terms.clone()} /></p>
                }
                if props.roles.len() > 1 {
                    <Roles roles={props.roles.clone()} send={props.send.clone()} />
                }
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RolesProps {
    roles: Vec<RoleView>,
    send: Callback<Action>,
}

/// Each role that the person could choose.
#[component]
fn Roles(props: &RolesProps) -> Html {
    html! {
        <details class="roles">
            <summary>{ format!("{} roles to choose from", props.roles.len()) }</summary>
            <ul>
                { for props.roles.iter().map(|role| {
                    let (send, place) = (props.send.clone(), role.place);
                    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Look(place)));
                    html! {
                        <li>
                            <Badge tone={role.tone} word={role.word.clone()} />
                            <button type="button" class="link" {onclick}><Code text={role.role.clone()} /></button>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}
