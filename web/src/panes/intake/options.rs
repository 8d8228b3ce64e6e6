//! What the person can say beside the paste: the service, the instant, the error text, the relay state.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::protocol::{At, Chosen};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub options: Chosen,
    pub services: Vec<(String, String)>,
    pub send: Callback<Action>,
}

const INSTANTS: [(At, &str, &str); 4] = [
    (At::Capture, "capture", "when it was captured, else issued"),
    (At::Issue, "issue", "when it was issued"),
    (At::Now, "now", "now"),
    (At::Given, "given", "at this instant"),
];

#[component]
pub fn OptionsForm(props: &Props) -> Html {
    let change = |change: fn(&mut Chosen, String)| {
        let (options, send) = (props.options.clone(), props.send.clone());
        move |value: String| {
            let mut options = options.clone();
            change(&mut options, value);
            send.emit(Action::Options(options));
        }
    };
    let select = |change: Box<dyn Fn(String)>| {
        Callback::from(move |event: Event| change(event.target_unchecked_into::<HtmlSelectElement>().value()))
    };
    let input = |change: Box<dyn Fn(String)>| {
        Callback::from(move |event: InputEvent| {
            change(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    let at = |options: &mut Chosen, value: String| {
        options.at = INSTANTS.iter().find(|(_, id, _)| *id == value).map(|(at, ..)| *at).unwrap_or_default();
    };
    let options = &props.options;
    let set = usize::from(!options.service.is_empty())
        + usize::from(options.at != At::Capture)
        + usize::from(!options.error.is_empty())
        + usize::from(!options.relay_state.is_empty());
    html! {
        <details class="options">
            <summary>{ "What else you know" }if set > 0 { <span class="count">{ set }</span> }</summary>
            <div class="fields">
                <label for="option-error">{ "The error that AWS showed" }</label>
                <input id="option-error" value={options.error.clone()} autocomplete="off" spellcheck="false"
                    oninput={input(Box::new(change(|options, value| options.error = value)))} />
                <label for="option-relay">{ "RelayState" }</label>
                <input id="option-relay" value={options.relay_state.clone()} autocomplete="off" spellcheck="false"
                    oninput={input(Box::new(change(|options, value| options.relay_state = value)))} />
                <label for="option-service">{ "Service" }</label>
                <select id="option-service" onchange={select(Box::new(change(|options, value| options.service = value)))}>
                    <option value="" selected={options.service.is_empty()}>{ "as recognised" }</option>
                    { for props.services.iter().map(|(id, title)| html! {
                        <option value={id.clone()} selected={*id == options.service}>{ title }</option>
                    }) }
                </select>
                <label for="option-at">{ "Judge it as of" }</label>
                <select id="option-at" onchange={select(Box::new(change(at)))}>
                    { for INSTANTS.iter().map(|(at, id, title)| html! {
                        <option value={*id} selected={*at == options.at}>{ *title }</option>
                    }) }
                </select>
                if options.at == At::Given {
                    <label for="option-given">{ "Instant, in UTC" }</label>
                    <input id="option-given" value={options.given.clone()} placeholder="2026-01-15T10:00:00Z" autocomplete="off"
                        spellcheck="false" oninput={input(Box::new(change(|options, value| options.given = value)))} />
                }
            </div>
        </details>
    }
}
