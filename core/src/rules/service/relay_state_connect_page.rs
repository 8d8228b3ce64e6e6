crate::declare_rule! {
    /// The relay state is the address of the Connect instance itself.
    ///
    /// ## Why AWS refuses it
    /// A user who comes to the instance's own address has no session there: Amazon Connect answers `Session Expired`. The
    /// session is made by the federation page, whose address names the instance by its identifier.
    ///
    /// ## What to do
    /// Enter `https://REGION.console.aws.amazon.com/connect/federate/INSTANCE-ID` as relay state. A page within Connect goes
    /// into its parameter `destination`.
    ///
    /// ## Fires
    /// ```xml base=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// «https://example-centre.my.connect.aws/ccp-v2»
    /// ```
    /// > the relay state is the address of the Connect instance itself, `https://example-centre.my.connect.aws/ccp-v2`
    ///
    /// ## Does not fire
    /// ```xml base=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://eu-west-2.console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555?destination=%2Fccp-v2
    /// ```
    "relay-state-connect-page" {
        title: "a relay state that goes to Connect without a session",
        severity: Error,
        stage: RelayState,
        needs: [],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Troubleshoot SAML with Amazon Connect: Session Expired",
            "Session Expired"
        )],
        predicts: ["E22"],
    }
}

use super::target;
use crate::aws::relay_state::RelayKind;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let relay = target::relay(cx)?;
    if cx.service() != Service::Connect {
        return None;
    }
    if relay.read.kind == RelayKind::ConnectInstance {
        out.find(
            relay.text.trimmed().1,
            say!["the relay state is the address of the Connect instance itself, ", code(relay.text.as_str().trim())],
        )
        .confidence(Confidence::Likely)
        .expected(code("https://REGION.console.aws.amazon.com/connect/federate/INSTANCE-ID"))
        .fix_at_idp(
            Setting::RelayState,
            "Enter the federation page of the instance as relay state, and the page within Connect as its destination.",
        );
    }
    Some(Checked)
}
