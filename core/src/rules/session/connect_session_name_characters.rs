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
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::rules::naming::{character, characters, join};
use crate::say;

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
    let Some(((first, _), others)) = bad.split_first() else { return Some(Checked) };
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
        .fix_at_idp(
            Setting::RoleSessionName,
            "Map an attribute that equals the person's user name in Amazon Connect, case included.",
        );
    for (range, c) in others {
        found = found.related(text.sub(range.clone()), character(*c));
    }
    Some(Checked)
}
