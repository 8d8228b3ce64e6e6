//! Where to click: the recognised provider's way first, any other at a click.

use samlens_core::wire::view::Steps;
use yew::prelude::*;

use super::finding::Command;
use crate::parts::{Glyph, Icon};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub steps: Vec<Steps>,
    /// Whether the first is for the provider that sent the message.
    pub recognised: bool,
}

#[component]
pub fn Menus(props: &Props) -> Html {
    let (first, rest) = match props.steps.split_first() {
        Some((first, rest)) if props.recognised => (Some(first), rest),
        _ => (None, props.steps.as_slice()),
    };
    html! {
        <>
            if let Some(first) = first { { way(first) } }
            if !rest.is_empty() {
                <details class="menus">
                    <summary>{ if first.is_some() { "Another identity provider" } else { "Where to click, by identity provider" } }</summary>
                    { for rest.iter().map(way) }
                </details>
            }
        </>
    }
}

fn way(steps: &Steps) -> Html {
    html! {
        <div class="way">
            <p class="way-path">
                <b>{ &steps.provider }</b>
                { for steps.path.iter().map(|step| html! { <><Icon glyph={Glyph::Chevron} /><span>{ step }</span></> }) }
            </p>
            <p>{ &steps.text }if !steps.certain { <span class="hint">{ " Labels may differ." }</span> }</p>
            if let Some(snippet) = &steps.snippet { <Command command={snippet.clone()} /> }
        </div>
    }
}
