crate::declare_rule! {
    /// The relay state is an address to which AWS cannot lead the user.
    ///
    /// ## Why it matters
    /// The sign-in address takes the response and is no place to go to afterwards: it answers "Your request did not include
    /// a SAML response." A relay state that is still percent-encoded is no address at all. And an empty one, or one of
    /// another service, leads into the console instead of the service that is wanted.
    ///
    /// ## What to do
    /// Enter the sign-in address as ACS URL, and the address of the service as relay state (or start URL), each once and
    /// without encoding it by hand.
    ///
    /// ## Fires
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// «https://signin.aws.amazon.com/saml»
    /// ```
    /// > the relay state is the sign-in address `https://signin.aws.amazon.com/saml`, which only takes responses
    ///
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https«%3A»%2F%2Feu-west-2.console.aws.amazon.com%2Fconnect%2Ffederate%2F11111111-2222-3333-4444-555555555555
    /// ```
    ///
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// «https://console.aws.amazon.com/ec2/home»
    /// ```
    /// > the relay state `https://console.aws.amazon.com/ec2/home` does not lead to Amazon WorkSpaces
    ///
    /// ## Does not fire
    /// ```xml base=connect service=connect
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://eu-west-2.console.aws.amazon.com/connect/federate/11111111-2222-3333-4444-555555555555
    /// ```
    /// The console takes any relay state, or none.
    /// ```xml service=iam
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://console.aws.amazon.com/ec2/home
    /// ```
    "relay-state-not-a-target" {
        title: "a relay state that leads nowhere",
        severity: Warning,
        stage: RelayState,
        needs: [],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Configure SAML with IAM for Amazon Connect",
            "Use a destination in your relay state URL"
        )],
        predicts: [],
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
    let value = relay.text.as_str();
    let wanted = cx.service();
    let encoded = value.to_ascii_lowercase().find("%3a%2f%2f");
    let reported = match relay.read.kind {
        RelayKind::SignIn => out.find(
            relay.text.trimmed().1,
            say![
                "the relay state is the sign-in address ",
                code(value.trim()),
                ", which only takes responses"
            ],
        ),
        RelayKind::Other if encoded.is_some() => {
            let at = encoded.unwrap_or_default();
            out.find(
                relay.text.sub(at..at.saturating_add(3)),
                say![
                    "the relay state is percent-encoded once too often: it holds ",
                    code("%3A"),
                    " in place of a colon"
                ],
            )
        }
        _ if wanted == Service::Iam || relay.read.service() == Some(wanted) => return Some(Checked),
        RelayKind::Empty => out.find(
            cx.message()?.tag,
            say!["the relay state is empty, so the user lands in the console and not in ", wanted.title()],
        ),
        _ => out.find(
            relay.text.trimmed().1,
            say!["the relay state ", code(value.trim()), " does not lead to ", wanted.title()],
        ),
    };
    reported.confidence(Confidence::Likely).fix_at_idp(
        Setting::RelayState,
        "Enter the address of the service as relay state, as it is and not encoded.",
    );
    Some(Checked)
}
