//! The larger steps of the state: an answer that came, a finding that is looked at, an input that is taken back.

use std::rc::Rc;

use samlens_core::wire::view::View;

use super::{Content, State, Tab};

impl State {
    /// Puts a finding in focus and brings its characters into sight, in the view that can show them.
    pub(super) fn focus(&mut self, index: usize, grab: bool) {
        let Some(view) = &self.view else { return };
        let Some(finding) = view.answer.findings.get(index) else { return };
        let place = finding.places.first().copied();
        let in_document =
            place.zip(view.document.as_ref()).is_some_and(|(place, doc)| place.source == doc.source);
        self.finding = Some(index);
        if let (false, Some(place)) = (in_document, place) {
            self.tab = Tab::Layers;
            self.layer = Some(place.source);
        } else if self.tab != Tab::Layers {
            self.tab = Tab::Xml;
        }
        self.look(place, grab);
    }

    pub(super) fn answered(&mut self, view: Rc<View>) {
        self.working = None;
        self.slow = false;
        // Who is typing goes on typing.
        self.intake_open &= !self.draft.trim().is_empty();
        let verdict = &view.answer.verdict;
        let count = view.answer.findings.len();
        self.said = match count {
            0 => format!("{}.", verdict.headline),
            1 => format!("{}. 1 finding.", verdict.headline),
            _ => format!("{}. {count} findings.", verdict.headline),
        };
        self.finding = None;
        self.layer = None;
        self.octets = Rc::default();
        if view.document.is_none() {
            self.tab = Tab::Layers;
        } else if self.view.as_ref().is_none_or(|old| old.document.is_none()) {
            self.tab = Tab::Xml;
        }
        let fresh = self.view.as_deref().and_then(shown) != shown(&view);
        self.view = Some(view);
        self.look(None, false);
        self.look.fresh = fresh;
    }

    pub(super) fn edit(&mut self, id: u32) {
        let Some(at) = self.items.iter().position(|item| item.id == id) else { return };
        let Content::Text(text) = self.items[at].content.clone() else { return };
        self.items.remove(at);
        if !self.draft.trim().is_empty() {
            let draft = self.draft.clone();
            self.push(Content::Text(draft));
        }
        self.draft = text;
        self.intake_open = true;
        self.changed();
        self.intake_open = true;
    }

    /// To the next or the previous finding, around the ends.
    pub(super) fn step(&mut self, step: isize) {
        let count = self.view.as_ref().map_or(0, |view| view.answer.findings.len());
        let (Ok(len), true) = (isize::try_from(count), count > 0) else { return };
        let at = match self.finding.and_then(|at| isize::try_from(at).ok()) {
            Some(at) => (at + step).rem_euclid(len),
            None if step > 0 => 0,
            None => len - 1,
        };
        self.focus(at.unsigned_abs(), false);
    }
}

/// The text of the document.
fn shown(view: &View) -> Option<&str> {
    let document = view.document.as_ref()?;
    view.sources.iter().find(|source| source.id == document.source).map(|source| source.text.as_str())
}
