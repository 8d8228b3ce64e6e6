//! Values of the message that are themselves at fault, so that the trust policy is right not to take them.
//!
//! It deliberately finds nothing: the rules on the message say what is wrong with the value. A policy changed to fit it
//! would only move the refusal elsewhere.

use crate::aws::endpoints::{Endpoint, recognise};
use crate::aws::policy::context::{Absence, Found};
use crate::aws::policy::trace::ConditionTrace;
use crate::idp::Setting;
use crate::lint::Cx;
use crate::source::Text;

/// What to put right in the message.
pub(super) struct Unfit {
    /// The rules that find the value at fault.
    pub rules: &'static [&'static str],
    pub setting: Setting,
    pub advice: &'static str,
}

/// `None`: the value is as it may be, and what the policy wants of it is another question.
pub(super) fn of(cx: &Cx<'_>, trace: &ConditionTrace<'_>) -> Option<Unfit> {
    let absent = matches!(trace.found, Found::Absent(Absence::NotSent));
    match trace.condition.key.value.to_ascii_lowercase().as_str() {
        "saml:aud" if absent => Some(Unfit {
            rules: &[
                "subject-missing",
                "subject-confirmation-missing",
                "confirmation-data-missing",
                "recipient-missing",
            ],
            setting: Setting::Acs,
            advice: "Send a Recipient: set the ACS URL to the AWS sign-in page that the policy names.",
        }),
        "saml:aud" if is_misaddressed(cx, trace) => Some(Unfit {
            rules: &["recipient-wrong", "recipient-white-space"],
            setting: Setting::Acs,
            advice: "Correct the ACS URL; the trust policy is right to refuse this one.",
        }),
        "saml:sub" | "saml:sub_type" if absent => Some(Unfit {
            rules: &["subject-missing", "name-id-missing"],
            setting: Setting::NameIdValue,
            advice: "Send a name identifier (NameID) for the user, from an attribute that every user has.",
        }),
        "saml:iss" if absent => Some(Unfit {
            rules: &["issuer-missing"],
            setting: Setting::Issuer,
            advice: "Send the issuer: the entity ID that the identity provider's metadata names.",
        }),
        _ => None,
    }
}

/// Whether the policy wants a sign-in page, with or without wildcards, and the Recipient is none.
fn is_misaddressed(cx: &Cx<'_>, trace: &ConditionTrace<'_>) -> bool {
    let names_one = |wanted: &Text| takes_assertions(&recognise(&wanted.as_str().replace('*', "")));
    cx.endpoint().is_some_and(|endpoint| !takes_assertions(&endpoint))
        && trace.condition.values.iter().any(names_one)
}

fn takes_assertions(endpoint: &Endpoint<'_>) -> bool {
    matches!(
        endpoint,
        Endpoint::SignIn(_)
            | Endpoint::StaticSaml { .. }
            | Endpoint::ConnectGlobalResiliency { .. }
            | Endpoint::Driver(_)
    )
}
