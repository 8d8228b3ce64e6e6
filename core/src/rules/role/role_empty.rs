crate::declare_rule! {
    /// The `Role` attribute has no value.
    ///
    /// ## Why AWS refuses it
    /// An empty `Role` names no role, and the sign-in page answers "Your request included an invalid SAML response".
    /// Mostly the person is assigned no role at the identity provider, or the group filter matches no group. An empty
    /// value beside one that can be read is a warning: nobody documents what AWS makes of it.
    ///
    /// ## What to do
    /// Assign a role to the person, or correct the mapping that should find it.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   «<saml:AttributeValue>»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` attribute has an empty value, so it names no role
    ///
    /// ```xml
    /// «<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">»</saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   «<saml:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>»
    /// </saml:Attribute>
    /// ```
    /// Beside a good value it is a warning:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///   «<saml:AttributeValue>» </saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-empty" {
        title: "a Role attribute without a value",
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

use super::defect;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Message, ROLE, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let mut attributes = assertion.attributes_named(ROLE).peekable();
    let first = attributes.peek()?.tag;
    if cx.roles.is_empty() {
        say_so(out, first, say!["the ", code("Role"), " attribute has no value, so it names no role"]);
        return Some(Checked);
    }
    let empty: Vec<_> = cx.roles.iter().filter(|choice| defect::is_empty(choice)).collect();
    if empty.len() == cx.roles.len() {
        if let Some(choice) = empty.first() {
            let message = match choice.value.nil {
                true => say![
                    "the ",
                    code("Role"),
                    " attribute is marked as having no value (",
                    code("xsi:nil"),
                    ")"
                ],
                false => say!["the ", code("Role"), " attribute has an empty value, so it names no role"],
            };
            say_so(out, choice.value.tag, message);
        }
        return Some(Checked);
    }
    for choice in empty {
        out.find(
            choice.value.tag,
            say!["one value of the ", code("Role"), " attribute is empty, beside others that are not"],
        )
        .at_most(Severity::Warning)
        .predicts(None)
        .for_role(choice.index)
        .fix_at_idp(Setting::Role, "Send no value where there is no role.");
    }
    Some(Checked)
}

fn say_so(out: &mut Findings, span: crate::source::Span, message: Message) {
    out.find(span, message).expected(say![code("role ARN,provider ARN")]).found("nothing").fix_at_idp(
        Setting::Role,
        "Assign a role to this person, or correct the mapping or group filter that should find one.",
    );
}
