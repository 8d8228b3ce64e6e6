//! What could not be decided, and the command whose output shows it.

use samlens_core::wire::view::{NeedView, OPEN, PASTE};
use yew::prelude::*;

use super::finding::command;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub needs: Vec<NeedView>,
}

/// Shown at once; a message with many roles needs the policy of each.
const FIRST: usize = 6;

#[component]
pub fn Needs(props: &Props) -> Html {
    let (first, rest) = props.needs.split_at(props.needs.len().min(FIRST));
    html! {
        <section class="needs" aria-labelledby="needs-title">
            <h3 id="needs-title" tabindex="-1">{ OPEN }<span class="count">{ props.needs.len() }</span></h3>
            if props.needs.iter().any(|need| need.command.is_some()) { <p class="hint">{ PASTE }</p> }
            <ul>{ for first.iter().map(entry) }</ul>
            if !rest.is_empty() {
                <details>
                    <summary>{ format!("{} more", rest.len()) }</summary>
                    <ul>{ for rest.iter().map(entry) }</ul>
                </details>
            }
        </section>
    }
}

fn entry(need: &NeedView) -> Html {
    html! {
        <li class="need">
            <p class="need-title">{ &need.title }</p>
            if let Some(line) = &need.command { { command(line) } }
            <p class="need-text">{ &need.compare }</p>
            if !need.queries.is_empty() {
                <details>
                    <summary>{ "Other ways to ask" }</summary>
                    { for need.queries.iter().map(|(title, text)| html! {
                        <><p class="need-text">{ title }</p>{ command(text) }</>
                    }) }
                </details>
            }
            if !need.decides.is_empty() {
                <details>
                    <summary>{ match need.decides.len() {
                        1 => "1 check waits for it".to_owned(),
                        count => format!("{count} checks wait for it"),
                    } }</summary>
                    <ul class="points">{ for need.decides.iter().map(|title| html! { <li>{ title }</li> }) }</ul>
                </details>
            }
        </li>
    }
}
