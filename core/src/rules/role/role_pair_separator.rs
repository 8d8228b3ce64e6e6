crate::declare_rule! {
    /// Role and provider are not separated by one comma.
    ///
    /// ## Why AWS refuses it
    /// A value of `Role` is two ARNs with a comma between them. With a space, semicolon, line break or nothing there,
    /// or with commas too many, AWS cannot take the two apart: "Your request included an invalid SAML response".
    ///
    /// ## What to do
    /// Put exactly one comma between the ARNs and nothing before or after them.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin«;»arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > a semicolon (`;`) stands between the two ARNs of the `Role` value, where a comma belongs
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin« »arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin«\u{A}»arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Nothing at all; the place is just before the second ARN:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admi«n»arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP«,»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-pair-separator" {
        title: "role and provider not separated by one comma",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "Your request included an invalid SAML response. To logout, click here."
        )],
        predicts: ["E01", "E19c", "E19d"],
    }
}

use super::defect::{self, Defect};
use crate::aws::role_pair::PairFaultKind;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Message, code};
use crate::rules::naming::{character, characters};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::PairSeparator) {
        // One finding a value: the others follow from the same slip.
        let Some((kind, range)) = defect::separators(&choice.pair).next() else { continue };
        let text = choice.pair.value.get(range.clone()).unwrap_or_default();
        let between =
            |what: Message| what.and(" between the two ARNs of the ").and(code("Role")).and(" value");
        let message = match kind {
            PairFaultKind::MissingComma => between(say!["no comma stands"]),
            PairFaultKind::DoubledComma => between(say!["more than one comma stands"]),
            PairFaultKind::StrayComma => {
                say!["the ", code("Role"), " value begins or ends with a comma, where nothing belongs"]
            }
            PairFaultKind::WrongSeparator(c) => {
                between(character(c).and(" stands")).and(", where a comma belongs")
            }
            _ => between(characters(text.chars()).and(" stands")).and(", where a comma belongs"),
        };
        out.find(defect::visible(choice, range.clone()), message)
            .for_role(choice.index)
            .expected("one comma between two ARNs")
            .found(if text.is_empty() { say!["nothing"] } else { say![code(text)] })
            .fix_at_idp(
                Setting::Role,
                say!["Separate role and provider with a comma alone: ", code("role ARN,provider ARN"), "."],
            );
    }
    Some(Checked)
}
