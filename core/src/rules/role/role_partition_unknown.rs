crate::declare_rule! {
    /// An ARN names a partition that AWS has not published.
    ///
    /// ## Why it matters
    /// The second part of an ARN names the cloud: `aws`, `aws-cn` for China, `aws-us-gov` for GovCloud, and a few more.
    /// Another word there is mostly a slip, and AWS then finds no such role; but AWS opens new partitions now and then.
    ///
    /// ## What to do
    /// Copy the ARN from IAM.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:«awss»:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the partition `awss` is not one that AWS is known to have; mostly it is `aws`
    ///
    /// ## Does not fire
    /// ```xml also=recipient-partition
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws-eusc:iam::444455556666:role/Admin,arn:aws-eusc:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-partition-unknown" {
        title: "an ARN of an unknown partition",
        severity: Warning,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "botocore",
            "partitions",
            "aws, aws-cn, aws-us-gov, aws-eusc, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f"
        )],
        predicts: [],
    }
}

use super::defect;
use crate::aws::arn::{Arn, ArnFaultKind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in cx.roles.iter().filter(|choice| defect::of(choice).is_none()) {
        let unknown = |arn: &Arn<'_>| {
            let fault = arn.faults.iter().find(|fault| fault.kind == ArnFaultKind::UnknownPartition)?;
            Some(fault.range.clone())
        };
        let Some(range) = choice.pair.arns.iter().find_map(unknown) else { continue };
        let text = choice.pair.value.get(range.clone()).unwrap_or_default();
        out.find(
            choice.value.text.sub(range),
            say![
                "the partition ",
                code(text),
                " is not one that AWS is known to have; mostly it is ",
                code("aws")
            ],
        )
        .for_role(choice.index)
        .confidence(Confidence::Likely)
        .expected(say![code("aws"), ", ", code("aws-cn"), ", ", code("aws-us-gov"), " …"])
        .found(say![code(text)])
        .fix_at_idp(Setting::Role, "Copy both ARNs from IAM.");
    }
    Some(Checked)
}
