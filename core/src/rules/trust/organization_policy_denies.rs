crate::declare_rule! {
    /// A service or resource control policy of the organisation denies actions of STS.
    ///
    /// ## Why it matters
    /// Such a policy outweighs the trust policy and gives the same error. Many organisations deny regions; a sign-in through the
    /// endpoint of a denied region may then fail. How AWS applies these policies to a sign-in with SAML is not documented, so this is a
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
    /// > a policy of the organisation denies `sts:*` under a condition: it may be what refuses the sign-in
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://ap-southeast-2.signin.aws.amazon.com/saml"/>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Regions", "Type": "SERVICE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"«sts:*»\", \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\": {\"aws:RequestedRegion\": [\"us-east-1\", \"eu-west-1\"]}}}]}"}}
    /// ```
    /// > a policy of the organisation denies `sts:*` in `ap-southeast-2`, the region of the address that the response goes to: it may be what refuses the sign-in
    ///
    /// ## Does not fire
    /// The policy leaves out the region of the address.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://eu-west-1.signin.aws.amazon.com/saml"/>
    /// ```
    /// ```+json
    /// {"Policy": {"PolicySummary": {"Name": "Regions", "Type": "SERVICE_CONTROL_POLICY"}, "Content": "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Deny\", \"Action\": \"sts:*\", \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\": {\"aws:RequestedRegion\": [\"us-east-1\", \"eu-west-1\"]}}}]}"}}
    /// ```
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
        predicts: ["E05"],
    }
}

use crate::aws::endpoints::{Endpoint, SignIn};
use crate::aws::policy::evaluate::{Asked, Request, evaluate};
use crate::aws::policy::{Context, Found, Truth};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let controls = &cx.evidence.policies.organization;
    controls.first()?;
    let region = match cx.endpoint() {
        Some(Endpoint::SignIn(SignIn { region, .. })) => region,
        _ => None,
    };
    // Which region a call counts for that comes by the global address is not documented for SAML.
    let context = match region {
        Some(region) => Context::unknown().with("aws:RequestedRegion", Found::value(region)),
        None => Context::unknown(),
    };
    let request = Request::access("sts:AssumeRoleWithSAML", Asked::Unknown);
    for control in controls {
        out.used(control.item, "Its statements on actions of STS were looked at. Whether it is attached to the account is not known.");
        let evaluation = evaluate(&control.document, &request, &context);
        let denies = evaluation
            .statements
            .iter()
            .filter(|trace| trace.statement.denies() && trace.action.result.is_true())
            .filter(|trace| trace.applies != Truth::False);
        for trace in denies {
            let Some(item) = trace.action.items.iter().find(|item| item.matches.is_true()) else { continue };
            let words = say!["a policy of the organisation denies ", code(item.text.as_str())];
            let words = match region.filter(|_| trace.applies.is_true()) {
                _ if trace.statement.conditions.is_empty() => words,
                Some(region) => words.then(say![
                    " in ",
                    code(region),
                    ", the region of the address that the response goes to"
                ]),
                None => words.and(" under a condition"),
            };
            let confidence = if trace.applies.is_true() { Confidence::Likely } else { Confidence::Possible };
            out.find(item.text.span, words.and(": it may be what refuses the sign-in"))
                .confidence(confidence)
                .fix_by(
                    Owner::AwsAdmin,
                    "Ask whether the policy applies to the account, and have STS excepted from it.",
                );
        }
    }
    Some(Checked)
}
