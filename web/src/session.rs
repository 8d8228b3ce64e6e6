//! The only caller of the worker: one question at a time, the newest next, and a new worker when one is lost.
//!
//! It deliberately knows neither the page's state nor what an answer means.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use samlens_core::wire::view::{OctetsOf, OctetsView, View};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, Event, File, MessageEvent, Worker};
use yew::Callback;

use crate::protocol::{Reply, Request, Stage, pack, unpack};
use crate::worker;

/// A question that is overtaken after this time is given up with its worker, in milliseconds.
const PATIENCE: f64 = 300.0;
/// After files of more bytes than this the worker is replaced, for its memory never shrinks.
const LARGE: f64 = 33_554_432.0;

/// What happens while the worker works.
#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    Reached {
        revision: u32,
        stage: Stage,
    },
    Answered {
        revision: u32,
        view: Rc<View>,
    },
    Exported(String),
    Octets {
        revision: u32,
        of: OctetsOf,
        octets: Option<Rc<OctetsView>>,
    },
    /// There will be no answer to this question, for the reason given.
    Broke {
        revision: u32,
        why: String,
    },
}

/// A handle; copies are the same session.
#[derive(Clone)]
pub struct Session(Rc<RefCell<Inner>>);

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    happened: Callback<Happened>,
    worker: Option<Running>,
    asked: Option<Asked>,
    /// An inspection is alone or first in it.
    next: VecDeque<Question>,
    stage: Stage,
    /// Where the worker said that it panicked.
    trap: Option<String>,
    large: bool,
}

struct Running {
    worker: Worker,
    _listeners: [EventListener; 2],
}

/// A question that the worker has.
struct Asked {
    revision: u32,
    since: f64,
}

struct Question {
    revision: u32,
    request: Request,
    files: Vec<File>,
    since: f64,
}

impl Question {
    fn is_inspection(&self) -> bool {
        matches!(self.request, Request::Inspect { .. })
    }
}

impl Session {
    pub fn new(happened: Callback<Happened>) -> Self {
        let session = Self(Rc::new(RefCell::new(Inner {
            happened,
            worker: None,
            asked: None,
            next: VecDeque::new(),
            stage: Stage::Inspecting,
            trap: None,
            large: false,
        })));
        session.start();
        session
    }

    /// Asks; an older inspection that has not been answered is dropped. A question about an inspection waits for it.
    pub fn ask(&self, revision: u32, request: Request, files: Vec<File>) {
        let question = Question { revision, request, files, since: js_sys::Date::now() };
        let mut inner = self.0.borrow_mut();
        match question.is_inspection() {
            // What was asked of an older inspection is of no use any more.
            true => inner.next.clear(),
            false if inner.asked.is_some() => return inner.next.push_back(question),
            false => {}
        }
        drop(inner);
        let waiting = self.0.borrow().asked.as_ref().map(|asked| question.since - asked.since);
        match waiting {
            Some(waited) if waited <= PATIENCE => self.0.borrow_mut().next.push_back(question),
            Some(_) => {
                self.end();
                self.send(question);
            }
            None => self.send(question),
        }
    }

    /// Forgets everything: the worker is ended and its memory with it.
    pub fn wipe(&self) {
        self.end();
        worker::forget();
        self.start();
    }

    /// Ends the worker; the next question starts another.
    pub fn end(&self) {
        let mut inner = self.0.borrow_mut();
        if let Some(running) = inner.worker.take() {
            running.worker.terminate();
        }
        inner.asked = None;
        inner.next.clear();
        inner.trap = None;
        inner.large = false;
    }

    fn start(&self) {
        let Some(worker) = new_worker() else { return };
        let session = self.clone();
        let on_message = EventListener::new(&worker, "message", move |event| session.heard(event));
        let session = self.clone();
        let on_error = EventListener::new_with_options(
            &worker,
            "error",
            gloo_events::EventListenerOptions::enable_prevent_default(),
            move |event| session.lost(event),
        );
        self.0.borrow_mut().worker = Some(Running { worker, _listeners: [on_message, on_error] });
    }

