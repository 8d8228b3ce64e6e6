//! What could not be decided, and the command whose output shows it.

use samlens_core::wire::view::{BY_EYE, NeedView, OPEN};
use yew::prelude::*;

use super::finding::command;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub needs: Vec<NeedView>,
}

#[component]
pub fn Needs(props: &Props) -> Html {
    html! {
        <section class="needs" aria-labelledby="needs-title">
            <h3 id="needs-title" tabindex="-1">{ OPEN }<span class="count">{ props.needs.len() }</span></h3>
            if props.needs.iter().any(|need| need.command.is_some()) { <p class="hint">{ BY_EYE }</p> }
            <ul>
                { for props.needs.iter().map(|need| html! {
                    <li>
                        <p class="need-title">{ &need.title }</p>
                        if let Some(line) = &need.command { { command(line) } }
                        <p class="need-text">{ &need.compare }</p>
                        if !need.decides.is_empty() {
                            <details>
                                <summary>{ match need.decides.len() {
                                    1 => "1 check waits for it".to_owned(),
                                    count => format!("{count} checks wait for it"),
                                } }</summary>
                                <ul>{ for need.decides.iter().map(|title| html! { <li>{ title }</li> }) }</ul>
                            </details>
                        }
                    </li>
                }) }
            </ul>
        </section>
    }
}
