//! The page of Samlens: one program that is the page where it finds its root, and the worker where it runs as one.
//!
//! It deliberately judges nothing: every word about SAML comes from the core.

mod app;
mod hooks;
mod mount;
mod panes;
mod parts;
mod protocol;
mod samples;
mod session;
mod state;
mod surface;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod worker;

use wasm_bindgen::prelude::*;

/// The element that the page is drawn in. A page of somebody else may well have one of this name, but not so marked.
const ROOT: &str = "#app[data-samlens-page]";

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        // Not the message: it may hold what somebody pasted.
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        worker::tell_panic(&place.unwrap_or_default());
    }));
    match web_sys::window().and_then(|window| window.document()) {
        Some(document) => {
            if let Ok(Some(root)) = document.query_selector(ROOT) {
                yew::Renderer::<app::App>::with_root(root).render();
            }
        }
        None => worker::listen(),
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(text: &str);
}
