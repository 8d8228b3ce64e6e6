//! Long repetitions that would take minutes if any reader were worse than linear.
//!
//! It deliberately measures nothing: a quadratic reader does not come to an end here.

use super::{alphabets, arn, attributes, audience, endpoints, errors, placeholders, relay_state, role_pair};

const LENGTH: usize = 60_000;

#[test]
fn every_reader_is_linear() {
    let pieces = [
        "arn:",
        "arn:aws:iam::",
        "aws:iam::444455556666:role/a,",
        "arn",
        ":",
        "/",
        "%2C",
        "&",
        "&amp;",
        ",",
        " ",
        "\n",
        "\u{200B}",
        "${",
        "[",
        "<",
        "\"",
        "?a=b&",
        "https://",
        "signin.",
        "at ",
        "not authorized to perform sts ",
        "Value at 'x' ",
        "PackedPolicyTooLarge ",
        "(Service: a; ",
        "service:",
        "status code: 4, request id: ",
        ") when calling the a ",
        "occurred when calling the ",
        "(a) occurred when calling the b operation: Response signature invalid ",
        "\\u0027",
        "ſ",
        "K",
    ];
    for piece in pieces {
        let text = piece.repeat(LENGTH / piece.len());
        let _ = arn::Arn::read(&text);
        let _ = role_pair::RolePair::read(&text);
        let _ = attributes::recognise(&text);
        let _ = endpoints::recognise(&text);
        let _ = audience::recognise(&text);
        let _ = relay_state::RelayState::read(&text);
        let _ = alphabets::offending(alphabets::Alphabet::TagValue, &text);
        let _ = placeholders::find(&text);
        for found in errors::matching::recognise(&text) {
            assert!(found.range.end <= text.len());
        }
    }
}
