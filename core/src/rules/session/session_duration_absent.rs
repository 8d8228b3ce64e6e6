crate::declare_rule! {
    /// Without `SessionDuration`, streaming ends after an hour.
    ///
    /// ## Why it matters
    /// WorkSpaces and AppStream disconnect the user when the session ends, and without the attribute it lasts 60 minutes.
    ///
    /// ## What to do
    /// Send `https://aws.amazon.com/SAML/Attributes/SessionDuration` with the seconds of a working day, at most 43200 (12 hours).
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces
    /// «<saml:AttributeStatement>»
    ///   <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///     <saml:AttributeValue>arn:aws:iam::444455556666:role/WorkSpacesUsers,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///   </saml:Attribute>
    ///   <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
    ///     <saml:AttributeValue>ana.lopez@example.com</saml:AttributeValue>
    ///   </saml:Attribute>
    ///   <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Email">
    ///     <saml:AttributeValue>ana.lopez@example.com</saml:AttributeValue>
    ///   </saml:Attribute>
    /// </saml:AttributeStatement>
    /// ```
    /// > the assertion has no `SessionDuration`, so streaming is disconnected after 60 minutes
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>28800</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// In the console, an hour is what many want:
    /// ```xml without=Attribute[/SessionDuration] na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "session-duration-absent" {
        title: "no SessionDuration",
        severity: Note,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Troubleshooting: disconnected every 60 minutes",
            "SessionDuration"
        ), (
            "Amazon AppStream 2.0 Administration Guide",
            "Setting Up SAML",
            "60 minutes"
        )],
        predicts: ["E31", "E43"],
    }
}

use crate::aws::attributes::AwsAttribute;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::role::attribute_lookup::{self, Absent};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let error = match cx.service() {
        Service::WorkSpaces => "E31",
        Service::AppStream => "E43",
        _ => return None,
    };
    let wanted = AwsAttribute::SessionDuration;
    if let Some(Absent::Nowhere { tag, .. }) = attribute_lookup::absent(assertion, wanted) {
        out.find(
            tag,
            say![
                "the assertion has no ",
                code(wanted.suffix()),
                ", so streaming is disconnected after 60 minutes"
            ],
        )
        .predicts(Some(error))
        .expected(say!["an attribute ", code(wanted.name())])
        .fix_at_idp(
            Setting::SessionDuration,
            say!["Send ", code(wanted.name()), " with the seconds that a session may last, at most 43200."],
        );
    }
    Some(Checked)
}
