crate::declare_rule! {
    /// The relay state is not built as the service wants it.
    ///
    /// ## Why AWS refuses it
    /// After the sign-in AWS sends the browser to the relay state. Amazon Connect wants the identifier of the instance, not
    /// its alias; WorkSpaces wants a registration code, AppStream the twelve digits of the account. The sign-in itself
    /// succeeds, and then the service shows an error, or the user lands elsewhere.
    ///
    /// ## What to do
    /// Copy the relay state from the console (AppStream: the stack's details; WorkSpaces: the registration code of the
    /// directory) and enter it at the identity provider without blanks.
    ///
    /// ## Fires
    /// ```xml base=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://eu-west-2.console.aws.amazon.com/connect/federate/«example-centre»
    /// ```
    /// > the relay state holds `example-centre`, where Amazon Connect wants the identifier of the instance and not its alias
    ///
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=«4444-5555-6666»
    /// ```
    ///
    /// ```xml base=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// «https://workspaces.euc-sso.eu-west-1.aws.amazon.com/sso-idp»
    /// ```
    /// > the relay state has no `registrationCode`
    ///
    /// Endpoints that AWS no longer recommends still work; their session ends with the next sign-in to AWS in the browser.
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://«appstream2.eu-west-1.aws.amazon.com»/saml?stack=Designers&accountId=444455556666
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=444455556666
    /// ```
    /// ```xml base=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://workspaces.euc-sso.eu-west-1.aws.amazon.com/sso-idp?registrationCode=WSpdx+ABC123
    /// ```
    "relay-state-malformed" {
        title: "a relay state that the service cannot use",
        severity: Error,
        stage: RelayState,
        needs: [],
        explains: [],
        cites: [
            (
                "Amazon Connect Administrator Guide",
                "Configure SAML with IAM for Amazon Connect: Use a destination in your relay state URL",
                "https://region-id.console.aws.amazon.com/connect/federate/instance-id"
            ),
            (
                "Amazon WorkSpaces Administration Guide",
                "Set up SAML 2.0: Configure the relay state of your federation",
                "https://relay-state-region-endpoint/sso-idp?registrationCode=registration-code"
            ),
            (
                "AppStream 2.0 Administration Guide",
                "Setting up SAML: Configure the Relay State of Your Federation",
                "https://relay-state-region-endpoint?stack=stackname&accountId=aws-account-id-without-hyphens"
            ),
        ],
        predicts: ["E32", "E42", "E43"],
    }
}

use super::relay_faults::said;
use super::target;
use crate::aws::relay_state::{RelayFaultKind, RelayKind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let relay = target::relay(cx)?;
    if !matches!(relay.read.kind, RelayKind::ConnectFederate | RelayKind::WorkSpaces | RelayKind::AppStream) {
        return None;
    }
    for fault in &relay.read.faults {
        let Some((severity, words)) = said(&relay, fault) else { continue };
        let at = match fault.range.is_empty() {
            true => relay.text.span,
            false => relay.text.sub(fault.range.clone()),
        };
        let error = match (relay.read.kind, fault.kind) {
            (RelayKind::WorkSpaces, _) => Some("E32"),
            (_, RelayFaultKind::OldEndpoint) => Some("E43"),
            (RelayKind::AppStream, _) => Some("E42"),
            _ => None,
        };
        out.find(at, words)
            .at_most(severity)
            .confidence(if severity == Severity::Error { Confidence::Certain } else { Confidence::Possible })
            .predicts(error)
            .fix_at_idp(Setting::RelayState, "Enter the relay state as the service documents it.");
    }
    Some(Checked)
}
