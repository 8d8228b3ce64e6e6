crate::declare_rule! {
    /// The command asks for a role and provider that the message does not name as a pair.
    ///
    /// ## Why AWS refuses it
    /// `--role-arn` and `--principal-arn` must be one of the pairs in the `Role` attribute, letter for letter.
    ///
    /// ## What to do
    /// Take both ARNs from one value of the `Role` attribute.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn «arn:aws:iam::444455556666:role/Readers» --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds 3600 --saml-assertion file://response.txt
    /// ```
    /// > the command asks for the role `arn:aws:iam::444455556666:role/Readers`, which the message does not offer
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn «arn:aws:iam::444455556666:saml-provider/Other» --duration-seconds 3600 --saml-assertion file://response.txt
    /// ```
    /// > the command names the provider `arn:aws:iam::444455556666:saml-provider/Other`, which the message does not offer for this role
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/Admin --principal-arn arn:aws:iam::444455556666:saml-provider/ExampleIdP --duration-seconds 3600 --saml-assertion file://response.txt
    /// ```
    ///
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// aws iam get-role --role-name Admin
    /// ```
    "requested-role-not-offered" {
        title: "a command that asks for a role that is not in the message",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: SAML Assertion doesn't contain the requested Role and Metadata in the attributes",
            "SAML Assertion doesn't contain the requested Role and Metadata in the attributes"
        )],
        predicts: ["E14", "E09"],
    }
}

use super::command;
use crate::aws::arn::{Arn, ArnKind};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let mut applies = None;
    for command in command::all(cx)? {
        let (Some(role), Some(provider)) =
            (command.value.get("role-arn"), command.value.get("principal-arn"))
        else {
            continue;
        };
        // What a shell would fill in is not known.
        if role.as_str().contains('$') || provider.as_str().contains('$') {
            continue;
        }
        applies = Some(Checked);
        out.used(command.item, "The role and the provider that it asks for were looked up in the message.");
        let offered = || {
            cx.roles.iter().filter(|choice| choice.pair.role().is_some_and(|own| own.text() == role.as_str()))
        };
        let pair =
            offered().any(|choice| choice.pair.provider().is_some_and(|own| own.text() == provider.as_str()));
        if pair {
            continue;
        }
        let (place, words) = match offered().next() {
            None => (
                role.span,
                say![
                    "the command asks for the role ",
                    code(role.as_str()),
                    ", which the message does not offer"
                ],
            ),
            Some(_) => (
                provider.span,
                say![
                    "the command names the provider ",
                    code(provider.as_str()),
                    ", which the message does not offer for this role"
                ],
            ),
        };
        // What is no ARN of its kind is refused before it is looked for in the message.
        let is = |text: &Text, kind| {
            let arn = Arn::read(text.as_str());
            arn.is_grammatical() && arn.kind == kind
        };
        let (error, confidence) = match is(role, ArnKind::Role) && is(provider, ArnKind::SamlProvider) {
            true => ("E14", Confidence::Certain),
            false => ("E09", Confidence::Likely),
        };
        out.find(place, words)
            .confidence(confidence)
            .predicts(Some(error))
            .expected("a pair that stands in the Role attribute")
            .fix_by(Owner::User, "Take both ARNs from one value of the Role attribute.");
    }
    applies
}
