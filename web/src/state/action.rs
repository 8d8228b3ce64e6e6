//! Everything that can happen to the page's state.

use std::rc::Rc;

use samlens_core::wire::view::{OctetsOf, OctetsView, Place, View};

use super::{Content, Dialog, Pane, Tab, Theme};
use crate::protocol::{Chosen, Format, Stage};

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    Add(Vec<Content>),
    /// Everything pasted makes way for this.
    Replace(Vec<Content>),
    Remove(u32),
    /// Back into the box, to be changed.
    Edit(u32),
    Draft(String),
    Options(Chosen),
    Message(usize),
    Reached(Stage),
    Slow,
    Answered {
        revision: u32,
        view: Rc<View>,
    },
    Broke(String),
    /// These octets are to be shown.
    Octets(OctetsOf),
    /// `None`: they cannot be made.
    OctetsCame {
        revision: u32,
        of: OctetsOf,
        octets: Option<Rc<OctetsView>>,
    },
    /// The report is to be copied as a text.
    Export(Format),
    /// Whether the browser took it.
    Exported(bool),
    /// A finding by its index; its characters come into sight.
    Finding(usize),
    /// The same, but the focus stays with the finding.
    Point(usize),
    Step(isize),
    /// From the characters to the finding.
    FindingOf(usize),
    Look(Place),
    Tab(Tab),
    Layer(u32),
    Original(bool),
    Pane(Pane),
    Intake(bool),
    Theme(Theme),
    Dialog(Option<Dialog>),
    Wipe,
}
