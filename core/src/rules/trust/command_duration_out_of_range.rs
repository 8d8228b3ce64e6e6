crate::declare_rule! {
    /// The command asks for a session that is shorter or longer than AWS STS gives to anybody.
    ///
    /// ## Why AWS refuses it
    /// `DurationSeconds` is a whole number from 900 (15 minutes) to 43200 (12 hours). With another number the call is refused
    /// before the assertion is looked at, by AWS STS or already by the AWS CLI.
    ///
    /// ## What to do
    /// Ask for 900 to 43200 seconds, and for no more than the role allows.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds «86400» --saml-assertion file://response.txt
    /// ```
    /// > the command asks for `86400` seconds, and AWS STS gives 900 to 43200
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds «899» --saml-assertion file://response.txt
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds 43200 --saml-assertion file://response.txt
    /// ```
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds 900 --saml-assertion file://response.txt
    /// ```
    ///
    /// What a shell fills in is not known.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds $DURATION --saml-assertion file://response.txt
    /// ```
    "command-duration-out-of-range" {
        title: "a command that asks for a duration that AWS STS never gives",
        severity: Error,
        stage: Session,
        needs: [],
        explains: ["duration-exceeds-role-maximum"],
        cites: [(
            "AWS STS API Reference",
            "AssumeRoleWithSAML: DurationSeconds",
            "Valid Range: Minimum value of 900. Maximum value of 43200."
        )],
        predicts: ["E11b", "E11c"],
    }
}

use super::command;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let mut applies = None;
    for command in command::all(cx)? {
        let Some(asked) = command.value.get("duration-seconds") else { continue };
        let Ok(seconds) = asked.as_str().parse::<i64>() else { continue };
        applies = Some(Checked);
        out.used(command.item, "The duration that it asks for was compared with what AWS STS gives.");
        if (900..=43200).contains(&seconds) {
            continue;
        }
        out.find(
            asked.span,
            say!["the command asks for ", code(seconds), " seconds, and AWS STS gives 900 to 43200"],
        )
        .confidence(Confidence::Likely)
        .predicts(Some(if seconds < 900 { "E11c" } else { "E11b" }))
        .expected("a number from 900 to 43200")
        .found(code(seconds))
        .fix_by(Owner::User, "Ask for 900 to 43200 seconds, and for no more than the role allows.");
    }
    applies
}
