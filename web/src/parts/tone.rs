//! A state: always an icon, a word and a colour together.

use samlens_core::wire::view::Tone;
use yew::prelude::*;

use super::{Glyph, Icon};

pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Refused => "refused",
        Tone::Accepted => "accepted",
        Tone::Unknown => "unknown",
        Tone::Warning => "warning",
        Tone::Note => "note",
        Tone::Passed => "passed",
        Tone::NotApplicable => "not-applicable",
    }
}

pub fn tone_glyph(tone: Tone) -> Glyph {
    match tone {
        Tone::Refused => Glyph::Cross,
        Tone::Accepted | Tone::Passed => Glyph::Check,
        Tone::Unknown => Glyph::Question,
        Tone::Warning => Glyph::Warning,
        Tone::Note => Glyph::Info,
        Tone::NotApplicable => Glyph::Dash,
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub tone: Tone,
    pub word: AttrValue,
}

/// The three together, small.
#[component]
pub fn Badge(props: &Props) -> Html {
    html! {
        <span class={classes!("badge", tone_class(props.tone))}>
            <Icon glyph={tone_glyph(props.tone)} />{ &props.word }
        </span>
    }
}
