//! A state: always an icon, a word and a colour together.

use samlens_core::wire::view::Tone;
use yew::prelude::*;

use super::{Glyph, icon};

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

/// The three together, small.
pub fn badge(tone: Tone, word: &str) -> Html {
    html! {
        <span class={classes!("badge", tone_class(tone))}>
            { icon(tone_glyph(tone)) }{ word.to_owned() }
        </span>
    }
}
