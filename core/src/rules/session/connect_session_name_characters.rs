crate::declare_rule! {
    /// The session name holds characters that no Amazon Connect user name can have.
    ///
    /// ## Why AWS refuses it
    /// Amazon Connect looks for a user whose name equals the `RoleSessionName`. A session name may hold `+`, `=` and `,`;
    /// a Connect user name may not. So the role is given, and then Connect answers "Access Denied. Your account has been
    /// authenticated, but has not been onboarded to this application."
    ///
    /// ## What to do
    /// Map an attribute that equals the person's user name in Connect, without these characters.
    ///
    /// ## Fires
    /// ```xml base=connect service=connect
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana«+»test@example.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name `ana+test@example.com` holds `+`, which no user name in Amazon Connect can have
    ///
    /// `@` stands in addresses alone.
    /// ```xml base=connect service=connect
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«ana.lopez@example»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session name is `ana.lopez@example`; a user name in Amazon Connect has `@` only as a part of an e-mail address
    ///
    /// ## Does not fire
    /// ```xml base=connect service=connect
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>Ana_1.lopez-x@example.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Other services compare it with nothing:
    /// ```xml service=iam na
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>ana+test@example.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "connect-session-name-characters" {
        title: "a session name that no Connect user can have",
        severity: Error,
        stage: Service,
        needs: [],
        explains: ["connect-user-missing"],
        cites: [
            ("Amazon Connect API", "CreateUser: Username", "[a-zA-Z0-9_-.\\@]+"),
            (
                "Amazon Connect Administrator Guide",
                "Troubleshoot SAML with Amazon Connect",
                "Access Denied. Your account has been authenticated, but has not been onboarded to this application."
            ),
        ],
        predicts: ["E20", "connect-user-not-found"],
    }
}

use super::only_value;
use crate::aws::alphabets::{Alphabet, offending};
use crate::aws::attributes::AwsAttribute;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::rules::naming::{character, characters, join};
use crate::say;

const FIX: &str = "Map an attribute that equals the person's user name in Amazon Connect, case included.";

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if cx.service() != Service::Connect {
        return None;
    }
    let text = only_value::text(cx, AwsAttribute::RoleSessionName)?;
    // What no session name may hold is refused earlier, and said by `session-name-characters`.
    if !offending(Alphabet::RoleSessionName, text.as_str()).is_empty() {
        return None;
    }
    let bad = offending(Alphabet::ConnectUsername, text.as_str());
    let Some(((first, _), others)) = bad.split_first() else {
        if !at_sign_in_address(text.as_str()) {
            out.find(
                text.span,
                say![
                    "the session name is ",
                    code(text.as_str()),
                    "; a user name in Amazon Connect has ",
                    code("@"),
                    " only as a part of an e-mail address"
                ],
            )
            .at_most(Severity::Warning)
            .confidence(Confidence::Likely)
            .fix_at_idp(Setting::RoleSessionName, FIX);
        }
        return Some(Checked);
    };
    let named = || characters(bad.iter().map(|(_, c)| *c));
    let mut found = out
        .find(
            text.sub(first.clone()),
            join(say!["the session name ", code(text.as_str()), " holds "], named())
                .and(", which no user name in Amazon Connect can have"),
        )
        .expected(say!["letters, digits and ", code("_-.@")])
        .found(named())
        .confidence(Confidence::Likely)
        .fix_at_idp(Setting::RoleSessionName, FIX);
    for (range, c) in others {
        found = found.related(text.sub(range.clone()), character(*c));
    }
    Some(Checked)
}

/// Whether there is no `@`, or one, in an e-mail address.
fn at_sign_in_address(name: &str) -> bool {
    name.split_once('@').is_none_or(|(user, host)| {
        let labels = || host.split('.');
        !user.is_empty()
            && !host.contains('@')
            && labels().count() > 1
            && labels().all(|label| !label.is_empty())
    })
}
