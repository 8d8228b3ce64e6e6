crate::declare_rule! {
    /// SAML is switched off in the WorkSpaces directory.
    ///
    /// ## Why AWS refuses it
    /// After the provider and the role are made, SAML 2.0 authentication must be turned on in the directory. As long as it
    /// is off, the client does not take the user who comes from the identity provider.
    ///
    /// ## What to do
    /// WorkSpaces console, Directories, the directory, Authentication, Edit SAML 2.0 Identity Provider: enable it, and enter
    /// the user access URL of the application at the identity provider.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-90671234ab", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "«DISABLED»"}}]}
    /// ```
    /// > SAML is switched off in the WorkSpaces directory `d-90671234ab`
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-90671234ab", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED", "UserAccessUrl": "https://example.okta.com/app/x/exk1/sso/saml", "RelayStateParameterName": "RelayState"}}]}
    /// ```
    "workspaces-saml-disabled" {
        title: "a WorkSpaces directory without SAML",
        severity: Error,
        stage: Service,
        needs: [],
        explains: ["workspaces-user-missing"],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0: Enable SAML 2.0 authentication on your WorkSpaces directory",
            "Turn on SAML 2.0 authentication"
        )],
        predicts: [],
    }
}

use super::directory;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let (known, item) = directory::of_message(cx)?;
    let status = known.saml_status.as_ref()?;
    out.used(item, "It says whether SAML is switched on in the directory.");
    if status.as_str() == "DISABLED" {
        let id = directory::name(known);
        out.find(status.span, say!["SAML is switched off in the WorkSpaces directory ", code(id)])
            .confidence(Confidence::Likely)
            .expected(code("ENABLED"))
            .found(code(status.as_str()))
            .fix_by(
                Owner::ServiceAdmin,
                "Turn SAML 2.0 authentication on in the settings of the directory, and enter the user access URL of the identity \
                 provider there.",
            );
    }
    Some(Checked)
}
