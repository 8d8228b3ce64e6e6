//! The encrypted parts: how and for whom they are encrypted, and what would open them.

use samlens_core::wire::view::EncryptedView;
use yew::prelude::*;

use super::attributes::{Rows, seek};
use super::certificate::Certificate;
use crate::parts::badge;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub parts: Vec<EncryptedView>,
    pub send: Callback<Action>,
}

#[component]
pub fn EncryptedParts(props: &Props) -> Html {
    let send = &props.send;
    html! {
        <section class="encrypted" aria-labelledby="encrypted-title">
            <h3 id="encrypted-title">{ "Encrypted parts" }<span class="count">{ props.parts.len() }</span></h3>
            { for props.parts.iter().map(|part| html! {
                <div class="cover">
                    <p class="cover-name">{ seek(&part.name, part.place, send) }{ badge(part.tone, &part.word) }</p>
                    <p>{ &part.meaning }</p>
                    <Rows rows={part.rows.clone()} send={send.clone()} />
                    { for part.certificates.iter().map(|certificate| html! {
                        <Certificate certificate={certificate.clone()} send={send.clone()} />
                    }) }
                </div>
            }) }
        </section>
    }
}
