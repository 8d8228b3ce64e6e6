//! The first thing read: what AWS would do, in its own words, and why.

use samlens_core::wire::view::{RoleView, Verdict};
use yew::prelude::*;

use crate::parts::{badge, data, icon_in, tone_class, tone_glyph, words};
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
            { icon_in(tone_glyph(verdict.tone), "verdict-icon") }
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
                    <p class="reason">{ words(&verdict.reason) }</p>
                }
                if !verdict.who.is_empty() { <p class="who">{ &verdict.who }</p> }
                if !verdict.terms.is_empty() {
                    <p class="terms">{ words(&verdict.terms) }</p>
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
                            { badge(role.tone, &role.word) }
                            <button type="button" class="link" {onclick}>{ data(&role.role) }</button>
                        </li>
                    }
                }) }
            </ul>
        </details>
    }
}
