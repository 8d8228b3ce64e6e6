crate::declare_rule! {
    /// The service is reached through a `RelayState`, and none is known.
    ///
    /// ## Why it matters
    /// After sign-in AWS sends the browser to the `RelayState`. Without one the user lands in the console instead of
    /// Amazon Connect, WorkSpaces or AppStream. It is posted beside the response and is no part of it.
    ///
    /// ## What to do
    /// Paste the whole form body or a HAR instead of the response alone, or give the relay state apart.
    ///
    /// ## Cannot tell
    /// ```xml base=connect service=connect needs=relay-state
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "relay-state-missing" {
        title: "no relay state to lead to the service",
        severity: Warning,
        stage: RelayState,
        needs: ["relay-state"],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Configure SAML with IAM for Amazon Connect",
            "Use a destination in your relay state URL"
        )],
        predicts: [],
    }
}

use crate::aws::services::Service;
use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.response()?;
    if !matches!(cx.service(), Service::Connect | Service::WorkSpaces | Service::AppStream) {
        return None;
    }
    if cx.context?.relay_state.is_none() {
        out.lacks(Need::RelayState);
    }
    Some(Checked)
}
