//! Operators of strings under every qualifier, suffix and presence, against a definition of their own.
//!
//! The definition follows the documentation's sentences one by one and shares nothing with the evaluator.

use super::*;
use crate::aws::policy::Absence;

type Predicate = fn(&str, &str) -> bool;

const OPERATORS: &[(&str, bool, Predicate)] = &[
    ("StringEquals", false, |wanted, found| wanted == found),
    ("StringNotEquals", true, |wanted, found| wanted == found),
    ("StringEqualsIgnoreCase", false, |wanted, found| wanted.eq_ignore_ascii_case(found)),
    ("StringNotEqualsIgnoreCase", true, |wanted, found| wanted.eq_ignore_ascii_case(found)),
    ("StringLike", false, like),
    ("StringNotLike", true, like),
];

fn like(wanted: &str, found: &str) -> bool {
    let Some(first) = wanted.chars().next() else { return found.is_empty() };
    let rest = &wanted[first.len_utf8()..];
    let mut tails = found.char_indices().map(|(at, c)| (c, &found[at + c.len_utf8()..]));
    match first {
        '*' => like(rest, found) || tails.any(|(_, tail)| like(rest, tail)),
        '?' => tails.next().is_some_and(|(_, tail)| like(rest, tail)),
        _ => tails.next().is_some_and(|(c, tail)| c == first && like(rest, tail)),
    }
}

fn defined(
    (_, negated, predicate): &(&str, bool, Predicate),
    set: &str,
    if_exists: bool,
    wanted: &[&str],
    found: Option<&[&str]>,
) -> Truth {
    let Some(found) = found else {
        return match (set, if_exists) {
            // "ForAllValues returns true if there are no keys in the request", "ForAnyValue … false".
            ("ForAllValues:", _) => Truth::True,
            ("ForAnyValue:", false) => Truth::False,
            ("ForAnyValue:", true) => Truth::Unknown,
            // "If the key is not present, evaluate the condition element as true."
            (_, true) => Truth::True,
            // "If the key … is not present … the condition is false"; negated, "the condition is true".
            (_, false) => Truth::from(*negated),
        };
    };
    // Values are alternatives; of a negated operator, none may match.
    let holds = |found: &&str| wanted.iter().any(|wanted| predicate(wanted, found)) != *negated;
    let (all, any) = (found.iter().all(holds), found.iter().any(holds));
    match set {
        "ForAllValues:" => Truth::from(all),
        "ForAnyValue:" => Truth::from(any),
        // A plain operator on several values is not documented unless it comes to the same.
        _ if all == any => Truth::from(all),
        _ => Truth::Unknown,
    }
}

