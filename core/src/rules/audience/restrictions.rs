//! What each `AudienceRestriction` lacks, one trouble each, so that one defect is said by one rule.
//!
//! It deliberately gives no severity: AWS says what the audience should be, and made-up ones work in places.

use crate::aws::audience::{self, Audience, AudienceFault};
use crate::aws::characters::is_invisible;
use crate::aws::endpoints::{self, Endpoint, OtherService};
use crate::lint::Cx;
use crate::saml::AudienceRestriction;
use crate::source::Text;

/// Why no audience of a restriction is one that AWS names.
#[derive(Debug, Clone)]
pub(super) enum Trouble<'a> {
    /// It holds no `Audience`.
    NoAudience(&'a AudienceRestriction),
    /// Every `Audience` in it is empty. The first.
    Empty(&'a AudienceRestriction, &'a Text),
    /// Right but for white space or invisible characters around it.
    WhiteSpace(&'a Text),
    NearMiss {
        text: &'a Text,
        meant: String,
        faults: Vec<AudienceFault>,
    },
    OtherService(&'a Text, OtherService),
    Unknown(&'a Text),
}

/// Each restriction of the assertion with its trouble; `None` for one that names AWS.
pub(super) fn read<'a>(cx: &Cx<'a>) -> Option<Vec<(&'a AudienceRestriction, Option<Trouble<'a>>)>> {
    let restrictions = &cx.role_assertion()?.conditions.as_ref()?.audience_restrictions;
    Some(restrictions.iter().map(|restriction| (restriction, trouble(restriction))).collect())
}

/// The troubles, where no restriction names AWS. Where some do, `several-audience-restrictions` speaks.
pub(super) fn troubles<'a>(cx: &Cx<'a>) -> Option<Vec<Trouble<'a>>> {
    let read = read(cx)?;
    if read.is_empty() {
        return None;
    }
    if read.iter().any(|(_, trouble)| trouble.is_none()) {
        return Some(Vec::new());
    }
    Some(read.into_iter().filter_map(|(_, trouble)| trouble).collect())
}

/// Whether it is an audience that AWS or practice names for sign-in with a role.
pub(super) fn names_aws(value: &str) -> bool {
    match audience::recognise(value) {
        Audience::Urn { .. }
        | Audience::SignInUrl { .. }
        | Audience::StaticUrl { .. }
        | Audience::Driver(_) => true,
        // The address of one provider is close enough not to be called wrong.
        Audience::Unknown => {
            matches!(
                endpoints::recognise(value),
                Endpoint::SignIn(_) | Endpoint::ConnectGlobalResiliency { .. }
            )
        }
        Audience::NotIam(_) | Audience::NearMiss { .. } => false,
    }
}

/// Of several audiences any may hold, so the nearest to AWS decides what is said.
fn trouble(restriction: &AudienceRestriction) -> Option<Trouble<'_>> {
    let audiences = &restriction.audiences;
    let Some(first) = audiences.first() else { return Some(Trouble::NoAudience(restriction)) };
    if audiences.iter().any(|text| names_aws(text.as_str())) {
        return None;
    }
    if let Some(text) = audiences.iter().find(|text| names_aws(without_blanks(text.as_str()))) {
        return Some(Trouble::WhiteSpace(text));
    }
    let near = audiences.iter().find_map(|text| match audience::recognise(text.as_str()) {
        Audience::NearMiss { meant, mut faults } => {
            faults.dedup_by(|a, b| a.range == b.range);
            Some(Trouble::NearMiss { text, meant, faults })
        }
        _ => None,
    });
    near.or_else(|| {
        let text = audiences.iter().find(|text| !without_blanks(text.as_str()).is_empty());
        Some(match text {
            None => Trouble::Empty(restriction, first),
            Some(text) => match audience::recognise(text.as_str()) {
                Audience::NotIam(service) => Trouble::OtherService(text, service),
                _ => Trouble::Unknown(text),
            },
        })
    })
}

pub(super) fn without_blanks(value: &str) -> &str {
    value.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}
