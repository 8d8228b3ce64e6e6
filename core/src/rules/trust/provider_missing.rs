crate::declare_rule! {
    /// The account has no SAML provider of the ARN in the `Role` attribute.
    ///
    /// ## Why AWS refuses it
    /// AWS looks the provider up by its ARN. Account number, name and case must all be right.
    ///
    /// ## What to do
    /// List the providers of the account and copy the ARN from there into the `Role` mapping.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,«arn:aws:iam::444455556666:saml-provider/ExampleIdP»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"SAMLProviderList": [{"Arn": "arn:aws:iam::444455556666:saml-provider/Okta"}]}
    /// ```
    /// > the account has no SAML provider `arn:aws:iam::444455556666:saml-provider/ExampleIdP`
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/«e»xampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"SAMLProviderList": [{"Arn": "‹arn:aws:iam::444455556666:saml-provider/ExampleIdP›"}]}
    /// ```
    /// > the account has no SAML provider `arn:aws:iam::444455556666:saml-provider/exampleIdP`; it has `arn:aws:iam::444455556666:saml-provider/ExampleIdP`, which differs only in upper and lower case
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLProviderList": [{"Arn": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}]}
    /// ```
    ///
    /// ## Cannot tell
    /// ```xml needs=provider-list
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    ///
    /// The list of another account.
    /// ```xml needs=provider-list
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLProviderList": [{"Arn": "arn:aws:iam::777788889999:saml-provider/ExampleIdP"}]}
    /// ```
    ///
    /// Somebody picked some out.
    /// ```xml needs=provider-list
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// ["arn:aws:iam::444455556666:saml-provider/Okta"]
    /// ```
    "provider-missing" {
        title: "a SAML provider that does not exist in the account",
        severity: Error,
        stage: Provider,
        needs: ["provider-list"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Specified provider doesn't exist",
            "Specified provider doesn't exist"
        )],
        predicts: ["E08", "access-denied", "member-accounts-fail"],
    }
}

use crate::aws::arn::Arn;
use crate::aws::outputs::Listing;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Need, RoleChoice, code};
use crate::order::Gather as _;
use crate::rules::evidence::resemblance;
use crate::rules::response::difference::between;
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let mut settled = false;
    let named: Vec<_> =
        cx.roles.iter().filter_map(|choice| Some((choice, choice.pair.provider()?))).collect();
    let mut open = vec![true; named.len()];
    for list in cx.evidence.outputs.provider_lists() {
        let arns: Vec<&Text> = list.value.providers.iter().filter_map(|one| one.arn.as_ref()).collect();
        let known: std::collections::BTreeSet<&str> = arns.iter().map(|arn| arn.as_str()).gathered();
        let account = known.first().and_then(|arn| Arn::read(arn).account_id());
        let mut used = false;
        for ((choice, provider), open) in named.iter().zip(&mut open) {
            if known.contains(provider.text()) {
                (*open, used) = (false, true);
            } else if list.value.listing == Listing::Whole
                && account.is_some_and(|own| provider.account_id() == Some(own))
            {
                (*open, used) = (false, true);
                report(out, choice, provider, &arns);
            }
        }
        settled |= used;
        match used {
            true => out.used(
                list.item,
                "It lists the SAML providers of the account: those of the message were looked up in it.",
            ),
            false if list.value.providers.is_empty() => {
                out.left_aside(list.item, "It is empty, and does not say which account it is of.");
            }
            false if list.value.listing == Listing::Whole => {
                out.left_aside(
                    list.item,
                    "It lists the SAML providers of an account that the message does not name.",
                );
            }
            false => out.left_aside(
                list.item,
                "It is only a part of the list, and the message's provider is not in it.",
            ),
        }
    }
    if !settled || open.contains(&true) {
        out.lacks(Need::ProviderList);
    }
    Some(Checked)
}

fn report(out: &mut Findings, choice: &RoleChoice<'_>, provider: &Arn<'_>, arns: &[&Text]) {
    let near = arns.iter().find_map(|arn| Some((*arn, resemblance::between(provider.text(), arn.as_str())?)));
    let mut words = say!["the account has no SAML provider ", code(provider.text())];
    let mut place = provider.range.clone();
    if let Some((arn, alike)) = near {
        words = words.and("; it has ").and(code(arn.as_str())).and(", which differs only in ").and(alike);
        let differing = between(provider.text(), arn.as_str()).0;
        if !differing.is_empty() {
            let start = place.start;
            place = start.saturating_add(differing.start)..start.saturating_add(differing.end);
        }
    }
    let found = out
        .find(choice.value.text.sub(place), words)
        .for_role(choice.index)
        .found(code(provider.text()))
        .fix_at_idp(
            Setting::Role,
            "Send the ARN of a provider that the account has, or make this one in IAM.",
        )
        .command("aws iam list-saml-providers".to_owned());
    if let Some((arn, _)) = near {
        found.expected(code(arn.as_str())).related(arn.span, "the provider that the account has");
    }
}
