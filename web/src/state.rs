//! The page's state and the only way to change it: an [`Action`].
//!
//! It deliberately touches no browser object but the handle of a chosen file: all of it is tested natively.

mod action;
mod choices;
mod moves;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::rc::Rc;

use samlens_core::wire::view::{OctetsOf, OctetsView, Place, View};
use yew::Reducible;

pub use action::Action;
pub use choices::{Dialog, Pane, Tab, Theme};

use crate::protocol::{Chosen, Format, Stage};

/// Something pasted, dropped, chosen or taken from the samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub id: u32,
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Text(Rc<str>),
    File(web_sys::File),
}

/// What the document is asked to bring into sight. The number makes two wishes for one place different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    pub place: Option<Place>,
    /// The document takes the focus.
    pub grab: bool,
    /// The document is another one: its first finding comes into sight, and nothing around it moves.
    pub fresh: bool,
    pub number: u32,
}

/// Octets that somebody asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Octets {
    Asked,
    Here(Rc<OctetsView>),
    /// They cannot be made.
    Without,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    pub items: Vec<Item>,
    /// What is being typed.
    pub draft: Rc<str>,
    pub options: Chosen,
    /// What the options are when nobody has chosen.
    pub preset: Chosen,
    /// The message chosen by hand.
    pub message: Option<usize>,
    pub view: Option<Rc<View>>,
    /// Counts the inputs' changes: an answer to an older one is not shown.
    pub revision: u32,
    /// The octets of the present view that were asked for.
    pub octets: Rc<BTreeMap<OctetsOf, Octets>>,
    /// How far the work on the present inputs has come; `None` when it is done.
    pub working: Option<Stage>,
    /// The work takes long enough to say so.
    pub slow: bool,
    /// Why there is no answer.
    pub broke: Option<String>,
    /// The finding in focus.
    pub finding: Option<usize>,
    pub look: Look,
    pub tab: Tab,
    /// The source shown in the layers.
    pub layer: Option<u32>,
    pub original: bool,
    pub pane: Pane,
    pub intake_open: bool,
    pub theme: Theme,
    pub dialog: Option<Dialog>,
    /// The text asked for last; the number makes two wishes for one format different.
    pub export: Option<(Format, u32)>,
    /// The last thing to be said to who cannot see it.
    pub said: String,
    next_id: u32,
}

impl State {
    /// Nothing is pasted yet, but something is known beforehand.
    pub fn preset(options: Chosen) -> Self {
        Self { preset: options.clone(), options, ..Self::default() }
    }

    /// The octets that are to be asked for next: one at a time.
    pub fn wanted_octets(&self) -> Option<OctetsOf> {
        self.octets.iter().find(|(_, octets)| **octets == Octets::Asked).map(|(of, _)| *of)
    }

    /// Whether there is something to inspect.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.draft.trim().is_empty()
    }

    fn changed(&mut self) {
        self.revision += 1;
        self.message = None;
        self.broke = None;
        self.export = None;
        self.octets = Rc::default();
        self.working = Some(Stage::Inspecting);
        if self.is_empty() {
            self.view = None;
            self.working = None;
            self.finding = None;
            self.slow = false;
        }
    }

    fn push(&mut self, content: Content) {
        self.items.push(Item { id: self.next_id, content });
        self.next_id += 1;
    }

    fn look(&mut self, place: Option<Place>, grab: bool) {
        self.look = Look { place, grab, fresh: false, number: self.look.number + 1 };
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        match action {
            Action::Add(contents) => {
                contents.into_iter().for_each(|content| state.push(content));
                state.changed();
            }
            Action::Replace(contents) => {
                state.items.clear();
                state.draft = "".into();
                state.options = state.preset.clone();
                contents.into_iter().for_each(|content| state.push(content));
                state.changed();
            }
            Action::Remove(id) => {
                state.items.retain(|item| item.id != id);
                state.changed();
            }
            Action::Edit(id) => state.edit(id),
            Action::Draft(text) => {
                state.draft = text.into();
                state.changed();
            }
            Action::Options(options) => {
                state.options = options;
                state.revision += 1;
                state.octets = Rc::default();
                state.working = Some(Stage::Inspecting);
            }
            Action::Message(message) => {
                state.message = Some(message);
                state.finding = None;
            }
            Action::Reached(stage) => state.working = Some(stage),
            Action::Slow => state.slow = state.working.is_some(),
            // What was wiped or changed in the meantime is not answered any more.
            Action::Answered { revision, view } if revision == state.revision && !state.is_empty() => {
                state.answered(view);
            }
            Action::Answered { .. } => {}
            Action::Broke(why) => {
                state.working = None;
                state.slow = false;
                state.said = why.clone();
                state.broke = Some(why);
            }
            Action::Octets(of) => {
                Rc::make_mut(&mut state.octets).entry(of).or_insert(Octets::Asked);
            }
            Action::OctetsCame { revision, of, octets } if revision == state.revision => {
                let came = octets.map_or(Octets::Without, Octets::Here);
                // What nobody waits for any more belongs to an older view.
                if let Some(known) = Rc::make_mut(&mut state.octets).get_mut(&of) {
                    *known = came;
                }
            }
            Action::OctetsCame { .. } => {}
            Action::Finding(index) => {
                state.focus(index, true);
                state.pane = Pane::Document;
            }
            Action::Point(index) => state.focus(index, false),
            Action::Step(step) => state.step(step),
            Action::FindingOf(index) => {
                state.finding = Some(index);
                state.look.grab = false;
                state.pane = Pane::Answer;
            }
            Action::Look(place) => {
                let here = state.view.as_ref().and_then(|view| view.document.as_ref());
                let here = here.is_some_and(|document| document.source == place.source);
                state.tab = if here { Tab::Xml } else { Tab::Layers };
                state.layer = Some(place.source);
                state.pane = Pane::Document;
                state.look(Some(place), true);
            }
            Action::Tab(tab) => state.tab = tab,
            Action::Layer(source) => {
                state.layer = Some(source);
                state.tab = Tab::Layers;
                state.pane = Pane::Document;
            }
            Action::Original(original) => {
                state.original = original;
                let place = state.look.place;
                state.look(place, false);
            }
            Action::Pane(pane) => {
                // What was hidden could not be scrolled.
                if pane == Pane::Document && state.look.place.is_none() {
                    state.look(None, false);
                    state.look.fresh = true;
                }
                state.pane = pane;
            }
            Action::Intake(open) => state.intake_open = open,
            Action::Theme(theme) => state.theme = theme,
            Action::Dialog(dialog) => state.dialog = dialog,
            Action::Export(format) => {
                state.export = Some((format, state.export.map_or(0, |(_, number)| number + 1)))
            }
            Action::Exported(done) => {
                let what = match state.export {
                    Some((Format::Redacted, _)) => "redacted message",
                    _ => "report",
                };
                state.said = match done {
                    true => format!("The {what} is copied."),
                    false => format!("The browser did not let the {what} be copied."),
                };
            }
            Action::Wipe => {
                state = State {
                    theme: state.theme,
                    options: state.preset.clone(),
                    preset: state.preset,
                    revision: state.revision + 1,
                    said: "Everything is wiped: what was pasted and what was found.".to_owned(),
                    ..State::default()
                };
            }
        }
        Rc::new(state)
    }
}
