//! Where this copy of the program is shown: as the whole page, or as one of several guests on a page of somebody else.
//!
//! It deliberately says nothing of what is shown.

use std::collections::BTreeMap;
use std::rc::Rc;

use samlens_core::wire::view::{Tone, View};
use wasm_bindgen::JsValue;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use crate::protocol::{Chosen, Source};

/// What the surroundings give and want to know.
#[derive(Clone, PartialEq, Default)]
pub struct Surface {
    /// The element that a guest keeps to; `None` for the whole page.
    guest_in: Option<Element>,
    pub presets: Rc<Presets>,
    /// Told each verdict: its word, and the rules that found something. Never anything of the message.
    tell: Option<js_sys::Function>,
}

/// What is known before anybody pastes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Presets {
    pub options: Chosen,
    /// Metadata, policies and the like, inspected beside every paste.
    pub evidence: Vec<String>,
    /// Addresses of the host's own instructions, by rule.
    pub runbooks: BTreeMap<String, String>,
}

impl Surface {
    pub fn guest(element: Element, presets: Presets, tell: js_sys::Function) -> Self {
        Self { guest_in: Some(element), presets: Rc::new(presets), tell: Some(tell) }
    }

    /// The whole page, but one that stands in a frame and tells its verdicts.
    pub fn framed(presets: Presets, tell: js_sys::Function) -> Self {
        Self { guest_in: None, presets: Rc::new(presets), tell: Some(tell) }
    }

    pub fn is_guest(&self) -> bool {
        self.guest_in.is_some()
    }

    /// What hears pastes, drops and keys: a guest leaves those of the page around it alone.
    pub fn target(&self) -> Option<EventTarget> {
        match &self.guest_in {
            Some(element) => Some(element.clone().into()),
            None => web_sys::window().map(EventTarget::from),
        }
    }

    /// The element that everything shown lies in.
    pub fn root(&self) -> Option<Element> {
        self.guest_in.clone().or_else(|| web_sys::window()?.document()?.document_element())
    }

    pub fn evidence(&self) -> impl Iterator<Item = Source> {
        self.presets.evidence.iter().map(|text| Source::Text { text: text.clone() })
    }

    pub fn tell(&self, view: &View) {
        let Some(tell) = &self.tell else { return };
        let verdict = match view.answer.verdict.tone {
            Tone::Refused => "refused",
            Tone::Accepted => "accepted",
            _ => "unknown",
        };
        let rules: js_sys::Array =
            view.answer.findings.iter().map(|finding| JsValue::from_str(&finding.rule)).collect();
        // Whoever listens answers for its own errors.
        let _ = tell.call2(&JsValue::NULL, &verdict.into(), &rules);
    }
}

#[hook]
pub fn use_surface() -> Surface {
    use_context().unwrap_or_default()
}
