crate::declare_rule! {
    /// A role value holds more than two ARNs.
    ///
    /// ## Why AWS refuses it
    /// One value names one role and one provider. Several pairs in one value, as identity providers make them that join
    /// a person's roles with commas, cannot be read: "Your request included an invalid SAML response".
    ///
    /// ## What to do
    /// Send each pair as an `AttributeValue` of its own within the one `Role` attribute.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP,«arn:aws:iam::444455556666:role/Admin2,arn:aws:iam::444455556666:saml-provider/ExampleIdP»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` value holds 4 ARNs, where one role and one provider belong; each further pair needs a value of its own
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin2,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-too-many-arns" {
        title: "several pairs in one role value",
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
    for choice in defect::with(&cx.roles, Defect::TooManyArns) {
        for fault in &choice.pair.faults {
            let PairFaultKind::TooManyArns(count) = fault.kind else { continue };
            out.find(
                choice.value.text.sub(fault.range.clone()),
                say![
                    "the ",
                    code("Role"),
                    format!(" value holds {count} ARNs, where one role and one provider belong"),
                    "; each further pair needs a value of its own"
                ],
            )
            .for_role(choice.index)
            .expected("two ARNs")
            .found(say![format!("{count} ARNs")])
            .fix_at_idp(
                Setting::Role,
                "Send each pair of role and provider as a separate value of the Role attribute.",
            );
        }
    }
    Some(Checked)
}
