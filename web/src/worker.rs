//! The worker's side: reads files, runs the core, answers with bytes.
//!
//! It deliberately keeps nothing but the last report, until it is told to forget it, and decides nothing about SAML.

use std::cell::RefCell;

use samlens_core::aws::services::Service;
use samlens_core::evidence::{At as JudgeAt, Options};
use samlens_core::inspect::{Input, Report, inspect};
use samlens_core::limits::Limits;
use samlens_core::render;
use samlens_core::saml::Instant;
use samlens_core::wire::{v1, view};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::protocol::{At, Chosen, Format, Reply, Request, Source, Stage, pack, unpack};

/// Files are read in slices, so that not a whole capture lies twice in the script's memory.
const SLICE: u32 = 4 << 20;

thread_local! {
    static LAST: RefCell<Option<Report>> = const { RefCell::new(None) };
}

/// Listens, if this is a worker.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let there = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let parts = js_sys::Array::from(&event.data());
        let Ok(bytes) = parts.get(0).dyn_into::<js_sys::Uint8Array>() else { return };
        let files: Vec<File> = parts.iter().skip(1).filter_map(|file| file.dyn_into().ok()).collect();
        if let Some(request) = unpack::<Request>(&bytes.to_vec()) {
            answer(request, &files, &|reply| {
                let bytes = js_sys::Uint8Array::from(pack(&reply).as_slice());
                // A page that is gone needs no answer.
                let _ = there.post_message(&bytes);
            });
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens for as long as the worker lives.
    on_message.forget();
}

/// Says where the program broke; the page puts it into words.
pub fn tell_panic(place: &str) {
    match js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => drop(scope.post_message(&place.into())),
        Err(_) => crate::console_error(place),
    }
}

/// Answers one request. Stages are told on the way, the answer comes last.
pub fn answer(request: Request, files: &[File], tell: &dyn Fn(Reply)) {
    match request {
        Request::Inspect { items, options, message, now } => {
            let mut inputs = Vec::new();
            for item in items {
                match read(item, files, tell) {
                    Ok(input) => inputs.push(input),
                    Err(name) => return tell(Reply::Unreadable(name)),
                }
            }
            tell(Reply::Reached(Stage::Inspecting));
            let report = inspect(&inputs, &chosen(&options, now), &Limits::default());
            drop(inputs);
            tell(Reply::Reached(Stage::Drawing));
            tell(Reply::View(Box::new(view::view(&report, message))));
            LAST.with(|last| *last.borrow_mut() = Some(report));
        }
        Request::Show { message } => {
            tell(with_last(|report| Reply::View(Box::new(view::view(report, Some(message))))));
        }
        Request::Export { format } => tell(with_last(|report| Reply::Exported(export(report, format)))),
        Request::Octets { of } => {
            tell(with_last(|report| Reply::Octets { of, octets: view::octets(report, of) }));
        }
    }
}

/// Drops the last report, and with it what was pasted, where there was no worker to end.
pub fn forget() {
    LAST.with(|last| *last.borrow_mut() = None);
}

fn with_last(run: impl FnOnce(&Report) -> Reply) -> Reply {
    LAST.with(|last| last.borrow().as_ref().map_or(Reply::Gone, run))
}

fn read(item: Source, files: &[File], tell: &dyn Fn(Reply)) -> Result<Input, String> {
    match item {
        Source::Text { text } => Ok(Input { name: None, bytes: text.into_bytes() }),
        Source::File { name, index } => {
            tell(Reply::Reached(Stage::Reading));
            let bytes = files.get(index as usize).and_then(|file| bytes(file).ok());
            bytes.map(|bytes| Input { name: Some(name.clone()), bytes }).ok_or(name)
        }
    }
}

fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let reader = web_sys::FileReaderSync::new()?;
    let size = file.size();
    let mut bytes = Vec::new();
    let mut at = 0.0;
    while at < size {
        let end = (at + f64::from(SLICE)).min(size);
        let slice = file.slice_with_f64_and_f64(at, end)?;
        let part = js_sys::Uint8Array::new(&reader.read_as_array_buffer(&slice)?.into());
        bytes.extend_from_slice(&part.to_vec());
        at = end;
    }
    Ok(bytes)
}

fn chosen(chosen: &Chosen, now: i64) -> Options {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let at = match chosen.at {
        At::Capture => JudgeAt::Default,
        At::Issue => JudgeAt::Issue,
        At::Now => JudgeAt::Now,
        At::Given => Instant::lenient(&chosen.given).map_or(JudgeAt::Default, JudgeAt::Given),
    };
    Options {
        at,
        now: Some(Instant(now)),
        service: Service::from_id(&chosen.service),
        error: given(&chosen.error),
        relay_state: given(&chosen.relay_state),
    }
}

/// Columns of the text report.
const WIDTH: usize = 100;

fn export(report: &Report, format: Format) -> String {
    match format {
        Format::Markdown => render::markdown(report),
        Format::Text => render::text(report, WIDTH).plain(),
        Format::Json => v1::json_pretty(report),
        Format::Redacted => render::redacted::copy(report).text,
    }
}
