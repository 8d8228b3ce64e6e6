//! Every forgiveness, and the `base64` crate as an oracle.

use super::*;
use ::base64::Engine as _;
use ::base64::engine::general_purpose::STANDARD;
use RepairKind::*;
use proptest::prelude::*;

fn run(input: &str) -> (String, Vec<RepairKind>) {
    let decoded = decode(input, &Limits::default());
    let kinds = decoded.repairs.iter().map(|repair| repair.kind).collect();
    (String::from_utf8_lossy(&decoded.bytes).into_owned(), kinds)
}

#[test]
fn every_forgiveness_is_recorded() {
    let cases: &[(&str, &str, &[RepairKind])] = &[
        ("PGEvPg==", "<a/>", &[]),
        ("PGEvPg", "<a/>", &[MissingPadding]),
        ("PGEvPg===", "<a/>", &[ExcessPadding]),
        ("\"PGEvPg==\"", "<a/>", &[Quotes]),
        (" PGEv\n Pg== \n", "<a/>", &[WhiteSpace, LineBreaks]),
        ("PGEvPg== and more", "<a/>", &[WhiteSpace, TrailingGarbage]),
        ("PGEvPg=", "<a/>", &[MissingPadding]),
        ("PGEvP", "<a/", &[TruncatedBase64]),
        ("PGEv...", "<a/", &[TruncatedBase64]),
        ("PGEv\\nPg==", "<a/>", &[EscapedCharacter]),
        ("PGE-PGE_", "<a><a?", &[UrlSafeAlphabet]),
        ("PGE+PGE_", "<a><a?", &[MixedAlphabets]),
        ("PGE PGE/", "<a><a?", &[SpaceForPlus]),
        // The last plus sign became a space, too, or was trimmed away.
        ("PGFiPj4 Pj4 PzwvYWI ", "<ab>>>>>>?</ab>", &[SpaceForPlus]),
        ("PGFiPj4 Pj4 PzwvYWI", "<ab>>>>>>?</ab>", &[SpaceForPlus]),
        ("PGFiPj4 Pj4 PzwvYWI \n", "<ab>>>>>>?</ab>", &[SpaceForPlus, WhiteSpace]),
        ("PGEvPh==", "<a/>", &[TrailingBits]),
        ("PG!EvPg==", "<a/>", &[ForeignCharacter]),
        ("", "", &[]),
    ];
    for (input, text, kinds) in cases {
        assert_eq!(run(input), ((*text).to_owned(), kinds.to_vec()), "{input}");
    }
}

#[test]
fn wrapping_is_one_repair() {
    let wrapped = "QUJDREVG\n".repeat(50);
    let decoded = decode(&wrapped, &Limits::default());
    let [repair, space] = decoded.repairs.as_slice() else { panic!("{:?}", decoded.repairs) };
    assert_eq!((repair.kind, repair.count, repair.at.start), (LineBreaks, 49, 8));
    assert_eq!(space.kind, WhiteSpace);
}

proptest! {
    #[test]
    fn agrees_with_the_oracle(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let decoded = decode(&STANDARD.encode(&bytes), &Limits::default());
        prop_assert_eq!(decoded.bytes, bytes);
        prop_assert!(decoded.repairs.is_empty());
    }

    #[test]
    fn lost_plus_signs_come_back(bytes in proptest::collection::vec(any::<u8>(), 60..200)) {
        let encoded = STANDARD.encode(&bytes);
        prop_assume!(!encoded.ends_with('+') && !encoded.starts_with('+'));
        let gaps: Vec<usize> = encoded.split('+').map(str::len).collect();
        // What looks like wrapping in equal lines is taken for it.
        prop_assume!(gaps.len() == 1 || !gaps[0].is_multiple_of(4) || gaps[0] < 60);
        prop_assume!(gaps.len() < 3 || gaps[..gaps.len() - 1].windows(2).any(|pair| pair[0] != pair[1]));
        let decoded = decode(&encoded.replace('+', " "), &Limits::default());
        prop_assert_eq!(decoded.bytes, bytes);
    }

    #[test]
    fn the_map_covers(text in "[A-Za-z0-9+/ \n=\"]{0,80}") {
        let decoded = decode(&text, &Limits::default());
        let map = decoded.map.unwrap();
        prop_assert_eq!(map.out_len() as usize, decoded.bytes.len());
        prop_assert!(map.src_len() as usize <= text.len());
    }
}
