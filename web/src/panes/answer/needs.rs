//! What could not be decided, and the command that would decide it.

use samlens_core::wire::view::NeedView;
use yew::prelude::*;

use super::finding::command;
use crate::parts::words;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub needs: Vec<NeedView>,
}

#[component]
pub fn Needs(props: &Props) -> Html {
    html! {
        <section class="needs" aria-labelledby="needs-title">
            <h3 id="needs-title" tabindex="-1">{ "What would help" }<span class="count">{ props.needs.len() }</span></h3>
            <ul>
                { for props.needs.iter().map(|need| html! {
                    <li>
                        <p class="need-title">{ &need.title }</p>
                        if !need.compare.is_empty() { <p class="need-text">{ words(&need.compare) }</p> }
                        if let Some(line) = &need.command { { command(line) } }
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
