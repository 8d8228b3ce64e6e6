crate::declare_rule! {
    /// The audience belongs to another partition of AWS than the role.
    ///
    /// ## Why it matters
    /// AWS, AWS China and AWS GovCloud are separate clouds, and their guides name audiences of their own. Whether one
    /// takes the audience of another is not documented; if not, it answers `Response does not contain the required
    /// audience.`
    ///
    /// ## What to do
    /// Set the audience (also called SP entity ID) to that of the partition in which the role is.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Audience>«urn:amazon:webservices:govcloud»</saml:Audience>
    /// ```
    /// > the audience `urn:amazon:webservices:govcloud` is that of AWS GovCloud (US), but the role is in AWS
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.amazonaws.cn/saml"/>
    /// <saml:Audience>«urn:amazon:webservices»</saml:Audience>
    /// <saml:AttributeValue>arn:aws-cn:iam::444455556666:role/Admin,arn:aws-cn:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.amazonaws.cn/saml"/>
    /// <saml:Audience>urn:amazon:webservices:cn-northwest-1</saml:Audience>
    /// <saml:AttributeValue>arn:aws-cn:iam::444455556666:role/Admin,arn:aws-cn:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// ```
    "audience-partition" {
        title: "an audience of another partition than the role's",
        severity: Warning,
        stage: Audience,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "guides for AWS GovCloud and AWS China",
            "urn:amazon:webservices:govcloud, urn:amazon:webservices:cn-north-1"
        )],
        predicts: ["E10", "E01"],
    }
}

use crate::aws::audience::{self, Audience, accepted};
use crate::aws::partitions::Partition;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let conditions = cx.role_assertion()?.conditions.as_ref()?;
    let wanted = partition_of_roles(cx)?;
    // Of the other partitions no audience is known.
    let expected = *accepted(wanted).first()?;
    for restriction in &conditions.audience_restrictions {
        let known: Vec<_> = restriction
            .audiences
            .iter()
            .filter_map(|text| match audience::recognise(text.as_str()) {
                Audience::Urn { partition }
                | Audience::SignInUrl { partition, .. }
                | Audience::StaticUrl { partition } => Some((text, partition)),
                _ => None,
            })
            .collect();
        let Some((text, partition)) = known.first() else { continue };
        if known.iter().any(|(_, partition)| *partition == wanted) {
            continue;
        }
        out.find(
            text.span,
            say![
                "the audience ",
                code(text.as_str()),
                " is that of ",
                partition.title(),
                ", but the role is in ",
                wanted.title()
            ],
        )
        .expected(code(expected))
        .found(code(text.as_str()))
        .confidence(Confidence::Possible)
        .fix_at_idp(
            Setting::Audience,
            "Set the audience (SP entity ID) to that of the partition of the role.",
        );
    }
    Some(Checked)
}

/// The partition on which all roles and providers agree.
fn partition_of_roles(cx: &Cx<'_>) -> Option<Partition> {
    let mut found =
        cx.roles.iter().flat_map(|choice| &choice.pair.arns).filter_map(|arn| arn.known_partition());
    let first = found.next()?;
    found.all(|partition| partition == first).then_some(first)
}
