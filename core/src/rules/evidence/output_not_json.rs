crate::declare_rule! {
    /// An output of the AWS CLI was pasted in a form in which it cannot be read in full.
    ///
    /// ## Why it matters
    /// The AWS CLI prints tables and columns for the eye. A table can be cut and laid out in several ways, and in columns a trust
    /// policy loses the names of its condition keys. What is lost cannot be compared with the message.
    ///
    /// ## What to do
    /// Run the command again with `--output json`, and paste what it prints then.
    ///
    /// ## Fires
    /// ```text
    /// -----------------------------
    /// |          «GetRole»          |
    /// +---------------------------+
    /// ||           Role          ||
    /// |+------------+------------+|
    /// ||  RoleName  |  Admin     ||
    /// |+------------+------------+|
    /// ```
    /// > this is the table that the AWS CLI prints of `GetRole`, and a table cannot be read back
    ///
    /// ```text
    /// ROLE\u{9}arn:aws:iam::444455556666:role/Admin\u{9}2026-01-01T00:00:00Z\u{9}3600\u{9}/\u{9}AROAEXAMPLEEXAMPLE000\u{9}Admin
    /// «ASSUMEROLEPOLICYDOCUMENT»\u{9}2012-10-17
    /// STATEMENT\u{9}sts:AssumeRoleWithSAML\u{9}Allow
    /// STRINGEQUALS\u{9}https://signin.aws.amazon.com/saml
    /// PRINCIPAL\u{9}arn:aws:iam::444455556666:saml-provider/ExampleIdP
    /// ```
    ///
    /// ## Does not fire
    /// ```json na
    /// {"Role": {"RoleName": "Admin", "Arn": "arn:aws:iam::444455556666:role/Admin"}}
    /// ```
    /// Columns without a policy lose nothing.
    /// ```text na
    /// SAMLPROVIDERLIST\u{9}arn:aws:iam::444455556666:saml-provider/ExampleIdP\u{9}2026-01-01T00:00:00Z\u{9}2126-01-01T00:00:00Z
    /// ```
    "output-not-json" {
        title: "an output of the AWS CLI that cannot be read back",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "Output formats of the AWS CLI",
            "with --output text a condition is printed as its operator and its values, without its key"
        )],
        predicts: [],
    }
}

use crate::aws::outputs::{Output, POLICY_IN_COLUMNS};
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;
use crate::source::Span;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (place, words) = match cx.item.output.as_ref()? {
        Output::Table(table) => (
            table.operation.span,
            say![
                "this is the table that the AWS CLI prints of ",
                code(table.operation.as_str()),
                ", and a table cannot be read back"
            ],
        ),
        Output::Role(_) | Output::Roles(_) => {
            let span = cx.item.leaf.span;
            let at = cx.sources.excerpt(span).find(POLICY_IN_COLUMNS)?;
            let from = (span.bytes.start as usize).saturating_add(at);
            let end = from.saturating_add(POLICY_IN_COLUMNS.trim_end().len());
            (
                Span::new(span.source, from, end),
                say!["this is a role in columns, in which its trust policy loses the keys of its conditions"],
            )
        }
        _ => return None,
    };
    out.find(place, words)
        .expected("JSON")
        .fix_by(Owner::User, say!["Run the command again with ", code("--output json"), " and paste that."]);
    Some(Checked)
}
