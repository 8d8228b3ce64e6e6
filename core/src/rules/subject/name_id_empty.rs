crate::declare_rule! {
    /// The `NameID` is empty.
    ///
    /// ## Why AWS refuses it
    /// AWS wants a `Subject` that contains a `NameID`, and the SAML standard wants at least one visible character in
    /// every string. The text is probably `Not authorized to perform sts:AssumeRoleWithSAML`, as for a missing name;
    /// AWS does not say so of an empty one.
    ///
    /// ## What to do
    /// Look up the attribute that the name identifier is mapped to, and fill it for this user, or map another one.
    ///
    /// ## Fires
    /// ```xml
    /// «<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">»</saml:NameID>
    /// ```
    /// > the `NameID` is empty, so AWS does not learn who signs in
    ///
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«  »</saml:NameID>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">0</saml:NameID>
    /// ```
    "name-id-empty" {
        title: "an empty name",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [
            (
                "IAM User Guide",
                "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
                "This error can also occur if the SAML response does not include a Subject containing a NameID."
            ),
            (
                "SAML Core 2.0",
                "1.3.1 String values",
                "all strings in SAML messages MUST consist of at least one non-whitespace character"
            ),
        ],
        predicts: ["E05", "unexpected-error"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let name_id = cx.named_assertion()?.subject.as_ref()?.name_id.as_ref()?;
    let value = name_id.text.as_str();
    if value.trim().is_empty() {
        let place = if value.is_empty() { name_id.tag } else { name_id.text.span };
        out.find(place, say!["the ", code("NameID"), " is empty, so AWS does not learn who signs in"])
            .confidence(Confidence::Likely)
            .predicts(Some(if cx.service().assumes_a_role() { "E05" } else { "unexpected-error" }))
            .fix_at_idp(
                Setting::NameIdValue,
                "Fill the attribute that the name identifier is mapped to for this user, or map another one.",
            );
    }
    Some(Checked)
}
