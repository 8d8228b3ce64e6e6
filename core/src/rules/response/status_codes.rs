//! The status codes of SAML 2.0 in plain words (SAML Core 2.0, 3.2.2.2).
//!
//! It deliberately gives no meaning to codes of vendors: they are quoted as they are.

const PREFIX: &str = "urn:oasis:names:tc:SAML:2.0:status:";

/// The only status under which somebody is signed in.
pub(super) const SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";

/// The code without the prefix that all standard ones share.
pub(super) fn short(code: &str) -> &str {
    let code = code.trim();
    code.strip_prefix(PREFIX).unwrap_or(code)
}

/// What a standard code means; continues "the identity provider reports …: ".
pub(super) fn meaning(code: &str) -> Option<&'static str> {
    Some(match code.trim().strip_prefix(PREFIX)? {
        "Requester" => "it does not accept the request that started the sign-in",
        "Responder" => "it failed or refused on its own side",
        "VersionMismatch" => "it does not speak the SAML version of the request",
        "AuthnFailed" => "it could not authenticate the user",
        "InvalidAttrNameOrValue" => "the request held an attribute that it does not accept",
        "InvalidNameIDPolicy" => "it cannot give the kind of NameID that was asked for",
        "NoAuthnContext" => {
            "the way to authenticate that was asked for, such as a second factor, was not met"
        }
        "NoAvailableIDP" => "none of the identity providers behind it can be reached",
        "NoPassive" => "the user would have had to sign in, and it was told not to ask",
        "NoSupportedIDP" => "it supports none of the identity providers that were asked for",
        "PartialLogout" => "not every session could be ended",
        "ProxyCountExceeded" => "the request passed through more identity providers than it allowed",
        "RequestDenied" => {
            "it refuses the request, for example because the user is not assigned to the application"
        }
        "RequestUnsupported" => "it does not support this kind of request",
        "RequestVersionDeprecated" => "it no longer accepts the SAML version of the request",
        "RequestVersionTooHigh" | "RequestVersionTooLow" => {
            "it does not support the SAML version of the request"
        }
        "ResourceNotRecognized" => "it does not know what the request asks for",
        "TooManyResponses" => "the answer would hold more than it can return",
        "UnknownAttrProfile" => "it does not know the attribute profile of the request",
        "UnknownPrincipal" => "it does not know the user",
        "UnsupportedBinding" => "it cannot answer in the way that the request asks for",
        _ => return None,
    })
}
