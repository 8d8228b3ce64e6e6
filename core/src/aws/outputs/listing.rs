//! Whether a list is whole.
//!
//! It deliberately takes a list for whole only where nothing says otherwise.

use super::Output;

/// Whether a list is all that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listing {
    /// The whole list, as far as the output tells.
    Whole,
    /// One page of it: the output holds a token for the next.
    Page,
    /// A part that somebody picked out.
    Excerpt,
}

impl Output {
    /// What was taken for a whole list is only this.
    pub(super) fn is_only_a_part(&mut self, part: Listing) {
        let listing = match self {
            Self::Roles(list) => &mut list.listing,
            Self::RolePolicies(list) => &mut list.listing,
            Self::ProviderList(list) => &mut list.listing,
            Self::ConnectUsers(list) => &mut list.listing,
            Self::ConnectInstances(list) => &mut list.listing,
            Self::WorkSpaces(list) => &mut list.listing,
            Self::WorkSpacesDirectories(list) => &mut list.listing,
            Self::IdentityCenterUsers(list) => &mut list.listing,
            Self::AppStreamStacks(list) => &mut list.listing,
            Self::AppStreamEntitlements(list) => &mut list.listing,
            _ => return,
        };
        if *listing == Listing::Whole {
            *listing = part;
        }
    }
}
