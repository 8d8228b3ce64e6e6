//! `aws appstream describe-stacks` and `describe-entitlements`.
//!
//! It deliberately leaves CloudFormation's stacks alone, which come under the same name.

use super::Listing;
use super::fields::{each, first, listed, pairs, text};
use crate::json::Value;
use crate::source::{Span, Text};

#[derive(Debug, Clone)]
pub struct AppStreamStacks {
    pub stacks: Vec<Stack>,
    pub listing: Listing,
}

/// One stack (Amazon AppStream 2.0 API Reference, data type `Stack`).
#[derive(Debug, Clone)]
pub struct Stack {
    pub span: Span,
    /// Upper and lower case count.
    pub name: Option<Text>,
    pub arn: Option<Text>,
    pub display_name: Option<Text>,
    pub redirect_url: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct AppStreamEntitlements {
    pub entitlements: Vec<Entitlement>,
    pub listing: Listing,
}

/// What a stack shows to whom, by attributes of the session (data type `Entitlement`).
#[derive(Debug, Clone)]
pub struct Entitlement {
    pub span: Span,
    pub name: Option<Text>,
    pub stack_name: Option<Text>,
    /// `ALL` or `ASSOCIATED`.
    pub app_visibility: Option<Text>,
    /// Names and values that the session's attributes must have.
    pub attributes: Vec<(Text, Text)>,
}

pub(super) fn read_stacks(root: Value<'_>) -> Option<AppStreamStacks> {
    let (list, listing) = listed(root, "Stacks");
    let list = list.or_else(|| first(root).is_some_and(is_stack).then_some(root))?;
    let empty = list.items().next().is_none();
    if !empty && !first(list).is_some_and(is_stack) {
        return None;
    }
    // An empty list of CloudFormation's looks the same.
    let listing = if empty { Listing::Excerpt } else { listing };
    let of = |one: Value<'_>| Stack {
        span: one.span(),
        name: text(one, "Name"),
        arn: text(one, "Arn"),
        display_name: text(one, "DisplayName"),
        redirect_url: text(one, "RedirectURL"),
    };
    Some(AppStreamStacks { stacks: each(list).into_iter().map(of).collect(), listing })
}

pub(super) fn read_entitlements(root: Value<'_>) -> Option<AppStreamEntitlements> {
    let (list, listing) = listed(root, "Entitlements");
    let list = list.filter(|list| first(*list).is_none_or(|one| one.get("StackName").is_some()))?;
    let of = |one: Value<'_>| Entitlement {
        span: one.span(),
        name: text(one, "Name"),
        stack_name: text(one, "StackName"),
        app_visibility: text(one, "AppVisibility"),
        attributes: pairs(one, "Attributes", "Name", "Value"),
    };
    Some(AppStreamEntitlements { entitlements: each(list).into_iter().map(of).collect(), listing })
}

fn is_stack(value: Value<'_>) -> bool {
    value.get("Name").is_some()
        && value.get("Arn").and_then(Value::as_plain_str).is_some_and(|arn| arn.contains(":appstream:"))
}
