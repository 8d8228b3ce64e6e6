crate::declare_rule! {
    /// Quotation marks stand around a role value or one of its ARNs.
    ///
    /// ## Why AWS refuses it
    /// The quotation marks become part of the value, and no ARN can have them: "Your request included an invalid SAML
    /// response".
    ///
    /// ## What to do
    /// Enter the value without quotation marks at the identity provider.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«"»arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP‹"›</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > a double quote (`"`) stands in the `Role` value, and AWS takes it as part of the ARN
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,«'»arn:aws:iam::444455556666:saml-provider/ExampleIdP‹'›</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-quoted" {
        title: "quotation marks in a role value",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "Your request included an invalid SAML response. To logout, click here."
        )],
        predicts: ["E01", "E09"],
    }
}

use super::defect::{self, Defect};
use crate::aws::role_pair::PairFaultKind;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::naming::characters;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::Quoted) {
        let mut places = choice.pair.faults.iter().filter(|fault| fault.kind == PairFaultKind::Quoted);
        let Some(first) = places.next() else { continue };
        let text = choice.pair.value.get(first.range.clone()).unwrap_or_default();
        let message = characters(text.chars())
            .and(" stands in the ")
            .and(code("Role"))
            .and(" value, and AWS takes it as part of the ARN");
        let mut found = out
            .find(choice.value.text.sub(first.range.clone()), message)
            .for_role(choice.index)
            .expected("no quotation marks")
            .found(say![code(text)])
            .fix_at_idp(Setting::Role, "Enter the value without quotation marks.");
        for other in places {
            found = found.related(choice.value.text.sub(other.range.clone()), "here as well");
        }
    }
    Some(Checked)
}
