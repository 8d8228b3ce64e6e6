//! What is said of each fault of a relay state, and how bad it is.
//!
//! It deliberately passes over what AWS does not document.

use super::target::Relay;
use crate::aws::relay_state::{RelayFault, RelayFaultKind};
use crate::lint::{Message, Severity, code};
use crate::say;

/// How bad it is, and the sentence.
pub(super) fn said(relay: &Relay<'_>, fault: &RelayFault) -> Option<(Severity, Message)> {
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