#[test]
fn strings_under_every_qualifier() {
    let wanted: &[&[&str]] = &[&["a"], &["A"], &["a*"], &["?"], &["a", "b"], &["abc", "x*"], &["*"], &["a/"]];
    let found: &[Option<&[&str]>] = &[
        None,
        Some(&["a"]),
        Some(&["A"]),
        Some(&["abc"]),
        Some(&["a/"]),
        Some(&[" a"]),
        Some(&["a", "b"]),
        Some(&["a", "abc"]),
        Some(&["b", "c", "d"]),
    ];
    let mut seen = [0, 0, 0];
    for operator in OPERATORS {
        for set in ["", "ForAnyValue:", "ForAllValues:"] {
            for if_exists in [false, true] {
                for wanted in wanted {
                    for found in found {
                        let name = format!("{set}{}{}", operator.0, if if_exists { "IfExists" } else { "" });
                        let expected = defined(operator, set, if_exists, wanted, *found);
                        let presence = match found {
                            Some(found) => values(found),
                            None => Found::Absent(Absence::NotSent),
                        };
                        let context = Context::unknown().with("TEST:Key", presence);
                        let json = format!("{wanted:?}");
                        assert_eq!(condition(&name, &json, &context), expected, "{name} {json} {found:?}");
                        seen[expected as usize] += 1;
                    }
                }
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 50), "{seen:?}");
}

#[test]
fn other_families_under_every_qualifier() {
    // A value that matches and one that does not.
    let families: &[(&str, bool, &str, &str, &str)] = &[
        ("NumericEquals", false, "10", "10", "11"),
        ("NumericNotEquals", true, "10", "10", "11"),
        ("NumericLessThan", false, "10", "9", "10"),
        ("NumericLessThanEquals", false, "10", "10", "11"),
        ("NumericGreaterThan", false, "10", "11", "10"),
        ("NumericGreaterThanEquals", false, "10", "10", "9"),
        ("DateEquals", false, "2026-01-15", "2026-01-15", "2026-01-16"),
        ("DateNotEquals", true, "2026-01-15", "2026-01-15", "2026-01-16"),
        ("DateLessThan", false, "2026-01-15", "2026-01-14", "2026-01-15"),
        ("DateLessThanEquals", false, "2026-01-15", "2026-01-15", "2026-01-16"),
        ("DateGreaterThan", false, "2026-01-15", "2026-01-16", "2026-01-15"),
        ("DateGreaterThanEquals", false, "2026-01-15", "2026-01-15", "2026-01-14"),
        ("Bool", false, "true", "true", "false"),
        ("BinaryEquals", false, "YWJj", "abc", "abd"),
        ("IpAddress", false, "192.0.2.0/24", "192.0.2.9", "192.0.3.9"),
        ("NotIpAddress", true, "192.0.2.0/24", "192.0.2.9", "192.0.3.9"),
        ("ArnEquals", false, "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b"),
        ("ArnNotEquals", true, "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b"),
        ("ArnLike", false, "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b"),
        ("ArnNotLike", true, "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b"),
    ];
    for (bare, negated, wanted, matching, other) in families {
        let operator: (&str, bool, Predicate) = (bare, *negated, |wanted, found| wanted == found);
        for set in ["", "ForAnyValue:", "ForAllValues:"] {
            for if_exists in [false, true] {
                let lists: [Option<&[&str]>; 4] = [None, Some(&["m"]), Some(&["o"]), Some(&["m", "o"])];
                for list in lists {
                    let name = format!("{set}{bare}{}", if if_exists { "IfExists" } else { "" });
                    let expected = defined(&operator, set, if_exists, &["m"], list);
                    let presence = match list {
                        None => Found::Absent(Absence::NotSent),
                        Some(list) => {
                            let real = |text: &&str| if *text == "m" { *matching } else { *other };
                            values(&list.iter().map(real).collect::<Vec<_>>())
                        }
                    };
                    let context = Context::unknown().with("test:key", presence);
                    let found = condition(&name, &format!("{wanted:?}"), &context);
                    assert_eq!(found, expected, "{name} {list:?}");
                }
            }
        }
    }
}

#[test]
fn what_cannot_be_known_stays_unknown() {
    for (operator, _, _) in OPERATORS {
        for set in ["", "ForAnyValue:", "ForAllValues:"] {
            let name = format!("{set}{operator}");
            assert_eq!(condition(&name, r#""a""#, &Context::unknown()), Truth::Unknown, "{name}");
        }
    }
    assert_eq!(condition("Null", "true", &Context::unknown()), Truth::Unknown);
    // Either of two, and one of them absent: the answer stands only where both agree.
    let either = |other: Option<&str>| {
        let value = |text: &str| Some(FoundValue { text: text.to_owned(), span: None });
        Context::unknown().with("test:key", Found::OneOf(vec![value("a"), other.and_then(value)]))
    };
    assert_eq!(condition("StringEquals", r#""a""#, &either(Some("b"))), Truth::Unknown);
    assert_eq!(condition("StringEquals", r#"["a", "b"]"#, &either(Some("b"))), Truth::True);
    assert_eq!(condition("StringEquals", r#""c""#, &either(None)), Truth::False);
    assert_eq!(condition("StringEqualsIfExists", r#""a""#, &either(None)), Truth::True);
    assert_eq!(condition("Null", "true", &either(None)), Truth::Unknown);
    assert_eq!(condition("Null", "false", &either(Some("b"))), Truth::True);
}

#[test]
fn an_empty_string_is_an_empty_set() {
    assert_eq!(with_values("ForAllValues:StringEquals", r#""a""#, &[""]), Truth::True);
    assert_eq!(with_values("ForAnyValue:StringEquals", r#""""#, &[""]), Truth::False);
    assert_eq!(with_values("StringEquals", r#""""#, &[""]), Truth::True);
}
