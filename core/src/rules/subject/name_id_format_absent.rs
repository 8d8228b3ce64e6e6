crate::declare_rule! {
    /// The `NameID` of a WorkSpaces or AppStream user has no `Format`.
    ///
    /// ## Why it matters
    /// The trust policy that AWS documents for these services lets in only those whose `SAML:sub_type` is
    /// `persistent`, and that value is read from `Format`. Without one the name counts as unspecified, the condition
    /// fails and AWS probably answers `Not authorized to perform sts:AssumeRoleWithSAML`. It works only if the
    /// condition was left out of the trust policy.
    ///
    /// ## What to do
    /// Set the name identifier format to persistent at the identity provider.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces
    /// «<saml:NameID>»alopez</saml:NameID>
    /// ```
    /// > the `NameID` has no format, and the trust policies that AWS documents for Amazon WorkSpaces let in only `persistent`
    ///
    /// ```xml base=appstream service=appstream
    /// «<saml:NameID>»ana.lopez@example.com</saml:NameID>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alopez</saml:NameID>
    /// ```
    /// Elsewhere an absent format does no harm that is known.
    /// ```xml na
    /// <saml:NameID>ana.lopez</saml:NameID>
    /// ```
    "name-id-format-absent" {
        title: "a name without a format where one is tested",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0: Create a SAML 2.0 federation IAM role",
            "\"StringEquals\": {\"SAML:sub_type\": \"persistent\"}"
        )],
        predicts: ["E05", "E40"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let name_id = cx.role_assertion()?.subject.as_ref()?.name_id.as_ref()?;
    if !super::formats::wants_persistent(cx.service()) {
        return None;
    }
    if name_id.format.is_none() {
        out.find(
            name_id.tag,
            say![
                "the ",
                code("NameID"),
                " has no format, and the trust policies that AWS documents for ",
                cx.service().title(),
                " let in only ",
                code("persistent")
            ],
        )
        .expected(code(super::formats::PERSISTENT))
        .confidence(Confidence::Likely)
        .fix_at_idp(Setting::NameIdFormat, "Set the name identifier format to persistent.");
    }
    Some(Checked)
}
