//! What listens to the whole window, or to the guest's element: keys, pastes, drops.

mod drop;
mod keys;
mod paste;
mod print;

pub use drop::{files, use_drop};
pub use keys::use_keys;
pub use paste::use_paste;
pub use print::use_print;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::surface::Surface;

/// Whether keys pressed here write something.
fn is_field(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// The element in focus, also where it lies in a shadow root.
pub fn in_focus() -> Option<Element> {
    let mut element = web_sys::window()?.document()?.active_element()?;
    while let Some(inner) = element.shadow_root().and_then(|root| root.active_element()) {
        element = inner;
    }
    Some(element)
}

/// Whether nothing has the focus.
pub fn is_lost() -> bool {
    in_focus().is_none_or(|element| element.tag_name() == "BODY")
}

/// Puts the focus on the first element that the selector finds in this copy of the program.
pub fn focus(surface: &Surface, selector: &str) {
    let found = surface.root().and_then(|root| root.query_selector(selector).ok()?);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        // An element that is not shown cannot take it, and nothing is lost by that.
        let _ = element.focus();
    }
}

/// Brings an element into sight and puts the focus on what the selector finds in it, or on itself.
pub fn reveal(node: &yew::NodeRef, selector: &str) {
    let Some(element) = node.cast::<Element>() else { return };
    scroll_to(&element, web_sys::ScrollLogicalPosition::Nearest);
    let within = element.query_selector(selector).ok().flatten();
    if let Some(target) = within {
        take_focus(&target);
    }
}

/// Scrolls an element into sight, at once: motion would only delay who is in a hurry.
pub fn scroll_to(element: &Element, block: web_sys::ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the box around an element, and nothing else, so that a part of it is in the middle; without a part to the top.
pub fn scroll_alone(element: &Element, of: &str, part: Option<&Element>) {
    let Some(around) = element.closest(of).ok().flatten() else { return };
    let Some(part) = part else { return around.set_scroll_top(0) };
    let (window, part) = (around.get_bounding_client_rect(), part.get_bounding_client_rect());
    let off = part.top() - window.top() - (window.height() - part.height()) / 2.0;
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    around.set_scroll_top(around.scroll_top() + off.round() as i32);
}

/// Gives an element the focus where it stands.
pub fn take_focus(element: &Element) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
