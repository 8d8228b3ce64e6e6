//! Icons, drawn in the text's colour.
//!
//! They deliberately mean nothing to a screen reader: a word stands beside each.

use yew::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    Cross,
    Check,
    Question,
    Warning,
    Info,
    Dash,
    Close,
    Copy,
    Arrow,
    Chevron,
    Lock,
    Moon,
    Sun,
    Contrast,
    File,
    Edit,
    Broom,
    Lens,
    Report,
}

/// An icon. A plain function: a component for each would cost more than it draws.
pub fn icon(glyph: Glyph) -> Html {
    icon_in(glyph, "")
}

/// An icon with a class of its own.
pub fn icon_in(glyph: Glyph, class: &'static str) -> Html {
    let (filled, path) = path(glyph);
    html! {
        <svg class={classes!("icon", filled.then_some("filled"), class)} viewBox="0 0 16 16"
            aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}

/// Whether the shape is filled, and its outline.
fn path(glyph: Glyph) -> (bool, &'static str) {
    match glyph {
        Glyph::Cross => {
            (false, "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.6 5.6l4.8 4.8m0-4.8-4.8 4.8")
        }
        Glyph::Check => (false, "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.2l2.1 2.1L11 6.2"),
        Glyph::Question => (
            false,
            "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM6.2 6.3c0-2.3 3.6-2.3 3.6 0 0 1.4-1.8 1.4-1.8 3m0 1.9v.1",
        ),
        Glyph::Warning => (false, "M8 2 1.6 13.4h12.8L8 2Zm0 4.6v3.2m0 1.7v.1"),
        Glyph::Info => (false, "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.3v3.6M8 5v.1"),
        Glyph::Dash => (false, "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.2 8h5.6"),
        Glyph::Close => (false, "m4 4 8 8m0-8-8 8"),
        Glyph::Copy => (false, "M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z"),
        Glyph::Arrow => (false, "M3 8h9.5M9 4.5 12.5 8 9 11.5"),
        Glyph::Chevron => (false, "m6 4 4 4-4 4"),
        Glyph::Lock => (false, "M3.5 7h9v6.5h-9zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7"),
        Glyph::Moon => (false, "M13.5 9.5A5.8 5.8 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7Z"),
        Glyph::Sun => (
            false,
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.1 1.1M11.9 11.9 13 13M13 3l-1.1 1.1M4.1 11.9 3 13",
        ),
        Glyph::Contrast => (true, "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.4v11.2A5.6 5.6 0 0 1 8 2.4Z"),
        Glyph::File => (false, "M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.2h3.3"),
        Glyph::Edit => (false, "m3 13 .6-2.8 7.3-7.3 2.2 2.2-7.3 7.3L3 13Z"),
        Glyph::Broom => (false, "M2.8 4.2h10.4M6 4V2.4h4V4m-5.9.2.7 9.4h6.4l.7-9.4M6.7 6.8v4.2m2.6-4.2v4.2"),
        Glyph::Lens => {
            (false, "M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Zm3.5 8.3 3.3 3.3M4.8 7l1.6 1.6 3-3.2")
        }
        Glyph::Report => (false, "M3.5 1.8h9v12.4h-9zM6 5h4M6 8h4m-4 3h2.5"),
    }
}
