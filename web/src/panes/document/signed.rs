//! What is signed and what is not: the map of what AWS reads, and the marks beside the lines of the XML.
//!
//! It deliberately never says it by colour alone: each mark has a shape of its own and words for screen readers.

use samlens_core::wire::view::{SignedPart, Stretch, Tone};
use yew::prelude::*;

use super::attributes::seek;
use crate::parts::{badge, tone_class};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub parts: Vec<SignedPart>,
    pub send: Callback<Action>,
}

/// Shown at once; the rest is behind a disclosure.
const FIRST: usize = 40;

#[component]
pub fn SignedMap(props: &Props) -> Html {
    let (first, rest) = props.parts.split_at(props.parts.len().min(FIRST));
    let table = |parts: &[SignedPart]| {
        html! {
            <table class="values">
                <thead><tr><th scope="col">{ "What AWS reads" }</th><th scope="col">{ "Signed" }</th></tr></thead>
                <tbody>
                    { for parts.iter().map(|part| html! {
                        <tr>
                            <th scope="row">{ seek(&part.label, part.place, &props.send) }</th>
                            <td>{ badge(part.tone, &part.word) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        }
    };
    html! {
        <section class="signed-map" aria-labelledby="signed-map-title">
            <h3 id="signed-map-title">{ "What is signed" }</h3>
            { table(first) }
            if !rest.is_empty() {
                <details><summary>{ format!("{} more", rest.len()) }</summary>{ table(rest) }</details>
            }
        </section>
    }
}

/// The best word on a place: that of a signature which holds before that of one which does not.
pub fn over(stretches: &[Stretch], at: u32) -> Option<Tone> {
    let around = stretches.iter().filter(|one| {
        let (from, to) = one.without;
        one.start <= at && at < one.end && !(from <= at && at < to)
    });
    around.map(|one| one.tone).min_by_key(|tone| rank(*tone))
}

fn rank(tone: Tone) -> u8 {
    match tone {
        Tone::Accepted => 0,
        Tone::Unknown => 1,
        _ => 2,
    }
}

/// The mark of a line, and what is said where another begins.
pub fn mark(tone: Option<Tone>) -> (Classes, &'static str) {
    match tone {
        Some(tone) => (classes!("signed", tone_class(tone)), said(tone)),
        None => (Classes::new(), "Not signed from here"),
    }
}

fn said(tone: Tone) -> &'static str {
    match tone {
        Tone::Accepted => "Signed from here",
        Tone::Unknown => "Signed from here, by a key that nobody vouches for or not verified",
        _ => "Under a signature from here that does not hold",
    }
}

#[derive(Properties, PartialEq)]
pub struct LegendProps {
    pub stretches: Vec<Stretch>,
}

/// What the marks beside the lines mean, those that there are.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let there = |tone: Tone| props.stretches.iter().any(|one| one.tone == tone);
    let meanings = [
        (Tone::Accepted, "signed"),
        (Tone::Unknown, "signed, but nobody vouches for the key"),
        (Tone::Refused, "signed, and the signature does not hold"),
    ];
    if props.stretches.is_empty() {
        return html! { <p class="hint legend">{ "Nothing in it is signed." }</p> };
    }
    html! {
        <ul class="hint legend" aria-label="Marks beside the lines">
            { for meanings.into_iter().filter(|(tone, _)| there(*tone)).map(|(tone, words)| html! {
                <li><span class={classes!("swatch", "signed", tone_class(tone))} aria-hidden="true" />{ words }</li>
            }) }
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_signature_around_a_place_counts_and_none_covers_itself() {
        let stretch = |start, end, without, tone| Stretch { start, end, without, tone };
        let stretches = [
            stretch(0, 100, (10, 20), Tone::Refused),
            stretch(30, 60, (35, 40), Tone::Accepted),
            stretch(50, 55, (0, 0), Tone::Unknown),
        ];
        for (at, expected) in [
            (0, Some(Tone::Refused)),
            (10, None),
            (19, None),
            (20, Some(Tone::Refused)),
            (30, Some(Tone::Accepted)),
            (36, Some(Tone::Refused)),
            (52, Some(Tone::Accepted)),
            (99, Some(Tone::Refused)),
            (100, None),
        ] {
            assert_eq!(over(&stretches, at), expected, "{at}");
        }
    }
}
