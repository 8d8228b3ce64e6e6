//! What was looked for and not found, so that silence can be told from blindness.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub passed: Vec<String>,
    pub open: Vec<String>,
    pub not_applicable: usize,
}

#[component]
pub fn Checks(props: &Props) -> Html {
    if props.passed.is_empty() && props.open.is_empty() {
        return Html::default();
    }
    html! {
        <details class="checks">
            <summary>
                { format!("{} checks passed, {} open, {} do not apply", props.passed.len(), props.open.len(), props.not_applicable) }
            </summary>
            if !props.passed.is_empty() {
                <h3>{ "Looked for and not found" }</h3>
                <ul>{ for props.passed.iter().map(|title| html! { <li>{ title }</li> }) }</ul>
            }
            if !props.open.is_empty() {
                <h3>{ "Could not be checked" }</h3>
                <ul>{ for props.open.iter().map(|title| html! { <li>{ title }</li> }) }</ul>
            }
        </details>
    }
}
