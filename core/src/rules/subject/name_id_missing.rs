crate::declare_rule! {
    /// The subject has no `NameID`.
    ///
    /// ## Why AWS refuses it
    /// The `NameID` is the user's name to AWS: it becomes `saml:sub`. The IAM User Guide says that a response without
    /// a `Subject` that contains a `NameID` is answered with `Not authorized to perform sts:AssumeRoleWithSAML`.
    ///
    /// ## What to do
    /// Map the name identifier to an attribute that the user has. If the mapping is there, look whether the
    /// attribute is empty for this very user: many identity providers then leave the element out.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:Subject>»
    ///   <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///     <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    ///   </saml:SubjectConfirmation>
    /// </saml:Subject>
    /// ```
    /// > the subject has no `NameID`, so AWS does not learn who signs in
    ///
    /// An encrypted name may do: AWS documents encrypted assertions, but says nothing of encrypted names.
    /// ```xml
    /// <saml:Subject>
    ///   «<saml:EncryptedID>»</saml:EncryptedID>
    ///   <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///     <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    ///   </saml:SubjectConfirmation>
    /// </saml:Subject>
    /// ```
    /// > the `NameID` is encrypted, and AWS does not say whether it reads an `EncryptedID`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:NameID>ana.lopez</saml:NameID>
    /// ```
    "name-id-missing" {
        title: "a subject without a name",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "This error can also occur if the SAML response does not include a Subject containing a NameID."
        )],
        predicts: ["E05", "unexpected-error"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let subject = cx.named_assertion()?.subject.as_ref()?;
    let in_iam = cx.service().assumes_a_role();
    match (&subject.name_id, subject.encrypted_id) {
        (Some(_), _) => {}
        (None, Some(encrypted)) => {
            out.find(
                encrypted,
                say![
                    "the ",
                    code("NameID"),
                    " is encrypted, and AWS does not say whether it reads an ",
                    code("EncryptedID")
                ],
            )
            .expected(code("NameID"))
            .at_most(Severity::Warning)
            .confidence(Confidence::Possible)
            .fix_at_idp(
                Setting::Encryption,
                "Send the name in the clear, or encrypt the whole assertion instead.",
            );
        }
        (None, None) => {
            out.find(
                subject.tag,
                say!["the subject has no ", code("NameID"), ", so AWS does not learn who signs in"],
            )
            .expected(code("NameID"))
            .confidence(if in_iam { Confidence::Certain } else { Confidence::Likely })
            .predicts(Some(if in_iam { "E05" } else { "unexpected-error" }))
            .fix_at_idp(
                Setting::NameIdValue,
                "Map the name identifier (NameID) to an attribute that this user has.",
            );
        }
    }
    Some(Checked)
}
