crate::declare_rule! {
    /// The response answers a request, and AWS sends none for this kind of sign-in.
    ///
    /// ## Why it matters
    /// Sign-in through an IAM role always starts at the identity provider: AWS posts no `AuthnRequest`, so there is none
    /// that a response could answer. What AWS does with an `InResponseTo` is not documented. It shows that the response
    /// was made for a sign-in that started elsewhere, for example at another application or in a test tool.
    ///
    /// ## What to do
    /// Nothing, as long as the sign-in works. If it does not, start it from the identity provider's own page or tile and
    /// capture that response.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData InResponseTo="«_req1»" NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > the response says that it answers the request `_req1`, but AWS sends no requests for sign-in through a role
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// IAM Identity Center does send requests.
    /// ```xml na service=identity-center also=name-id-format-for-identity-center
    /// <saml:SubjectConfirmationData InResponseTo="_req1" NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "in-response-to" {
        title: "a response to a request that AWS did not send",
        severity: Note,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Set up SAML 2.0",
            "IdP must support unsolicited IdP-initiated SSO"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response().filter(|_| cx.service().assumes_a_role())?;
    let data = cx.confirmation_data().and_then(|data| data.in_response_to.as_ref());
    let mut places = message.in_response_to.iter().chain(data);
    let Some(first) = places.next() else { return Some(Checked) };
    let mut finding = out.find(
        first.span,
        say![
            "the response says that it answers the request ",
            code(first.as_str()),
            ", but AWS sends no requests for sign-in through a role"
        ],
    );
    for other in places {
        finding = finding.related(other.span, "the assertion says so, too");
    }
    finding.fix_by(
        Owner::User,
        "If the sign-in fails, start it from the identity provider's own page and capture it again.",
    );
    Some(Checked)
}
