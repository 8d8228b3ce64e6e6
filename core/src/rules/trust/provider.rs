//! The SAML provider in IAM that was supplied for a message.
//!
//! It deliberately takes one without an ARN for the message's only if the message names one provider: the output of
//! `aws iam get-saml-provider` does not say whose it is.

use crate::aws::outputs::SamlProvider;
use crate::evidence::Of;
use crate::lint::Cx;
use crate::order::Gather as _;
use std::collections::BTreeSet;

/// The one provider of the message, if it was supplied.
pub(super) fn of_message<'a>(cx: &Cx<'a>) -> Option<Of<'a, SamlProvider>> {
    let named: BTreeSet<&str> =
        cx.roles.iter().filter_map(|choice| Some(choice.pair.provider()?.text())).gathered();
    let own = named.first().filter(|_| named.len() == 1)?;
    only(cx).filter(|held| held.value.arn.as_ref().is_none_or(|arn| arn.as_str() == *own))
}

/// The one provider that was supplied; of several, nothing says which is meant.
pub(super) fn only<'a>(cx: &Cx<'a>) -> Option<Of<'a, SamlProvider>> {
    // A template is not what IAM holds.
    let mut held = cx.evidence.outputs.saml_providers().filter(|held| held.value.label.is_none());
    let first = held.next()?;
    held.next().is_none().then_some(first)
}
