crate::declare_rule! {
    /// The issuer is no `entityID` of the metadata that IAM holds for the provider.
    ///
    /// ## Why AWS refuses it
    /// The `Issuer` must equal an `entityID` of the uploaded metadata, character for character: scheme, case and a
    /// slash at the end count. Otherwise AWS answers that the issuer is not present in the specified provider.
    ///
    /// ## What to do
    /// Compare the `Issuer` with the `entityID` in the provider's metadata. If they differ, either the metadata of
    /// another application or tenant was uploaded, or the `Role` attribute names another provider.
    ///
    /// ## Fires
    /// ```xml without=Assertion/Issuer,Response/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/saml«/»</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"‹https://idp.example.com/saml›\"><IDPSSODescriptor/></EntityDescriptor>"}
    /// ```
    /// > the issuer is `https://idp.example.com/saml/`, and the metadata that IAM holds names `https://idp.example.com/saml`; they differ only in a slash at the end
    ///
    /// In the metadata of the identity provider itself, a small difference is enough to see that this one is meant.
    /// ```xml without=Assertion/Issuer,Response/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/«S»aml</saml:Issuer>
    /// ```
    /// ```+xml base=none
    /// <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="‹https://idp.example.com/saml›"><md:IDPSSODescriptor/></md:EntityDescriptor>
    /// ```
    /// > the issuer is `https://idp.example.com/Saml`, and the metadata names `https://idp.example.com/saml`; they differ only in upper and lower case
    ///
    /// ```xml without=Assertion/Issuer,Response/Issuer in=Assertion
    /// <saml:Issuer>«http://idp.example.com/saml»</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"‹https://idp.example.com/saml›\"><IDPSSODescriptor/></EntityDescriptor>"}
    /// ```
    ///
    /// IAM holds the metadata of somebody else.
    /// ```xml without=Assertion/Issuer,Response/Issuer in=Assertion
    /// <saml:Issuer>«https://idp.example.com/saml»</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"‹https://login.example.org/tenant›\"><IDPSSODescriptor/></EntityDescriptor>"}
    /// ```
    /// > the issuer is `https://idp.example.com/saml`, and the metadata that IAM holds names `https://login.example.org/tenant`
    ///
    /// ## Does not fire
    /// ```xml without=Assertion/Issuer,Response/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://idp.example.com/saml\"><IDPSSODescriptor/></EntityDescriptor>"}
    /// ```
    ///
    /// One of several is enough.
    /// ```xml without=Assertion/Issuer,Response/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+xml base=none
    /// <md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:EntityDescriptor entityID="https://idp.example.com/other"><md:IDPSSODescriptor/></md:EntityDescriptor><md:EntityDescriptor entityID="https://idp.example.com/saml"><md:IDPSSODescriptor/></md:EntityDescriptor></md:EntitiesDescriptor>
    /// ```
    ///
    /// ## Cannot tell
    /// ```xml needs=idp-metadata
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// The metadata of somebody else, which IAM need not hold, decides nothing.
    /// ```xml needs=idp-metadata
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+xml base=none
    /// <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://login.example.org/tenant"><md:IDPSSODescriptor/></md:EntityDescriptor>
    /// ```
    "issuer-not-in-provider" {
        title: "an issuer that the SAML provider in IAM does not name",
        severity: Error,
        stage: Issuer,
        needs: ["idp-metadata"],
        explains: ["signing-key-unknown"],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Issuer not present in specified provider",
            "Issuer not present in specified provider"
        )],
        predicts: ["E07", "invalid-saml-response"],
    }
}

use super::resemblance;
use crate::evidence::{HeldBy, SuppliedMetadata};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::rules::metadata::upload::UPLOAD;
use crate::rules::response::difference::{between, underline};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let issuer = &cx.assertion()?.issuer.as_ref()?.text;
    let need = cx.metadata_held();
    if issuer.as_str().trim().is_empty() {
        return None;
    }
    let all = &cx.evidence.metadata;
    let in_iam = all.iter().any(|held| held.held_by == HeldBy::Iam);
    let ids: Vec<&Text> =
        all.iter().filter(|held| !in_iam || held.held_by == HeldBy::Iam).flat_map(entity_ids).collect();
    // White space at the ends is for other rules: whether AWS trims is not known.
    let equal = |id: &&Text| id.as_str().trim() == issuer.as_str().trim();
    if ids.iter().any(equal) {
        return Some(Checked);
    }
    let near = ids.iter().find_map(|id| Some((*id, resemblance::between(issuer.as_str(), id.as_str())?)));
    let Some((id, alike)) = near.map(|(id, alike)| (id, Some(alike))).or(ids.first().map(|id| (*id, None)))
    else {
        out.lacks(need);
        return Some(Checked);
    };
    if alike.is_none() && !in_iam {
        // The metadata of somebody else says nothing about what IAM holds.
        out.lacks(need);
        return Some(Checked);
    }
    let place = match alike {
        Some(_) => underline(issuer, between(issuer.as_str(), id.as_str()).0),
        None => issuer.trimmed().1,
    };
    let words = say![
        "the issuer is ",
        code(issuer.as_str().trim()),
        if in_iam { ", and the metadata that IAM holds names " } else { ", and the metadata names " },
        code(id.as_str())
    ];
    let words = match alike {
        Some(alike) => words.and("; they differ only in ").and(alike),
        None => words,
    };
    out.find(place, words)
        .at_most(if cx.service().assumes_a_role() { Severity::Error } else { Severity::Warning })
        .confidence(if in_iam { Confidence::Certain } else { Confidence::Likely })
        .predicts(cx.service().assumes_a_role().then_some("E07"))
        .expected(code(id.as_str()))
        .found(code(issuer.as_str()))
        .related(id.span, "the entity ID of the metadata")
        .fix_by(
            Owner::AwsAdmin,
            "Upload the metadata of the identity provider that sends this issuer, or name the provider that holds it in the \
             Role attribute.",
        )
        .update_provider(cx.provider(), UPLOAD);
    Some(Checked)
}

/// The names of the identity providers.
fn entity_ids(held: &SuppliedMetadata) -> impl Iterator<Item = &Text> {
    let providers = held.metadata.entities.iter().filter(|entity| !entity.identity_providers.is_empty());
    providers.filter_map(|entity| entity.entity_id.as_ref())
}
