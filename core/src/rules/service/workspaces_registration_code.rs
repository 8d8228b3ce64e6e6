crate::declare_rule! {
    /// The registration code in the relay state is none of the directories'.
    ///
    /// ## Why AWS refuses it
    /// The registration code says in which directory WorkSpaces looks for the user. With a code that no directory has, the
    /// client reports a wrong redirect, or opens for another directory.
    ///
    /// ## What to do
    /// Copy the code from the directory; write its plus sign as `%2B` where the identity provider decodes the URL.
    ///
    /// ## Fires
    /// ```xml base=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-90671234ab", "RegistrationCode": "‹WSpdx+ABC123›", "SamlProperties": {"Status": "ENABLED"}}]}
    /// ```
    /// ```+relay
    /// https://workspaces.euc-sso.eu-west-1.aws.amazon.com/sso-idp?registrationCode=«wspdx+abc123»
    /// ```
    /// > the relay state has the registration code `wspdx+abc123`, and the directory has `WSpdx+ABC123`
    ///
    /// ```xml base=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-90671234ab", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED"}}]}
    /// ```
    /// ```+relay
    /// https://workspaces.euc-sso.eu-west-1.aws.amazon.com/sso-idp?registrationCode=«SLiad%2BXYZ789»
    /// ```
    ///
    /// ## Does not fire
    /// ```xml base=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-90671234ab", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED"}}]}
    /// ```
    /// ```+relay
    /// https://workspaces.euc-sso.eu-west-1.aws.amazon.com/sso-idp?registrationCode=WSpdx%2BABC123
    /// ```
    "workspaces-registration-code" {
        title: "a registration code that no directory has",
        severity: Error,
        stage: RelayState,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0: Configure the relay state of your federation",
            "registrationCode=registration-code"
        )],
        predicts: ["E32"],
    }
}

use super::{directory, target};
use crate::aws::outputs::Listing;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let relay = target::relay(cx)?;
    let (_, at) = relay.part(|relay| &relay.registration_code)?;
    let sent = directory::code(cx)?;
    let lists: Vec<_> = cx.evidence.outputs.workspaces_directories().collect();
    lists.first()?;
    // A name in place of the code is for redirection across regions.
    let is_name = sent.contains('.');
    let codes =
        || directory::all(cx).filter_map(|(known, item)| Some((known.registration_code.as_ref()?, item)));
    if is_name || codes().any(|(known, _)| known.as_str() == sent) {
        return Some(Checked);
    }
    // An unencoded plus may have become a space.
    let plain = |code: &str| code.replace(' ', "+").to_ascii_lowercase();
    let near = codes().find(|(known, _)| plain(known.as_str()) == plain(&sent));
    let whole = lists.iter().any(|list| list.value.listing == Listing::Whole);
    let reported = match near {
        Some((known, item)) => {
            out.used(item, "Its registration code is nearly that of the relay state.");
            out.find(
                at,
                say![
                    "the relay state has the registration code ",
                    code(&sent),
                    ", and the directory has ",
                    code(known.as_str())
                ],
            )
            .confidence(Confidence::Likely)
            .expected(code(known.as_str()))
            .related(known.span, "the code of the directory")
        }
        None if whole => {
            for list in &lists {
                out.used(list.item, "None of its directories has the registration code of the relay state.");
            }
            // The code may be that of another region or account.
            out.find(
                at,
                say![
                    "the relay state has the registration code ",
                    code(&sent),
                    ", which no directory in the list has"
                ],
            )
            .at_most(Severity::Warning)
            .confidence(Confidence::Likely)
        }
        None => {
            for list in &lists {
                out.left_aside(list.item, "It is not the directory that the relay state names.");
            }
            return Some(Checked);
        }
    };
    reported.found(code(&sent)).fix_at_idp(
        Setting::RelayState,
        "Enter the registration code of the directory in the relay state, letter for letter.",
    );
    Some(Checked)
}
