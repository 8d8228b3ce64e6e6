//! The state under its actions.

use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::wire::view;

use super::*;

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::default(), |state: Rc<State>, action| state.reduce(action))
}

fn text(text: &str) -> Content {
    Content::Text(text.into())
}

/// A view with findings.
fn answer(revision: u32) -> Action {
    let xml = r#"<Response xmlns="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"/>"#;
    let inputs = [Input { name: None, bytes: xml.as_bytes().to_vec() }];
    let view = view::view(&inspect(&inputs, &Options::default(), &Limits::default()), None);
    assert!(view.answer.findings.len() > 1);
    Action::Answered { revision, view: Rc::new(view) }
}

#[test]
fn wipe_leaves_nothing_but_the_theme() {
    let full = after([
        Action::Theme(Theme::Dark),
        Action::Add(vec![text("secret")]),
        Action::Draft("secret".into()),
        Action::Options(Chosen { relay_state: "secret".into(), ..Chosen::default() }),
        answer(3),
        Action::Step(1),
        Action::Wipe,
    ]);
    assert!(full.is_empty() && full.view.is_none() && full.options == Chosen::default());
    assert_eq!(full.theme, Theme::Dark);
    assert!(!format!("{full:?}").contains("secret"));
    assert!(full.said.contains("wiped"));
}

#[test]
fn an_answer_to_older_inputs_is_not_shown() {
    let state = after([Action::Add(vec![text("a")]), Action::Add(vec![text("b")]), answer(1)]);
    assert!(state.view.is_none() && state.working.is_some());
    let state = after([Action::Add(vec![text("a")]), Action::Wipe, answer(1), answer(2)]);
    assert!(state.view.is_none(), "nothing comes back after Wipe");
}

#[test]
fn steps_go_round_and_look_at_the_characters() {
    let shown = after([Action::Add(vec![text("a")]), answer(1)]);
    let count = shown.view.as_ref().unwrap().answer.findings.len();
    let at = |state: &Rc<State>| state.finding;
    let state = shown.clone().reduce(Action::Step(-1));
    assert_eq!(at(&state), Some(count - 1));
    let state = state.reduce(Action::Step(1));
    assert_eq!(at(&state), Some(0));
    assert_eq!(state.look.place, state.view.as_ref().unwrap().answer.findings[0].places.first().copied());
    let number = state.look.number;
    let state = state.reduce(Action::Finding(0));
    assert!(state.look.number > number && state.look.grab && state.pane == Pane::Document);
    let state = state.reduce(Action::FindingOf(1));
    assert!(state.finding == Some(1) && !state.look.grab && state.pane == Pane::Answer);
}

#[test]
fn only_another_document_comes_into_sight_by_itself() {
    let first = after([Action::Add(vec![text("a")]), answer(1)]);
    assert!(first.look.fresh && first.look.place.is_none());
    let again = first.reduce(Action::Add(vec![text("b")])).reduce(answer(2));
    assert!(!again.look.fresh, "who is reading goes on reading");
    assert!(!again.reduce(Action::Step(1)).look.fresh);
}

#[test]
fn what_is_edited_goes_back_into_the_box_and_what_was_there_is_kept() {
    let state =
        after([Action::Add(vec![text("one"), text("two")]), Action::Draft("typed".into()), Action::Edit(0)]);
    assert_eq!(&*state.draft, "one");
    let kept: Vec<_> = state.items.iter().map(|item| item.content.clone()).collect();
    assert_eq!(kept, [text("two"), text("typed")]);
    assert!(state.intake_open);
}

#[test]
fn removing_the_last_thing_empties_the_page() {
    let state = after([Action::Add(vec![text("a")]), answer(1), Action::Remove(0)]);
    assert!(state.is_empty() && state.view.is_none() && state.working.is_none());
}

#[test]
fn octets_are_asked_for_one_by_one_and_dropped_with_their_view() {
    let of = |signature| OctetsOf { message: 0, signature, reference: None };
    let octets = Rc::new(OctetsView { text: "<a/>".into(), size: "4 bytes".into(), cut: false });
    let came = |revision, signature, octets| Action::OctetsCame { revision, of: of(signature), octets };
    let asked = after([
        Action::Add(vec![text("a")]),
        answer(1),
        Action::Octets(of(1)),
        Action::Octets(of(0)),
        came(0, 0, None),
    ]);
    assert_eq!(asked.wanted_octets(), Some(of(0)), "those of an older paste are not taken");
    let state = asked.reduce(came(1, 0, Some(octets.clone()))).reduce(Action::Octets(of(0)));
    assert_eq!(state.octets.get(&of(0)), Some(&Octets::Here(octets)));
    assert_eq!(state.wanted_octets(), Some(of(1)));
    let state = state.reduce(came(1, 1, None)).reduce(came(1, 2, None));
    assert_eq!((state.wanted_octets(), state.octets.len()), (None, 2));
    assert!(state.clone().reduce(Action::Draft("b".into())).octets.is_empty());
    assert!(state.reduce(Action::Wipe).octets.is_empty());
}
