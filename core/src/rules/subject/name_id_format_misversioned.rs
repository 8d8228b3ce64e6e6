crate::declare_rule! {
    /// The `Format` of the `NameID` has the right name under the wrong version of SAML.
    ///
    /// ## Why it matters
    /// `emailAddress`, `unspecified`, `X509SubjectName` and `WindowsDomainQualifiedName` are formats of SAML 1.1 and
    /// keep that version in SAML 2.0; `persistent`, `transient`, `kerberos` and `entity` exist in 2.0 only. The name
    /// that is sent does not exist. AWS does not say whether it takes it all the same; a trust policy that tests
    /// `SAML:sub_type` compares the value as it is.
    ///
    /// ## What to do
    /// Correct the version in the identity provider's name identifier format.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:«2.0»:nameid-format:emailAddress">ana.lopez@example.com</saml:NameID>
    /// ```
    /// > the format `urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress` of the `NameID` does not exist; `urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress` does
    ///
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:«1.1»:nameid-format:persistent">alopez</saml:NameID>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ana.lopez@example.com</saml:NameID>
    /// ```
    /// Where only persistent is let in, that is what to say.
    /// ```xml base=workspaces service=workspaces na
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:emailAddress">alopez</saml:NameID>
    /// ```
    "name-id-format-misversioned" {
        title: "a name format of the wrong SAML version",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "SAML Core 2.0",
            "8.3 Name identifier format identifiers",
            "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
        )],
        predicts: [],
    }
}

use super::formats::{self, Format};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let format = cx.role_assertion()?.subject.as_ref()?.name_id.as_ref()?.format.as_ref()?;
    let Format::OtherVersion { version, meant } = formats::read(format.as_str()) else {
        return Some(Checked);
    };
    let persistent = formats::wants_persistent(cx.service());
    if persistent && meant != formats::PERSISTENT {
        return None;
    }
    let confidence = if persistent { Confidence::Likely } else { Confidence::Possible };
    let reported = out
        .find(
            format.sub_str(version),
            say![
                "the format ",
                code(format.as_str()),
                " of the ",
                code("NameID"),
                " does not exist; ",
                code(meant),
                " does"
            ],
        )
        .expected(code(meant))
        .found(code(format.as_str()))
        .confidence(confidence);
    let advice = say!["Set the name identifier format (NameID format) to ", code(meant), "."];
    // The steps that providers document for this setting choose persistent.
    if meant == formats::PERSISTENT {
        reported.fix_at_idp(Setting::NameIdFormat, advice);
    } else {
        reported.fix_by(Owner::IdpAdmin, advice);
    }
    Some(Checked)
}
