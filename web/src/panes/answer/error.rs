//! What is known about an error text: causes, remedies, commands.

use samlens_core::wire::view::{ErrorView, Phrase};
use yew::prelude::*;

use super::finding::command;
use crate::parts::words;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub error: ErrorView,
    pub open: bool,
}

#[component]
pub fn AboutError(props: &Props) -> Html {
    let error = &props.error;
    let list = |title: &'static str, lines: &[Phrase]| {
        if lines.is_empty() {
            return Html::default();
        }
        html! { <><h3>{ title }</h3><ul>{ for lines.iter().map(|line| html! { <li>{ words(line) }</li> }) }</ul></> }
    };
    html! {
        <details class="checks" open={props.open}>
            <summary>{ if props.open { "What can cause “" } else { "What else can cause “" } }{ &error.text }{ "”" }</summary>
            { list("Causes", &error.causes) }
            { list("Remedies", &error.remedies) }
            if !error.commands.is_empty() {
                <h3>{ "Commands" }</h3>
                if error.commands.iter().any(|line| line.split_whitespace().any(is_blank)) {
                    <p class="hint">{ "Words in capitals are to be filled in." }</p>
                }
                { for error.commands.iter().map(|line| command(line)) }
            }
            <p class="hint">{ "Source: " }{ &error.source }{ "." }</p>
        </details>
    }
}

/// Whether a word of a command stands for a value: `ROLE_NAME`.
fn is_blank(word: &str) -> bool {
    word.len() > 5 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
}
