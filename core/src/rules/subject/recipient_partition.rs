crate::declare_rule! {
    /// The `Recipient` and the role belong to different partitions of AWS.
    ///
    /// ## Why AWS refuses it
    /// AWS, AWS China and AWS GovCloud are separate clouds with accounts of their own. The sign-in page of one cannot
    /// assume a role of another: it finds neither the provider nor the role, or the trust policy's `SAML:aud` does
    /// not hold. Which text appears is not documented.
    ///
    /// ## What to do
    /// Use the sign-in page of the partition in which the role is, or correct the ARNs of role and provider.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://«signin.amazonaws.cn»/saml"/>
    /// ```
    /// > the assertion is for the sign-in page of AWS China, but the role is in AWS
    ///
    /// One role of several: the others can still be chosen.
    /// ```xml
    /// <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// <saml:AttributeValue>arn:«aws-cn»:iam::777788889999:role/Admin,arn:aws-cn:iam::777788889999:saml-provider/ExampleIdP</saml:AttributeValue>
    /// ```
    /// > the role is in AWS China, but the assertion is for the sign-in page of AWS
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://eu-west-1.signin.aws.amazon.com/saml"/>
    /// ```
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.amazonaws-us-gov.com/saml"/>
    /// <saml:AttributeValue>arn:aws-us-gov:iam::444455556666:role/Admin,arn:aws-us-gov:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// ```
    "recipient-partition" {
        title: "a sign-in page of another partition than the role's",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["audience-partition"],
        cites: [
            (
                "AWS General Reference",
                "AWS Sign-In endpoints and quotas",
                "us-gov-east-1.signin.amazonaws-us-gov.com"
            ),
            (
                "practice",
                "partitions are separate: accounts, IAM and STS of one are not known in another",
                "the partitions of both ARNs and of the endpoint agree in every sign-in that works"
            ),
        ],
        predicts: ["E05", "E01"],
    }
}

use std::ops::Range;

use crate::aws::endpoints::{Endpoint, sign_in_url};
use crate::aws::partitions::Partition;
use crate::aws::url::Url;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, RoleChoice, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let recipient = cx.recipient()?;
    let here = match cx.endpoint()? {
        Endpoint::SignIn(sign_in) => sign_in.partition,
        Endpoint::StaticSaml { partition, .. } => partition,
        _ => return None,
    };
    let value = recipient.as_str();
    let host = recipient.sub(Url::read(value, 0..value.len()).host);
    let roles: Vec<_> =
        cx.roles.iter().filter_map(|choice| partition_of(choice).map(|found| (choice, found))).collect();
    let (_, (first, _)) = roles.first()?;
    if *first != here && roles.iter().all(|(_, (partition, _))| partition == first) {
        let mut reported = out
            .find(
                host,
                say![
                    "the assertion is for the sign-in page of ",
                    here.title(),
                    ", but the role is in ",
                    first.title()
                ],
            )
            .confidence(Confidence::Likely)
            .fix_at_idp(
                Setting::Acs,
                "Set the ACS URL to the sign-in page of the partition in which the role is.",
            );
        if let Some(url) = sign_in_url(*first, None) {
            reported = reported.expected(code(url));
        }
        for (choice, (_, range)) in roles.iter().take(8) {
            reported = reported.related(choice.value.text.sub(range.clone()), "the partition of the role");
        }
        return Some(Checked);
    }
    for (choice, (partition, range)) in roles.iter().filter(|(_, (partition, _))| *partition != here) {
        out.find(
            choice.value.text.sub(range.clone()),
            say![
                "the role is in ",
                partition.title(),
                ", but the assertion is for the sign-in page of ",
                here.title()
            ],
        )
        .related(host, "the sign-in page")
        .confidence(Confidence::Likely)
        .for_role(choice.index)
        .fix_at_idp(
            Setting::Role,
            "Send only roles of the partition whose sign-in page the application uses.",
        );
    }
    Some(Checked)
}

/// The partition on which role and provider agree, and where it is written.
fn partition_of(choice: &RoleChoice<'_>) -> Option<(Partition, Range<usize>)> {
    let arns = [choice.pair.role(), choice.pair.provider()];
    let mut found =
        arns.into_iter().flatten().filter_map(|arn| Some((arn.known_partition()?, arn.partition.clone()?)));
    let first = found.next()?;
    found.all(|(partition, _)| partition == first.0).then_some(first)
}
