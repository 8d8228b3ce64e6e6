crate::declare_rule! {
    /// No WorkSpace belongs to the user that the `NameID` names.
    ///
    /// ## Why AWS refuses it
    /// WorkSpaces takes the `NameID` for the user's name in the directory (the `sAMAccountName`). If no WorkSpace has that
    /// user, the client says "Something went wrong: An error occurred while launching your WorkSpace".
    ///
    /// ## What to do
    /// Send the user's name as `describe-workspaces` shows it: without a domain, without `@`. An empty list means that no
    /// WorkSpace was made for the user.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alopez«@example.com»</saml:NameID>
    /// ```
    /// ```+json
    /// {"Workspaces": [{"WorkspaceId": "ws-1", "DirectoryId": "d-1", "UserName": "‹alopez›"}]}
    /// ```
    /// > the `NameID` is `alopez@example.com`, and the user of the WorkSpace is `alopez`: they differ only in the domain
    ///
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«cdiaz»</saml:NameID>
    /// ```
    /// ```+json
    /// {"Workspaces": [{"WorkspaceId": "ws-1", "DirectoryId": "d-1", "UserName": "alopez"}]}
    /// ```
    /// > the `NameID` is `cdiaz`, and no WorkSpace in the list has this user
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ALopez</saml:NameID>
    /// ```
    /// ```+json
    /// {"Workspaces": [{"WorkspaceId": "ws-1", "DirectoryId": "d-1", "UserName": "alopez"}]}
    /// ```
    ///
    /// ## Cannot tell
    /// ```xml base=workspaces service=workspaces needs=workspaces-user
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "workspaces-user-missing" {
        title: "a name identifier that is no WorkSpaces user",
        severity: Error,
        stage: Service,
        needs: ["workspaces-user"],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Troubleshoot issues for WorkSpaces",
            "Something went wrong: An error occurred while launching your WorkSpace"
        )],
        predicts: ["E33"],
    }
}

use crate::aws::outputs::Listing;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Need, Owner, Severity, code};
use crate::rules::response::difference::{between, underline};
use crate::rules::service::names::nearest;
use crate::rules::service::{tagged, target};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    if cx.service() != Service::WorkSpaces {
        return None;
    }
    let sent = &assertion.subject.as_ref()?.name_id.as_ref()?.text;
    let name = sent.as_str().trim();
    let lists: Vec<_> = cx.evidence.outputs.workspaces().collect();
    let whole = lists.iter().any(|list| list.value.listing == Listing::Whole);
    let users = || {
        let all = lists.iter().flat_map(|list| list.value.workspaces.iter().map(|one| (one, list.item)));
        all.filter_map(|(one, item)| Some((one.user_name.as_ref()?, item)))
    };
    // Active Directory makes no difference between upper and lower case.
    if let Some((_, item)) = users().find(|(user, _)| user.as_str().to_lowercase() == name.to_lowercase()) {
        out.used(item, "It shows that the user has a WorkSpace.");
        return Some(Checked);
    }
    // With this tag the user may have another name.
    let severity = match tagged::value(cx, "ClientUserName") {
        Some(_) => Severity::Warning,
        None => Severity::Error,
    };
    let near = nearest(name, users()).filter(|(_, _, miss)| whole || miss.is_sure());
    if let Some((user, item, miss)) = near {
        out.used(item, "A user whose name is nearly the NameID has a WorkSpace.");
        let words = say![
            "the ",
            code("NameID"),
            " is ",
            code(name),
            ", and the user of the WorkSpace is ",
            code(user.as_str()),
            ": they differ ",
            miss.words()
        ];
        out.find(underline(sent, between(sent.as_str(), user.as_str()).0), words)
            .at_most(severity)
            .confidence(Confidence::Likely)
            .expected(code(user.as_str()))
            .found(code(name))
            .related(user.span, "the user of the WorkSpace")
            .fix_at_idp(
                Setting::NameIdValue,
                "Send the user's name in the directory (sAMAccountName) as NameID, as describe-workspaces shows it.",
            );
    } else if whole {
        for list in &lists {
            out.used(list.item, "It lists the WorkSpaces, and none of them is the user's.");
        }
        out.find(
            sent.trimmed().1,
            say!["the ", code("NameID"), " is ", code(name), ", and no WorkSpace in the list has this user"],
        )
        .at_most(severity)
        .confidence(Confidence::Likely)
        .expected("the user name of a WorkSpace")
        .found(code(name))
        .fix_by(
            Owner::ServiceAdmin,
            "Create a WorkSpace for the user, or let the identity provider send the name that the user has in the directory.",
        );
    } else {
        for list in &lists {
            out.left_aside(
                list.item,
                "The user is not in it, but it is only a part of the list of WorkSpaces.",
            );
        }
        out.lacks(Need::WorkspacesUser { user: name.to_owned(), region: target::region(cx) });
    }
    Some(Checked)
}
