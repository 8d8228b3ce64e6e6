crate::declare_rule! {
    /// The paste is a JSON Web Token.
    ///
    /// ## Why it matters
    /// A JSON Web Token (three parts with dots between them, the first beginning with `eyJ`) belongs to OpenID Connect or
    /// OAuth. SAML is another protocol: its message is XML and travels in the form field `SAMLResponse`. AWS takes such tokens
    /// by `AssumeRoleWithWebIdentity`, which has other rules and other errors.
    ///
    /// ## What to do
    /// If the sign-in uses SAML, copy the form field `SAMLResponse`. If it uses OpenID Connect, this program cannot help. A
    /// token is a secret for as long as it is valid: do not put it into tickets.
    ///
    /// ## Fires
    /// ```paste
    /// «eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEubG9wZXoifQ.»
    /// ```
    /// > this is a JSON Web Token, which belongs to OpenID Connect or OAuth and not to SAML
    ///
    /// ## Does not fire
    /// ```paste
    /// eyJ is how many tokens begin.
    /// ```
    "json-web-token" {
        title: "a token of OpenID Connect instead of SAML",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "RFC 7519",
            "3.1 Example JWT",
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
        )],
        predicts: [],
    }
}

use super::place;
use crate::evidence::ItemKind;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if cx.kind() != ItemKind::Jwt || cx.other_messages > 0 {
        return None;
    }
    out.find(
        place::first_line(cx),
        say!["this is a JSON Web Token, which belongs to OpenID Connect or OAuth and not to SAML"],
    )
    .fix_by(
        Owner::User,
        say!["If the sign-in uses SAML, copy the form field ", code("SAMLResponse"), " instead."],
    );
    Some(Checked)
}
