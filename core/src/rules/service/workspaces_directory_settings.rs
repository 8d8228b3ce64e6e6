crate::declare_rule! {
    /// The directory's settings do not fit the identity provider.
    ///
    /// ## Why it matters
    /// The WorkSpaces client opens the user access URL and adds its relay state under the parameter name of the directory.
    /// PingFederate and PingOne for Enterprise take `TargetResource`, all others `RelayState`. And the user access URL is the
    /// application's own link at the identity provider: the sign-in address of AWS takes only responses, and Entra ID answers
    /// AADSTS750054 to its `/saml2` address. A sign-in that begins at the identity provider works all the same.
    ///
    /// ## What to do
    /// Correct the field in the directory: Authentication, Edit SAML 2.0 Identity Provider.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-1", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED", "UserAccessUrl": "«https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/saml2»", "RelayStateParameterName": "RelayState"}}]}
    /// ```
    /// > the user access URL of the directory is `https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/saml2`, which takes requests of SAML and no users
    ///
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-1", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED", "UserAccessUrl": "https://ping.example.com/idp/startSSO.ping?PartnerSpId=urn:amazon:webservices", "RelayStateParameterName": "«RelayState»"}}]}
    /// ```
    /// > the directory passes its relay state as `RelayState`, and this identity provider takes `TargetResource`
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-1", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED", "UserAccessUrl": "https://myapps.microsoft.com/signin/11111111-2222-3333-4444-555555555555?tenantId=x", "RelayStateParameterName": "RelayState"}}]}
    /// ```
    "workspaces-directory-settings" {
        title: "a WorkSpaces directory that does not fit the identity provider",
        severity: Warning,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0: Enable SAML 2.0 authentication on your WorkSpaces directory",
            "IdP deep link parameter name"
        )],
        predicts: ["AADSTS750054", "E32"],
    }
}

use super::directory;
use crate::aws::endpoints::{self, Endpoint};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let (known, item) = directory::of_message(cx)?;
    let url = known.user_access_url.as_ref()?;
    out.used(item, "It says how the client gets to the identity provider.");
    let lower = url.as_str().trim().to_ascii_lowercase();
    let of_entra = lower.starts_with("https://login.microsoftonline.com/")
        && lower.trim_end_matches('/').ends_with("/saml2");
    let of_aws =
        matches!(endpoints::recognise(url.as_str()), Endpoint::SignIn(_) | Endpoint::StaticSaml { .. });
    if of_entra || of_aws {
        out.find(
            url.span,
            say![
                "the user access URL of the directory is ",
                code(url.as_str()),
                if of_aws {
                    ", the sign-in address of AWS, which only takes responses"
                } else {
                    ", which takes requests of SAML and no users"
                }
            ],
        )
        .confidence(Confidence::Likely)
        .predicts(of_entra.then_some("AADSTS750054"))
        .fix_by(
            Owner::ServiceAdmin,
            "Enter the link with which the identity provider starts this application as user access URL.",
        );
    }
    let parameter = known.relay_state_parameter_name.as_ref()?;
    let of_ping =
        lower.contains("startsso.ping") || lower.contains("connect.pingidentity.com/sso/sp/initsso");
    let wanted = if of_ping { "TargetResource" } else { "RelayState" };
    if parameter.as_str() != wanted {
        out.find(
            parameter.span,
            say![
                "the directory passes its relay state as ",
                code(parameter.as_str()),
                ", and this identity provider takes ",
                code(wanted)
            ],
        )
        .confidence(Confidence::Likely)
        .predicts(Some("E32"))
        .expected(code(wanted))
        .found(code(parameter.as_str()))
        .fix_by(
            Owner::ServiceAdmin,
            "Enter the other name as IdP deep link parameter name of the directory.",
        );
    }
    Some(Checked)
}
