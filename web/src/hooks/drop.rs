//! Files and text can be dropped anywhere on the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, FileList};
use yew::prelude::*;

use crate::state::Content;
use crate::surface::use_surface;

/// Hands over what is dropped; true while something is held over the page.
#[hook]
pub fn use_drop(dropped: Callback<Vec<Content>>) -> bool {
    let over = use_state_eq(|| false);
    let set = over.setter();
    let surface = use_surface();
    use_effect_with((dropped, surface), move |(dropped, surface)| {
        let root = surface.root();
        let listen = |kind: &'static str, run: Box<dyn Fn(&DragEvent)>| {
            surface.target().map(|target| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&target, kind, options, move |event| {
                    if let Some(event) = event.dyn_ref::<DragEvent>() {
                        run(event);
                    }
                })
            })
        };
        let (enter, leave, done, dropped) = (set.clone(), set.clone(), set, dropped.clone());
        let listeners = [
            listen(
                "dragover",
                Box::new(move |event| {
                    // Without this the browser would open the file in place of the page.
                    event.prevent_default();
                    enter.set(true);
                }),
            ),
            listen(
                "dragleave",
                // It has left when what it goes to lies elsewhere, or is nothing at all.
                Box::new(move |event| {
                    let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
                    leave
                        .set(to.is_some_and(|to| root.as_ref().is_some_and(|root| root.contains(Some(&to)))));
                }),
            ),
            listen(
                "drop",
                Box::new(move |event| {
                    event.prevent_default();
                    done.set(false);
                    let Some(data) = event.data_transfer() else { return };
                    let mut contents = files(data.files());
                    let text = data.get_data("text/plain").unwrap_or_default();
                    if contents.is_empty() && !text.is_empty() {
                        contents.push(Content::Text(text.into()));
                    }
                    if !contents.is_empty() {
                        dropped.emit(contents);
                    }
                }),
            ),
        ];
        move || std::mem::drop(listeners)
    });
    *over
}

/// The files of a paste, a drop or a choice.
pub fn files(list: Option<FileList>) -> Vec<Content> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).map(Content::File).collect()
}
