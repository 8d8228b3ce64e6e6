crate::declare_rule! {
    /// The trust policy names the provider, but not the action `sts:AssumeRoleWithSAML`.
    ///
    /// ## Why AWS refuses it
    /// There are three ways to assume a role, each with an action of its own. A sign-in with SAML needs
    /// `sts:AssumeRoleWithSAML`; `sts:AssumeRole` and `sts:AssumeRoleWithWebIdentity` are for others. AWS answers that it is
    /// not authorized.
    ///
    /// ## What to do
    /// Put `sts:AssumeRoleWithSAML` into the `Action` of the statement.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Role": {"Arn": "arn:aws:iam::444455556666:role/Admin", "RoleName": "Admin", "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "«sts:AssumeRole»"}]}}}
    /// ```
    /// > the trust policy allows `sts:AssumeRole` to the provider, but a sign-in with SAML needs `sts:AssumeRoleWithSAML`
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": «["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]»}]}
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"]}]}
    /// ```
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:*"}]}
    /// ```
    "trust-action-missing" {
        title: "a trust policy without `sts:AssumeRoleWithSAML`",
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
use crate::aws::policy::document::Sense;
use crate::aws::policy::trust::StsAction;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for refusal in refusal::refusals(cx)? {
        let Change::AddAction { statement, .. } = refusal.change else { continue };
        let Some(clause) = &statement.action else { continue };
        if refusal.needed.action != StsAction::AssumeRoleWithSaml {
            continue;
        }
        let listed: Vec<&str> = clause.items.iter().map(Text::as_str).collect();
        let verb = match clause.sense {
            Sense::Listed => "the trust policy allows ",
            Sense::NotListed => "the trust policy allows everything but ",
        };
        out.find(
            refusal::place_of(clause.items.iter(), clause.span),
            say![
                verb,
                code(listed.join(", ")),
                " to the provider, but a sign-in with SAML needs ",
                code("sts:AssumeRoleWithSAML")
            ],
        )
        .for_role(refusal.role)
        .confidence(refusal::confidence(refusal.policy))
        .expected(code("sts:AssumeRoleWithSAML"))
        .found(code(listed.join(", ")))
        .fix_by(Owner::AwsAdmin, "Put sts:AssumeRoleWithSAML into the Action of the role's trust policy.")
        .snippet(correction::of(cx, &refusal))
        .command(refusal::update_command(cx, refusal.role));
    }
    Some(Checked)
}
