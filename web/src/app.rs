//! The whole page: one state, one session, and the regions around them.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use samlens_core::wire::view::Tone;
use yew::prelude::*;

use crate::hooks::{use_drop, use_keys, use_paste, use_print};
use crate::panes::answer::AnswerPane;
use crate::panes::bar::Bar;
use crate::panes::dialogs::Dialogs;
use crate::panes::document::{DocumentPane, Trail};
use crate::panes::intake::Intake;
use crate::panes::welcome::Welcome;
use crate::parts::copy::copy;
use crate::parts::{Glyph, badge, icon};
use crate::protocol::{Request, Source};
use crate::session::{Happened, Session};
use crate::state::{Action, Content, Pane, State, Theme};
use crate::surface::{Surface, use_surface};

/// Typing is answered when it rests for so long, in milliseconds.
const REST: u32 = 120;
/// Work that takes longer says so, in milliseconds.
const SLOW: u32 = 100;

#[derive(Properties, PartialEq, Default)]
pub struct AppProps {
    #[prop_or_default]
    pub surface: Surface,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    html! { <ContextProvider<Surface> context={props.surface.clone()}><Page /></ContextProvider<Surface>> }
}

#[component]
fn Page() -> Html {
    let surface = use_surface();
    let state = {
        let options = surface.presets.options.clone();
        use_reducer(|| State::preset(options))
    };
    let send = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let session = use_session(send.clone(), surface.clone());
    use_questions(&state, &session, &send, &surface);
    use_theme(state.theme, &surface);
    use_keys(send.clone());
    let add = {
        let send = send.clone();
        use_callback((), move |contents: Vec<Content>, ()| send.emit(Action::Add(contents)))
    };
    use_arrival(state.view.is_some(), &surface);
    use_paste(add.clone());
    let over = use_drop(add);
    use_print();

    let empty = state.is_empty();
    let document = state.view.as_ref().filter(|_| !empty);
    let trail = document.and_then(|view| view.document.as_ref()).map(|document| document.trail.clone());
    let pane = if state.pane == Pane::Document && document.is_some() { "document" } else { "answer" };
    html! {
        <div class="app" data-state={if empty { "empty" } else { "full" }} data-pane={pane}>
            <Bar theme={state.theme} full={!empty} send={send.clone()} />
            // A guest has no landmarks: they are the host page's.
            <@{if surface.is_guest() { "div" } else { "main" }} class="main">
                <div class="column column-intake">
                    <Intake items={state.items.clone()} draft={state.draft.clone()} options={state.options.clone()}
                        view={state.view.clone()} open={state.intake_open} {empty} send={send.clone()} />
                    if let Some(steps) = trail.filter(|steps| !steps.is_empty()) {
                        <section class="layers-side" aria-labelledby="layers-title">
                            <h3 id="layers-title">{ "Layers taken off" }</h3>
                            <Trail {steps} send={send.clone()} />
                        </section>
                    }
                </div>
                if empty {
                    <Welcome send={send.clone()} />
                } else {
                    <div class="column column-answer">
                        <AnswerPane view={state.view.clone()} broke={state.broke.clone().map(AttrValue::from)} doing={doing(&state)}
                            finding={state.finding} in_document={state.look.grab} send={send.clone()} />
                    </div>
                    if let Some(view) = document {
                        <div class="column column-document">
                            <DocumentPane view={view.clone()} finding={state.finding} look={state.look} tab={state.tab}
                                layer={state.layer} original={state.original} octets={state.octets.clone()} send={send.clone()} />
                        </div>
                    }
                }
            </@>
            if let Some(view) = document {
                <Switch pane={state.pane} tone={view.answer.verdict.tone} word={view.answer.verdict.headline.clone()} send={send.clone()} />
            }
            <Dialogs shown={state.dialog} send={send.clone()} />
            <p class="unseen-label" role="status" id="said">{ &state.said }</p>
            if over {
                <div class="veil" aria-hidden="true"><p>{ icon(Glyph::File) }{ "Drop it anywhere" }</p></div>
            }
        </div>
    }
}

/// What is being done, once it has taken a while.
fn doing(state: &State) -> Option<AttrValue> {
    let stage = state.working.filter(|_| state.slow)?;
    let mut words = stage.words().to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    Some(words.into())
}

#[derive(Properties, PartialEq)]
struct SwitchProps {
    pane: Pane,
    tone: Tone,
    word: String,
    send: Callback<Action>,
}

/// Narrow screens show one pane at a time.
#[component]
fn Switch(props: &SwitchProps) -> Html {
    let to = match props.pane {
        Pane::Answer => Pane::Document,
        Pane::Document => Pane::Answer,
    };
    let send = props.send.clone();
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Pane(to)));
    html! {
        <nav class="pane-switch" aria-label="Panes">
            if props.pane == Pane::Document { { badge(props.tone, &props.word) } }
            <button type="button" class="primary" {onclick}>
                { if to == Pane::Document { "Document" } else { "Back to the answer" } }
                { icon(Glyph::Arrow) }
            </button>
        </nav>
    }
}

