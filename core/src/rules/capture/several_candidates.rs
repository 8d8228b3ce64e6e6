crate::declare_rule! {
    /// The same form field stands there twice.
    ///
    /// ## Why it matters
    /// A form or query with two fields `SAMLResponse` is ambiguous: receivers differ in which one they take. Both messages are
    /// inspected here; which of them AWS reads is not documented.
    ///
    /// ## What to do
    /// Look for a page or proxy that adds a second field. If two recordings were pasted together, paste them apart.
    ///
    /// ## Fires
    /// ```paste
    /// SAMLRequest=PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+&«SAMLRequest»=PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIiBJRD0iX35%2Bfn5%2BIi8%2B
    /// ```
    /// > the field `SAMLRequest` stands here a second time, and receivers differ in which one they take
    ///
    /// ## Does not fire
    /// ```paste
    /// SAMLRequest=PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+&RelayState=x
    /// ```
    "several-candidates" {
        title: "the same form field twice",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "form parsers",
            "receivers differ in which of two fields of the same name they take"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::peel::NoteKind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    let name = cx.item.leaf.context.parameter.as_ref()?;
    let repeated = |span| span == name.span;
    for note in
        cx.notes.iter().filter(|note| note.kind == NoteKind::DuplicateParameter && repeated(note.span))
    {
        out.find(
            note.span,
            say![
                "the field ",
                code(name.as_str()),
                " stands here a second time, and receivers differ in which one they take"
            ],
        )
        .fix_by(Owner::User, "Find out who adds the second field; paste separate recordings apart.");
    }
    Some(Checked)
}
