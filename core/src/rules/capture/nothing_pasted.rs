crate::declare_rule! {
    /// Nothing was pasted.
    ///
    /// ## Why it matters
    /// There is nothing to inspect: the paste, the file or the form field `SAMLResponse` is empty.
    ///
    /// ## What to do
    /// Open the browser's developer tools, choose the network panel, keep the log, and sign in again. Find the `POST` to the
    /// AWS sign-in address (its path is `/saml`) and copy the form field `SAMLResponse`, or save the whole recording as a HAR
    /// file and drop it here.
    ///
    /// ## Fires
    /// ```paste
    /// «»
    /// ```
    /// > nothing was pasted; copy the form field `SAMLResponse` of the sign-in, or the whole HAR file
    ///
    /// ## Does not fire
    /// ```paste
    /// Where can I find it?
    /// ```
    "nothing-pasted" {
        title: "nothing to inspect",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Troubleshoot SAML with Amazon Connect",
            "SAMLResponse"
        )],
        predicts: [],
    }
}

use crate::evidence::ItemKind;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if cx.kind() != ItemKind::Empty || cx.other_messages > 0 {
        return None;
    }
    let words = match &cx.item.leaf.context.parameter {
        Some(parameter) => say!["the form field ", code(parameter.as_str()), " is empty"],
        None => say![
            "nothing was pasted; copy the form field ",
            code("SAMLResponse"),
            " of the sign-in, or the whole HAR file"
        ],
    };
    out.find(cx.item.leaf.span, words).fix_by(
        Owner::User,
        say![
            "Record the sign-in in the browser's network panel and copy the field ",
            code("SAMLResponse"),
            " of the POST to the AWS sign-in address."
        ],
    );
    Some(Checked)
}
