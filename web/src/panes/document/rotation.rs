//! The certificates of the message beside those of the metadata, and the upload that is missing.

use samlens_core::wire::view::{RotationColumn, RotationEntry, RotationView};
use yew::prelude::*;

use crate::panes::answer::command;
use crate::parts::{badge, data};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub rotation: RotationView,
    pub send: Callback<Action>,
}

#[component]
pub fn RotationTable(props: &Props) -> Html {
    let rotation = &props.rotation;
    html! {
        <section class="rotation" aria-labelledby="rotation-title">
            <h3 id="rotation-title">{ "Certificates here and there" }{ badge(rotation.tone, &rotation.word) }</h3>
            <p>{ &rotation.step }</p>
            <div class="rotation-columns">{ for rotation.columns.iter().map(|one| column(one, &props.send)) }</div>
            if let Some(line) = &rotation.command { { command(line) } }
        </section>
    }
}

fn column(column: &RotationColumn, send: &Callback<Action>) -> Html {
    html! {
        <div>
            <h4>{ &column.title }</h4>
            if column.certificates.is_empty() {
                <p class="hint">{ &column.empty }</p>
            } else {
                <ul>{ for column.certificates.iter().map(|one| entry(one, send)) }</ul>
            }
        </div>
    }
}

fn entry(entry: &RotationEntry, send: &Callback<Action>) -> Html {
    let (send, place) = (send.clone(), entry.place);
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Look(place)));
    html! {
        <li>
            <button type="button" class="rotation-entry" {onclick} title="Show it">
                <b>{ format!("Key {}", entry.number) }</b>
                { data(&entry.fingerprint) }
                <span class="hint">{ data(&entry.subject) }</span>
                if !entry.until.is_empty() { <span class="hint">{ "until " }{ &entry.until }</span> }
            </button>
        </li>
    }
}
