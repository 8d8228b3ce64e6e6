crate::declare_rule! {
    /// A statement trusts a SAML provider and allows no action that such a provider can use.
    ///
    /// ## Why AWS refuses it
    /// A SAML provider assumes roles with `sts:AssumeRoleWithSAML` alone. `sts:AssumeRole` is for principals of AWS and
    /// `sts:AssumeRoleWithWebIdentity` for OpenID Connect. AWS answers that it is not authorized.
    ///
    /// ## What to do
    /// Write `sts:AssumeRoleWithSAML`.
    ///
    /// ## Fires
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "«sts:AssumeRole»"}]}
    /// ```
    /// > a SAML provider cannot use `sts:AssumeRole`; it needs `sts:AssumeRoleWithSAML`
    ///
    /// ## Does not fire
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"]}]}
    /// ```
    /// The other actions may stand in a statement of their own.
    /// ```json
    /// {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:AssumeRoleWithSAML"}, {"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::444455556666:saml-provider/ExampleIdP"}, "Action": "sts:TagSession"}]}
    /// ```
    "trust-action-for-others" {
        title: "a SAML provider with an action that it cannot use",
        severity: Error,
        stage: TrustPolicy,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Not authorized to perform sts:AssumeRoleWithSAML",
            "Not authorized to perform sts:AssumeRoleWithSAML"
        )],
        predicts: ["E05"],
    }
}

use super::{correction, pasted};
use crate::aws::policy::document::Statement;
use crate::aws::policy::trust::StsAction;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let wanted = StsAction::AssumeRoleWithSaml;
    for policy in pasted::policies(cx)? {
        for statement in pasted::allowing(policy).filter(|statement| is_for_saml_alone(statement)) {
            let actions = statement.action.iter().flat_map(|clause| &clause.items);
            let mut wrong =
                actions.clone().filter(|action| correction::is_for_others(action.as_str(), wanted));
            let only_wrong = actions.clone().all(|action| {
                correction::is_for_others(action.as_str(), wanted)
                    || !action.as_str().contains(['*', '?'])
                        && !action.as_str().eq_ignore_ascii_case(wanted.id())
            });
            let (Some(action), true) = (wrong.next(), only_wrong) else { continue };
            out.find(
                action.span,
                say!["a SAML provider cannot use ", code(action.as_str()), "; it needs ", code(wanted.id())],
            )
            .expected(code(wanted.id()))
            .found(code(action.as_str()))
            .fix_by(Owner::AwsAdmin, say!["Write ", code(wanted.id()), " instead."]);
        }
    }
    Some(Checked)
}

/// Whether nobody but SAML providers is let in by the statement.
fn is_for_saml_alone(statement: &Statement) -> bool {
    let mut principals = statement.principal.iter().flat_map(|clause| &clause.items);
    principals.all(|principal| principal.value.as_str().contains(":saml-provider/"))
}
