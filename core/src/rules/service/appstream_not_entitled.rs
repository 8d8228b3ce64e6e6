crate::declare_rule! {
    /// No entitlement of the stack fits the session tags.
    ///
    /// ## Why AWS refuses it
    /// Application entitlements show applications to those whose session tags have the values that the entitlement wants.
    /// Several values of one tag stand in one `AttributeValue` with colons between them. Who fits none sees a catalogue
    /// without applications.
    ///
    /// ## What to do
    /// Send the tag under the very name of the entitlement's attribute, with its value among those between the colons, and
    /// let the trust policy allow `sts:TagSession`.
    ///
    /// ## Fires
    /// ```xml base=appstream service=appstream
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:groups"><saml:AttributeValue>sales:support</saml:AttributeValue></saml:Attribute>
    /// ```
    /// ```+json
    /// {"Entitlements": [{"Name": "cad", "StackName": "Designers", "AppVisibility": "ASSOCIATED", "Attributes": [{"Name": "«groups»", "Value": "designers"}]}]}
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=444455556666
    /// ```
    /// > the stack shows its applications to those whose tag `groups` is `designers`, and the assertion sends `sales:support`
    ///
    /// ## Does not fire
    /// ```xml base=appstream service=appstream
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:groups"><saml:AttributeValue>sales:designers</saml:AttributeValue></saml:Attribute>
    /// ```
    /// ```+json
    /// {"Entitlements": [{"Name": "cad", "StackName": "Designers", "AppVisibility": "ASSOCIATED", "Attributes": [{"Name": "groups", "Value": "designers"}]}]}
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=444455556666
    /// ```
    "appstream-not-entitled" {
        title: "session tags that no entitlement wants",
        severity: Error,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "AppStream 2.0 Administration Guide",
            "Attribute-based application entitlements using a third-party SAML 2.0 identity provider",
            "group1:group2:group3"
        )],
        predicts: ["E44"],
    }
}

use super::{tagged, target};
use crate::aws::outputs::{Entitlement, Listing};
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    if cx.service() != Service::AppStream || !assertion.encrypted_attributes.is_empty() {
        return None;
    }
    let relay = target::relay(cx);
    let stack = relay.as_ref().and_then(|relay| relay.part(|relay| &relay.stack)).map(|(stack, _)| stack);
    let of_stack = |one: &Entitlement| match (&one.stack_name, stack) {
        (Some(known), Some(stack)) => known.as_str() == stack,
        _ => true,
    };
    let lists: Vec<_> = cx.evidence.outputs.appstream_entitlements().collect();
    let entitlements = || lists.iter().flat_map(|list| &list.value.entitlements).filter(|one| of_stack(one));
    if !lists.is_empty() && entitlements().next().is_none() {
        for list in &lists {
            out.left_aside(list.item, "Its entitlements are those of another stack.");
        }
    }
    let first = entitlements().flat_map(|one| &one.attributes).next()?;
    // An attribute that fits is enough: whether all must is not documented.
    if entitlements().flat_map(|one| &one.attributes).any(|(name, value)| is_sent(cx, name, value)) {
        for list in &lists {
            out.used(list.item, "One of its entitlements fits the session tags.");
        }
        return Some(Checked);
    }
    if !lists.iter().any(|list| list.value.listing == Listing::Whole) {
        for list in &lists {
            out.left_aside(list.item, "None of its entitlements fits, but it is only a part of the list.");
        }
        return Some(Checked);
    }
    for list in &lists {
        out.used(list.item, "None of its entitlements fits the session tags.");
    }
    // The one whose tag is sent with another value, or under a name in other letters, was meant.
    let sent = |name: &str| tagged::all(cx).find(|(key, _)| key.eq_ignore_ascii_case(name));
    let meant =
        entitlements().flat_map(|one| &one.attributes).find(|(name, _)| sent(name.as_str()).is_some());
    let (name, value) = meant.unwrap_or(first);
    let words = say![
        "the stack shows its applications to those whose tag ",
        code(name.as_str()),
        " is ",
        code(value.as_str())
    ];
    let (words, place) = match sent(name.as_str()) {
        None => (words.and(", and the assertion does not send this tag"), None),
        Some((key, value)) if key == name.as_str() => {
            (words.then(say![", and the assertion sends ", code(value.as_str())]), Some(value.span))
        }
        Some((key, value)) => {
            (words.then(say![", and the assertion names it ", code(key)]), Some(value.span))
        }
    };
    let reported = out.find(name.span, words).confidence(Confidence::Likely).expected(code(value.as_str()));
    let reported = match place {
        Some(place) => reported.related(place, "what the assertion sends"),
        None => reported,
    };
    reported.fix_at_idp(
        Setting::PrincipalTag,
        "Send the tag under the name of the entitlement's attribute, its values in one AttributeValue with colons between them.",
    );
    Some(Checked)
}

/// Whether the tag of this very name has the value, among others between colons perhaps.
fn is_sent(cx: &Cx<'_>, name: &Text, value: &Text) -> bool {
    let mut own = tagged::all(cx).filter(|(key, _)| *key == name.as_str());
    own.any(|(_, sent)| {
        value.as_str() == "*" || sent.as_str().split(':').any(|part| part.trim() == value.as_str())
    })
}
