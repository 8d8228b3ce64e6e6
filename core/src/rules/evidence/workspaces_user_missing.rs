crate::declare_rule! {
    /// No WorkSpace belongs to the user that the `NameID` names.
    ///
    /// ## Why AWS refuses it
    /// WorkSpaces takes the `NameID` for the user's name in the directory.
    ///
    /// ## What to do
    /// Ask for the WorkSpaces of this user. An empty list means that the name is another one in the directory, or
    /// that no WorkSpace was made for it.
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

use crate::aws::services::Service;
use crate::lint::{Checked, Cx, Findings, Need};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    if cx.service() != Service::WorkSpaces {
        return None;
    }
    let user = assertion.subject.as_ref()?.name_id.as_ref()?.text.value.trim().to_owned();
    out.lacks(Need::WorkspacesUser { user, region: None });
    Some(Checked)
}
