crate::declare_rule! {
    /// The Connect instance has no user whose name equals the session name.
    ///
    /// ## Why AWS refuses it
    /// Amazon Connect looks for a user whose name is the `RoleSessionName`, case included. Users are not made at
    /// first sign-in.
    ///
    /// ## What to do
    /// List the users of the instance and compare `Username` with the `RoleSessionName`, character for character.
    ///
    /// ## Cannot tell
    /// ```xml base=connect service=connect needs=connect-users
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "connect-user-missing" {
        title: "a session name that is no Connect user",
        severity: Error,
        stage: Service,
        needs: ["connect-users"],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Troubleshoot SAML with Amazon Connect",
            "Access Denied. Your account has been authenticated, but has not been onboarded to this application."
        )],
        predicts: ["E20"],
    }
}

use crate::aws::relay_state::{self, RelayState};
use crate::aws::services::Service;
use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    if cx.service() != Service::Connect {
        return None;
    }
    let relay_state = cx.context?.relay_state.as_ref();
    let (instance, region) = match relay_state.map(|relay_state| relay_state::recognise(relay_state.as_str())) {
        Some(RelayState::Connect(connect)) => (connect.instance, connect.region),
        _ => (None, None),
    };
    out.lacks(Need::ConnectUsers { instance: instance.map(str::to_owned), region: region.map(str::to_owned) });
    Some(Checked)
}
