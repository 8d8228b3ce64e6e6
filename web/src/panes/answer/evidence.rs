//! What was supplied beside the message: what each thing settled, or why it was left aside.

use samlens_core::wire::view::EvidenceView;
use yew::prelude::*;

use crate::parts::badge;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub evidence: Vec<EvidenceView>,
}

#[component]
pub fn Supplied(props: &Props) -> Html {
    html! {
        <section class="supplied" aria-labelledby="supplied-title">
            <h3 id="supplied-title">{ "Also supplied" }<span class="count">{ props.evidence.len() }</span></h3>
            <ul>
                { for props.evidence.iter().map(|one| html! {
                    <li>
                        <p class="supplied-title">
                            <b>{ &one.title }</b><span class="hint">{ &one.detail }</span>{ badge(one.tone, &one.word) }
                        </p>
                        <p>{ &one.why }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}
