crate::declare_rule! {
    /// Entra ID left the groups out, because there are too many.
    ///
    /// ## Why it matters
    /// Above 150 groups Entra ID sends no groups at all, but one attribute with a link under which they could be asked
    /// for. AWS follows no link and reads no groups, so the sign-in itself does not suffer. It matters where a claim for
    /// AWS is made from the groups: that claim is then missing for this person, and only for people with many groups.
    ///
    /// ## What to do
    /// Limit the group claim to the groups that are assigned to the application, or delete the claim. Give roles by app
    /// roles (`user.assignedroles`), which have no such limit.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="«http://schemas.microsoft.com/claims/groups.link»">
    ///   <saml:AttributeValue>https://graph.windows.net/11111111-2222-3333-4444-555555555555/users/66666666-7777-8888-9999-000000000000/getMemberObjects</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > Entra ID sent a link in place of the groups: the person is in more than 150, and none of them was sent
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="http://schemas.microsoft.com/ws/2008/06/identity/claims/groups">
    ///   <saml:AttributeValue>66666666-7777-8888-9999-000000000000</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "groups-left-out" {
        title: "a link in place of the groups",
        severity: Note,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "Microsoft Learn",
            "Configure group claims for applications by using Microsoft Entra ID",
            "The number of groups emitted in a token is limited to 150 for SAML assertions"
        )],
        predicts: [],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

const LINK: &str = "http://schemas.microsoft.com/claims/groups.link";

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let attributes = cx.assertion()?.attributes.iter();
    let found = attributes.filter_map(|attribute| attribute.name.as_ref()).find(|name| name.as_str() == LINK);
    if let Some(name) = found {
        out.find(
            name.span,
            say![
                "Entra ID sent a link in place of the groups: the person is in more than 150, and none of them was sent"
            ],
        )
        .expected("no group claim, or one with few groups")
        .found(code(LINK))
        .fix_at_idp(
            Setting::AttributeName,
            "Under Attributes & Claims, limit the group claim to the groups assigned to the application, or delete it. \
             Nothing needs to be done where no claim for AWS is made from groups.",
        );
    }
    Some(Checked)
}
