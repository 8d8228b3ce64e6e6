crate::declare_rule! {
    /// Text stands around the ARNs of a role value.
    ///
    /// ## Why AWS refuses it
    /// A value of `Role` holds two ARNs and a comma, nothing else. Text before or after them makes it unreadable:
    /// "Your request included an invalid SAML response".
    ///
    /// ## What to do
    /// Remove the text from the mapping or the template at the identity provider.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«Role=»arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > `Role=` stands beside the ARNs of the `Role` value, where nothing belongs
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-extra-text" {
        title: "text around the ARNs of a role value",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "Your request included an invalid SAML response. To logout, click here."
        )],
        predicts: ["E01"],
    }
}

use super::defect::{self, Defect};
use crate::aws::role_pair::PairFaultKind;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::ExtraText) {
        let extra = choice.pair.faults.iter().find(|fault| fault.kind == PairFaultKind::ExtraText);
        let Some(fault) = extra else { continue };
        let text = choice.pair.value.get(fault.range.clone()).unwrap_or_default();
        out.find(
            choice.value.text.sub(fault.range.clone()),
            say![
                code(text),
                " stands beside the ARNs of the ",
                code("Role"),
                " value, where nothing belongs"
            ],
        )
        .for_role(choice.index)
        .expected(say![code("role ARN,provider ARN")])
        .found(say![code(text)])
        .fix_at_idp(Setting::Role, say!["Remove ", code(text), " from the value of the Role attribute."]);
    }
    Some(Checked)
}
