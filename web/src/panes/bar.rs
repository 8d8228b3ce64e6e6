//! The bar at the top: the name, the promise, and the switches that are always at hand.

use yew::prelude::*;

use crate::parts::{Glyph, icon, icon_in};
use crate::state::{Action, Dialog, Theme};
use crate::surface::use_surface;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub theme: Theme,
    /// Whether there is something to wipe.
    pub full: bool,
    pub send: Callback<Action>,
}

#[component]
pub fn Bar(props: &Props) -> Html {
    let guest = use_surface().is_guest();
    let send = |action: Action| {
        let callback = props.send.clone();
        Callback::from(move |_: MouseEvent| callback.emit(action.clone()))
    };
    let (next, glyph, theme) = match props.theme {
        Theme::Auto => (Theme::Light, Glyph::Contrast, "as the system has it"),
        Theme::Light => (Theme::Dark, Glyph::Sun, "light"),
        Theme::Dark => (Theme::Auto, Glyph::Moon, "dark"),
    };
    let theme = format!("Theme: {theme}");
    html! {
        <header class="bar" role={guest.then_some("none")}>
            <h1>{ icon_in(Glyph::Lens, "brand") }{ "Samlens" }</h1>
            <div class="tools">
                <button type="button" class="quiet promise" onclick={send(Action::Dialog(Some(Dialog::Privacy)))}>
                    { icon(Glyph::Lock) }<span>{ if guest { "Sends nothing" } else { "Nothing leaves this page" } }</span>
                </button>
                <button type="button" class="quiet square" aria-label="Help and keys" title="Help and keys (?)"
                    onclick={send(Action::Dialog(Some(Dialog::Help)))}>
                    { icon(Glyph::Question) }
                </button>
                if !guest {
                    <button type="button" class="quiet square" aria-label={theme.clone()} title={theme}
                        onclick={send(Action::Theme(next))}>
                        { icon(glyph) }
                    </button>
                }
                <button type="button" class="plain wipe" disabled={!props.full} onclick={send(Action::Wipe)}
                    title="Empty the page and its memory">
                    { icon(Glyph::Broom) }{ "Wipe" }
                </button>
            </div>
        </header>
    }
}
