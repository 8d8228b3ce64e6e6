//! What listens to the whole window: keys, pastes, drops.

mod drop;
mod keys;
mod paste;

pub use drop::{files, use_drop};
pub use keys::use_keys;
pub use paste::use_paste;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Whether keys pressed here write something.
fn is_field(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

fn in_focus() -> Option<Element> {
    web_sys::window()?.document()?.active_element()
}

/// Puts the focus on the first element that the selector finds.
pub fn focus(selector: &str) {
    let found = web_sys::window().and_then(|window| window.document()?.query_selector(selector).ok()?);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // An element that is not shown cannot take it, and nothing is lost by that.
        let _ = element.focus();
    }
}