    fn send(&self, question: Question) {
        if self.0.borrow().large && question.is_inspection() {
            self.end();
        }
        if self.0.borrow().worker.is_none() {
            self.start();
        }
        let size: f64 = question.files.iter().map(|file| file.size()).sum();
        let mut inner = self.0.borrow_mut();
        inner.large |= size > LARGE;
        inner.stage = Stage::Inspecting;
        let Some(running) = &inner.worker else {
            drop(inner);
            return self.answer_here(question);
        };
        let parts = js_sys::Array::new();
        parts.push(&js_sys::Uint8Array::from(pack(&question.request).as_slice()));
        question.files.iter().for_each(|file| {
            parts.push(file);
        });
        let sent = running.worker.post_message(&parts);
        let revision = question.revision;
        inner.asked = Some(Asked { revision, since: question.since });
        drop(inner);
        if sent.is_err() {
            self.give_up(revision, "The browser would not hand the input to the inspector.".to_owned());
        }
    }

    /// Where no worker can be had (a development server, a host whose policy forbids them) the page answers itself.
    fn answer_here(&self, question: Question) {
        let Question { revision, request, files, since } = question;
        self.0.borrow_mut().asked = Some(Asked { revision, since });
        let session = self.clone();
        Timeout::new(0, move || worker::answer(request, &files, &|reply| session.take(revision, reply)))
            .forget();
    }

    fn heard(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let data = event.data();
        if let Some(place) = data.as_string() {
            self.0.borrow_mut().trap = Some(place);
            return;
        }
        let revision = self.0.borrow().asked.as_ref().map(|asked| asked.revision);
        let bytes = data.dyn_into::<js_sys::Uint8Array>().ok().map(|bytes| bytes.to_vec());
        if let (Some(revision), Some(reply)) = (revision, bytes.and_then(|bytes| unpack::<Reply>(&bytes))) {
            self.take(revision, reply);
        }
    }

    fn take(&self, revision: u32, reply: Reply) {
        let happened = match reply {
            Reply::Reached(stage) => {
                self.0.borrow_mut().stage = stage;
                Some(Happened::Reached { revision, stage })
            }
            Reply::View(view) => Some(Happened::Answered { revision, view: Rc::from(view) }),
            Reply::Exported(text) => Some(Happened::Exported(text)),
            Reply::Octets { of, octets } => {
                Some(Happened::Octets { revision, of, octets: octets.map(Rc::new) })
            }
            Reply::Gone => None,
            Reply::Unreadable(name) => {
                Some(Happened::Broke { revision, why: format!("The file “{name}” could not be read.") })
            }
        };
        let done = !matches!(happened, Some(Happened::Reached { .. }));
        let next = if done {
            let mut inner = self.0.borrow_mut();
            inner.asked = None;
            inner.next.pop_front()
        } else {
            None
        };
        if let Some(happened) = happened {
            self.tell(happened);
        }
        if let Some(next) = next {
            self.send(next);
        }
    }

    /// The worker died: the paste is kept, another worker is started.
    fn lost(&self, event: &Event) {
        event.prevent_default();
        let (asked, next, trap, stage) = {
            let mut inner = self.0.borrow_mut();
            (inner.asked.take(), inner.next.pop_front(), inner.trap.take(), inner.stage)
        };
        let place = trap.or_else(|| event.dyn_ref::<ErrorEvent>().map(|_| "an unknown place".to_owned()));
        self.wipe();
        match (next, asked) {
            (Some(next), _) if next.is_inspection() => self.send(next),
            (_, Some(asked)) => {
                let place = place.unwrap_or_default();
                let doing = stage.words();
                let why = format!("The inspector stopped while {doing}, at {place}. Your paste is kept.");
                self.give_up(asked.revision, why);
            }
            (_, None) => {}
        }
    }

    fn give_up(&self, revision: u32, why: String) {
        self.0.borrow_mut().asked = None;
        self.tell(Happened::Broke { revision, why });
    }

    fn tell(&self, happened: Happened) {
        let callback = self.0.borrow().happened.clone();
        callback.emit(happened);
    }
}

/// The script that starts this program says how a worker is made. A development server's script does not.
fn new_worker() -> Option<Worker> {
    samlens_worker().ok()?.dyn_into().ok()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = samlensWorker)]
    fn samlens_worker() -> Result<JsValue, JsValue>;
}
