crate::declare_rule! {
    /// A character that nobody sees stands in a role value.
    ///
    /// ## Why AWS refuses it
    /// Zero width spaces, byte order marks, soft hyphens and the like come along when a value is copied from a web page
    /// or a chat. To AWS they are characters like any other, and no ARN can have them: "Your request included an invalid
    /// SAML response", or a role of that name is not found.
    ///
    /// ## What to do
    /// Type the value anew, or paste it as plain text.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP«\u{200B}»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` value holds a zero width space (U+200B), which cannot be seen and which no ARN can have
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Ad«\u{AD}»min,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-invisible-character" {
        title: "an invisible character in a role value",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "or other invalid characters"
        )],
        predicts: ["E01", "E09"],
    }
}

use super::defect::{self, Defect};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::naming::{character, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::InvisibleCharacter) {
        let mut places = defect::invisible(choice.pair.value);
        let Some((range, c)) = places.next() else { continue };
        let message = join(say!["the ", code("Role"), " value holds "], character(c))
            .and(", which cannot be seen and which no ARN can have");
        let mut found = out
            .find(choice.value.text.sub(range), message)
            .for_role(choice.index)
            .expected("visible characters only")
            .found(character(c))
            .fix_at_idp(Setting::Role, "Type the value anew, or paste it as plain text.");
        for (range, c) in places {
            found = found.related(choice.value.text.sub(range), character(c));
        }
    }
    Some(Checked)
}
