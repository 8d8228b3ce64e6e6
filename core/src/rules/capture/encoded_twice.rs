crate::declare_rule! {
    /// The message was encoded twice.
    ///
    /// ## Why it matters
    /// AWS decodes a response once. If it is Base64 of Base64, or percent-encoded twice, what comes out is not XML, and AWS may
    /// answer that the Base64 or the response is invalid. Percent-encoding around percent-encoding is usual where one URL stands
    /// inside another, so it is only a note.
    ///
    /// ## What to do
    /// Look for a program or proxy that encodes a value which is encoded already. If only the copy was encoded again, nothing is
    /// wrong.
    ///
    /// ## Fires
    /// ```paste
    /// «UEhOaGJXeHdPa0YxZEdodVVtVnhkV1Z6ZENCNGJXeHVjenB6WVcxc2NEMGlkWEp1T205aGMybHpPbTVoYldWek9uUmpPbE5CVFV3Nk1pNHdPbkJ5YjNSdlkyOXNJaTgr»
    /// ```
    /// > the message is Base64 of Base64, and a receiver decodes it once
    ///
    /// ## Does not fire
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+
    /// ```
    "encoded-twice" {
        title: "encoding around the same encoding",
        severity: Warning,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "AWS STS",
            "AssumeRoleWithSAML",
            "Invalid base64 SAMLResponse"
        )],
        predicts: ["E15"],
    }
}

use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::peel::NoteKind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    if cx.layers.is_empty() {
        return None;
    }
    for note in cx.notes.iter().filter(|note| note.kind == NoteKind::LayerTwice) {
        let layer = cx.layers.iter().find(|layer| layer.span == note.span).map_or("", |layer| layer.id);
        let (words, ceiling) = match layer {
            "base64" => {
                (say!["the message is Base64 of Base64, and a receiver decodes it once"], Severity::Warning)
            }
            "percent" => {
                (say!["the message is percent-encoded twice, and a receiver decodes it once"], Severity::Note)
            }
            other => (say!["the message is encoded twice by ", code(other)], Severity::Note),
        };
        out.find(note.span, words).at_most(ceiling).confidence(Confidence::Possible).fix_by(
            Owner::User,
            "Compare with what the browser posts, and look for a program that encodes the value again.",
        );
    }
    Some(Checked)
}
