//! Names that the SAML, XML Signature and XML Encryption standards fix.

pub const ASSERTION: &str = "urn:oasis:names:tc:SAML:2.0:assertion";
pub const PROTOCOL: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
pub const METADATA: &str = "urn:oasis:names:tc:SAML:2.0:metadata";
pub const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";
pub const ENCRYPTION: &str = "http://www.w3.org/2001/04/xmlenc#";
pub const SAML1_PROTOCOL: &str = "urn:oasis:names:tc:SAML:1.0:protocol";
pub const SAML1_ASSERTION: &str = "urn:oasis:names:tc:SAML:1.0:assertion";
pub const WS_TRUST_2005: &str = "http://schemas.xmlsoap.org/ws/2005/02/trust";
pub const WS_TRUST_13: &str = "http://docs.oasis-open.org/ws-sx/ws-trust/200512";
pub const SOAP11: &str = "http://schemas.xmlsoap.org/soap/envelope/";
pub const SOAP12: &str = "http://www.w3.org/2003/05/soap-envelope";
pub const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Prefix of the status codes (SAML core 3.2.2.2).
pub const STATUS: &str = "urn:oasis:names:tc:SAML:2.0:status:";
pub const STATUS_SUCCESS: &str = "urn:oasis:names:tc:SAML:2.0:status:Success";

/// The bearer confirmation method (SAML profiles 3.3).
pub const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/// Prefixes of the name identifier formats (SAML core 8.3).
pub const FORMAT_20: &str = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
pub const FORMAT_11: &str = "urn:oasis:names:tc:SAML:1.1:nameid-format:";
