crate::declare_rule! {
    /// The `Recipient` is right but for white space or an invisible character.
    ///
    /// ## Why it matters
    /// Trust policies compare the value as `SAML:aud`, every character of it. With a space more AWS may answer `Not
    /// authorized to perform sts:AssumeRoleWithSAML`. It is not documented whether AWS trims the value first.
    ///
    /// ## What to do
    /// Type the ACS URL anew at the identity provider, rather than pasting it: spaces and zero-width characters come
    /// along when it is copied from a page.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml« »"/>
    /// ```
    /// > the recipient of the assertion, `https://signin.aws.amazon.com/saml `, holds white space
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml«\u{200B}»"/>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "recipient-white-space" {
        title: "white space or an invisible character in the recipient",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: Subject and NameID",
            "These attributes include a value that must match the AWS endpoint (https://signin.aws.amazon.com/saml)"
        )],
        predicts: ["E05"],
    }
}

use super::faults;
use crate::aws::endpoints::Endpoint;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let recipient = cx.recipient()?;
    let Endpoint::Wrong(wrong) = cx.endpoint()? else { return Some(Checked) };
    if wrong.faults.iter().any(|fault| !faults::is_blank(fault.kind)) {
        return Some(Checked);
    }
    for fault in &wrong.faults {
        let reported = out
            .find(
                recipient.sub(fault.range.clone()),
                say![
                    "the recipient of the assertion, ",
                    code(recipient.as_str()),
                    ", ",
                    faults::describe(fault.kind)
                ],
            )
            .confidence(Confidence::Likely)
            .fix_at_idp(Setting::Acs, "Type the ACS URL anew at the identity provider.");
        if let Some(intended) = &wrong.intended {
            reported.expected(code(intended));
        }
    }
    Some(Checked)
}
