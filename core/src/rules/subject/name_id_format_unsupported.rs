crate::declare_rule! {
    /// The `Format` of the `NameID` is none of the eight that AWS lists.
    ///
    /// ## Why it matters
    /// AWS lists eight formats and does not say what happens to others. A trust policy that tests `SAML:sub_type`
    /// sees the value as it is, so one that expects `persistent` refuses it.
    ///
    /// ## What to do
    /// Choose one of the eight. Persistent suits every AWS service behind IAM; e-mail address is usual for the
    /// console.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:NameID Format="«urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted»">ana.lopez</saml:NameID>
    /// ```
    /// > the format of the `NameID`, `urn:oasis:names:tc:SAML:2.0:nameid-format:encrypted`, is none of the eight that AWS lists
    ///
    /// ```xml
    /// <saml:NameID Format="«urn:oasis:names:tc:SAML:2.0:nameid-format:Persistent»">ana.lopez</saml:NameID>
    /// ```
    /// > the format of the `NameID`, `urn:oasis:names:tc:SAML:2.0:nameid-format:Persistent`, is none of the eight that AWS lists; probably `urn:oasis:names:tc:SAML:2.0:nameid-format:persistent` was meant
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">CN=Ana</saml:NameID>
    /// ```
    /// Right name, wrong version: another rule says that.
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress">ana.lopez@example.com</saml:NameID>
    /// ```
    "name-id-format-unsupported" {
        title: "a name format that AWS does not list",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: Subject and NameID",
            "NameID elements can have the value persistent, transient, or consist of the full Format URI"
        )],
        predicts: [],
    }
}

use super::formats::{self, Format};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let format = cx.role_assertion()?.subject.as_ref()?.name_id.as_ref()?.format.as_ref()?;
    // For these services `name-id-not-persistent` says the one thing that helps.
    if formats::wants_persistent(cx.service()) {
        return None;
    }
    let meant = match formats::read(format.as_str()) {
        Format::Supported | Format::OtherVersion { .. } => return Some(Checked),
        Format::NearMiss(meant) => Some(meant),
        Format::Unknown => None,
    };
    let message = say![
        "the format of the ",
        code("NameID"),
        ", ",
        code(format.as_str()),
        ", is none of the eight that AWS lists"
    ];
    let message = match meant {
        Some(meant) => message.and("; probably ").and(code(meant)).and(" was meant"),
        None => message,
    };
    out.find(format.span, message)
        .expected(code(meant.unwrap_or(formats::PERSISTENT)))
        .confidence(Confidence::Possible)
        .fix_at_idp(
            Setting::NameIdFormat,
            "Choose a format that AWS lists; persistent suits every AWS service.",
        );
    Some(Checked)
}
