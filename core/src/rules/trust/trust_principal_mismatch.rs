crate::declare_rule! {
    /// The trust policy trusts another provider than the one in the `Role` attribute.
    ///
    /// ## Why AWS refuses it
    /// `Principal.Federated` must be the very ARN of the provider that the `Role` attribute names: account, name, upper and lower
    /// case. Otherwise AWS answers that it is not authorized.
    ///
    /// ## What to do
    /// Put the provider's ARN into the trust policy, or send the ARN that stands there. `aws iam list-saml-providers` shows which
    /// one exists.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/«e»xampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    /// > the trust policy names `arn:aws:iam::444455556666:saml-provider/exampleIdP`, but the Role attribute names `arn:aws:iam::444455556666:saml-provider/ExampleIdP`; they differ only in upper and lower case
    ///
    /// Another account, and something that is no SAML provider at all.
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::«777788889999»:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}]}}}
    /// ```
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "«sts.amazonaws.com»"}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": ["arn:aws:iam::444455556666:saml-provider/Other", "arn:aws:iam::444455556666:saml-provider/ExampleIdP"]}, "Action": "sts:AssumeRoleWithSAML"}]}
    /// ```
    "trust-principal-mismatch" {
        title: "a trust policy that names another provider",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05", "access-denied"],
    }
}

use super::{correction, refusal};
use crate::aws::policy::changes::Change;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::rules::evidence::resemblance;
use crate::rules::response::difference::{between, underline};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for refusal in refusal::refusals(cx)? {
        let Change::AddPrincipal { statement, principal, instead } = &refusal.change else { continue };
        let listed = statement.principal.iter().flat_map(|clause| &clause.items).map(|item| &item.value);
        let Some(text) = instead.first().copied().or(listed.into_iter().next()) else { continue };
        let alike = resemblance::between(text.as_str(), principal);
        let same_kind = text.as_str().contains(":saml-provider/");
        let place = match same_kind {
            true => underline(text, between(text.as_str(), principal).0),
            false => text.span,
        };
        let words = say![
            "the trust policy names ",
            code(text.as_str()),
            ", but the Role attribute names ",
            code(principal)
        ];
        let words = match alike {
            Some(alike) => words.and("; they differ only in ").and(alike),
            None => words,
        };
        let Some(choice) = cx.roles.get(refusal.role) else { continue };
        let Some(provider) = choice.pair.provider() else { continue };
        out.find(place, words)
            .for_role(refusal.role)
            .confidence(refusal::confidence(refusal.policy))
            .expected(code(principal))
            .found(code(text.as_str()))
            .related(choice.value.text.sub(provider.range.clone()), "the provider that asks for the role")
            .fix_by(
                Owner::AwsAdmin,
                "Put the ARN of the provider into the role's trust policy, if this provider is the right one.",
            )
            .snippet(correction::of(cx, &refusal))
            .command(refusal::update_command(cx, refusal.role));
    }
    Some(Checked)
}
