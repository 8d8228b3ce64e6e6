crate::declare_rule! {
    /// IAM Identity Center receives a name whose format is not e-mail address.
    ///
    /// ## Why AWS refuses it
    /// IAM Identity Center requires the format of SAML 1.1 for e-mail addresses, and compares the value with the
    /// name of an existing user. The user is told only `An unexpected error has occurred`.
    ///
    /// ## What to do
    /// Set the name identifier format to e-mail address, and let the value equal the user name in IAM Identity
    /// Center.
    ///
    /// ## Fires
    /// ```xml service=identity-center
    /// <saml:NameID Format="«urn:oasis:names:tc:SAML:2.0:nameid-format:persistent»">ana.lopez@example.com</saml:NameID>
    /// ```
    /// > IAM Identity Center wants a `NameID` in the format of an e-mail address; this one has `urn:oasis:names:tc:SAML:2.0:nameid-format:persistent`
    ///
    /// Without a format it may work; nothing is documented.
    /// ```xml service=identity-center
    /// «<saml:NameID>»ana.lopez@example.com</saml:NameID>
    /// ```
    /// > IAM Identity Center wants a `NameID` in the format of an e-mail address; this one names no format
    ///
    /// The format promises an address.
    /// ```xml service=identity-center
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">«ana.lopez»</saml:NameID>
    /// ```
    /// > IAM Identity Center wants a `NameID` in the format of an e-mail address; this one has this format, and its value `ana.lopez` is no e-mail address
    ///
    /// ## Does not fire
    /// ```xml service=identity-center
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ana.lopez@example.com</saml:NameID>
    /// ```
    /// For a role in IAM every listed format will do.
    /// ```xml na
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez</saml:NameID>
    /// ```
    "name-id-format-for-identity-center" {
        title: "a name format that IAM Identity Center does not take",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM Identity Center User Guide",
            "Connect to an external identity provider: considerations",
            "IAM Identity Center requires a SAML nameID format of email address (that is, urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress)."
        )],
        predicts: ["unexpected-error", "its-not-you"],
    }
}

use super::formats;
use crate::aws::services::Service;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let name_id = cx.assertion()?.subject.as_ref()?.name_id.as_ref()?;
    if cx.service() != Service::IdentityCenter {
        return None;
    }
    let wants = |how: &'static str| {
        say![
            "IAM Identity Center wants a ",
            code("NameID"),
            " in the format of an e-mail address; this one ",
            how
        ]
    };
    let reported = match &name_id.format {
        Some(format) if format.as_str() == formats::EMAIL => {
            let (value, at) = name_id.text.trimmed();
            let is_address = value.split_once('@').is_some_and(|(user, host)| {
                !user.is_empty() && !host.is_empty() && !value.contains(char::is_whitespace)
            });
            // An empty one is for another rule.
            if is_address || value.is_empty() {
                return Some(Checked);
            }
            out.find(
                at,
                wants("has this format, and its value ").and(code(value)).and(" is no e-mail address"),
            )
            .found(code(value))
        }
        Some(format) => {
            out.find(format.span, wants("has ").and(code(format.as_str()))).found(code(format.as_str()))
        }
        None => out.find(name_id.tag, wants("names no format")).at_most(Severity::Warning),
    };
    // The steps that providers document for this setting choose persistent, which roles want.
    let reported = reported.expected(code(formats::EMAIL));
    reported.confidence(Confidence::Likely).fix_by(
        Owner::IdpAdmin,
        "Set the name identifier format to e-mail address (SAML 1.1), and let the value equal the user name in IAM Identity Center.",
    );
    Some(Checked)
}
