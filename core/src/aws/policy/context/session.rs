//! The context of a request made with the credentials that `AssumeRoleWithSAML` gave: what a permission policy can test.
//!
//! It deliberately knows no service: keys such as `appstream:userId` are added by who knows them.

use super::assume_role::{self, Federation, with_identity};
use super::{Context, Found, FoundValue, Moment, Obscurity};

/// `role_id` is the unique identifier of the role (`AROA…`), if it is known.
pub fn for_session(federation: &Federation<'_>, role_id: Option<&str>) -> Context {
    let request = assume_role::for_assume_role(federation);
    let mut context = with_identity(Context::at(Moment::Session), federation);
    // "No other SAML-based federation condition keys are available" after the sign-in, so the rest of them goes.
    for gone in ["saml:iss", "saml:doc"] {
        context.entries.remove(gone);
    }
    for (key, found) in request.iter() {
        if let Some(tag) = key.strip_prefix("aws:requesttag/") {
            context = context.with(&format!("aws:PrincipalTag/{tag}"), found.clone());
        }
    }
    let identity = request.find("sts:SourceIdentity").clone();
    let provider = FoundValue { text: federation.provider.to_owned(), span: Some(federation.provider_span) };
    context
        .with("sts:SourceIdentity", identity.clone())
        .with("aws:SourceIdentity", identity)
        .with("aws:FederatedProvider", Found::Values(vec![provider]))
        .with("aws:userid", user_id(request.find("sts:RoleSessionName"), role_id))
}

/// Keys, in lower case, that no session of a role has from SAML: it has no user name, and of the keys of SAML only three.
pub(super) fn is_never(key: &str) -> bool {
    key.starts_with("saml:") || key == "aws:username"
}

/// `<role id>:<session name>`.
fn user_id(session_name: &Found, role_id: Option<&str>) -> Found {
    match (session_name, role_id) {
        (Found::Values(values), Some(role_id)) => {
            let joined = |value: &FoundValue| FoundValue {
                text: format!("{role_id}:{}", value.text),
                span: value.span,
            };
            Found::Values(values.iter().map(joined).collect())
        }
        _ => Found::Unknown(Obscurity::OnlyAws),
    }
}
