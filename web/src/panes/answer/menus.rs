//! Where to click: the recognised provider's way first, any other at a click.

use samlens_core::wire::view::Steps;
use yew::prelude::*;

use super::finding::command;
use crate::parts::{Glyph, icon, words};

/// `recognised`: the first is for the provider that sent the message.
pub fn menus(steps: &[Steps], recognised: bool) -> Html {
    let (first, rest) = match steps.split_first() {
        Some((first, rest)) if recognised => (Some(first), rest),
        _ => (None, steps),
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
                { for steps.path.iter().map(|step| html! { <>{ icon(Glyph::Chevron) }<span>{ step }</span></> }) }
            </p>
            <p>{ words(&steps.text) }if !steps.certain { <span class="hint">{ " Labels may differ." }</span> }</p>
            if let Some(snippet) = &steps.snippet { { command(snippet) } }
        </div>
    }
}
