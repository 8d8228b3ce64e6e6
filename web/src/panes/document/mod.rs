//! The document: the decoded XML, its attributes, times and signatures, and the layers that it came in.

mod attributes;
mod certificate;
mod encrypted;
mod layers;
mod marks;
mod octets;
mod rotation;
mod signatures;
mod signed;
mod times;
mod xml;

use std::collections::BTreeMap;
use std::rc::Rc;

use samlens_core::wire::view::{OctetsOf, View};
use yew::prelude::*;

use crate::state::{Action, Look, Octets, Tab};
use crate::surface::use_surface;
use attributes::Attributes;
use layers::Layers;
pub use layers::Trail;
use signatures::Signatures;
use times::Times;
use xml::Xml;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: Rc<View>,
    pub finding: Option<usize>,
    pub look: Look,
    pub tab: Tab,
    pub layer: Option<u32>,
    pub original: bool,
    pub octets: Rc<BTreeMap<OctetsOf, Octets>>,
    pub send: Callback<Action>,
}

const TABS: [(Tab, &str, &str); 5] = [
    (Tab::Xml, "xml", "XML"),
    (Tab::Attributes, "attributes", "Attributes"),
    (Tab::Times, "times", "Times"),
    (Tab::Signatures, "signatures", "Signatures"),
    (Tab::Layers, "layers", "Layers"),
];

#[component]
pub fn DocumentPane(props: &Props) -> Html {
    let surface = use_surface();
    let there = |tab: Tab| tab == Tab::Layers || props.view.document.is_some();
    let tabs: Vec<_> = TABS.into_iter().filter(|(tab, ..)| there(*tab)).collect();
    let tab = if there(props.tab) { props.tab } else { Tab::Layers };
    let name = TABS.iter().find(|(known, ..)| *known == tab).map_or("", |(_, id, _)| *id);
    let onkeydown = {
        let (send, tabs) = (props.send.clone(), tabs.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = tabs.iter().position(|(known, ..)| *known == tab).unwrap_or(0);
            let to = match event.key().as_str() {
                "ArrowRight" => (at + 1) % tabs.len(),
                "ArrowLeft" => (at + tabs.len() - 1) % tabs.len(),
                "Home" => 0,
                "End" => tabs.len() - 1,
                _ => return,
            };
            event.prevent_default();
            if let Some((tab, id, _)) = tabs.get(to) {
                send.emit(Action::Tab(*tab));
                crate::hooks::focus(&surface, &format!("#tab-{id}"));
            }
        })
    };
    let heading = |(known, id, title): &(Tab, &'static str, &'static str)| {
        let (send, known) = (props.send.clone(), *known);
        let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Tab(known)));
        let chosen = known == tab;
        html! {
            <button type="button" role="tab" id={format!("tab-{id}")} aria-controls="document-panel" aria-selected={chosen.to_string()}
                tabindex={if chosen { "0" } else { "-1" }} {onclick}>{ *title }</button>
        }
    };
    html! {
        <section class="document" aria-labelledby="document-title">
            <h2 id="document-title" class="unseen-label">{ "Document" }</h2>
            <div role="tablist" aria-label="Views of the document" class="tabs" {onkeydown}>{ for tabs.iter().map(heading) }</div>
            <div role="tabpanel" id="document-panel" class={classes!("panel", format!("panel-{name}"))} aria-labelledby={format!("tab-{name}")} tabindex="0">
                { panel(props, tab) }
            </div>
        </section>
    }
}

fn panel(props: &Props, tab: Tab) -> Html {
    let send = props.send.clone();
    let view = props.view.clone();
    match (tab, &props.view.document) {
        (Tab::Layers, _) | (_, None) => {
            html! { <Layers {view} layer={props.layer} finding={props.finding} look={props.look} {send} /> }
        }
        (Tab::Xml, Some(_)) => html! {
            <Xml {view} finding={props.finding} look={props.look} original={props.original} {send} />
        },
        (Tab::Attributes, Some(document)) => html! {
            <Attributes facts={document.facts.clone()} rows={document.attributes.clone()} {send} />
        },
        (Tab::Times, Some(document)) => html! { <Times times={document.times.clone()} {send} /> },
        (Tab::Signatures, Some(_)) => html! { <Signatures {view} octets={props.octets.clone()} {send} /> },
    }
}
