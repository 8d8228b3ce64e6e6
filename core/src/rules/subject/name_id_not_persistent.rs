crate::declare_rule! {
    /// The `NameID` of a WorkSpaces or AppStream user is not persistent.
    ///
    /// ## Why it matters
    /// The trust policy that AWS documents for these services has the condition `SAML:sub_type` `persistent`, which
    /// is compared with the `Format` of the `NameID`. With any other format AWS answers `Not authorized to perform
    /// sts:AssumeRoleWithSAML`. AppStream policies of the older kind test it once more, and the user is then told
    /// that SAML federation is not working. It works only where the condition was left out or changed.
    ///
    /// ## What to do
    /// Set the name identifier format to persistent at the identity provider. The value may stay as it is.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="«urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress»">alopez</saml:NameID>
    /// ```
    /// > the `NameID` has the format `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`, and the trust policies that AWS documents for Amazon WorkSpaces let in only `persistent`
    ///
    /// ```xml base=appstream service=appstream
    /// <saml:NameID Format="«urn:oasis:names:tc:SAML:2.0:nameid-format:transient»">_0a1b2c</saml:NameID>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alopez</saml:NameID>
    /// ```
    /// The console and Connect take every format, unless a trust policy says otherwise.
    /// ```xml na
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ana.lopez@example.com</saml:NameID>
    /// ```
    "name-id-not-persistent" {
        title: "a name that is not persistent where that is tested",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [
            (
                "Amazon WorkSpaces Administration Guide",
                "Set up SAML 2.0: Create a SAML 2.0 federation IAM role",
                "\"StringEquals\": {\"SAML:sub_type\": \"persistent\"}"
            ),
            (
                "AppStream 2.0 Administration Guide",
                "Setting up SAML: Create a SAML 2.0 federation IAM role",
                "\"StringEquals\": {\"SAML:sub_type\": \"persistent\"}"
            ),
        ],
        predicts: ["E05", "E40"],
    }
}

use super::formats::{self, Format};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let format = cx.role_assertion()?.subject.as_ref()?.name_id.as_ref()?.format.as_ref()?;
    if !formats::wants_persistent(cx.service()) {
        return None;
    }
    // Persistent under another version is said more precisely by `name-id-format-misversioned`.
    let meant = match formats::read(format.as_str()) {
        Format::OtherVersion { meant, .. } => meant,
        _ => format.as_str(),
    };
    if meant != formats::PERSISTENT {
        out.find(
            format.span,
            say![
                "the ",
                code("NameID"),
                " has the format ",
                code(format.as_str()),
                ", and the trust policies that AWS documents for ",
                cx.service().title(),
                " let in only ",
                code("persistent")
            ],
        )
        .expected(code(formats::PERSISTENT))
        .found(code(format.as_str()))
        .confidence(Confidence::Likely)
        .fix_at_idp(
            Setting::NameIdFormat,
            "Set the name identifier format to persistent. The value may stay as it is.",
        );
    }
    Some(Checked)
}
