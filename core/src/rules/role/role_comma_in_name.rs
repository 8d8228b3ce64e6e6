crate::declare_rule! {
    /// The role's name holds a comma.
    ///
    /// ## Why it matters
    /// IAM allows a comma in the name of a role, but it also separates role and provider in the value. What AWS makes of
    /// it is not documented, and tools for the command line that split the value at the first comma fail.
    ///
    /// ## What to do
    /// If sign-in fails, give the role a name without a comma. A role cannot be renamed: make a new one.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Sales«,»EMEA,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the role's name `Sales,EMEA` holds a comma, at which some tools split the value
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Sales-EMEA,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-comma-in-name" {
        title: "a comma in the role's name",
        severity: Note,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [("IAM API Reference", "CreateRole, RoleName", "[\\w+=,.@-]+")],
        predicts: [],
    }
}

use super::defect;
use crate::aws::role_pair::PairFaultKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in cx.roles.iter().filter(|choice| defect::of(choice).is_none()) {
        let fault = choice.pair.faults.iter().find(|fault| fault.kind == PairFaultKind::CommaInRoleName);
        let Some(fault) = fault else { continue };
        let name = choice.pair.value.get(fault.range.clone()).unwrap_or_default();
        let Some((before, _)) = name.split_once(',') else { continue };
        let at = fault.range.start.saturating_add(before.len());
        out.find(
            choice.value.text.sub(at..at.saturating_add(1)),
            say!["the role's name ", code(name), " holds a comma, at which some tools split the value"],
        )
        .for_role(choice.index)
        .confidence(Confidence::Possible)
        .fix_by(Owner::AwsAdmin, "If sign-in fails, make a role whose name has no comma.");
    }
    Some(Checked)
}
