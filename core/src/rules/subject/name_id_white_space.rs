crate::declare_rule! {
    /// The `NameID` has white space around it, or holds a character that cannot be seen.
    ///
    /// ## Why it matters
    /// The value becomes `saml:sub` as it is. WorkSpaces and AppStream look for a user of exactly this name, and
    /// policies that test `saml:sub` compare every character. AWS does not document what else it does with such a
    /// value, so the sign-in may well work where nothing compares the name.
    ///
    /// ## What to do
    /// Remove the character from the user's attribute, or trim the value in the mapping.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana.lopez« »</saml:NameID>
    /// ```
    /// > the `NameID`, `ana.lopez `, ends with white space
    ///
    /// Pretty-printing adds line breaks.
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«
    ///   »ana.lopez«
    /// »</saml:NameID>
    /// ```
    ///
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ana«\u{200B}».lopez</saml:NameID>
    /// ```
    ///
    /// ## Does not fire
    /// A space within is no white space around.
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">Ana López</saml:NameID>
    /// ```
    "name-id-white-space" {
        title: "white space or an invisible character in the name",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0: Create assertions for the SAML authentication response",
            "The value must match the WorkSpaces user name, and is typically the sAMAccountName attribute for the Active Directory user."
        )],
        predicts: [],
    }
}

use crate::aws::characters::{describe_char, is_invisible};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let name_id = cx.role_assertion()?.subject.as_ref()?.name_id.as_ref()?;
    let value = name_id.text.as_str();
    let inner = value.trim();
    if inner.is_empty() {
        return None;
    }
    let confidence = if super::formats::wants_persistent(cx.service()) {
        Confidence::Likely
    } else {
        Confidence::Possible
    };
    let mut report = |part: &str, how: String| {
        out.find(name_id.text.sub_str(part), say!["the ", code("NameID"), ", ", code(value), ", ", how])
            .expected(code(inner))
            .confidence(confidence)
            .fix_at_idp(
                Setting::NameIdValue,
                "Take the character out of the user's attribute, or trim the value.",
            );
    };
    if let Some((before, after)) = value.split_once(inner) {
        if !before.is_empty() {
            report(before, "begins with white space".to_owned());
        }
        if !after.is_empty() {
            report(after, "ends with white space".to_owned());
        }
    }
    for part in inner.split_inclusive(is_invisible).filter(|part| part.ends_with(is_invisible)) {
        let last = part.chars().next_back()?;
        let at = part.len().checked_sub(last.len_utf8())?;
        report(part.get(at..)?, format!("holds an invisible character: {}", describe_char(last)));
    }
    Some(Checked)
}
