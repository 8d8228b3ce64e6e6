crate::declare_rule! {
    /// An ARN in a role value departs from the grammar of ARNs.
    ///
    /// ## Why AWS refuses it
    /// An ARN of IAM reads `arn:partition:iam::account:role/path/name` or `…:saml-provider/name`: two colons before the
    /// account because the region is empty, twelve digits without hyphens, a name of the characters that IAM allows (64
    /// letters, digits and `_+=,.@-` for a role; 128 letters, digits and `._-` for a provider). AWS answers "Request ARN
    /// is invalid", or the sign-in page "Your request included an invalid SAML response".
    ///
    /// ## What to do
    /// Copy the ARN from IAM instead of typing it. A role's path belongs to it.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::«4444-5555-6666»:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > in the `Role` value, the account `4444-5555-6666` has hyphens; an account number is twelve digits
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::«44445555666»:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«aws»:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam«:»444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam:«:»:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/My« »Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/Example«@»IdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/«*»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:«Role»/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role«:»Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/«aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa»,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// A path, and all the signs that a role's name may hold:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/team/x/Admin_+=.@-1,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Sixty-four characters are allowed:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-arn-malformed" {
        title: "an ARN that departs from the grammar",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Request ARN is invalid",
            "Request ARN is invalid"
        ), (
            "IAM API Reference",
            "CreateRole and CreateSAMLProvider, the names",
            "[\\w+=,.@-]+"
        )],
        predicts: ["E09", "E01", "E19c", "E19d"],
    }
}

use super::arn_fault;
use super::defect::{self, Defect};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::naming::join;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::ArnMalformed) {
        for arn in &choice.pair.arns {
            let mut faults = defect::breaking(arn);
            let Some(first) = faults.next() else { continue };
            let said = arn_fault::say(arn, first);
            let mut found = out
                .find(
                    defect::visible(choice, said.range),
                    join(say!["in the ", code("Role"), " value, "], said.message),
                )
                .for_role(choice.index)
                .expected(said.expected)
                .fix_at_idp(Setting::Role, "Copy the ARN from IAM, with its path if it has one.");
            // Ten odd characters in a name are one finding with ten places.
            for other in faults {
                let other = arn_fault::say(arn, other);
                found = found.related(defect::visible(choice, other.range), other.message);
            }
        }
    }
    Some(Checked)
}
