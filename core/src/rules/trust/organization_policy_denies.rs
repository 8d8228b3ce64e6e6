crate::declare_rule! {
    /// A service or resource control policy of the organisation denies actions of STS.
    ///
    /// ## Why it matters
    /// Such a policy outweighs the trust policy and gives the same error. Many organisations deny regions; a sign-in through the
    /// endpoint of a denied region may then fail; the global endpoint stands in us-east-1. How AWS applies these policies to a sign-in with SAML is not documented, so this is a
    /// possible cause and no more.
    ///
    /// ## What to do
    /// Ask who runs the organisation whether the policy is attached to the account, and have STS excepted from it.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Regions", "Type": "SERVICE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"«sts:*»\", \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\": {\"aws:RequestedRegion\": \"eu-west-1\"}}}]}"}}
    /// ```
    /// > a policy of the organisation denies `sts:*` where `aws:RequestedRegion` is not `eu-west-1`, and the sign-in address is in `us-east-1`: it may be what refuses the sign-in
    ///
    /// Everything but a few actions is denied, and those of STS are not among the few.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Few", "Type": "SERVICE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"«NotAction»\": [\"s3:*\", \"iam:*\"], \"Resource\": \"*\"}]}"}}
    /// ```
    ///
    /// Whom a condition on the principal exempts is not known of a sign-in.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Admins", "Type": "RESOURCE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"«sts:AssumeRoleWithSAML»\", \"Resource\": \"*\", \"Condition\": {\"ArnNotLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/Admin\"}}}]}"}}
    /// ```
    ///
    /// ## Does not fire
    /// The region of the sign-in address is allowed.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Regions", "Type": "SERVICE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"sts:*\", \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\": {\"aws:RequestedRegion\": [\"eu-west-1\", \"us-east-1\"]}}}]}"}}
    /// ```
    ///
    /// STS is among the actions that are spared.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Few", "Type": "SERVICE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"NotAction\": [\"s3:*\", \"sts:*\"], \"Resource\": \"*\"}]}"}}
    /// ```
    ///
    /// It allows.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Regions", "Type": "SERVICE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:*\", \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\": {\"aws:RequestedRegion\": \"eu-west-1\"}}}]}"}}
    /// ```
    "organization-policy-denies" {
        title: "a policy of the organisation that denies STS",
        severity: Warning,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "Amazon Connect Administrator Guide",
            "Configure SAML with IAM for Amazon Connect",
            "Ensure no SCPs are preventing STS actions in your additional Regions"
        )],
        predicts: ["E05", "one-region-fails", "member-accounts-fail", "no-event-in-cloudtrail"],
    }
}

use crate::aws::endpoints::Endpoint;
use crate::aws::policy::document::Sense;
use crate::aws::policy::evaluate::{Asked, Request, evaluate};
use crate::aws::policy::{Context, Found, StatementTrace, Truth};
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, code};
use crate::say;
use crate::source::Span;

const REGION: &str = "aws:RequestedRegion";

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let controls = &cx.evidence.policies.organization;
    controls.first()?;
    let region = region(cx);
    let context = match region {
        Some(region) => Context::unknown().with(REGION, Found::value(region.to_ascii_lowercase())),
        None => Context::unknown(),
    };
    let mut roles = cx.roles.iter().filter_map(|choice| choice.pair.role());
    let resource = match (roles.next(), roles.next()) {
        (Some(role), None) => Asked::Known(role.text()),
        _ => Asked::Unknown,
    };
    let request = Request::access("sts:AssumeRoleWithSAML", resource);
    for control in controls {
        out.used(
            control.item,
            "It was evaluated for the sign-in, with the region of its address. Whether it is attached to the account is not known.",
        );
        let evaluation = evaluate(&control.document, &request, &context);
        let denies = evaluation.statements.iter().filter(|trace| trace.statement.denies());
        for trace in denies.filter(|trace| trace.action.result.is_true() && trace.applies != Truth::False) {
            let Some((place, words)) = denied(trace) else { continue };
            out.find(place, words.then(condition(trace, region)).and(": it may be what refuses the sign-in"))
                .confidence(Confidence::Possible)
                .fix_by(
                    Owner::AwsAdmin,
                    "Ask whether the policy applies to the account, and have STS excepted from it.",
                );
        }
    }
    Some(Checked)
}

/// The region of the endpoint, as STS sees it.
fn region<'a>(cx: &Cx<'a>) -> Option<&'a str> {
    match cx.endpoint()? {
        Endpoint::SignIn(sign_in) => sign_in.region.or(sign_in.partition.global_region()),
        _ => None,
    }
}

/// What the statement denies, and the characters that say it.
fn denied(trace: &StatementTrace<'_>) -> Option<(Span, Message)> {
    let says = || say!["a policy of the organisation denies "];
    match trace.action.written? {
        (Sense::NotListed, at) => Some((at, says().and("every action but a few that are not of STS"))),
        (Sense::Listed, _) => {
            let item = trace.action.items.iter().find(|item| item.matches.is_true())?;
            Some((item.text.span, says().and(code(item.text.as_str()))))
        }
    }
}

/// Under which condition, where there is one.
fn condition(trace: &StatementTrace<'_>, region: Option<&str>) -> Message {
    let by_region = trace.conditions.iter().find(|condition| {
        condition.result.is_true() && condition.condition.key.as_str().eq_ignore_ascii_case(REGION)
    });
    match (by_region, region) {
        (Some(by_region), Some(region)) => {
            let wanted: Vec<_> = by_region.condition.values.iter().map(|value| value.as_str()).collect();
            let negated = by_region.condition.test.is_some_and(|test| test.negated);
            say![
                " where ",
                code(REGION),
                if negated { " is not " } else { " is " },
                code(wanted.join(", ")),
                ", and the sign-in address is in ",
                code(region)
            ]
        }
        _ if trace.statement.conditions.is_empty() => Message::default(),
        _ => say![" under a condition"],
    }
}
