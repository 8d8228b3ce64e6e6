//! Canonical octets behind a disclosure: asked for when it is opened, and not before.

use samlens_core::wire::view::OctetsOf;
use yew::prelude::*;

use crate::parts::{Copy, Ends, visible};
use crate::state::{Action, Octets};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub of: OctetsOf,
    pub title: &'static str,
    /// `None`: nobody has asked.
    pub octets: Option<Octets>,
    pub send: Callback<Action>,
}

#[component]
pub fn OctetsBox(props: &Props) -> Html {
    // A key on a summary is a click, too.
    let onclick = {
        let (send, of) = (props.send.clone(), props.of);
        Callback::from(move |_: MouseEvent| send.emit(Action::Octets(of)))
    };
    html! {
        <details class="octets">
            <summary {onclick}>{ props.title }</summary>
            <div aria-live="polite">
                { match &props.octets {
                    None | Some(Octets::Asked) => html! { <p class="hint">{ "Making them…" }</p> },
                    Some(Octets::Without) => html! { <p class="hint">{ "They cannot be made of this document." }</p> },
                    Some(Octets::Here(octets)) => html! {
                        <>
                            <div class="panel-head">
                                <p class="hint">
                                    { "in canonical form · " }{ &octets.size }{ if octets.cut { " · only the beginning is shown" } else { "" } }
                                </p>
                                if !octets.cut { <Copy text={octets.text.clone()} what="the octets" /> }
                            </div>
                            <pre class="layer" tabindex="0" translate="no">{ visible(&octets.text, Ends::Whole) }</pre>
                        </>
                    },
                } }
            </div>
        </details>
    }
}
