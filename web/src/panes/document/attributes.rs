//! What the message says of itself and of its user, in tables.

use samlens_core::wire::view::{AttributeRow, Place, Row};
use yew::prelude::*;

use crate::parts::{Copy, data};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub facts: Vec<Row>,
    pub rows: Vec<AttributeRow>,
    pub send: Callback<Action>,
}

#[component]
pub fn Attributes(props: &Props) -> Html {
    html! {
        <>
            <h3>{ "The message" }</h3>
            <Rows rows={props.facts.clone()} send={props.send.clone()} />
            <h3>{ "Attributes" }<span class="count">{ props.rows.len() }</span></h3>
            if props.rows.is_empty() {
                <p class="hint">{ "There are none." }</p>
            } else {
                <table class="values">
                    <thead><tr><th scope="col">{ "Name" }</th><th scope="col">{ "Values" }</th></tr></thead>
                    <tbody>{ for props.rows.iter().map(|row| attribute(row, &props.send)) }</tbody>
                </table>
            }
        </>
    }
}

fn attribute(row: &AttributeRow, send: &Callback<Action>) -> Html {
    html! {
        <tr>
            <th scope="row">
                if !row.known.is_empty() { <b>{ &row.known }</b> }
                { seek(&row.name, row.place, send) }
            </th>
            <td>
                if row.values.is_empty() { <span class="hint">{ "no value" }</span> }
                <ul class="value-list">
                    { for row.values.iter().map(|(value, place)| html! {
                        <li>
                            { if value.is_empty() { html! { <span class="hint">{ "empty" }</span> } } else { seek(value, *place, send) } }
                            <Copy text={value.clone()} what="the value" class="small" />
                        </li>
                    }) }
                </ul>
            </td>
        </tr>
    }
}

#[derive(Properties, PartialEq)]
pub struct RowsProps {
    pub rows: Vec<Row>,
    pub send: Callback<Action>,
}

/// Labelled values, each with the way to its place.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    html! {
        <table class="values">
            <tbody>
                { for props.rows.iter().map(|row| html! {
                    <tr><th scope="row">{ &row.label }</th><td>{ seek(&row.value, row.place, &props.send) }</td></tr>
                }) }
            </tbody>
        </table>
    }
}

/// A value that leads to its place.
pub fn seek(value: &str, place: Place, send: &Callback<Action>) -> Html {
    let send = send.clone();
    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Look(place)));
    html! { <button type="button" class="link seek" {onclick} title="Show it in the XML">{ data(value) }</button> }
}
