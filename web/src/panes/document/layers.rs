//! The layers that the message came in: the text of each, with the same characters underlined.

use std::rc::Rc;

use samlens_core::wire::view::{Fit, SourceView, TrailStep, View};
use yew::prelude::*;

use super::marks::{cut, draw, marks, use_look};
use crate::parts::{Copy, Ends, Glyph, icon, words};
use crate::state::{Action, Look};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: Rc<View>,
    pub layer: Option<u32>,
    pub finding: Option<usize>,
    pub look: Look,
    pub send: Callback<Action>,
}

#[component]
pub fn Layers(props: &Props) -> Html {
    let view = &props.view;
    let chosen = props.layer.and_then(|id| view.sources.iter().find(|source| source.id == id));
    let Some(source) = chosen.or_else(|| view.sources.first()) else {
        return html! { <p class="hint">{ "There is no layer to show." }</p> };
    };
    let trail = view.document.as_ref().map(|document| document.trail.clone()).unwrap_or_default();
    let step = trail.iter().find(|step| step.source == source.id);
    let whole = props.finding.and_then(|index| view.answer.findings.get(index)).is_some_and(|finding| {
        finding.places.iter().any(|place| place.source == source.id && place.fit == Fit::Whole)
    });
    html! {
        <>
            <Trail steps={trail.clone()} chosen={source.id} send={props.send.clone()} />
            if let Some(step) = step.filter(|step| !step.repairs.is_empty()) {
                <ul class="repairs">
                    { for step.repairs.iter().map(|(label, place)| {
                        let (send, place) = (props.send.clone(), *place);
                        let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Look(place)));
                        html! { <li><button type="button" class="link" {onclick}>{ words(label) }</button></li> }
                    }) }
                </ul>
            }
            if whole {
                <p class="caution">{ "The characters of this finding exist only after this layer was unwrapped: here nothing can be underlined." }</p>
            }
            <Text view={view.clone()} source={source.clone()} finding={props.finding} look={props.look} send={props.send.clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
pub struct TrailProps {
    pub steps: Vec<TrailStep>,
    #[prop_or_default]
    pub chosen: Option<u32>,
    pub send: Callback<Action>,
}

/// From the paste inwards.
#[component]
pub fn Trail(props: &TrailProps) -> Html {
    html! {
        <ol class="trail" aria-label="Layers, from the paste inwards">
            { for props.steps.iter().map(|step| {
                let (send, source) = (props.send.clone(), step.source);
                let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Layer(source)));
                let repairs = match step.repairs.len() {
                    0 => None,
                    1 => Some("1 repair".to_owned()),
                    count => Some(format!("{count} repairs")),
                };
                html! {
                    <li>
                        <button type="button" {onclick} aria-current={(props.chosen == Some(source)).then_some("true")}>
                            <span class="trail-title">{ &step.title }</span>
                            <span class="trail-size">{ &step.size }</span>
                            if let Some(repairs) = repairs { <span class="trail-repairs">{ repairs }</span> }
                        </button>
                        { icon(Glyph::Chevron) }
                    </li>
                }
            }) }
        </ol>
    }
}

#[derive(Properties, PartialEq)]
struct TextProps {
    view: Rc<View>,
    source: SourceView,
    finding: Option<usize>,
    look: Look,
    send: Callback<Action>,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let node = use_node_ref();
    let source = &props.source;
    use_look(&node, props.look, source.id);
    let marks = marks(&props.view, source.id, props.finding, props.look);
    let end = source.from + u32::try_from(source.text.len()).unwrap_or(u32::MAX - source.from);
    let cuts = cut(source.from, end, &marks);
    html! {
        <>
            <div class="panel-head">
                <p class="hint">{ &source.title }{ " · " }{ &source.size }{ if source.cut { " · a part of it" } else { "" } }</p>
                if !source.binary { <Copy text={source.text.clone()} what="this layer" /> }
            </div>
            if source.binary {
                <p class="hint">{ "These are bytes, not text." }</p>
            } else {
                <pre class="layer" ref={node} translate="no">{ draw(&source.text, &cuts, &marks, source.from, Ends::Whole, &props.send) }</pre>
            }
        </>
    }
}
