crate::declare_rule! {
    /// The entity ID has white space at an end, or an invisible character in it.
    ///
    /// ## Why it matters
    /// AWS compares the `entityID` with the `Issuer` of each response, and a character that nobody sees makes them differ.
    /// Whether AWS trims the value first is not documented.
    ///
    /// ## What to do
    /// Type the entity ID again at the identity provider, download the metadata and upload it to IAM.
    ///
    /// ## Fires
    /// ```xml base=none also=metadata-size,signing-key-missing
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml« »">
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    /// > the `entityID` has a space at its end, and AWS may compare it exactly
    ///
    /// ```xml base=none also=metadata-size,signing-key-missing
    /// <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.«\u{200B}»example.com/saml">
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "entity-id-white-space" {
        title: "white space in the entity ID",
        severity: Warning,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM",
            "Issuer not present in specified provider"
        )],
        predicts: [],
    }
}

use super::upload;
use crate::aws::characters::is_invisible;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::rules::naming::{character, join};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::supplied(cx)?;
    for id in supplied.metadata.entities.iter().filter_map(|entity| entity.entity_id.as_ref()) {
        let Some((at, char, place)) = fault(id) else { continue };
        let message = join(say!["the ", code("entityID"), " has "], character(char));
        out.find(
            id.sub(at..at.saturating_add(char.len_utf8())),
            message.and(place).and(", and AWS may compare it exactly"),
        )
        .confidence(Confidence::Possible)
        .expected(code(id.as_str().trim().replace(is_invisible, "")))
        .fix_at_idp(Setting::Issuer, "Type the entity ID again, without the stray character.");
    }
    Some(Checked)
}

/// The first character that should not be there, and where it is. An empty value is for another rule.
fn fault(id: &Text) -> Option<(usize, char, &'static str)> {
    let value = id.as_str();
    let (start, end) = (value.len().saturating_sub(value.trim_start().len()), value.trim_end().len());
    if end == 0 {
        return None;
    }
    value.char_indices().find_map(|(at, char)| match at {
        _ if at < start => Some((at, char, " at its start")),
        _ if at >= end => Some((at, char, " at its end")),
        _ => is_invisible(char).then_some((at, char, " in it")),
    })
}
