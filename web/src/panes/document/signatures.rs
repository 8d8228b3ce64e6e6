//! The signatures, by what they say of themselves and what is known of them.

use samlens_core::wire::view::SignatureView;
use yew::prelude::*;

use super::attributes::Rows;
use crate::parts::badge;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub signatures: Vec<SignatureView>,
    pub send: Callback<Action>,
}

#[component]
pub fn Signatures(props: &Props) -> Html {
    if props.signatures.is_empty() {
        return html! { <p class="hint">{ "There is no signature in this document." }</p> };
    }
    props
        .signatures
        .iter()
        .map(|signature| {
            html! {
                <section class="signature">
                    <h3>{ &signature.signs }{ badge(signature.tone, &signature.word) }</h3>
                    <Rows rows={signature.rows.clone()} send={props.send.clone()} />
                </section>
            }
        })
        .collect()
}
