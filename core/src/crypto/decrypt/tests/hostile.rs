//! Bounded work and no panic, whatever the document or the key.

use super::*;
use proptest::prelude::*;

#[test]
fn references_in_a_circle_end() {
    let info = |id: &str, next: &str| {
        format!("<ds:KeyInfo Id=\"{id}\" {NAMESPACES}><ds:RetrievalMethod URI=\"#{next}\"/></ds:KeyInfo>")
    };
    let circle = format!("{}{}</samlp:Response>", info("_1", "_2"), info("_2", "_1"));
    let text = GCM
        .replace(encrypted_key(GCM), "<ds:RetrievalMethod URI=\"#_1\"/>")
        .replace("</samlp:Response>", &circle);
    let Outcome::Failed(failure) = run(&text, &[ours()]) else { panic!() };
    assert_eq!(failure.reason, Reason::NoEncryptedKey);
}

#[test]
fn ten_thousand_keys_cost_no_more_than_the_budget() {
    let value = cut(encrypted_key(GCM), "<xenc:CipherValue>", "</xenc:CipherValue>");
    let zero = format!("<xenc:CipherValue>{}==</xenc:CipherValue>", "A".repeat(342));
    let key =
        encrypted_key(GCM).replace(value, &zero).replace(cut(GCM, "<ds:X509Data>", "</ds:X509Data>"), "");
    let text = GCM.replace(encrypted_key(GCM), &key.repeat(10_000));
    let document = parse(&text);
    let data = find(&document);
    assert_eq!(data[0].recipients.len(), 32);
    let mut budget = Budget { operations: 5, ..Budget::default() };
    let outcome = decrypt(&document, &data[0], &[ours()], &Limits::default(), &mut budget);
    assert!(matches!(outcome, Outcome::Failed(Failure { reason: Reason::Limit, .. })), "{outcome:?}");
    assert_eq!(budget.operations, 0);
}

#[test]
fn more_plain_bytes_than_the_budget_are_not_made() {
    let document = parse(GCM);
    let mut budget = Budget { bytes: 100, ..Budget::default() };
    let outcome = decrypt(&document, &find(&document)[0], &[ours()], &Limits::default(), &mut budget);
    assert!(matches!(outcome, Outcome::Failed(Failure { reason: Reason::Limit, .. })));
}

/// The numbers of a key as `read_private_key` would give them.
fn private(numbers: [&[u8]; 5]) -> crate::crypto::certificate::RsaPrivate {
    let integer = |number: &[u8]| [&[2, u8::try_from(number.len()).unwrap()][..], number].concat();
    let body: Vec<u8> =
        [&[0][..]].into_iter().chain(numbers).chain([&[1][..]; 3]).flat_map(integer).collect();
    let der = [&[0x30, u8::try_from(body.len()).unwrap()][..], &body].concat();
    match read_private_key(&der).0 {
        Some(PrivateKey::Rsa(rsa)) => rsa,
        other => panic!("{other:?}"),
    }
}

#[test]
fn keys_whose_numbers_do_not_belong_together_are_refused() {
    // 3233 = 61 * 53, with 17 and 413, is RSA in small.
    let [n, e, d, p, q]: [&[u8]; 5] = [&[0x0C, 0xA1], &[17], &[1, 0x9D], &[61], &[53]];
    assert!(DecryptionKey::new(&private([n, e, d, p, q])).is_some());
    let bad: [[&[u8]; 5]; 9] = [
        [&[0], &[0], &[0], &[0], &[0]],
        [&[1], &[1], &[1], &[1], &[1]],
        [n, e, d, &[0], q],
        [n, e, d, &[1], n],
        [n, e, d, n, &[1]],
        [n, &[16], d, p, q],
        [n, e, &[1, 0x9E], p, q],
        [&[0x0C, 0xA2], e, d, p, q],
        [&[127; 40], e, d, &[3], &[127; 39]],
    ];
    for numbers in bad {
        assert!(DecryptionKey::new(&private(numbers)).is_none(), "{numbers:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_on_mutations(
        which in 0..XMLSEC1.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..3u8), 1..5),
    ) {
        let mut bytes = XMLSEC1[which].1.as_bytes().to_vec();
        for (at, from, kind) in changes {
            let (at, byte) = (at.index(bytes.len()), bytes[from.index(bytes.len())]);
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.splice(at..at, [byte]).for_each(drop),
                _ => bytes.splice(at..=at, []).for_each(drop),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        let document = parse(&text);
        for data in find(&document) {
            let mut budget = Budget { operations: 2, ..Budget::default() };
            match decrypt(&document, &data, &[other()], &Limits::default(), &mut budget) {
                Outcome::Failed(failure) => prop_assert!(failure.at.bytes.range().end <= text.len()),
                Outcome::Decrypted(decrypted) => prop_assert!(false, "{decrypted:?}"),
            }
        }
    }

    #[test]
    fn nothing_panics_on_any_small_key(numbers in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..12), 5)) {
        let numbers: Vec<&[u8]> = numbers.iter().map(Vec::as_slice).collect();
        DecryptionKey::new(&private([numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]]));
    }
}
