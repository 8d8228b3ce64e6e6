//! A sentence whose data is set apart.

use samlens_core::wire::view::{Part, Phrase};
use yew::prelude::*;

use super::data;

/// A sentence.
pub fn words(phrase: &Phrase) -> Html {
    phrase
        .iter()
        .map(|part| match part {
            Part::Text(text) => html! { text },
            Part::Code(code) => data(code),
        })
        .collect()
}
