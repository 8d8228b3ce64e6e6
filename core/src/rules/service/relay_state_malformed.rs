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

use super::target::{self, Relay};
use crate::aws::relay_state::{RelayFault, RelayFaultKind, RelayKind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Severity, code};
use crate::say;

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

/// How bad it is, and the sentence. What AWS does not document is left to the eye.
fn said(relay: &Relay<'_>, fault: &RelayFault) -> Option<(Severity, Message)> {
    let part = || code(relay.text.as_str().get(fault.range.clone()).unwrap_or_default());
    let holds = |what: &'static str| say!["the relay state holds ", part(), what];
    Some(match fault.kind {
        RelayFaultKind::Placeholder(_) => {
            (Severity::Error, holds(", which stands for a value that was never filled in"))
        }
        RelayFaultKind::AliasInsteadOfId => (
            Severity::Error,
            holds(", where Amazon Connect wants the identifier of the instance and not its alias"),
        ),
        RelayFaultKind::MissingInstanceId => {
            (Severity::Error, say!["the relay state does not name the instance of Amazon Connect"])
        }
        RelayFaultKind::MissingRegistrationCode => {
            (Severity::Error, say!["the relay state has no ", code("registrationCode")])
        }
        RelayFaultKind::MissingAccount => {
            (Severity::Error, say!["the relay state has no ", code("accountId")])
        }
        RelayFaultKind::AccountHyphens => {
            (Severity::Error, holds(" as the account, which has twelve digits and no hyphens"))
        }
        RelayFaultKind::AccountLength(_) | RelayFaultKind::AccountNotDigits => {
            (Severity::Error, holds(" as the account, which has twelve digits"))
        }
        RelayFaultKind::WrongPath => {
            (Severity::Error, holds(" as the path, which the service does not have"))
        }
        RelayFaultKind::NoScheme => {
            (Severity::Error, say!["the relay state does not begin with ", code("https://")])
        }
        RelayFaultKind::Http => (
            Severity::Warning,
            say!["the relay state begins with ", code("http"), " and not with ", code("https")],
        ),
        RelayFaultKind::WhiteSpace => (Severity::Warning, say!["there is white space in the relay state"]),
        RelayFaultKind::UnknownRegion => {
            (Severity::Warning, holds(" as the region, which is not known here"))
        }
        RelayFaultKind::RegionNotOffered => {
            (Severity::Warning, holds(" as the region, for which AWS lists no such endpoint"))
        }
        RelayFaultKind::DestinationNotEncoded => {
            (Severity::Warning, holds(" in the destination, which must be percent-encoded"))
        }
        RelayFaultKind::ParameterCase => {
            (Severity::Warning, holds(" as a parameter, which AWS writes in other letters"))
        }
        RelayFaultKind::ClientValue => (
            Severity::Warning,
            say![
                "the relay state asks for the client ",
                part(),
                "; AWS knows ",
                code("native"),
                " and ",
                code("web")
            ],
        ),
        RelayFaultKind::ClientOnOldEndpoint => {
            (Severity::Warning, holds(", which works only with the newer endpoint"))
        }
        RelayFaultKind::OldEndpoint => (
            Severity::Note,
            holds(
                ", an endpoint that AWS no longer recommends: signing in to AWS elsewhere ends its session",
            ),
        ),
        RelayFaultKind::PlusInCode => return None,
    })
}
