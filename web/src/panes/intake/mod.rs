//! Where things come in: the box, what was recognised, and what the person says beside it.

mod options;

use std::rc::Rc;

use samlens_core::wire::view::View;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::hooks::files;
use crate::parts::{Glyph, icon};
use crate::protocol::Chosen;
use crate::state::{Action, Content, Item};
use crate::surface::use_surface;
use options::OptionsForm;

/// The box's identifier.
pub const BOX: &str = "intake";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub items: Vec<Item>,
    pub draft: Rc<str>,
    pub options: Chosen,
    pub view: Option<Rc<View>>,
    pub open: bool,
    pub empty: bool,
    pub send: Callback<Action>,
}

#[component]
pub fn Intake(props: &Props) -> Html {
    let guest = use_surface().is_guest();
    let send = props.send.clone();
    let oninput = {
        let send = send.clone();
        Callback::from(move |event: InputEvent| {
            send.emit(Action::Draft(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
        })
    };
    let onchange = {
        let send = send.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let chosen = files(input.files());
            // So that the same file can be chosen again.
            input.set_value("");
            if !chosen.is_empty() {
                send.emit(Action::Add(chosen));
            }
        })
    };
    let toggle = {
        let (send, open) = (send.clone(), props.open);
        Callback::from(move |_: MouseEvent| send.emit(Action::Intake(!open)))
    };
    let hint = if props.empty {
        "SAMLResponse=PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm46…"
    } else {
        "Paste or drop more: it is taken together"
    };
    html! {
        <section class={classes!("intake", props.open.then_some("open"))} aria-labelledby="intake-title">
            <div class="intake-head">
                <h2 id="intake-title">{ if props.empty { "Why did AWS refuse this sign-in?" } else { "Input" } }</h2>
                if !props.empty {
                    <Chips items={props.items.clone()} draft={props.draft.clone()} view={props.view.clone()} send={send.clone()} />
                    <button type="button" class="quiet fold" aria-expanded={props.open.to_string()} aria-controls="intake-body"
                        onclick={toggle}>
                        { if props.open { "Fold" } else { "Change" } }
                    </button>
                }
            </div>
            if props.empty {
                <p class="lead">
                    { "Paste a SAML response, or whatever you have of it: a form field, an address, a HAR, the page's \
                       source. Read what AWS would refuse, which characters are to blame, who can change them, and where." }
                </p>
            }
            <div id="intake-body" class="intake-body">
                <label for={BOX} class={(!props.empty).then_some("small")}>
                    { match (props.empty, guest) {
                        (true, false) => "Paste anything, anywhere on the page",
                        (true, true) => "Paste anything",
                        (false, _) => "Add or type",
                    } }
                </label>
                <textarea id={BOX} value={props.draft.to_string()} {oninput} placeholder={hint} spellcheck="false"
                    autocomplete="off" autocapitalize="off" autocorrect="off" translate="no" data-gramm="false"
                    rows={if props.empty { "5" } else { "3" }} />
                <div class="intake-row">
                    <label class="plain file">
                        { icon(Glyph::File) }{ "Choose a file" }
                        <input type="file" class="unseen-label" multiple=true {onchange} />
                    </label>
                    <span class="hint">{ if props.empty { "or drop one anywhere. A HAR of 100 MB is fine." } else { "or drop one" } }</span>
                </div>
                <OptionsForm options={props.options.clone()} services={services(props.view.as_deref())} send={send} />
            </div>
        </section>
    }
}

fn services(view: Option<&View>) -> Vec<(String, String)> {
    view.map(|view| view.services.clone()).unwrap_or_default()
}

/// Leaves the box.
pub fn leave() {
    if let Some(element) = crate::hooks::in_focus().and_then(|element| element.dyn_into::<HtmlElement>().ok())
    {
        // Only an element that is gone cannot be left.
        let _ = element.blur();
    }
}

#[derive(Properties, PartialEq)]
struct ChipsProps {
    items: Vec<Item>,
    draft: Rc<str>,
    view: Option<Rc<View>>,
    send: Callback<Action>,
}

/// What was put in, with what it was recognised as.
#[component]
fn Chips(props: &ChipsProps) -> Html {
    let item = |(index, item): (usize, &Item)| {
        let send = |action: Action| {
            let callback = props.send.clone();
            Callback::from(move |_: MouseEvent| callback.emit(action.clone()))
        };
        let seen = props.view.as_ref().and_then(|view| view.chips.iter().find(|chip| chip.input == index));
        let title = seen.map_or("Reading", |chip| chip.title.as_str()).to_owned();
        let more = props
            .view
            .as_ref()
            .map_or(0, |view| view.chips.iter().filter(|chip| chip.input == index).count());
        let detail = match (seen, more) {
            (Some(chip), 0 | 1) => chip.detail.clone(),
            (Some(chip), more) => format!("{} · {} more", chip.detail, more - 1),
            (None, _) => name(item),
        };
        let editable = matches!(&item.content, Content::Text(text) if text.len() < 400_000);
        html! {
            <li key={item.id} class="chip">
                <span class="chip-title">{ &title }</span>
                <span class="chip-detail">{ detail }</span>
                if let Some(why) = seen.map(|chip| &chip.why).filter(|why| !why.is_empty()) {
                    <span class="chip-why">{ why }</span>
                }
                if editable {
                    <button type="button" class="quiet square small" aria-label={format!("Edit: {title}")} title="Edit"
                        onclick={send(Action::Edit(item.id))}>{ icon(Glyph::Edit) }</button>
                }
                <button type="button" class="quiet square small" aria-label={format!("Remove: {title}")} title="Remove"
                    onclick={send(Action::Remove(item.id))}>{ icon(Glyph::Close) }</button>
            </li>
        }
    };
    let typed =
        props.view.as_ref().and_then(|view| view.chips.iter().find(|chip| chip.input == props.items.len()));
    html! {
        <ul class="chips">
            { for props.items.iter().enumerate().map(item) }
            if let (Some(typed), false) = (typed, props.draft.trim().is_empty()) {
                <li key="draft" class="chip"><span class="chip-title">{ &typed.title }</span>
                    <span class="chip-detail">{ "in the box" }</span></li>
            }
        </ul>
    }
}

fn name(item: &Item) -> String {
    match &item.content {
        Content::Text(_) => String::new(),
        Content::File(file) => file.name(),
    }
}
