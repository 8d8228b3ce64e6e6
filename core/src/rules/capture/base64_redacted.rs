crate::declare_rule! {
    /// A part of the Base64 text was taken out.
    ///
    /// ## Why it matters
    /// Somebody replaced characters by dots or stars, to hide a value or to shorten the text. Base64 cannot be read across a
    /// gap: what stands behind it is lost, and the signature cannot hold. Nothing about AWS follows from that.
    ///
    /// ## What to do
    /// Ask for the whole value. To share a response safely, decode it first and replace the values in the XML; dots in the
    /// Base64 hide nothing of what stands before them.
    ///
    /// ## Fires
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVz«...»TUw6Mi4wOnByb3RvY29sIi8+
    /// ```
    /// > characters of the Base64 text were replaced here; the rest of the message cannot be read
    ///
    /// ## Does not fire
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+
    /// ```
    "base64-redacted" {
        title: "Base64 with a part taken out",
        severity: Warning,
        stage: Capture,
        needs: [],
        explains: ["xml-not-well-formed"],
        cites: [(
            "RFC 4648",
            "3.3 Interpretation of Non-Alphabet Characters in Encoded Data",
            "Implementations MUST reject the encoded data if it contains characters outside the base alphabet"
        )],
        predicts: [],
    }
}

use super::cut;
use crate::lint::{Checked, Cx, Findings, Owner};
use crate::peel::NoteKind;
use crate::say;
use crate::source::Span;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if !cx.layers.iter().any(|layer| layer.id == "base64") {
        return None;
    }
    for note in cx.notes.iter().filter(|note| note.kind == NoteKind::TruncatedBase64) {
        if let Some(mark) = cut::redaction(cx.sources.excerpt(note.span)) {
            let start = note.span.bytes.start as usize;
            out.find(
                Span::new(note.span.source, start, start.saturating_add(mark.len())),
                say![
                    "characters of the Base64 text were replaced here; the rest of the message cannot be read"
                ],
            )
            .fix_by(
                Owner::User,
                "Ask for the whole value; to share a response, redact the XML instead of the Base64.",
            );
        }
    }
    Some(Checked)
}
