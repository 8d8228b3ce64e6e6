crate::declare_rule! {
    /// The role's trust policy does not let this assertion in.
    ///
    /// ## Why AWS refuses it
    /// The role must exist, trust this very provider, allow `sts:AssumeRoleWithSAML` (and `sts:TagSession` where
    /// session tags are sent, `sts:SetSourceIdentity` where a source identity is), and its conditions must hold.
    /// `SAML:aud` is compared with the `Recipient`, not with the `Audience`.
    ///
    /// ## What to do
    /// Read the trust policy beside the message: the principal against the provider's ARN, each condition against
    /// the value that the message carries.
    ///
    /// ## Cannot tell
    /// ```xml needs=trust-policy
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    ///
    /// ## Does not fire
    /// Without a role there is no policy to ask for.
    /// ```xml na also=role-missing without=Attribute[Attributes/Role]
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "role-not-assumable" {
        title: "a role whose trust policy refuses",
        severity: Error,
        stage: TrustPolicy,
        needs: ["trust-policy"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05"],
    }
}

use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    // Without a role that can be read there is no policy to ask for.
    let mut roles = cx.roles.iter().filter_map(|choice| choice.pair.role()).peekable();
    roles.peek()?;
    for role in roles {
        out.lacks(Need::TrustPolicy { role: role.text().to_owned() });
    }
    Some(Checked)
}
