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

use crate::aws::relay_state::RelayState;
use crate::aws::services::Service;
use crate::lint::{Checked, Cx, Findings, Need};
use std::ops::Range;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    if cx.service() != Service::Connect {
        return None;
    }
    let known = cx.context?.relay_state.as_ref().map(|known| RelayState::read(known.as_str()));
    let part = |pick: fn(&RelayState<'_>) -> Option<Range<usize>>| {
        let part = known.as_ref().map(|known| known.part(&pick(known)).to_owned());
        part.filter(|part| !part.is_empty())
    };
    let instance = part(|known| known.instance_id.clone());
    out.lacks(Need::ConnectUsers { instance, region: part(|known| known.region.clone()) });
    Some(Checked)
}
