//! The page's keys. They do nothing while somebody writes, nor with a modifier held.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{focus, in_focus, is_field};
use crate::panes::intake;
use crate::state::{Action, Dialog, Pane};
use crate::surface::use_surface;

/// Sends the action of a key.
#[hook]
pub fn use_keys(send: Callback<Action>) {
    let surface = use_surface();
    use_effect_with((send, surface), |(send, surface)| {
        let (send, surface) = (send.clone(), surface.clone());
        let listener = surface.target().map(|target| {
            let options = gloo_events::EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&target, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let element = in_focus();
                let writing = element.as_ref().is_some_and(is_field);
                if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
                    return;
                }
                if writing {
                    if event.key() == "Escape" {
                        intake::leave();
                    }
                    return;
                }
                // A dialog has keys of its own.
                if element.is_some_and(|element| element.closest("dialog").ok().flatten().is_some()) {
                    return;
                }
                let action = match event.key().as_str() {
                    "j" => Action::Step(1),
                    "k" => Action::Step(-1),
                    "?" => Action::Dialog(Some(Dialog::Help)),
                    "Escape" => Action::Pane(Pane::Answer),
                    "/" => {
                        event.prevent_default();
                        send.emit(Action::Intake(true));
                        let surface = surface.clone();
                        gloo_timers::callback::Timeout::new(0, move || {
                            focus(&surface, &format!("#{}", intake::BOX));
                        })
                        .forget();
                        return;
                    }
                    _ => return,
                };
                event.prevent_default();
                send.emit(action);
            })
        });
        move || drop(listener)
    });
}
