crate::declare_rule! {
    /// A role value does not name one role and one SAML provider.
    ///
    /// ## Why AWS refuses it
    /// The pair is one ARN of a role (`…:role/…`) and one of a SAML provider (`…:saml-provider/…`). Two roles, two
    /// providers, or the ARN of a user, of a session (`assumed-role`) or of an OpenID Connect provider cannot be used:
    /// the sign-in page answers "Your request included an invalid SAML response", callers of the API may see "Request
    /// ARN is invalid".
    ///
    /// ## What to do
    /// Copy the role's ARN from IAM, *Roles*, and the provider's from IAM, *Identity providers*.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,«arn:aws:iam::444455556666:role/Admin2»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > both ARNs of the `Role` value name a role; one must name the SAML provider
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:«user»/ana,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:«oidc-provider»/idp.example.com</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:sts::444455556666:«assumed-role»/Admin/ana,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:saml-provider/ExampleIdP,arn:aws:iam::444455556666:role/Admin</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-pair-kinds" {
        title: "a pair that is not one role and one SAML provider",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "Your request included an invalid SAML response. To logout, click here."
        ), (
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Request ARN is invalid",
            "Request ARN is invalid"
        )],
        predicts: ["E01", "E09"],
    }
}

use super::defect::{self, Defect};
use crate::aws::arn::{Arn, ArnKind};
use crate::aws::role_pair::PairFaultKind;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Message, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::PairKinds) {
        let twice = choice.pair.faults.iter().find_map(|fault| match fault.kind {
            PairFaultKind::TwoRoles => Some(("a role", "the SAML provider", fault.range.clone())),
            PairFaultKind::TwoProviders => Some(("a SAML provider", "the role", fault.range.clone())),
            _ => None,
        });
        let (range, message): (_, Message) = if let Some((both, missing, range)) = twice {
            (
                range,
                say!["both ARNs of the ", code("Role"), " value name ", both, "; one must name ", missing],
            )
        } else {
            let Some(arn) = choice.pair.arns.iter().find(|arn| defect::names_something_else(arn)) else {
                continue;
            };
            let kind = arn.resource_type.clone().unwrap_or_else(|| arn.range.clone());
            let wanted = match (choice.pair.role(), choice.pair.provider()) {
                (None, Some(_)) => "that of a role belongs there",
                (Some(_), None) => "that of a SAML provider belongs there",
                _ => "those of a role and a SAML provider belong there",
            };
            (
                kind,
                say![
                    "the ARN ",
                    code(arn.text()),
                    " in the ",
                    code("Role"),
                    " value names ",
                    what(arn),
                    "; ",
                    wanted
                ],
            )
        };
        out.find(choice.value.text.sub(range.clone()), message)
            .for_role(choice.index)
            .expected("one role and one SAML provider")
            .found(say![code(choice.pair.value.get(range).unwrap_or_default())])
            .fix_at_idp(
                Setting::Role,
                say!["Send ", code("role ARN,provider ARN"), ", both copied from IAM."],
            )
            .command("aws iam list-saml-providers".to_owned());
    }
    Some(Checked)
}

fn what(arn: &Arn<'_>) -> &'static str {
    match arn.kind {
        ArnKind::AssumedRole => "a session, not the role behind it",
        ArnKind::User => "an IAM user",
        ArnKind::Group => "an IAM group",
        ArnKind::OidcProvider => "an OpenID Connect provider",
        ArnKind::Root => "the account itself",
        ArnKind::InstanceProfile => "an instance profile",
        ArnKind::Policy => "a policy",
        ArnKind::Role | ArnKind::SamlProvider | ArnKind::Other => {
            "something that is neither role nor SAML provider"
        }
    }
}
