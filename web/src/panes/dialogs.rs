//! Help, the promise with the way to check it, and the reference.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::reference::Reference;
use super::welcome::Capture;
use crate::parts::{Glyph, icon};
use crate::state::{Action, Dialog};
use crate::surface::use_surface;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Option<Dialog>,
    pub send: Callback<Action>,
}

const KEYS: [(&str, &str); 6] = [
    ("/", "to the paste box"),
    ("j", "next finding"),
    ("k", "previous finding"),
    ("Enter", "open or close the finding in focus"),
    ("?", "this help"),
    ("Esc", "close, leave the box, back to the answer"),
];

#[component]
pub fn Dialogs(props: &Props) -> Html {
    let guest = use_surface().is_guest();
    let close = {
        let send = props.send.clone();
        Callback::from(move |()| send.emit(Action::Dialog(None)))
    };
    let look_up = {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| send.emit(Action::Dialog(Some(Dialog::Reference(None)))))
    };
    let topic = match props.shown {
        Some(Dialog::Reference(topic)) => Some(topic),
        _ => None,
    };
    html! {
        <>
            <Sheet title="Reference" shown={topic.is_some()} close={close.clone()}>
                <Reference topic={topic.flatten()} send={props.send.clone()} />
            </Sheet>
            <Sheet title="Help" shown={props.shown == Some(Dialog::Help)} close={close.clone()}>
                <h3>{ "Keys" }</h3>
                <dl class="keys">{ for KEYS.iter().map(|(key, does)| html! { <><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></> }) }</dl>
                <h3>{ "Look something up" }</h3>
                <p>{ "Every check and every error text of AWS that is known here has a page: " }
                    <button type="button" class="link" id="look-up" onclick={look_up}>{ "open the reference" }</button>{ "." }</p>
                <h3>{ "Capture a response" }</h3>
                <Capture />
                <h3>{ "How to read the answer" }</h3>
                <p>{ "“Refused” stands on a documented rule or on an error that AWS showed. “Cannot tell” means that nothing in the \
                      message speaks against it and that something that matters was not supplied. What is a guess says so." }</p>
            </Sheet>
            <Sheet title={if guest { "Sends nothing" } else { "Nothing leaves this page" }} shown={props.shown == Some(Dialog::Privacy)} {close}>
                <p>{ "What you paste is read by a program inside this page. There is no server that it could be sent to." }</p>
                <ul>
                    if guest {
                        <li>{ "It opens no connection once it has loaded. The page around it could: read here only what you would \
                               trust that page with." }</li>
                    } else {
                        <li>{ "Once loaded, the page forbids itself every connection: its Content-Security-Policy says " }
                            <code>{ "connect-src 'none'" }</code>{ "." }</li>
                    }
                    <li>{ "It keeps nothing: no cookie, no storage, no history. Wipe, or closing the tab, frees the memory." }</li>
                    <li>{ "It loads nothing from anybody else: no fonts, no scripts, no counters." }</li>
                </ul>
                <h3>{ "Check it" }</h3>
                <ol>
                    <li>{ "Open the developer tools (" }<kbd>{ "F12" }</kbd>{ "), choose Network, and paste: no request appears." }</li>
                    <li>{ "Or go offline before you paste. Everything works all the same." }</li>
                    <li>{ "Under Application (Firefox: Storage) all lists are empty." }</li>
                </ol>
                <p class="caution">{ "Extensions of your browser can read any page. If the response is still valid, use a window without them." }</p>
            </Sheet>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SheetProps {
    title: AttrValue,
    shown: bool,
    close: Callback<()>,
    children: Html,
}

/// A modal dialog; the browser keeps the focus in it and gives it back.
#[component]
fn Sheet(props: &SheetProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.shown, move |shown| {
            let Some(dialog) = node.cast::<HtmlDialogElement>() else { return };
            match (*shown, dialog.open()) {
                // It fails only for a dialog that is open already.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        });
    }
    let on_close = {
        let (close, shown) = (props.close.clone(), props.shown);
        // What made way for another dialog says so too, and must not close that one.
        Callback::from(move |_: Event| {
            if shown {
                close.emit(());
            }
        })
    };
    let on_click = {
        let (close, node) = (props.close.clone(), node.clone());
        // The backdrop is the dialog itself; what it shows lies in elements within.
        Callback::from(move |event: MouseEvent| {
            if event.target() == node.cast::<HtmlDialogElement>().map(web_sys::EventTarget::from) {
                close.emit(());
            }
        })
    };
    let on_button = {
        let close = props.close.clone();
        Callback::from(move |_: MouseEvent| close.emit(()))
    };
    html! {
        <dialog ref={node} onclose={on_close} onclick={on_click} aria-label={props.title.clone()}>
            <div class="sheet">
                <div class="sheet-head">
                    <h2>{ &props.title }</h2>
                    <button type="button" class="quiet square" aria-label="Close" onclick={on_button}>{ icon(Glyph::Close) }</button>
                </div>
                if props.shown { { props.children.clone() } }
            </div>
        </dialog>
    }
}
