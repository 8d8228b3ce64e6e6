//! The road that the assertion travels, stage by stage.

use samlens_core::wire::view::{Phrase, StageView, Tone};
use yew::prelude::*;

use crate::parts::{icon, tone_class, tone_glyph, words};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub stages: Vec<StageView>,
    /// The message of each finding.
    pub findings: Vec<Phrase>,
    /// The title of each need.
    pub needs: Vec<String>,
    pub send: Callback<Action>,
}

#[component]
pub fn Road(props: &Props) -> Html {
    let chosen = use_state(|| None::<usize>);
    let first_failed = props.stages.iter().position(|stage| stage.tone == Tone::Refused);
    let at = chosen.filter(|at| *at < props.stages.len());
    let stop = |(index, stage): (usize, &StageView)| {
        let onclick = {
            let chosen = chosen.clone();
            Callback::from(move |_: MouseEvent| {
                chosen.set(if *chosen == Some(index) { None } else { Some(index) });
            })
        };
        let behind = first_failed.is_some_and(|failed| index > failed);
        html! {
            <li class={classes!(tone_class(stage.tone), behind.then_some("behind"), (at == Some(index)).then_some("chosen"))}>
                <button type="button" {onclick} aria-expanded={(at == Some(index)).to_string()} title={format!("{}: {}", stage.name, stage.word)}>
                    { icon(tone_glyph(stage.tone)) }
                    <span class="stage-name">{ &stage.name }</span>
                    <span class="unseen-label">{ format!(": {}", stage.word) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="road" aria-labelledby="road-title">
            <h3 id="road-title" class="unseen-label">{ "The road of the assertion, in stages" }</h3>
            <ol class="stages">{ for props.stages.iter().enumerate().map(stop) }</ol>
            <p class="sum">{ for sum(&props.stages) }</p>
            if let Some(stage) = at.and_then(|at| props.stages.get(at)) {
                <div class="stage">
                    <p><b>{ &stage.title }</b>{ ": " }{ &stage.word }{ "." }</p>
                    <ul>
                        { for stage.findings.iter().filter_map(|index| Some((*index, props.findings.get(*index)?))).map(|(index, message)| {
                            let send = props.send.clone();
                            let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Finding(index)));
                            html! { <li><button type="button" class="link" {onclick}>{ words(message) }</button></li> }
                        }) }
                        { for stage.needs.iter().filter_map(|index| props.needs.get(*index)).map(|need| html! {
                            <li>{ "It would take " }<a href="#needs-title">{ need }</a>{ "." }</li>
                        }) }
                    </ul>
                </div>
            }
        </section>
    }
}

/// How many stages stand how, in words; those that failed by their names.
fn sum(stages: &[StageView]) -> Vec<Html> {
    let mut words: Vec<(Tone, &str, Vec<&str>)> = Vec::new();
    for stage in stages {
        match words.iter_mut().find(|(tone, ..)| *tone == stage.tone) {
            Some((_, _, names)) => names.push(&stage.name),
            None => words.push((stage.tone, &stage.word, vec![&stage.name])),
        }
    }
    let line = |(tone, word, names): (Tone, &str, Vec<&str>)| {
        let named =
            matches!(tone, Tone::Refused).then(|| format!(": {}", names.join(", ").to_ascii_lowercase()));
        html! { <span class={tone_class(tone)}>{ format!("{} {word}", names.len()) }{ named }</span> }
    };
    words.into_iter().map(line).collect()
}
