//! What is read from whole, nested, misnamed and broken metadata.

use super::{Metadata, read};
use crate::limits::Limits;
use crate::source::{SourceId, Span};
use crate::xml::{self, Document};

fn document(text: &str) -> Document {
    xml::parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default())
}

fn metadata(text: &str) -> (Document, Metadata) {
    let document = document(text);
    let metadata = read(&document).unwrap_or_else(|| panic!("no metadata: {text}"));
    (document, metadata)
}

const MD: &str =
    r#"xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#""#;

#[test]
fn an_identity_provider_is_read_whole() {
    let (document, metadata) = metadata(&format!(
        r#"<md:EntityDescriptor {MD} entityID="https://idp.example.com/saml" ID="_1" validUntil="2030-01-01T00:00:00Z" cacheDuration="PT1H"><ds:Signature/><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAuthnRequestsSigned="true"><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:KeyName>new</ds:KeyName><ds:KeyValue/><ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate><ds:X509Certificate>BB&#66;B</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>CCCC</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>DDDD</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>"#
    ));
    assert!(metadata.misnamed.is_empty() && metadata.groups.is_empty());
    let [entity] = metadata.entities.as_slice() else { panic!("one entity") };
    assert_eq!(entity.entity_id.as_ref().unwrap().as_str(), "https://idp.example.com/saml");
    assert_eq!(entity.described.id.as_ref().unwrap().as_str(), "_1");
    assert_eq!(entity.described.valid_until.as_ref().unwrap().as_str(), "2030-01-01T00:00:00Z");
    assert_eq!(entity.described.cache_duration.as_ref().unwrap().as_str(), "PT1H");
    assert_eq!(document.element(entity.described.signature.unwrap()).unwrap().local(), "Signature");
    let [provider] = entity.identity_providers.as_slice() else { panic!("one provider") };
    assert_eq!(provider.want_authn_requests_signed.as_ref().unwrap().as_str(), "true");
    assert_eq!(provider.name_id_formats.len(), 1);
    let [service] = provider.single_sign_on_services.as_slice() else { panic!("one service") };
    assert_eq!(service.location.as_ref().unwrap().as_str(), "https://idp.example.com/sso");
    let signing: Vec<_> =
        metadata.signing_certificates().map(|(index, text)| (index, text.as_str())).collect();
    assert_eq!(signing, [(0, "AAAA"), (0, "BBBB"), (0, "DDDD")]);
    assert_eq!(metadata.keys().count(), 3);
    let first = metadata.keys().next().unwrap();
    assert_eq!((first.key_names.len(), first.key_values.len()), (1, 1));
    let certificate = metadata.signing_certificates().nth(1).unwrap().1;
    assert_eq!(document.raw(certificate.sub(2..3)), "&#66;");
}

#[test]
fn groups_nest_and_keep_their_order() {
    let (_, metadata) = metadata(&format!(
        r#"<md:EntitiesDescriptor {MD} Name="all"><md:EntityDescriptor entityID="a"/><md:EntitiesDescriptor validUntil="2030-01-01T00:00:00Z"><md:EntityDescriptor entityID="b"><md:SPSSODescriptor WantAssertionsSigned="true"><md:AssertionConsumerService Location="https://sp.example.org/acs"/></md:SPSSODescriptor></md:EntityDescriptor></md:EntitiesDescriptor><md:EntityDescriptor entityID="c"><md:RoleDescriptor/></md:EntityDescriptor></md:EntitiesDescriptor>"#
    ));
    let ids: Vec<_> =
        metadata.entities.iter().map(|entity| entity.entity_id.as_ref().unwrap().as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(metadata.groups.len(), 2);
    let entity = metadata.entities.get(1).unwrap();
    let [provider] = entity.service_providers.as_slice() else { panic!("one provider") };
    assert_eq!(provider.assertion_consumer_services.len(), 1);
    assert_eq!(provider.want_assertions_signed.as_ref().unwrap().as_str(), "true");
    assert_eq!(metadata.entities.get(2).unwrap().other_roles.len(), 1);
}

#[test]
fn other_cases_and_namespaces_are_read_and_told() {
    let (document, metadata) = metadata(
        r#"<EntityDescriptor entityID="a"><idpssodescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"><KeyDescriptor/></idpssodescriptor></EntityDescriptor>"#,
    );
    assert_eq!(metadata.entities.first().unwrap().identity_providers.len(), 1);
    let names: Vec<_> =
        metadata.misnamed.iter().map(|name| (document.raw(name.span), name.meant.1)).collect();
    let expected = [("EntityDescriptor", "EntityDescriptor"), ("idpssodescriptor", "IDPSSODescriptor")];
    assert_eq!(names, expected);
}

#[test]
fn what_is_no_metadata_is_none_and_what_is_broken_is_read_as_far_as_it_goes() {
    for text in ["", "text", "<a/>", "<Response/>", "<x><EntityDescriptor/></x>"] {
        assert!(read(&document(text)).is_none(), "{text}");
    }
    let (_, cut) =
        metadata(&format!(r#"<md:EntityDescriptor {MD} entityID="a"><md:IDPSSODescriptor><md:KeyDesc"#));
    assert_eq!(cut.entities.first().unwrap().identity_providers.len(), 1);
    let deep = "<EntitiesDescriptor>".repeat(100_000);
    assert!(!metadata(&deep).1.groups.is_empty());
    let many = format!("<EntitiesDescriptor>{}", "<EntityDescriptor/>".repeat(50_000));
    assert!(!metadata(&many).1.entities.is_empty());
}
