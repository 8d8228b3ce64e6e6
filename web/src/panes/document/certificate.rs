//! A certificate in full, behind a disclosure that says whose it is.

use samlens_core::wire::view::CertificateView;
use yew::prelude::*;

use crate::parts::{Copy, data};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub certificate: CertificateView,
    pub send: Callback<Action>,
}

#[component]
pub fn Certificate(props: &Props) -> Html {
    let certificate = &props.certificate;
    let subject =
        certificate.fields.iter().find(|(name, _)| name == "Subject").map(|(_, value)| value.as_str());
    let look = {
        let (send, place) = (props.send.clone(), certificate.place);
        Callback::from(move |_: MouseEvent| send.emit(Action::Look(place)))
    };
    html! {
        <details class="certificate">
            <summary>{ &certificate.title }{ ": " }{ data(subject.unwrap_or_default()) }</summary>
            if !certificate.note.is_empty() { <p>{ &certificate.note }</p> }
            <table class="values">
                <tbody>
                    { for certificate.fields.iter().map(|(name, value)| html! {
                        <tr><th scope="row">{ name }</th><td>{ data(value) }</td></tr>
                    }) }
                </tbody>
            </table>
            <div class="certificate-tools">
                <button type="button" class="link" onclick={look}>{ "Show it in the document" }</button>
                <span class="hint">{ "PEM" }</span>
                <Copy text={certificate.pem.clone()} what="the certificate in PEM" />
            </div>
        </details>
    }
}
