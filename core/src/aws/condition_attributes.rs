//! Attributes of eduPerson, X.500 and Active Directory that become condition keys of a role's trust policy.
//!
//! It deliberately leaves the value alone. The names and types follow the IAM User Guide, "Configure SAML assertions for
//! the authentication response", with its slips marked.

/// A condition key that an attribute feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConditionAttribute {
    /// The `Name` of the attribute.
    pub name: &'static str,
    /// The condition key without `saml:`. Keys are compared without regard to case.
    pub key: &'static str,
    pub values: Values,
    /// Whether AWS's pages agree on the name, the key and the type.
    pub certain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// One string.
    One,
    /// A list, for `ForAnyValue:` and `ForAllValues:`.
    Many,
}

/// The keys that an attribute feeds. `urn:oid:2.5.4.3` feeds two.
pub fn of_name(name: &str) -> impl Iterator<Item = &'static ConditionAttribute> {
    TABLE.iter().filter(move |attribute| attribute.name == name)
}

/// The attributes that feed a key, given without `saml:`.
pub fn of_key(key: &str) -> impl Iterator<Item = &'static ConditionAttribute> {
    TABLE.iter().filter(move |attribute| attribute.key.eq_ignore_ascii_case(key))
}

pub fn all() -> &'static [ConditionAttribute] {
    TABLE
}

const fn list(name: &'static str, key: &'static str) -> ConditionAttribute {
    ConditionAttribute { name, key, values: Values::Many, certain: true }
}

const fn one(name: &'static str, key: &'static str) -> ConditionAttribute {
    ConditionAttribute { name, key, values: Values::One, certain: true }
}

/// The assertions page says one string, the page of condition keys says a list.
const fn disputed(name: &'static str, key: &'static str) -> ConditionAttribute {
    ConditionAttribute { name, key, values: Values::Many, certain: false }
}

const TABLE: &[ConditionAttribute] = &[
    list("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "eduPersonAffiliation"),
    list("urn:oid:1.3.6.1.4.1.5923.1.1.1.2", "eduPersonNickname"),
    one("urn:oid:1.3.6.1.4.1.5923.1.1.1.3", "eduPersonOrgDN"),
    list("urn:oid:1.3.6.1.4.1.5923.1.1.1.4", "eduPersonOrgUnitDN"),
    one("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", "eduPersonPrimaryAffiliation"),
    one("urn:oid:1.3.6.1.4.1.5923.1.1.1.6", "eduPersonPrincipalName"),
    list("urn:oid:1.3.6.1.4.1.5923.1.1.1.7", "eduPersonEntitlement"),
    one("urn:oid:1.3.6.1.4.1.5923.1.1.1.8", "eduPersonPrimaryOrgUnitDN"),
    list("urn:oid:1.3.6.1.4.1.5923.1.1.1.9", "eduPersonScopedAffiliation"),
    list("urn:oid:1.3.6.1.4.1.5923.1.1.1.10", "eduPersonTargetedID"),
    list("urn:oid:1.3.6.1.4.1.5923.1.1.1.11", "eduPersonAssurance"),
    list("urn:oid:1.3.6.1.4.1.5923.1.2.1.2", "eduOrgHomePageURI"),
    list("urn:oid:1.3.6.1.4.1.5923.1.2.1.3", "eduOrgIdentityAuthNPolicyURI"),
    list("urn:oid:1.3.6.1.4.1.5923.1.2.1.4", "eduOrgLegalName"),
    list("urn:oid:1.3.6.1.4.1.5923.1.2.1.5", "eduOrgSuperiorURI"),
    list("urn:oid:1.3.6.1.4.1.5923.1.2.1.6", "eduOrgWhitePagesURI"),
    list("urn:oid:2.5.4.3", "cn"),
    disputed("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", "name"),
    disputed("http://schemas.xmlsoap.org/claims/CommonName", "commonName"),
    disputed("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname", "givenName"),
    disputed("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname", "surname"),
    disputed("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "mail"),
    disputed("http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid", "uid"),
    disputed("2.5.4.3", "commonName"),
    disputed("urn:oid:2.5.4.3", "commonName"),
    disputed("2.5.4.4", "surname"),
    disputed("urn:oid:2.5.4.4", "surname"),
    // AWS prints 2.4.5.42; the registered object identifier of givenName is 2.5.4.42.
    disputed("2.4.5.42", "givenName"),
    disputed("2.5.4.42", "givenName"),
    disputed("urn:oid:2.5.4.42", "givenName"),
    disputed("2.5.4.45", "x500UniqueIdentifier"),
    disputed("urn:oid:2.5.4.45", "x500UniqueIdentifier"),
    disputed("0.9.2342.19200300100.1.1", "uid"),
    disputed("urn:oid:0.9.2342.19200300.100.1.1", "uid"),
    disputed("0.9.2342.19200300100.1.3", "mail"),
    disputed("urn:oid:0.9.2342.19200300.100.1.3", "mail"),
    disputed("0.9.2342.19200300.100.1.45", "organizationStatus"),
    disputed("urn:oid:0.9.2342.19200300.100.1.45", "organizationStatus"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_feed_keys() {
        let keys = |name| of_name(name).map(|attribute| attribute.key).collect::<Vec<_>>();
        assert_eq!(keys("urn:oid:1.3.6.1.4.1.5923.1.1.1.1"), ["eduPersonAffiliation"]);
        assert_eq!(keys("urn:oid:2.5.4.3"), ["cn", "commonName"]);
        assert!(keys("urn:oid:1.2.3").is_empty());
        assert_eq!(of_key("EDUPERSONORGDN").next().map(|attribute| attribute.values), Some(Values::One));
    }

    #[test]
    fn no_row_stands_twice() {
        for (index, row) in TABLE.iter().enumerate() {
            assert!(
                !TABLE.iter().skip(index + 1).any(|other| (other.name, other.key) == (row.name, row.key))
            );
        }
    }
}
