crate::declare_rule! {
    /// A role value holds one ARN instead of two.
    ///
    /// ## Why AWS refuses it
    /// Each value of `Role` must name a pair, separated by a comma: the role to take, and the SAML provider in IAM that
    /// vouches for the person. With one of them alone, the sign-in page answers "Your request included an invalid SAML
    /// response". The order of the two does not matter.
    ///
    /// ## What to do
    /// Complete the value. The provider's ARN stands in IAM under *Identity providers*, or in the output of
    /// `aws iam list-saml-providers`.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«arn:aws:iam::444455556666:role/Admin»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` value holds only the ARN of a role; after a comma, the ARN of the SAML provider must follow
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«arn:aws:iam::444455556666:saml-provider/ExampleIdP»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// The provider's name without its ARN:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,«ExampleIdP»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:saml-provider/ExampleIdP,arn:aws:iam::444455556666:role/Admin</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-arn-alone" {
        title: "one ARN where role and provider belong",
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
use crate::aws::arn::ArnKind;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Message, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::ArnAlone) {
        let Some(arn) = choice.pair.arns.first() else { continue };
        let (has, lacks) = match arn.kind {
            ArnKind::Role => ("only the ARN of a role", "the ARN of the SAML provider"),
            ArnKind::SamlProvider => ("only the ARN of a SAML provider", "the ARN of the role"),
            _ => (
                "a single ARN, which names neither a role nor a SAML provider",
                "those of a role and a provider",
            ),
        };
        // What follows the comma is often a name without its ARN.
        let (span, message): (_, Message) = match arn
            .text()
            .split_once(',')
            .filter(|(_, rest)| !rest.is_empty())
        {
            Some((_, rest)) => (
                choice.value.text.sub_str(rest),
                say![
                    "the ",
                    code("Role"),
                    " value holds ",
                    has,
                    "; ",
                    code(rest),
                    " after the comma is no ARN, and ",
                    lacks,
                    " belongs there"
                ],
            ),
            None if matches!(arn.kind, ArnKind::Role | ArnKind::SamlProvider) => (
                choice.value.text.sub(arn.range.clone()),
                say!["the ", code("Role"), " value holds ", has, "; after a comma, ", lacks, " must follow"],
            ),
            None => (
                choice.value.text.sub(arn.range.clone()),
                say![
                    "the ",
                    code("Role"),
                    " value holds ",
                    has,
                    "; ",
                    lacks,
                    " belong there, with a comma between"
                ],
            ),
        };
        out.find(span, message)
            .for_role(choice.index)
            .expected(say![code("role ARN,provider ARN")])
            .found("one ARN")
            .fix_at_idp(
                Setting::Role,
                say![
                    "Send both ARNs of one account with a comma between them: ",
                    code("role ARN,provider ARN"),
                    "."
                ],
            )
            .command("aws iam list-saml-providers".to_owned());
    }
    Some(Checked)
}
