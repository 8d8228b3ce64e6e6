crate::declare_rule! {
    /// `SessionDuration` is longer than the role's `MaxSessionDuration`.
    ///
    /// ## Why it matters
    /// The console is not affected: there a session lasts up to twelve hours whatever the role's setting is. Tools for the command line
    /// that pass `SessionDuration` on as `DurationSeconds` are refused.
    ///
    /// ## What to do
    /// If such tools are used, raise the role's maximum, or let the tool ask for less.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>«28800»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "MaxSessionDuration": ‹3600›, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// > the session duration of `28800` seconds is above the role's maximum of `3600`: the console does not mind, tools for the command line that pass it on are refused
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>28800</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "MaxSessionDuration": 28800, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    "session-duration-beyond-role" {
        title: "a session duration above the role's maximum",
        severity: Note,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Requested DurationSeconds exceeds MaxSessionDuration set for this role",
            "can occur if you assume a role from the AWS CLI or API"
        )],
        predicts: [],
    }
}

use crate::aws::attributes::AwsAttribute;
use crate::lint::{Checked, Cx, Findings, Owner, code, named};
use crate::rules::session::only_value;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::SessionDuration)?;
    let seconds: i64 = text.as_str().trim().parse().ok()?;
    let mut applies = None;
    for choice in &cx.roles {
        let Some(role) = choice.pair.role() else { continue };
        let own = |arn: &str| arn == role.text();
        let shown = cx.evidence.outputs.roles().find(|shown| {
            shown.value.arn.as_ref().is_some_and(|arn| own(arn.as_str()))
                && shown.value.max_session_duration.is_some()
        });
        let Some(maximum) = shown.and_then(|shown| shown.value.max_session_duration) else { continue };
        applies = Some(Checked);
        if seconds <= maximum.value {
            continue;
        }
        out.find(
            text.trimmed().1,
            say![
                "the session duration of ",
                code(seconds),
                " seconds is above the role's maximum of ",
                code(maximum.value),
                ": the console does not mind, tools for the command line that pass it on are refused"
            ],
        )
        .for_role(choice.index)
        .related(maximum.span, "the role's maximum")
        .fix_by(Owner::AwsAdmin, "Raise the role's maximum if tools for the command line are used.")
        .command(format!(
            "aws iam update-role {} --max-session-duration {}",
            named("--role-name", role.resource_name()),
            seconds.clamp(3600, 43200)
        ));
    }
    applies
}
