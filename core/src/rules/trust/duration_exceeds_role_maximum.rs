crate::declare_rule! {
    /// The command asks for a longer session than the role's `MaxSessionDuration`.
    ///
    /// ## Why AWS refuses it
    /// `DurationSeconds` must not exceed the role's maximum, which is 3600 seconds unless it was raised. This concerns commands and
    /// programs alone; the console is not affected.
    ///
    /// ## What to do
    /// Ask for less, or raise the role's maximum to at most 43200 seconds.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "MaxSessionDuration": ‹3600›, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds «43200» --saml-assertion file://response.txt
    /// ```
    /// > the command asks for `43200` seconds, and the role allows `3600`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "MaxSessionDuration": 43200, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds 43200 --saml-assertion file://response.txt
    /// ```
    ///
    /// The command is for another role.
    /// ```xml na also=requested-role-not-offered
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "MaxSessionDuration": 3600, "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Other --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds 43200 --saml-assertion file://response.txt
    /// ```
    "duration-exceeds-role-maximum" {
        title: "a command that asks for a longer session than the role allows",
        severity: Error,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Requested DurationSeconds exceeds MaxSessionDuration set for this role",
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
        )],
        predicts: ["E11"],
    }
}

use super::command;
use crate::lint::{Checked, Cx, Findings, Owner, code, named};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let mut applies = None;
    for command in command::all(cx)? {
        let Some(role) = command.value.get("role-arn") else { continue };
        let Some(asked) = command.value.get("duration-seconds") else { continue };
        let Ok(seconds) = asked.as_str().parse::<i64>() else { continue };
        let Some(choice) =
            cx.roles.iter().find(|choice| choice.pair.role().is_some_and(|own| own.text() == role.as_str()))
        else {
            continue;
        };
        let mut roles = cx
            .evidence
            .outputs
            .roles()
            .filter(|shown| shown.value.arn.as_ref().is_some_and(|arn| arn.as_str() == role.as_str()));
        let Some((item, maximum)) =
            roles.find_map(|shown| Some((shown.item, shown.value.max_session_duration?)))
        else {
            continue;
        };
        applies = Some(Checked);
        out.used(command.item, "The role and the duration that it asks for were compared with the role.");
        out.used(item, "The duration that the command asks for was compared with the role's maximum.");
        if seconds <= maximum.value {
            continue;
        }
        let name = choice.pair.role().map_or(role.as_str(), |role| role.resource_name());
        out.find(
            asked.span,
            say![
                "the command asks for ",
                code(seconds),
                " seconds, and the role allows ",
                code(maximum.value)
            ],
        )
        .for_role(choice.index)
        .expected(say!["at most ", code(maximum.value)])
        .found(code(seconds))
        .related(maximum.span, "the role's maximum")
        .fix_by(Owner::User, "Ask for a shorter session, or have the role's maximum raised.")
        .command(format!(
            "aws iam update-role {} --max-session-duration {}",
            named("--role-name", name),
            seconds.clamp(3600, 43200)
        ));
    }
    applies
}
