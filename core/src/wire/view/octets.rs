//! The canonical octets of a reference or of SignedInfo, made only when somebody asks for them.

use super::{OctetsOf, OctetsView, sources};
use crate::inspect::Report;
use crate::limits::Limits;

/// Bytes that are shown.
const MOST: usize = 64 << 10;

/// What was digested or signed. `None`: there is no such signature, or the octets cannot be made.
pub fn octets(report: &Report, of: OctetsOf) -> Option<OctetsView> {
    let item = report.items.get(report.messages.get(of.message)?.item)?;
    let node = item.message.as_ref()?.signatures.get(of.signature)?.node;
    let signed = item.signatures.iter().find(|signed| signed.node == node)?;
    let (document, limits) = (signed.document(item)?, Limits::default());
    let canonical = match of.reference {
        Some(index) => signed.verification.references.get(index)?.octets(document, &limits)?,
        None => signed.verification.signed_info_octets(document, &limits)?,
    };
    if !canonical.faults.is_empty() {
        return None;
    }
    let all = String::from_utf8_lossy(&canonical.octets);
    let shown = all.get(..all.floor_char_boundary(MOST)).unwrap_or_default();
    Some(OctetsView {
        text: shown.to_owned(),
        size: sources::size(canonical.octets.len()),
        cut: shown.len() < all.len(),
    })
}