#[hook]
fn use_session(send: Callback<Action>, surface: Surface) -> Session {
    let session = use_memo((), |()| {
        Session::new(Callback::from(move |happened| match happened {
            Happened::Reached { stage, .. } => send.emit(Action::Reached(stage)),
            Happened::Answered { revision, view } => {
                surface.tell(&view);
                send.emit(Action::Answered { revision, view });
            }
            Happened::Exported(text) => {
                let send = send.clone();
                copy(&text, move |done| send.emit(Action::Exported(done)));
            }
            Happened::Octets { revision, of, octets } => {
                send.emit(Action::OctetsCame { revision, of, octets })
            }
            Happened::Broke { why, .. } => send.emit(Action::Broke(why)),
        }))
    });
    let session = (*session).clone();
    {
        let session = session.clone();
        use_effect_with((), move |()| move || session.end());
    }
    session
}

/// Asks the session whenever the inputs change.
#[hook]
fn use_questions(
    state: &UseReducerHandle<State>,
    session: &Session,
    send: &Callback<Action>,
    surface: &Surface,
) {
    let now: Rc<State> = Rc::new((**state).clone());
    {
        let (session, now, send, surface) = (session.clone(), now.clone(), send.clone(), surface.clone());
        let rests = use_mut_ref(|| Rc::<str>::from(""));
        use_effect_with(state.revision, move |revision| {
            let typed = *rests.borrow() != now.draft;
            *rests.borrow_mut() = now.draft.clone();
            let (revision, empty) = (*revision, now.is_empty());
            let timers = if empty {
                if revision > 0 {
                    session.wipe();
                }
                Vec::new()
            } else {
                let ask = {
                    let session = session.clone();
                    move || {
                        let (request, files) = question(&now, &surface);
                        session.ask(revision, request, files);
                    }
                };
                let mut timers = vec![Timeout::new(SLOW, move || send.emit(Action::Slow))];
                match typed {
                    true => timers.push(Timeout::new(REST, ask)),
                    false => ask(),
                }
                timers
            };
            move || drop(timers)
        });
    }
    {
        let session = session.clone();
        use_effect_with((state.message, state.revision), move |(message, revision)| {
            if let Some(message) = *message {
                session.ask(*revision, Request::Show { message }, Vec::new());
            }
        });
    }
    {
        let session = session.clone();
        use_effect_with((state.wanted_octets(), state.revision), move |(wanted, revision)| {
            if let Some(of) = *wanted {
                session.ask(*revision, Request::Octets { of }, Vec::new());
            }
        });
    }
    let (session, revision) = (session.clone(), state.revision);
    use_effect_with(state.export, move |export| {
        if let Some((format, _)) = *export {
            session.ask(revision, Request::Export { format }, Vec::new());
        }
    });
}

/// Everything pasted, as one request.
fn question(state: &State, surface: &Surface) -> (Request, Vec<web_sys::File>) {
    let mut files = Vec::new();
    let mut items = Vec::new();
    for item in &state.items {
        items.push(match &item.content {
            Content::Text(text) => Source::Text { text: text.to_string() },
            Content::File(file) => {
                files.push(file.clone());
                let index = u32::try_from(files.len() - 1).unwrap_or(u32::MAX);
                Source::File { name: file.name(), index }
            }
        });
    }
    if !state.draft.trim().is_empty() {
        items.push(Source::Text { text: state.draft.to_string() });
    }
    // Last, so that each chip keeps the place of what it stands for.
    items.extend(surface.evidence());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the present in milliseconds is a whole number of 41 bits"
    )]
    let now = js_sys::Date::now() as i64;
    (Request::Inspect { items, options: state.options.clone(), message: None, now }, files)
}

/// When the first answer comes and the focus went with what was clicked, it goes to the answer.
#[hook]
fn use_arrival(answered: bool, surface: &Surface) {
    use_effect_with((answered, surface.clone()), |(answered, surface)| {
        // A guest does not take the focus of the page around it.
        if *answered && !surface.is_guest() && crate::hooks::is_lost() {
            crate::hooks::focus(surface, "#verdict");
        }
    });
}

#[hook]
fn use_theme(theme: Theme, surface: &Surface) {
    use_effect_with((theme, surface.clone()), |(theme, surface)| {
        // A guest's theme is the host's choice.
        let Some(root) = surface.root().filter(|_| !surface.is_guest()) else { return };
        // Neither call fails for a name that is well formed.
        let _ = match theme {
            Theme::Auto => root.remove_attribute("data-theme"),
            Theme::Light => root.set_attribute("data-theme", "light"),
            Theme::Dark => root.set_attribute("data-theme", "dark"),
        };
    });
}
