//! Agreement with x509-cert, an independent reader, on every fixture that it accepts.

use super::*;
use x509_cert::der::{Decode, Encode};

#[test]
fn every_field_agrees() {
    for (name, _) in CERTIFICATES {
        let der = armoured(name).der;
        let ours = read(&der).0.unwrap();
        let theirs = x509_cert::Certificate::from_der(&der).unwrap().tbs_certificate;
        let at = |bytes: Bytes| &der[bytes.range()];
        assert_eq!(at(ours.signed), theirs.to_der().unwrap(), "{name}");
        assert_eq!(at(ours.serial.unwrap().at), theirs.serial_number.as_bytes(), "{name}");
        assert_eq!(at(ours.issuer.as_ref().unwrap().at), theirs.issuer.to_der().unwrap(), "{name}");
        assert_eq!(at(ours.subject.as_ref().unwrap().at), theirs.subject.to_der().unwrap(), "{name}");
        if !name.ends_with("extensions") && !name.starts_with("repeated") {
            assert_eq!(ours.subject.unwrap().text, theirs.subject.to_string(), "{name}");
        }
        let key = ours.public_key.unwrap();
        assert_eq!(at(key.at), theirs.subject_public_key_info.to_der().unwrap(), "{name}");
        assert_eq!(key.algorithm.oid, theirs.subject_public_key_info.algorithm.oid.to_string(), "{name}");
        let unix = |time: &x509_cert::time::Time| Some(time.to_unix_duration().as_millis() as i64);
        assert_eq!(ours.not_before.unwrap().milliseconds, unix(&theirs.validity.not_before), "{name}");
        assert_eq!(ours.not_after.unwrap().milliseconds, unix(&theirs.validity.not_after), "{name}");
        assert_eq!(ours.signature_algorithm.unwrap().oid, theirs.signature.oid.to_string(), "{name}");
        let extensions = theirs.extensions.unwrap_or_default();
        assert_eq!(ours.extensions.list.len(), extensions.len(), "{name}");
        for (ours, theirs) in ours.extensions.list.iter().zip(extensions) {
            assert_eq!(ours.kind.oid, theirs.extn_id.to_string(), "{name}");
            assert_eq!(ours.critical, theirs.critical, "{name}");
            assert_eq!(at(ours.value), theirs.extn_value.as_bytes(), "{name}");
        }
    }
}
