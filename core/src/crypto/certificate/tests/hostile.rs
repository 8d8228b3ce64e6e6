//! Damaged certificates: each fault has its name and its place, and nothing panics.

use super::*;
use proptest::prelude::*;

/// One change to a good certificate and the problem that it has to give, at the bytes that the function names.
type Case = (&'static str, fn(&mut Vec<u8>, &Certificate), ProblemKind);

const CASES: [Case; 18] = [
    ("no bytes", |der, _| der.clear(), ProblemKind::Empty),
    ("text", |der, _| *der = b"not a certificate".to_vec(), ProblemKind::NotDer),
    ("cut in the middle", |der, _| der.truncate(der.len() / 2), ProblemKind::Truncated),
    ("cut after the header", |der, _| der.truncate(4), ProblemKind::Missing),
    ("cut inside the header", |der, _| der.truncate(2), ProblemKind::Truncated),
    ("indefinite length", |der, _| der[1] = 0x80, ProblemKind::IndefiniteLength),
    ("a length of 2^56", |der, _| *der = vec![0x30, 0x87, 1, 0, 0, 0, 0, 0, 0], ProblemKind::AbsurdLength),
    (
        "a length with a leading zero",
        |der, _| *der = vec![0x30, 0x82, 0, 1, 0],
        ProblemKind::NonMinimalLength,
    ),
    ("a byte behind the end", |der, _| der.push(0), ProblemKind::TrailingBytes),
    (
        "a serial number that is no integer",
        |der, certificate| der[start(certificate.serial.as_ref().map(|serial| serial.at)) - 2] = 4,
        ProblemKind::WrongTag,
    ),
    (
        "a negative serial number",
        |der, certificate| der[start(certificate.serial.as_ref().map(|serial| serial.at))] = 0x80,
        ProblemKind::NegativeInteger,
    ),
    (
        "a month 13",
        |der, certificate| {
            let at = start(certificate.not_before.map(|time| time.at));
            der.splice(at + 2..at + 4, *b"13").for_each(drop);
        },
        ProblemKind::BadTime,
    ),
    (
        "an end before the beginning",
        |der, certificate| {
            let at = start(certificate.not_after.map(|time| time.at));
            der.splice(at..at + 2, *b"01").for_each(drop);
        },
        ProblemKind::ValidityReversed,
    ),
    (
        "an even modulus",
        |der, certificate| der[rsa(certificate).modulus.range().end - 1] &= 0xFE,
        ProblemKind::AbsurdModulus,
    ),
    (
        "a modulus without its leading zero",
        |der, certificate| der[rsa(certificate).modulus.range().start - 1] = 0x80,
        ProblemKind::NegativeInteger,
    ),
    (
        "the exponent 1",
        |der, certificate| der.splice(rsa(certificate).exponent.range(), [0, 0, 1]).for_each(drop),
        ProblemKind::AbsurdExponent,
    ),
    (
        "a version 4",
        |der, certificate| der[certificate.signed.range().start + 8] = 3,
        ProblemKind::UnknownVersion,
    ),
    (
        "another algorithm outside",
        |der, certificate| der[certificate.signed.range().end + 12] = 5,
        ProblemKind::AlgorithmsDiffer,
    ),
];

fn start(at: Option<Bytes>) -> usize {
    at.unwrap().range().start
}

fn rsa(certificate: &Certificate) -> RsaPublic {
    certificate.public_key.as_ref().unwrap().rsa().unwrap()
}

#[test]
fn each_fault_has_its_name_and_a_place_within() {
    let good = armoured("rsa-2048").der.to_vec();
    let certificate = read(&good).0.unwrap();
    for (what, change, kind) in CASES {
        let mut der = good.clone();
        change(&mut der, &certificate);
        let (_, problems) = read(&der);
        assert!(problems.iter().any(|problem| problem.kind == kind), "{what}: {problems:?}");
        assert!(problems.iter().all(|problem| problem.at.range().end <= der.len()), "{what}: {problems:?}");
    }
}

/// What stands before the damage is still read.
#[test]
fn a_certificate_that_is_cut_off_still_tells_its_names() {
    let der = armoured("rsa-2048").der.to_vec();
    let whole = read(&der).0.unwrap();
    let cut = whole.subject.as_ref().unwrap().at.range().end + 20;
    let (certificate, problems) = read(&der[..cut]);
    let certificate = certificate.unwrap();
    assert_eq!(certificate.subject, whole.subject);
    assert_eq!(certificate.not_after, whole.not_after);
    assert!(problems.iter().any(|problem| problem.kind == ProblemKind::Truncated));
}

#[test]
fn many_faults_end_at_the_limit() {
    let mut der = vec![0x30, 0x83, 0x01, 0x86, 0xA0];
    der.extend([0x05, 0x00].repeat(50_000));
    let wrapped = read(&[&[0x30, 0x83, 0x01, 0x86, 0xA5][..], &der].concat()).1;
    assert!(wrapped.len() <= problem::Problems::MOST);
    // As many elements of a wrong type in the list of extensions.
    let list = [&[0xA3, 0x83, 0x01, 0x86, 0xA5][..], &der].concat();
    let signed = [&[0x30, 0x83, 0x01, 0x86, 0xAA][..], &list].concat();
    let problems = read(&[&[0x30, 0x83, 0x01, 0x86, 0xAF][..], &signed].concat()).1;
    assert!(problems.len() <= problem::Problems::MOST);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_on_mutations(
        index in 0..CERTIFICATES.len() + KEYS.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..6),
    ) {
        let name = CERTIFICATES.iter().chain(&KEYS).nth(index).unwrap().0;
        let mut der = armoured(name).der.to_vec();
        for (at, byte, kind) in changes {
            let at = at.index(der.len().max(1));
            match kind {
                0 if at < der.len() => der[at] = byte,
                1 if at < der.len() => der.splice(at..=at, []).for_each(drop),
                2 => {
                    let at = at.min(der.len());
                    der.splice(at..at, [byte]).for_each(drop);
                }
                _ => der.truncate(at.max(1)),
            }
        }
        let end = der.len();
        let (certificate, mut problems) = read(&der);
        problems.extend(read_public_key(&der).1);
        problems.extend(read_private_key(&der).1);
        prop_assert!(problems.iter().all(|problem| problem.at.range().end <= end));
        prop_assert!(certificate.is_none_or(|certificate| certificate.at.range().end <= end));
    }

    #[test]
    fn nothing_panics_on_any_bytes(der in prop::collection::vec(any::<u8>(), 0..200)) {
        read(&der);
        read_public_key(&der);
        read_private_key(&der);
    }

    #[test]
    fn nothing_panics_on_any_text(value in "(-----BEGIN [A-Z ]{0,12}-----\n?)?[A-Za-z0-9+/=: \n-]{0,80}(-----END)?") {
        let text = Text::plain(value.clone(), Span::new(SourceId(0), 0, value.len()));
        let block = open(&text, &Limits::default());
        let whole = block.place(&text, Bytes::new(0, block.der.len()));
        prop_assert!(whole.bytes.end as usize <= value.len());
    }
}
