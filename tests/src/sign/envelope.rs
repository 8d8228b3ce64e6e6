//! The text of a Signature element (XML Signature 1.1, section 4), on one line as identity providers write it.

use super::{Algorithm, Style, keys};
use samlens_core::crypto::DSIG;

const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const DECLARATION: &str = " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"";

/// A SignedInfo that can stand alone: it declares its own prefix.
pub fn signed_info(id: &str, digest: &str, algorithm: Algorithm) -> String {
    format!(
        "<ds:SignedInfo{DECLARATION}><ds:CanonicalizationMethod Algorithm=\"{EXCLUSIVE}\"/>\
         <ds:SignatureMethod Algorithm=\"{}\"/><ds:Reference URI=\"#{id}\"><ds:Transforms>\
         <ds:Transform Algorithm=\"{DSIG}enveloped-signature\"/><ds:Transform Algorithm=\"{EXCLUSIVE}\"/>\
         </ds:Transforms><ds:DigestMethod Algorithm=\"{}\"/><ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>\
         </ds:SignedInfo>",
        algorithm.uri(),
        algorithm.digest_uri(),
    )
}

/// The whole. The declaration moves outwards, which exclusive canonicalisation does not see.
pub fn signature(signed_info: &str, value: &str, style: Style) -> String {
    let signed_info = signed_info.replacen(DECLARATION, "", 1);
    let key_info = match style.key_info {
        true => format!(
            "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>",
            keys::certificate(style.algorithm)
        ),
        false => String::new(),
    };
    format!(
        "<ds:Signature{DECLARATION}>{signed_info}<ds:SignatureValue>{value}</ds:SignatureValue>{key_info}</ds:Signature>"
    )
}
