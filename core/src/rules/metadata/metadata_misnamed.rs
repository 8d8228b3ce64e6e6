crate::declare_rule! {
    /// An element of the metadata is written in another case or namespace than the standard says.
    ///
    /// ## Why AWS refuses it
    /// Names in XML are compared letter by letter, and together with their namespace. An element that is called otherwise is
    /// another element, so a program that reads SAML metadata does not find the one that it needs. Metadata that was
    /// written or changed by hand has such names.
    ///
    /// ## What to do
    /// Upload the metadata as the identity provider gives it. If it is made by hand, write the name as shown here, and
    /// declare `urn:oasis:names:tc:SAML:2.0:metadata`.
    ///
    /// ## Fires
    /// ```xml base=metadata in=IDPSSODescriptor
    /// <«md:SingleSignonService» Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    /// ```
    /// > `md:SingleSignonService` is no element of SAML metadata as it is written here; `SingleSignOnService` is
    ///
    /// ## Does not fire
    /// ```xml base=metadata
    /// <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/>
    /// ```
    "metadata-misnamed" {
        title: "an element of the metadata with a wrong name",
        severity: Error,
        stage: Provider,
        needs: [],
        explains: ["single-sign-on-service-missing", "signing-key-missing", "identity-provider-missing"],
        cites: [(
            "Namespaces in XML 1.0",
            "2.3 Comparing URI References",
            "they are identical if and only if the strings are identical"
        ), (
            "SAML Metadata 2.0",
            "2.3.2 Element <EntityDescriptor>",
            "specifies metadata for a single SAML entity"
        )],
        predicts: ["could-not-parse-metadata"],
    }
}

use super::upload;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::saml::metadata::Misnamed;
use crate::say;

/// Places that are shown; the rest adds nothing.
const SHOWN: usize = 8;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let supplied = upload::for_upload(cx)?;
    for Misnamed { span, meant } in supplied.metadata.misnamed.iter().take(SHOWN) {
        let written = supplied.document.raw(*span);
        let local = written.rsplit(':').next().unwrap_or(written);
        let message = if local == meant.1 {
            say![code(written), " stands in another namespace than that of SAML metadata"]
        } else {
            say![
                code(written),
                " is no element of SAML metadata as it is written here; ",
                code(meant.1),
                " is"
            ]
        };
        out.find(*span, message)
            .at_most(supplied.ceiling)
            .confidence(Confidence::Likely)
            .expected(say![code(meant.1), " of the namespace ", code(meant.0)])
            .found(code(written))
            .fix_by(
                Owner::IdpAdmin,
                "Upload the metadata as the identity provider gives it, or write the name as the standard does.",
            );
    }
    Some(Checked)
}
