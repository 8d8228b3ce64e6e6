crate::declare_rule! {
    /// The metadata begins with a byte order mark, or is not in UTF-8.
    ///
    /// ## Why AWS refuses it
    /// IAM reads metadata as UTF-8 without a byte order mark, and answers "Could not parse metadata." otherwise. Editors and
    /// PowerShell on Windows put this mark, which nobody sees, in front of the text.
    ///
    /// ## What to do
    /// Save the file again as UTF-8 without a byte order mark, or download it again from the identity provider and upload it
    /// as it is.
    ///
    /// ## Fires
    /// ```paste also=metadata-size,signing-key-missing
    /// «\u{FEFF}»<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml">
    ///   <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ///     <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    ///   </IDPSSODescriptor>
    /// </EntityDescriptor>
    /// ```
    /// > the metadata begins with a byte order mark, and IAM takes only UTF-8 without one
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// ```
    "metadata-byte-order-mark" {
        title: "metadata with a byte order mark",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Could not parse metadata",
            "The metadata file must be encoded in UTF-8 format without a byte order mark (BOM)"
        )],
        predicts: ["could-not-parse-metadata"],
    }
}

use super::upload;
use crate::codec::RepairKind;
use crate::lint::{Checked, Cx, Findings, Owner};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    for layer in &cx.layers {
        let mark = layer.repairs.iter().find(|repair| repair.kind == RepairKind::ByteOrderMark);
        let (span, message) = match (layer.id, mark) {
            ("utf-16", mark) => (
                mark.map_or(layer.span, |mark| mark.span),
                say!["the metadata is written in UTF-16, and IAM takes only UTF-8"],
            ),
            (_, Some(mark)) => (
                mark.span,
                say!["the metadata begins with a byte order mark, and IAM takes only UTF-8 without one"],
            ),
            _ => continue,
        };
        out.find(span, message).at_most(supplied.ceiling).expected("UTF-8 without a byte order mark").fix_by(
            Owner::AwsAdmin,
            "Save the file as UTF-8 without a byte order mark, and upload it again.",
        );
    }
    Some(Checked)
}
