crate::declare_rule! {
    /// Plus signs of the Base64 text became spaces.
    ///
    /// ## Why it matters
    /// In forms and URLs a `+` means a space. If a value is decoded once too often, or is sent without percent-encoding, each `+`
    /// of the Base64 turns into a space. Here they were put back. If AWS got the value with spaces, it may answer that the
    /// Base64 is invalid; mostly only the copy was decoded.
    ///
    /// ## What to do
    /// Compare with the form field that the browser posts: there `+` must be written `%2B`. If your own program posts the
    /// response, let a library encode the form.
    ///
    /// ## Fires
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIiBJRD0iX2F« »fn5 fiIvPg==
    /// ```
    /// > spaces stand in the Base64 text where plus signs must have been (2 times)
    ///
    /// ## Does not fire
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIiBJRD0iX2F+fn5+fiIvPg==
    /// ```
    "plus-became-space" {
        title: "spaces instead of plus signs",
        severity: Warning,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "WHATWG URL Standard",
            "5.1 application/x-www-form-urlencoded parsing",
            "Replace any 0x2B (+) in name and value with 0x20 (SP)"
        )],
        predicts: ["E15"],
    }
}

use crate::codec::RepairKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    let mut applies = None;
    for layer in cx.layers.iter().filter(|layer| layer.id == "base64") {
        applies = Some(Checked);
        for repair in layer.repairs.iter().filter(|repair| repair.kind == RepairKind::SpaceForPlus) {
            out.find(
                repair.span,
                say![
                    "spaces stand in the Base64 text where plus signs must have been (",
                    times(repair.count),
                    ")"
                ],
            )
            .confidence(Confidence::Possible)
            .expected(code("+"))
            .found("a space")
            .fix_by(
                Owner::User,
                say!["Compare with the form that the browser posts: a plus sign is ", code("%2B"), " there."],
            );
        }
    }
    applies
}

fn times(count: u32) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
