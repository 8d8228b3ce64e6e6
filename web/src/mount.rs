//! The door for scripts: shows the program in an element of theirs, with what they know beforehand.
//!
//! It deliberately takes plain texts and lists: the script that calls it reads attributes and JSON.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

use crate::app::{App, AppProps};
use crate::protocol::Chosen;
use crate::surface::{Presets, Surface};

/// Shown for as long as it is kept; `free` takes it away and ends its worker.
#[wasm_bindgen]
pub struct Mounted(Option<AppHandle<App>>);

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.0.take() {
            app.destroy();
        }
    }
}

/// Shows the program in `element`. With `guest` it keeps to that element; else it is the whole page. `runbooks` holds
/// rules and addresses in turn. `tell` is called with a verdict (`refused`, `accepted`, `unknown`) and a list of rules.
#[wasm_bindgen]
pub fn mount(
    element: Element,
    guest: bool,
    service: String,
    relay_state: String,
    evidence: Vec<String>,
    runbooks: Vec<String>,
    tell: js_sys::Function,
) -> Mounted {
    let runbooks = runbooks.chunks(2).filter_map(|pair| match pair {
        [rule, address] => Some((rule.clone(), address.clone())),
        _ => None,
    });
    let presets = Presets {
        options: Chosen { service, relay_state, ..Chosen::default() },
        evidence,
        runbooks: runbooks.collect(),
    };
    let surface = match guest {
        true => Surface::guest(element.clone(), presets, tell),
        false => Surface::framed(presets, tell),
    };
    Mounted(Some(yew::Renderer::<App>::with_root_and_props(element, AppProps { surface }).render()))
}
