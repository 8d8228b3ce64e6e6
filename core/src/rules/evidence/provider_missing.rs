crate::declare_rule! {
    /// The account has no SAML provider of the ARN in the `Role` attribute.
    ///
    /// ## Why AWS refuses it
    /// AWS looks the provider up by its ARN. Account number, name and case must all be right.
    ///
    /// ## What to do
    /// List the providers of the account and copy the ARN from there into the `Role` mapping.
    ///
    /// ## Cannot tell
    /// ```xml needs=provider-list
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "provider-missing" {
        title: "a SAML provider that does not exist in the account",
        severity: Error,
        stage: Provider,
        needs: ["provider-list"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Specified provider doesn't exist",
            "Specified provider doesn't exist"
        )],
        predicts: ["E08"],
    }
}

use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    out.lacks(Need::ProviderList);
    Some(Checked)
}
