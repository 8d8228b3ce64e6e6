//! A button that copies a text and says that it did.

use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::{Glyph, icon};

/// How long the button says so, in milliseconds.
const THANKS: u32 = 1600;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: AttrValue,
    /// What is copied, for who cannot see where the button stands.
    pub what: AttrValue,
    #[prop_or_default]
    pub class: Classes,
}

#[component]
pub fn Copy(props: &Props) -> Html {
    let said = use_state(|| None::<&'static str>);
    {
        let said = said.clone();
        use_effect_with(*said, move |now| {
            let reset = now.map(|_| Timeout::new(THANKS, move || said.set(None)));
            move || drop(reset)
        });
    }
    let onclick = {
        let (text, said) = (props.text.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            copy(&text, move |done| said.set(Some(if done { "Copied" } else { "Not copied" })));
        })
    };
    html! {
        <button type="button" class={classes!("quiet", "copy", props.class.clone())} {onclick}>
            { icon(if said.is_some() { Glyph::Check } else { Glyph::Copy }) }
            <span aria-live="polite">{ said.unwrap_or("Copy") }</span>
            <span class="unseen-label">{ format!(" {}", props.what) }</span>
        </button>
    }
}

/// Copies; tells whether the browser let it. Nothing is read from the clipboard.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let clipboard = window.navigator().clipboard();
    // Absent where the page is not in a secure context.
    if clipboard.is_undefined() {
        return then(false);
    }
    let written = JsFuture::from(clipboard.write_text(text));
    spawn_local(async move { then(written.await.is_ok()) });
}
