crate::declare_rule! {
    /// IAM Identity Center has no user whose name is the `NameID`.
    ///
    /// ## Why AWS refuses it
    /// IAM Identity Center looks for a user whose user name is the `NameID`, to the letter; the e-mail address of the user
    /// does not count. Users are not made at sign-in. Without such a user it says `An unexpected error has occurred`.
    /// Whether upper and lower case count is not documented, so a difference in them alone is a warning.
    ///
    /// ## What to do
    /// Let the identity provider send the attribute that the user name was provisioned from, or provision the user.
    ///
    /// ## Fires
    /// ```xml service=identity-center
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ana.lopez«@example.com»</saml:NameID>
    /// ```
    /// ```+json
    /// {"Users": [{"IdentityStoreId": "d-1234567890", "UserId": "u1", "UserName": "‹ana.lopez›", "Emails": [{"Value": "ana.lopez@example.com"}]}]}
    /// ```
    /// > the `NameID` is `ana.lopez@example.com`, and the user name in IAM Identity Center is `ana.lopez`: they differ only in the domain
    ///
    /// ```xml service=identity-center
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">«A»na.lopez@example.com</saml:NameID>
    /// ```
    /// ```+json
    /// {"Users": [{"IdentityStoreId": "d-1234567890", "UserId": "u1", "UserName": "‹ana.lopez@example.com›"}], "NextToken": "abc"}
    /// ```
    ///
    /// ```xml service=identity-center
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">«cara@example.com»</saml:NameID>
    /// ```
    /// ```+json
    /// {"Users": [{"IdentityStoreId": "d-1234567890", "UserId": "u1", "UserName": "ana.lopez@example.com"}]}
    /// ```
    /// > the `NameID` is `cara@example.com`, and no user of IAM Identity Center has this user name
    ///
    /// ## Does not fire
    /// ```xml service=identity-center
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ana.lopez@example.com</saml:NameID>
    /// ```
    /// ```+json
    /// {"Users": [{"IdentityStoreId": "d-1234567890", "UserId": "u1", "UserName": "ana.lopez@example.com"}]}
    /// ```
    /// One page of a list does not show who is on the others.
    /// ```xml service=identity-center
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">cara@example.com</saml:NameID>
    /// ```
    /// ```+json
    /// {"Users": [{"IdentityStoreId": "d-1234567890", "UserId": "u1", "UserName": "ana.lopez@example.com"}], "NextToken": "abc"}
    /// ```
    "identity-center-user-missing" {
        title: "a NameID that is no user of IAM Identity Center",
        severity: Error,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "IAM Identity Center User Guide",
            "Troubleshooting IAM Identity Center issues: An unexpected error has occurred",
            "An unexpected error has occurred"
        )],
        predicts: ["unexpected-error"],
    }
}

use crate::aws::outputs::Listing;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity, code};
use crate::rules::response::difference::{between, underline};
use crate::rules::service::names::{Miss, nearest};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.assertion()?;
    if cx.service() != Service::IdentityCenter {
        return None;
    }
    let sent = &assertion.subject.as_ref()?.name_id.as_ref()?.text;
    let name = sent.as_str();
    let lists: Vec<_> = cx.evidence.outputs.identity_center_users().collect();
    lists.first()?;
    let whole = lists.iter().any(|list| list.value.listing == Listing::Whole);
    let users = || lists.iter().flat_map(|list| list.value.user_names.iter().map(|user| (user, list.item)));
    if let Some((_, item)) = users().find(|(user, _)| user.as_str() == name) {
        out.used(item, "A user whose name is the NameID stands in it.");
        return Some(Checked);
    }
    let near = nearest(name, users()).filter(|(_, _, miss)| whole || miss.is_sure());
    if let Some((user, item, miss)) = near {
        out.used(item, "A user whose name is nearly the NameID stands in it.");
        let words = say![
            "the ",
            code("NameID"),
            " is ",
            code(name),
            ", and the user name in IAM Identity Center is ",
            code(user.as_str()),
            ": they differ ",
            miss.words()
        ];
        let severity = if miss == Miss::Case { Severity::Warning } else { Severity::Error };
        out.find(underline(sent, between(name, user.as_str()).0), words)
            .at_most(severity)
            .confidence(Confidence::Likely)
            .expected(code(user.as_str()))
            .found(code(name))
            .related(user.span, "the user name in IAM Identity Center")
            .fix_at_idp(
                Setting::NameIdValue,
                "Send the user name exactly as IAM Identity Center has it. It is often provisioned from another attribute than \
                 the NameID is made of.",
            );
    } else if whole {
        for list in &lists {
            out.used(list.item, "It lists all users, and the NameID is not among their names.");
        }
        out.find(
            sent.trimmed().1,
            say![
                "the ",
                code("NameID"),
                " is ",
                code(name),
                ", and no user of IAM Identity Center has this user name"
            ],
        )
        .found(code(name))
        .expected("the user name of a user")
        .fix_by(
            Owner::ServiceAdmin,
            "Provision the user under this very user name, or let the identity provider send the one that the user has.",
        );
    } else {
        for list in &lists {
            out.left_aside(list.item, "The NameID is not in it, but it is only a part of the list of users.");
        }
    }
    Some(Checked)
}
