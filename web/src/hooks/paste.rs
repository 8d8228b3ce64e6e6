//! Paste works anywhere on the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use super::drop::files;
use super::in_focus;
use crate::state::Content;
use crate::surface::use_surface;

/// Hands over what is pasted. A paste into a field with something in it is left to the field: somebody is editing.
#[hook]
pub fn use_paste(pasted: Callback<Vec<Content>>) {
    let surface = use_surface();
    use_effect_with((pasted, surface), |(pasted, surface)| {
        let pasted = pasted.clone();
        let listener = surface.target().map(|target| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&target, "paste", options, move |event| {
                let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
                let Some(data) = event.clipboard_data() else { return };
                let mut contents = files(data.files());
                if contents.is_empty() {
                    let text = data.get_data("text/plain").unwrap_or_default();
                    if text.is_empty() || is_edited() {
                        return;
                    }
                    contents.push(Content::Text(text.into()));
                }
                event.prevent_default();
                pasted.emit(contents);
            })
        });
        move || std::mem::drop(listener)
    });
}

/// Whether the focus is in a field that keeps its pastes.
fn is_edited() -> bool {
    let Some(element) = in_focus() else { return false };
    match element.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.id() != crate::panes::intake::BOX || !area.value().is_empty(),
        None => super::is_field(&element),
    }
}
