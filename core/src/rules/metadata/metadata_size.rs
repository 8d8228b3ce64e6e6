crate::declare_rule! {
    /// The metadata is shorter or longer than IAM takes.
    ///
    /// ## Why AWS refuses it
    /// A metadata document must have 1,000 to 10,000,000 characters. The metadata of one identity provider with a
    /// certificate is longer than that; a shorter one usually lacks its certificate or is a part that was copied. The
    /// metadata of a whole federation can be too long.
    ///
    /// ## What to do
    /// Download the metadata of this one identity provider, and upload the file as it is.
    ///
    /// ## Fires
    /// ```xml base=none also=signing-key-missing
    /// <«EntityDescriptor» xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml">
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    /// > the metadata has 355 characters, and IAM takes 1,000 to 10,000,000
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    /// What IAM holds is long enough.
    /// ```json
    /// {"SAMLMetadataDocument": "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://idp.example.com/saml\"/>"}
    /// ```
    "metadata-size" {
        title: "metadata that is too short or too long",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM API",
            "CreateSAMLProvider: SAMLMetadataDocument",
            "Length Constraints: Minimum length of 1000. Maximum length of 10000000."
        )],
        predicts: ["could-not-parse-metadata"],
    }
}

use super::upload;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner};
use crate::rules::naming::grouped;
use crate::say;

/// Characters of a document that IAM takes (IAM API, CreateSAMLProvider).
const TAKEN: std::ops::RangeInclusive<usize> = 1_000..=10_000_000;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    let leaf = cx.sources.excerpt(cx.item.leaf.span);
    let source = cx.sources.text(cx.item.leaf.source);
    // White space around the document counts where it belongs to the file.
    let whole = if source.trim().len() == leaf.trim().len() { source } else { leaf };
    let length = whole.chars().count();
    if TAKEN.contains(&length) {
        return Some(Checked);
    }
    let root = supplied.document.element(supplied.metadata.root)?;
    let few = length < *TAKEN.start();
    out.find(
        root.name_span(),
        say!["the metadata has ", grouped(length), " characters, and IAM takes 1,000 to 10,000,000"],
    )
    .at_most(supplied.ceiling)
    .confidence(if few { Confidence::Likely } else { Confidence::Certain })
    .expected("1,000 to 10,000,000 characters")
    .found(say![grouped(length), " characters"])
    .fix_by(
        Owner::AwsAdmin,
        "Download the metadata of this one identity provider again, and upload the file as it is.",
    );
    Some(Checked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_taken() {
        for (length, taken) in [(999, false), (1_000, true), (10_000_000, true), (10_000_001, false)] {
            assert_eq!(TAKEN.contains(&length), taken, "{length}");
        }
    }
}
