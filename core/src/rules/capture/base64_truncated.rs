crate::declare_rule! {
    /// The Base64 text breaks off.
    ///
    /// ## Why it matters
    /// Four Base64 characters make three bytes; a single one at the end makes none, so at least one more is missing. Nearly
    /// always the copy was cut: developer tools shorten long values, terminals and logs cut lines. AWS probably got the whole
    /// value, so nothing about the end of the message can be said.
    ///
    /// ## What to do
    /// Copy it again. In the network panel choose *view source* of the form data before copying, or save a HAR file. In the
    /// console use `copy(…)` instead of selecting the text.
    ///
    /// ## Fires
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3Rv«Y»
    /// ```
    /// > the Base64 text breaks off here; the rest of the message is missing
    ///
    /// ## Does not fire
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+
    /// ```
    "base64-truncated" {
        title: "Base64 that breaks off",
        severity: Warning,
        stage: Capture,
        needs: [],
        explains: ["xml-not-well-formed"],
        cites: [(
            "RFC 4648",
            "4. Base 64 Encoding",
            "the final quantum of encoding input is exactly 8 bits; here, the final unit of encoded output will be two characters followed by two \"=\" padding characters"
        )],
        predicts: [],
    }
}

use super::cut;
use crate::lint::{Checked, Cx, Findings, Owner};
use crate::peel::NoteKind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if !cx.layers.iter().any(|layer| layer.id == "base64") {
        return None;
    }
    for note in cx.notes.iter().filter(|note| note.kind == NoteKind::TruncatedBase64) {
        if cut::redaction(cx.sources.excerpt(note.span)).is_some() {
            continue;
        }
        out.find(note.span, say!["the Base64 text breaks off here; the rest of the message is missing"]).fix_by(
            Owner::User,
            "Copy the whole value again, for example from a HAR file; developer tools shorten what they show.",
        );
    }
    Some(Checked)
}
