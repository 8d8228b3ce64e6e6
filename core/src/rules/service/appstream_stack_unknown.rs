crate::declare_rule! {
    /// The relay state names a stack that does not exist.
    ///
    /// ## Why AWS refuses it
    /// The name of a stack is case-sensitive, in the relay state and in the role's policy. For a stack that is not there the
    /// user is told that they are not authorized to view applications.
    ///
    /// ## What to do
    /// Copy the relay state from the details of the stack.
    ///
    /// ## Fires
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Stacks": [{"Arn": "arn:aws:appstream:eu-west-1:444455556666:stack/Designers", "Name": "‹Designers›"}]}
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=«d»esigners&accountId=444455556666
    /// ```
    /// > the relay state names the stack `designers`, and the stack is `Designers`: they differ only in upper and lower case
    ///
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Stacks": [{"Arn": "arn:aws:appstream:eu-west-1:444455556666:stack/Designers", "Name": "Designers"}]}
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=«Analysts»&accountId=444455556666
    /// ```
    /// > the relay state names the stack `Analysts`, which is not in the list of stacks
    ///
    /// ## Does not fire
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Stacks": [{"Arn": "arn:aws:appstream:eu-west-1:444455556666:stack/Designers", "Name": "Designers"}]}
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=444455556666
    /// ```
    "appstream-stack-unknown" {
        title: "a relay state for a stack that does not exist",
        severity: Error,
        stage: RelayState,
        needs: [],
        explains: ["service-not-permitted"],
        cites: [(
            "AppStream 2.0 Administration Guide",
            "Setting up SAML: Configure the Relay State of Your Federation",
            "The stack name is case-sensitive"
        )],
        predicts: ["E40"],
    }
}

use super::{names, target};
use crate::aws::outputs::Listing;
use crate::aws::relay_state::RelayKind;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::rules::response::difference::{between, underline};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let relay = target::relay(cx)?;
    if relay.read.kind != RelayKind::AppStream {
        return None;
    }
    let (name, at) = relay.part(|relay| &relay.stack)?;
    let region = relay.region().map(|(region, _)| region);
    let mut lists = Vec::new();
    for list in cx.evidence.outputs.appstream_stacks() {
        let of_another =
            |arn: &Text| region.is_some_and(|region| arn.as_str().split(':').nth(3) != Some(region));
        match list.value.stacks.iter().filter_map(|stack| stack.arn.as_ref()).any(of_another) {
            true => {
                out.left_aside(list.item, "It lists stacks of another region than the relay state names.")
            }
            false => lists.push(list),
        }
    }
    lists.first()?;
    let stacks = || lists.iter().flat_map(|list| &list.value.stacks).filter_map(|stack| stack.name.as_ref());
    let whole = lists.iter().any(|list| list.value.listing == Listing::Whole);
    if stacks().any(|stack| stack.as_str() == name) {
        for list in &lists {
            out.used(list.item, "The stack of the relay state stands in it.");
        }
        return Some(Checked);
    }
    let near = names::nearest(name, stacks().map(|stack| (stack, ())))
        .filter(|(_, (), miss)| whole || miss.is_sure());
    if near.is_none() && !whole {
        for list in &lists {
            out.left_aside(
                list.item,
                "The stack of the relay state is not in it, but it is only a part of the list.",
            );
        }
        return Some(Checked);
    }
    for list in &lists {
        out.used(list.item, "The stack of the relay state is not in it.");
    }
    let reported = match near {
        Some((stack, (), miss)) => {
            let sent = Text::plain(name, at);
            out.find(
                underline(&sent, between(name, stack.as_str()).0),
                say![
                    "the relay state names the stack ",
                    code(name),
                    ", and the stack is ",
                    code(stack.as_str()),
                    ": they differ ",
                    miss.words()
                ],
            )
            .expected(code(stack.as_str()))
            .related(stack.span, "the stack's name")
        }
        None => out.find(
            at,
            say!["the relay state names the stack ", code(name), ", which is not in the list of stacks"],
        ),
    };
    reported.confidence(Confidence::Likely).found(code(name)).fix_at_idp(
        Setting::RelayState,
        "Enter the name of the stack in the relay state exactly as AppStream shows it.",
    );
    Some(Checked)
}
