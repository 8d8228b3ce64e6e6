//! The signatures: what each covers, whether it holds and by whose key, why not, and everything that it is made of.

use std::collections::BTreeMap;
use std::rc::Rc;

use samlens_core::wire::view::{CoverView, OctetsOf, SignatureView, View};
use yew::prelude::*;

use super::attributes::{Rows, seek};
use super::certificate::Certificate;
use super::encrypted::EncryptedParts;
use super::octets::OctetsBox;
use super::rotation::RotationTable;
use super::signed::SignedMap;
use crate::parts::{badge, data, words};
use crate::state::{Action, Octets};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: Rc<View>,
    pub octets: Rc<BTreeMap<OctetsOf, Octets>>,
    pub send: Callback<Action>,
}

#[component]
pub fn Signatures(props: &Props) -> Html {
    let Some(document) = &props.view.document else { return Html::default() };
    let message = props.view.shown.unwrap_or_default();
    html! {
        <>
            if document.signatures.is_empty() {
                <p class="hint">{ match document.encrypted.is_empty() {
                    true => "There is no signature in this document.",
                    false => "There is no signature in this document. There may be one in what is encrypted.",
                } }</p>
            }
            { for document.signatures.iter().enumerate().map(|(index, signature)| html! {
                <Signature key={index} signature={signature.clone()} {message} {index} octets={props.octets.clone()} send={props.send.clone()} />
            }) }
            if let Some(rotation) = &document.rotation {
                <RotationTable rotation={rotation.clone()} send={props.send.clone()} />
            }
            if !document.encrypted.is_empty() {
                <EncryptedParts parts={document.encrypted.clone()} send={props.send.clone()} />
            }
            if !document.signed_map.is_empty() {
                <SignedMap parts={document.signed_map.clone()} send={props.send.clone()} />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SignatureProps {
    signature: SignatureView,
    message: usize,
    index: usize,
    octets: Rc<BTreeMap<OctetsOf, Octets>>,
    send: Callback<Action>,
}

#[component]
fn Signature(props: &SignatureProps) -> Html {
    let SignatureProps { signature, message, index, send, .. } = props;
    let of = |reference| OctetsOf { message: *message, signature: *index, reference };
    let octets = |reference, title: &'static str| {
        let of = of(reference);
        let octets = props.octets.get(&of).cloned();
        html! { <OctetsBox {of} {title} {octets} send={send.clone()} /> }
    };
    html! {
        <section class="signature" aria-labelledby={format!("signature-{index}")}>
            <h3 id={format!("signature-{index}")}>
                { seek(&signature.signs, signature.place, send) }
                { badge(signature.tone, &signature.word) }
            </h3>
            <p class="signature-meaning">{ &signature.meaning }</p>
            if !signature.key.is_empty() {
                <p class="signature-key">
                    { &signature.key }
                    if let Some(place) = signature.key_place {
                        { " " }
                        <button type="button" class="link" onclick={let send = send.clone(); move |_: MouseEvent| send.emit(Action::Look(place))}>
                            { "Show the key" }
                        </button>
                    }
                </p>
            }
            if !signature.reasons.is_empty() {
                <h4>{ "Why" }</h4>
                <ul class="points">
                    { for signature.reasons.iter().map(|(reason, place)| {
                        let (send, place) = (send.clone(), *place);
                        let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Look(place)));
                        html! { <li><button type="button" class="link" {onclick} title="Show it">{ words(reason) }</button></li> }
                    }) }
                </ul>
            }
            <h4>{ "What it covers" }</h4>
            if signature.covers.is_empty() { <p class="hint">{ "Nothing that could be made out." }</p> }
            { for signature.covers.iter().enumerate().map(|(at, cover)| html! {
                <div class="cover">
                    { covered(cover, send) }
                    if cover.has_octets { { octets(Some(at), "The octets that were digested") } }
                </div>
            }) }
            <h4>{ "How it is made" }</h4>
            <Rows rows={signature.rows.clone()} send={send.clone()} />
            if signature.has_octets { { octets(None, "The octets of SignedInfo, which the value signs") } }
            { for signature.certificates.iter().map(|certificate| html! {
                <Certificate certificate={certificate.clone()} send={send.clone()} />
            }) }
        </section>
    }
}

/// One reference.
fn covered(cover: &CoverView, send: &Callback<Action>) -> Html {
    let name = if cover.path.is_empty() { "No element" } else { cover.path.as_str() };
    let differs = cover.expected != cover.computed && !cover.computed.is_empty();
    html! {
        <>
            <p class="cover-name">
                { seek(name, cover.place, send) }
                if !cover.uri.is_empty() { <span class="hint">{ "by " }{ data(&cover.uri) }</span> }
                { badge(cover.tone, &cover.word) }
            </p>
            if !cover.explanation.is_empty() { <p class="explanation">{ "Tried: " }{ words(&cover.explanation) }{ "." }</p> }
            <table class="values">
                <tbody>
                    if differs {
                        <tr><th scope="row">{ "Digest that was signed" }</th><td>{ data(&cover.expected) }</td></tr>
                        <tr><th scope="row">{ "Digest of what is there" }</th><td>{ data(&cover.computed) }</td></tr>
                    } else if !cover.expected.is_empty() {
                        <tr><th scope="row">{ "Digest" }</th><td>{ data(&cover.expected) }</td></tr>
                    }
                    { for cover.rows.iter().map(|row| html! {
                        <tr><th scope="row">{ &row.label }</th><td>{ seek(&row.value, row.place, send) }</td></tr>
                    }) }
                </tbody>
            </table>
        </>
    }
}
