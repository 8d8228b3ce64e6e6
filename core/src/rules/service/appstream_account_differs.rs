crate::declare_rule! {
    /// The relay state for AppStream names another account than the role.
    ///
    /// ## Why AWS refuses it
    /// The relay state's `accountId` is the account of the stack, and the role streams from stacks of its own account: its
    /// policy names them by their ARN. With the number of another account the user is not authorized for the stack.
    ///
    /// ## What to do
    /// Copy the relay state from the details of the stack in the account of the role.
    ///
    /// ## Fires
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=«777788889999»
    /// ```
    /// > the relay state names the account `777788889999`, and the role is in the account `444455556666`
    ///
    /// ## Does not fire
    /// ```xml base=appstream
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+relay
    /// https://appstream2.euc-sso.eu-west-1.aws.amazon.com/saml?stack=Designers&accountId=444455556666
    /// ```
    "appstream-account-differs" {
        title: "a relay state for a stack of another account",
        severity: Error,
        stage: RelayState,
        needs: [],
        explains: [],
        cites: [(
            "AppStream 2.0 Administration Guide",
            "Setting up SAML: Configure the Relay State of Your Federation",
            "accountId=aws-account-id-without-hyphens"
        )],
        predicts: ["E40"],
    }
}

use super::target;
use crate::aws::arn::Arn;
use crate::aws::relay_state::RelayKind;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let relay = target::relay(cx)?;
    if relay.read.kind != RelayKind::AppStream {
        return None;
    }
    let (account, at) = relay.part(|relay| &relay.account)?;
    let (own, place) = target::account(cx)?;
    let of_some_role =
        cx.roles.iter().any(|choice| choice.pair.role().and_then(Arn::account_id) == Some(account));
    // What is no account number is said by `relay-state-malformed`.
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    if is_account && !of_some_role {
        out.find(
            at,
            say![
                "the relay state names the account ",
                code(account),
                ", and the role is in the account ",
                code(own)
            ],
        )
        .confidence(Confidence::Likely)
        .expected(code(own))
        .found(code(account))
        .related(place, "the account of the role")
        .fix_at_idp(Setting::RelayState, "Enter the account of the role as accountId in the relay state.");
    }
    Some(Checked)
}
