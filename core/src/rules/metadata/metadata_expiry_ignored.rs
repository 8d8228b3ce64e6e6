crate::declare_rule! {
    /// The metadata names a time until which it holds, and IAM ignores it.
    ///
    /// ## Why it matters
    /// IAM keeps metadata until somebody replaces it: `validUntil` and `cacheDuration` have no effect, and a time that has
    /// passed is not why a sign-in fails. For the same reason IAM never fetches a new certificate by itself.
    ///
    /// ## What to do
    /// Nothing now. When the identity provider changes its certificate, upload its new metadata to IAM before.
    ///
    /// ## Fires
    /// ```xml base=none also=metadata-size,signing-key-missing
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml" validUntil="«2020-01-01T00:00:00Z»">
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    /// > `validUntil` is `2020-01-01T00:00:00Z`, which IAM ignores
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "metadata-expiry-ignored" {
        title: "an end of validity that IAM ignores",
        severity: Note,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM",
            "IAM does not evaluate or take action on the expiration of X.509 certificates in SAML metadata documents"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::saml::metadata::Described;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::supplied(cx)?;
    let metadata = supplied.metadata;
    let groups = metadata.groups.iter().map(|group| &group.described);
    // One is enough: a federation repeats it at every entity.
    let first = groups.chain(metadata.entities.iter().map(|entity| &entity.described)).find_map(limit);
    if let Some((name, value)) = first {
        out.find(value.span, say![code(name), " is ", code(value.as_str()), ", which IAM ignores"]).fix_by(
            Owner::AwsAdmin,
            "Upload new metadata whenever the identity provider changes its certificate.",
        );
    }
    Some(Checked)
}

fn limit(described: &Described) -> Option<(&'static str, &crate::source::Text)> {
    let until = described.valid_until.as_ref().map(|text| ("validUntil", text));
    until.or_else(|| described.cache_duration.as_ref().map(|text| ("cacheDuration", text)))
}
