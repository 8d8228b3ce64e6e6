//! A sentence whose data is set apart.

use samlens_core::wire::view::{Part, Phrase};
use yew::prelude::*;

use super::Code;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub phrase: Phrase,
}

#[component]
pub fn Words(props: &Props) -> Html {
    props
        .phrase
        .iter()
        .map(|part| match part {
            Part::Text(text) => html! { text },
            Part::Code(code) => html! { <Code text={code.clone()} /> },
        })
        .collect()
}
