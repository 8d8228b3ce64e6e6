//! What page and worker say to each other, as postcard bytes. Files travel beside a request, as they are.
//!
//! It deliberately has no version: both ends are the same program.

use samlens_core::wire::view::{OctetsOf, OctetsView, View};
use serde::{Deserialize, Serialize};

/// From the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Inspect everything together.
    Inspect { items: Vec<Source>, options: Chosen, message: Option<usize>, now: i64 },
    /// Another message of the last inspection.
    Show { message: usize },
    /// The last inspection as a text to take away.
    Export { format: Format },
    /// The canonical octets of the last inspection: no report carries them.
    Octets { of: OctetsOf },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Source {
    Text {
        text: String,
    },
    /// Index among the files that travel beside the request.
    File {
        name: String,
        index: u32,
    },
}

/// What the person says beside the paste.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Chosen {
    /// Identifier of a service; empty: as recognised.
    pub service: String,
    pub at: At,
    /// The instant for [`At::Given`], as written.
    pub given: String,
    pub error: String,
    pub relay_state: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum At {
    #[default]
    Capture,
    Issue,
    Now,
    Given,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    Markdown,
    Text,
    Json,
    /// What was pasted, not the report: a copy that is safe to share.
    Redacted,
}

/// From the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The work has come to this stage.
    Reached(Stage),
    View(Box<View>),
    Exported(String),
    /// `None` where they cannot be made, or the inspection is gone.
    Octets {
        of: OctetsOf,
        octets: Option<OctetsView>,
    },
    /// There is no inspection that this could be asked of.
    Gone,
    /// A file could not be read.
    Unreadable(String),
}

/// Where the work stands, for progress and for saying where it broke off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    Reading,
    Inspecting,
    Drawing,
}

impl Stage {
    pub fn words(self) -> &'static str {
        match self {
            Self::Reading => "reading the file",
            Self::Inspecting => "inspecting",
            Self::Drawing => "preparing the answer",
        }
    }
}

/// `None` where the bytes are no message of this program.
pub fn unpack<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

pub fn pack<T: Serialize>(value: &T) -> Vec<u8> {
    // Only a type that cannot tell its length fails here, and there is none among the above.
    postcard::to_allocvec(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let request = Request::Inspect {
            items: vec![
                Source::Text { text: "a\u{202e}b".into() },
                Source::File { name: "x.har".into(), index: 0 },
            ],
            options: Chosen { at: At::Given, given: "2026-01-15T10:00:00Z".into(), ..Chosen::default() },
            message: Some(2),
            now: -1,
        };
        assert_eq!(unpack::<Request>(&pack(&request)), Some(request));
        let reply = Reply::View(Box::default());
        assert_eq!(unpack::<Reply>(&pack(&reply)), Some(reply));
        assert_eq!(unpack::<Reply>(&[9]), None);
    }
}
