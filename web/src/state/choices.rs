//! What can be chosen on the page: views, panes, themes, dialogs.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    #[default]
    Xml,
    Attributes,
    Times,
    Signatures,
    Layers,
}

/// What a narrow screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    #[default]
    Answer,
    Document,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    Help,
    Privacy,
    /// The reference, at the page of this identifier or at its search.
    Reference(Option<&'static str>),
}
