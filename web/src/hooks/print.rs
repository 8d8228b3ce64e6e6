//! What is folded on the screen is open on paper.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::surface::use_surface;

/// What is folded.
const FOLDED: &str = "details:not([open])";
/// What was folded before printing.
const UNFOLDED: &str = "data-unfolded";

/// Opens what is folded while the page is printed.
#[hook]
pub fn use_print() {
    let surface = use_surface();
    use_effect_with(surface, |surface| {
        let root = surface.root();
        let listen = |event: &'static str, act: fn(&Element)| {
            let selector = if event == "beforeprint" { FOLDED.to_owned() } else { format!("[{UNFOLDED}]") };
            let window = web_sys::window()?;
            let root = root.clone()?;
            Some(EventListener::new(&window, event, move |_| {
                let Ok(found) = root.query_selector_all(&selector) else { return };
                for index in 0..found.length() {
                    if let Some(element) = found.get(index).and_then(|node| node.dyn_into().ok()) {
                        act(&element);
                    }
                }
            }))
        };
        // No call fails for a name that is well formed.
        let before = listen("beforeprint", |element| {
            let _ = element.set_attribute("open", "");
            let _ = element.set_attribute(UNFOLDED, "");
        });
        let after = listen("afterprint", |element| {
            let _ = element.remove_attribute("open");
            let _ = element.remove_attribute(UNFOLDED);
        });
        move || drop((before, after))
    });
}
