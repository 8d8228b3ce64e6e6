crate::declare_rule! {
    /// The relay state names a Connect instance that is not there.
    ///
    /// ## Why AWS refuses it
    /// The federation page of a region knows the instances of this region only. A relay state with the identifier of one
    /// instance and the region of another, or with an identifier of another account, leads nowhere: the sign-in succeeds,
    /// and Connect does not open.
    ///
    /// ## What to do
    /// Copy identifier and region from the ARN of the instance.
    ///
    /// ## Fires
    /// ```xml base=connect service=connect also=relay-state-region
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Instance": {"Id": "11111111-2222-3333-4444-555555555555", "Arn": "‹arn:aws:connect:eu-west-2:444455556666:instance/11111111-2222-3333-4444-555555555555›", "IdentityManagementType": "SAML", "InstanceAlias": "example-centre"}}
    /// ```
    /// ```+relay
    /// https://«us-east-1».console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555
    /// ```
    /// > the relay state leads to `us-east-1`, and the instance is in `eu-west-2`
    ///
    /// It may be an instance of another account or region, so this is a warning.
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"InstanceSummaryList": [{"Id": "99999999-2222-3333-4444-555555555555", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/99999999-2222-3333-4444-555555555555", "IdentityManagementType": "SAML", "InstanceAlias": "example-centre"}]}
    /// ```
    /// ```+relay
    /// https://eu-west-2.console.aws.amazon.com/connect/federate/«11111111-2222-3333-4444-555555555555»
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Instance": {"Id": "11111111-2222-3333-4444-555555555555", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/11111111-2222-3333-4444-555555555555", "IdentityManagementType": "SAML", "InstanceAlias": "example-centre"}}
    /// ```
    /// ```+relay
    /// https://eu-west-2.console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555
    /// ```
    "connect-instance-elsewhere" {
        title: "a relay state for a Connect instance that is elsewhere",
        severity: Error,
        stage: RelayState,
        needs: [],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Configure SAML with IAM for Amazon Connect",
            "https://region-id.console.aws.amazon.com/connect/federate/instance-id"
        )],
        predicts: ["connect-lands-in-console", "connect-resource-not-found"],
    }
}

use super::{instance, target};
use crate::aws::outputs::Listing;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    if cx.service() != Service::Connect {
        return None;
    }
    let relay = target::relay(cx)?;
    let (wanted, at) = relay.instance()?;
    let lists: Vec<_> = cx.evidence.outputs.connect_instances().collect();
    lists.first()?;
    let known = instance::all(cx).find(|(known, _)| instance::is(known, wanted));
    if let Some((known, item)) = known {
        out.used(item, "It is the instance that the relay state names.");
        let (region, place) = relay.region()?;
        let own = instance::region(known)?;
        if !own.eq_ignore_ascii_case(region) {
            let words =
                say!["the relay state leads to ", code(region), ", and the instance is in ", code(own)];
            let reported = out.find(place, words).expected(code(own)).found(code(region));
            let reported = match &known.arn {
                Some(arn) => reported.related(arn.span, "the instance"),
                None => reported,
            };
            reported.fix_at_idp(Setting::RelayState, "Enter the region of the instance in the relay state.");
        }
        return Some(Checked);
    }
    let whole = lists.iter().filter(|list| list.value.listing == Listing::Whole);
    let mut whole = whole.peekable();
    if whole.peek().is_none() {
        for list in &lists {
            out.left_aside(list.item, "It is not the instance that the relay state names.");
        }
        return Some(Checked);
    }
    for list in whole {
        out.used(
            list.item,
            "It lists the instances of a region, and that of the relay state is not among them.",
        );
    }
    out.find(
        at,
        say!["the relay state names the instance ", code(wanted), ", which is not in the list of instances"],
    )
    .at_most(Severity::Warning)
    .confidence(Confidence::Likely)
    .found(code(wanted))
    .fix_at_idp(Setting::RelayState, "Enter the identifier of an instance that the list shows.");
    Some(Checked)
}
