crate::declare_rule! {
    /// The identity provider says that the sign-in failed.
    ///
    /// ## Why AWS refuses it
    /// A response also carries bad news. Unless its status is `Success`, it holds no sign-in, and STS answers
    /// `IDPRejectedClaim` (403): "The identity provider (IdP) reported that authentication failed." In the browser the
    /// text may be the general one about an invalid SAML response. Nothing on the AWS side can help: the decision was
    /// made before AWS was asked.
    ///
    /// ## What to do
    /// Read the innermost code and the status message, then look up this sign-in in the identity provider's own log:
    /// it names the user and the policy. The usual causes are a user who is not assigned to the application, a failed
    /// or refused second factor, and an access policy.
    ///
    /// ## Fires
    /// ```xml without=Assertion
    /// <samlp:Status><samlp:StatusCode Value="«urn:oasis:names:tc:SAML:2.0:status:Responder»"><samlp:StatusCode Value="‹urn:oasis:names:tc:SAML:2.0:status:AuthnFailed›"/></samlp:StatusCode></samlp:Status>
    /// ```
    /// > the identity provider reports `AuthnFailed` (inside `Responder`) instead of `Success`: it could not
    /// > authenticate the user
    ///
    /// ```xml without=Assertion
    /// <samlp:Status><samlp:StatusCode Value="«urn:oasis:names:tc:SAML:2.0:status:Requester»"/><samlp:StatusMessage>‹User is not assigned›</samlp:StatusMessage></samlp:Status>
    /// ```
    /// > the identity provider reports `Requester` instead of `Success`: it does not accept the request that started
    /// > the sign-in; its message is `User is not assigned`
    ///
    /// The word without the URN is no status of SAML:
    /// ```xml
    /// <samlp:Status><samlp:StatusCode Value="«Success»"/></samlp:Status>
    /// ```
    /// > the identity provider reports `Success` instead of `urn:oasis:names:tc:SAML:2.0:status:Success`
    ///
    /// ## Does not fire
    /// ```xml
    /// <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
    /// ```
    "status-not-success" {
        title: "a status that is not Success",
        severity: Error,
        stage: Response,
        needs: [],
        explains: [
            "assertion-missing",
            "issuer-missing",
            "subject-missing",
            "name-id-missing",
            "name-id-empty",
            "subject-confirmation-missing",
            "confirmation-data-missing",
            "audience-missing",
            "role-missing",
            "role-empty",
            "session-name-missing",
            "session-name-empty",
            "session-duration-absent",
        ],
        cites: [(
            "AWS STS API",
            "AssumeRoleWithSAML: IDPRejectedClaim",
            "The identity provider (IdP) reported that authentication failed. This might be because the claim is invalid."
        ), (
            "SAML Core 2.0",
            "3.2.2.2 Element <StatusCode>",
            "urn:oasis:names:tc:SAML:2.0:status:Success: The request succeeded."
        )],
        predicts: ["E18", "E01"],
    }
}

use super::status_codes;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let status = cx.response()?.status.as_ref()?;
    let mut values = status.codes.iter().filter_map(|code| code.value.as_ref());
    let top = values.next()?;
    if top.as_str().trim() == status_codes::SUCCESS {
        return Some(Checked);
    }
    let within: Vec<_> = values.collect();
    let is_success = |value: &str| status_codes::short(value) == "Success";
    let innermost = within.last().copied().filter(|inner| !is_success(inner.as_str())).unwrap_or(top);
    let mut message = say!["the identity provider reports ", code(status_codes::short(innermost.as_str()))];
    if innermost.span != top.span {
        message = message.and(" (inside ").and(code(status_codes::short(top.as_str()))).and(")");
    }
    message = message.and(" instead of ").and(code(match is_success(innermost.as_str()) {
        true => status_codes::SUCCESS,
        false => "Success",
    }));
    if let Some(meaning) = status_codes::meaning(innermost.as_str()) {
        message = message.and(": ").and(meaning);
    }
    let told = status.message.as_ref().filter(|told| !told.as_str().trim().is_empty());
    if let Some(told) = told {
        message = message.and("; its message is ").and(code(told.as_str().trim()));
    }
    let mut finding = out
        .find(top.span, message)
        .expected(code(status_codes::SUCCESS))
        .found(code(top.as_str()))
        .predicts(cx.service().assumes_a_role().then_some("E18"));
    for more in within {
        finding = finding.related(more.span, "the more exact reason");
    }
    if let Some(told) = told {
        finding = finding.related(told.span, "what the identity provider says about it");
    }
    finding.fix_at_idp(
        Setting::UserAssignment,
        "Look up this sign-in in the identity provider's log, and check that the user is assigned to the application \
         and that no access policy refuses it.",
    );
    Some(Checked)
}
