crate::declare_rule! {
    /// The relay state leads to another region or partition than the sign-in.
    ///
    /// ## Why it matters
    /// A session of one partition is worth nothing in another. Within a partition Amazon Connect documents the relay state
    /// and the regional sign-in of the same region; with two regions the user may land in the wrong one, or sign-in fails
    /// when one of them is out of order. The sign-in address without a region is that of us-east-1 and serves all regions.
    ///
    /// ## What to do
    /// Use the sign-in address of the region in which the service is, or correct the region of the relay state.
    ///
    /// ## Fires
    /// ```xml base=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://«us-east-1».console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555
    /// ```
    /// > the relay state leads to `us-east-1`, and the sign-in is in `eu-west-2`
    ///
    /// ```xml base=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// «https://workspaces.euc-sso.us-gov-west-1.amazonaws-us-gov.com/sso-idp?registrationCode=WSpdx%2BABC123»
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://eu-west-2.console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555
    /// ```
    /// The address without a region serves all.
    /// ```xml base=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://workspaces.euc-sso.eu-west-1.aws.amazon.com/sso-idp?registrationCode=WSpdx%2BABC123
    /// ```
    "relay-state-region" {
        title: "a relay state of another region than the sign-in",
        severity: Warning,
        stage: RelayState,
        needs: [],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Configure SAML with IAM for Amazon Connect",
            "https://region-id.console.aws.amazon.com/connect/federate/instance-id"
        )],
        predicts: ["connect-lands-in-console", "one-region-fails"],
    }
}

use super::target;
use crate::aws::endpoints::Endpoint;
use crate::aws::relay_state::RelayKind;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let relay = target::relay(cx)?;
    let leads = relay.read.partition?;
    let Endpoint::SignIn(sign_in) = cx.endpoint()? else { return None };
    if leads != sign_in.partition {
        out.find(
            relay.text.span,
            say![
                "the relay state leads to ",
                leads.title(),
                ", and the sign-in is in ",
                sign_in.partition.title()
            ],
        )
        .expected(sign_in.partition.title())
        .found(leads.title())
        .fix_at_idp(Setting::RelayState, "Enter a relay state of the partition in which the role is.");
        return Some(Checked);
    }
    let (region, at) = relay.region()?;
    let of_connect = relay.read.kind == RelayKind::ConnectFederate;
    if let Some(own) = sign_in.region.filter(|own| of_connect && !own.eq_ignore_ascii_case(region)) {
        let reported = out
            .find(at, say!["the relay state leads to ", code(region), ", and the sign-in is in ", code(own)])
            .confidence(Confidence::Possible)
            .expected(code(own))
            .found(code(region));
        let reported = match cx.recipient() {
            Some(recipient) => reported.related(recipient.sub_str(own), "the region of the sign-in"),
            None => reported,
        };
        reported.fix_at_idp(
            Setting::RelayState,
            "Enter the relay state of the region in which the instance is, and post to the sign-in address of that region.",
        );
    }
    Some(Checked)
}
