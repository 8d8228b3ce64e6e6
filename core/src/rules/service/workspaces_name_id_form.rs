crate::declare_rule! {
    /// The NameID for WorkSpaces has the form of an address or of a Windows name.
    ///
    /// ## Why it matters
    /// WorkSpaces compares the NameID with the user name in the directory, which mostly is the bare `sAMAccountName`. With
    /// another value the client says "Something went wrong: An error occurred while launching your WorkSpace". Some
    /// directories have user names of this form, so this is a note.
    ///
    /// ## What to do
    /// Compare it with the user name that `aws workspaces describe-workspaces` shows, and map NameID to the attribute that
    /// equals it.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«ana.lopez@example.com»</saml:NameID>
    /// ```
    /// > the NameID is `ana.lopez@example.com`, which must be the user name in WorkSpaces; mostly that is a bare name
    ///
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«CORP\alopez»</saml:NameID>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alopez</saml:NameID>
    /// ```
    /// ```xml na
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez@example.com</saml:NameID>
    /// ```
    "workspaces-name-id-form" {
        title: "a NameID that is hardly a user name of WorkSpaces",
        severity: Note,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0: Create assertions for the SAML authentication response",
            "https://aws.amazon.com/SAML/Attributes/PrincipalTag:Email"
        )],
        predicts: ["E33"],
    }
}

use super::tagged;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let name_id = cx.role_assertion()?.subject.as_ref()?.name_id.as_ref()?;
    if cx.service() != Service::WorkSpaces {
        return None;
    }
    let (value, at) = name_id.text.trimmed();
    // The list of the users says more, and this tag is another name to find the user by.
    let told =
        cx.evidence.outputs.workspaces().next().is_some() || tagged::value(cx, "ClientUserName").is_some();
    if told || !value.contains(['@', '\\']) {
        return Some(Checked);
    }
    out.find(
        at,
        say![
            "the NameID is ",
            code(value),
            ", which must be the user name in WorkSpaces; mostly that is a bare name"
        ],
    )
    .confidence(Confidence::Possible)
    .fix_at_idp(Setting::NameIdValue, "Map NameID to the attribute that equals the user name in WorkSpaces.");
    Some(Checked)
}
