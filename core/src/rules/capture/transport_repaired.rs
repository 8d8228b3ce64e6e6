crate::declare_rule! {
    /// The paste had to be repaired before it could be read.
    ///
    /// ## Why it matters
    /// Copying adds and loses characters: line breaks, quotes, padding, backslashes. They were repaired, and the message was read
    /// all the same. It matters only if the value was sent to AWS like this: `aws sts assume-role-with-saml` takes the exact
    /// Base64 and answers "Invalid base64 SAMLResponse" to anything else.
    ///
    /// ## What to do
    /// Nothing, if this is a copy of what a browser posted. For the command line, write the value to a file without line breaks
    /// or quotes and pass it as `file://…`.
    ///
    /// ## Fires
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5h«
    /// »bWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+
    /// ```
    /// > the paste was repaired before it could be read: line breaks inside the Base64
    ///
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+IA«»
    /// ```
    ///
    /// ## Does not fire
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+
    /// ```
    "transport-repaired" {
        title: "a paste that had to be repaired",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "AWS STS",
            "AssumeRoleWithSAML",
            "Invalid base64 SAMLResponse"
        )],
        predicts: [],
    }
}

use crate::codec::RepairKind;
use crate::lint::{Checked, Cx, Findings, Owner};
use crate::peel::PlacedRepair;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    if cx.layers.is_empty() {
        return None;
    }
    let mut repairs =
        cx.layers.iter().flat_map(|layer| &layer.repairs).filter(|repair| !has_own_rule(repair));
    let Some(first) = repairs.next() else { return Some(Checked) };
    let mut words = say!["the paste was repaired before it could be read: ", describe(first)];
    let rest: Vec<_> = repairs.collect();
    for repair in &rest {
        words = words.and(", ").and(describe(repair));
    }
    let mut finding = out.find(first.span, words);
    for repair in rest {
        finding = finding.related(repair.span, repair.kind.describe());
    }
    finding.fix_by(Owner::User, "Nothing, unless the value was sent to AWS as it was pasted.");
    Some(Checked)
}

fn has_own_rule(repair: &PlacedRepair) -> bool {
    matches!(
        repair.kind,
        RepairKind::UrlSafeAlphabet
            | RepairKind::MixedAlphabets
            | RepairKind::SpaceForPlus
            | RepairKind::TruncatedBase64
            | RepairKind::Limit
    )
}

fn describe(repair: &PlacedRepair) -> String {
    match repair.count {
        0 | 1 => repair.kind.describe().to_owned(),
        count => format!("{} ({count} times)", repair.kind.describe()),
    }
}
