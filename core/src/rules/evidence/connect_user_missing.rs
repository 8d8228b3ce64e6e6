crate::declare_rule! {
    /// The Connect instance has no user whose name equals the session name.
    ///
    /// ## Why AWS refuses it
    /// Amazon Connect looks for a user whose name is the `RoleSessionName`, case included: "All Amazon Connect usernames
    /// are case sensitive, even when using SAML". Users are not made at first sign-in. The role is given, and then Connect
    /// answers "Access Denied. Your account has been authenticated, but has not been onboarded to this application."
    ///
    /// ## What to do
    /// Where only the case or the domain differs, change the claim mapping at the identity provider so that it sends the
    /// name as Connect has it. Else create the user in Connect. If the names are equal, look for a second profile of the
    /// same user.
    ///
    /// ## Fires
    /// ```xml base=connect service=connect
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«JD»oe</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"UserSummaryList": [
    ///   {"Id": "1", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/i/agent/1", "Username": "ben.fox"},
    ///   {"Id": "2", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/i/agent/2", "Username": "‹jdoe›"}]}
    /// ```
    /// > the session name is `JDoe`, and the user in Amazon Connect is `jdoe`: they differ only in upper and lower case
    ///
    /// The name of the directory is not the name in Connect.
    /// ```xml base=connect service=connect
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>jdoe«@example.com»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"UserSummaryList": [{"Id": "2", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/i/agent/2", "Username": "‹jdoe›"}]}
    /// ```
    ///
    /// ```xml base=connect service=connect
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>«cara.diaz»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"UserSummaryList": [{"Id": "2", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/i/agent/2", "Username": "jdoe"}]}
    /// ```
    /// > the session name is `cara.diaz`, and no user of the Connect instance has this name
    ///
    /// ## Does not fire
    /// ```xml base=connect service=connect
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///   <saml:AttributeValue>jdoe</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"UserSummaryList": [
    ///   {"Id": "1", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/i/agent/1", "Username": "JDoe"},
    ///   {"Id": "2", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/i/agent/2", "Username": "jdoe"}]}
    /// ```
    ///
    /// ## Cannot tell
    /// ```xml base=connect service=connect needs=connect-users
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// One page of a list does not show who is on the others.
    /// ```xml base=connect service=connect needs=connect-users
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"UserSummaryList": [{"Id": "1", "Arn": "arn:aws:connect:eu-west-2:444455556666:instance/i/agent/1", "Username": "ben.fox"}], "NextToken": "abc"}
    /// ```
    /// In columns, too.
    /// ```xml base=connect service=connect needs=connect-users
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// USERSUMMARYLIST	arn:aws:connect:eu-west-2:444455556666:instance/i/agent/1	1	eu-west-2	2026-01-01T00:00:00Z	ben.fox
    /// NEXTTOKEN	eyJOZXh0VG9rZW4iOiBudWxsfQ==
    /// ```
    "connect-user-missing" {
        title: "a session name that is no Connect user",
        severity: Error,
        stage: Service,
        needs: ["connect-users"],
        explains: [],
        cites: [
            (
                "Amazon Connect Administrator Guide",
                "Troubleshoot SAML with Amazon Connect",
                "Access Denied. Your account has been authenticated, but has not been onboarded to this application."
            ),
            (
                "Amazon Connect Administrator Guide",
                "Configure SAML with IAM for Amazon Connect",
                "All Amazon Connect usernames are case sensitive, even when using SAML"
            ),
        ],
        predicts: ["E20", "connect-user-not-found", "E24", "some-users-fail"],
    }
}

use crate::aws::outputs::Listing;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Need, Owner, code};
use crate::rules::response::difference::{between, underline};
use crate::rules::service::names::nearest;
use crate::rules::service::target;
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    if cx.service() != Service::Connect {
        return None;
    }
    let relay = target::relay(cx);
    let instance = relay.as_ref().and_then(target::Relay::instance).map(|(instance, _)| instance);
    let need = Need::ConnectUsers { instance: instance.map(str::to_owned), region: target::region(cx) };
    let value = cx.aws_attributes("RoleSessionName").next().and_then(|attribute| attribute.values.first());
    let Some(sent) = value.map(|value| &value.text).filter(|sent| !sent.as_str().trim().is_empty()) else {
        out.lacks(need);
        return Some(Checked);
    };
    let name = sent.as_str().trim();
    let (names, whole) = known(cx, instance, out);
    if let Some((_, item)) = names.iter().find(|(known, _)| known.as_str() == name) {
        out.used(*item, "A user whose name is the session name stands in it.");
        return Some(Checked);
    }
    let near = nearest(name, names.iter().copied()).filter(|(_, _, miss)| whole || miss.is_sure());
    for (_, item) in names.iter().filter(|_| near.is_none() && !whole) {
        out.left_aside(*item, "The session name is not in it, but it is only a part of the list of users.");
    }
    if let Some((user, item, miss)) = near {
        out.used(item, "A user whose name is nearly the session name stands in it.");
        let words = say![
            "the session name is ",
            code(name),
            ", and the user in Amazon Connect is ",
            code(user.as_str()),
            ": they differ ",
            miss.words()
        ];
        out.find(underline(sent, between(sent.as_str(), user.as_str()).0), words)
            .confidence(if whole { Confidence::Certain } else { Confidence::Likely })
            .expected(code(user.as_str()))
            .found(code(name))
            .related(user.span, "the user's name in Amazon Connect")
            .fix_at_idp(
                Setting::RoleSessionName,
                "Send the name exactly as the user has it in Amazon Connect, for example by a transformation to lower case or to the \
                 part before the @ sign.",
            );
    } else if whole {
        for (_, item) in &names {
            out.used(*item, "It lists all users, and the session name is not among them.");
        }
        out.find(
            sent.trimmed().1,
            say!["the session name is ", code(name), ", and no user of the Connect instance has this name"],
        )
        .found(code(name))
        .expected("the name of a user of the instance")
        .fix_by(
            Owner::ServiceAdmin,
            "Create the user in Amazon Connect under this very name, or let the identity provider send the name that the user has \
             there.",
        );
    } else {
        out.lacks(need);
    }
    Some(Checked)
}

/// The names of the instance's users, each with its item, and whether those are all.
fn known<'a>(cx: &Cx<'a>, instance: Option<&str>, out: &mut Findings) -> (Vec<(&'a Text, usize)>, bool) {
    let mut names = Vec::new();
    let mut whole = false;
    for list in cx.evidence.outputs.connect_users() {
        let of_another = |arn: &Text| {
            let named = arn.as_str().split_once(":instance/").and_then(|(_, rest)| rest.split('/').next());
            instance.is_some_and(|instance| named.is_some_and(|named| !named.eq_ignore_ascii_case(instance)))
        };
        if list.value.users.iter().filter_map(|user| user.arn.as_ref()).any(of_another) {
            out.left_aside(list.item, "It lists the users of another instance than the relay state names.");
            continue;
        }
        // The last page has no token, and counts with the others.
        whole |= list.value.listing == Listing::Whole;
        names.extend(list.value.users.iter().filter_map(|user| Some((user.username.as_ref()?, list.item))));
    }
    for list in cx.evidence.outputs.user_names() {
        names.extend(list.value.names.iter().map(|name| (name, list.item)));
    }
    (names, whole)
}
