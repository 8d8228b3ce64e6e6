//! Bytes as text, five characters for four of them, in the alphabet of RFC 1924: a sixteenth less than Base64.
//!
//! It deliberately only encodes: `web/boot.js` decodes, and whoever wants to look inside has `base64.b85decode` of Python. The
//! alphabet has no stroke and no colon, so the text holds no end of an element and no address; `<!--`, which it may hold, does no
//! harm in a script that holds no `<script`.

const ALPHABET: &[u8; 85] =
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/// Of the last group, one character more than it has bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for group in bytes.chunks(4) {
        let mut padded = [0; 4];
        padded.iter_mut().zip(group).for_each(|(to, from)| *to = *from);
        let value = u32::from_be_bytes(padded);
        let digits = [85_u32.pow(4), 85_u32.pow(3), 85 * 85, 85, 1].map(|place| value / place % 85);
        let digits = digits.iter().take(group.len() + 1).filter_map(|digit| ALPHABET.get(*digit as usize));
        text.extend(digits.map(|byte| char::from(*byte)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::encode;

    #[test]
    fn it_writes_what_the_decoders_of_others_read() {
        // As `base64.b85encode` of Python writes them.
        let cases: [(&[u8], &str); 6] = [
            (b"", ""),
            (b"S", "Qv"),
            (b"Sa", "Q(*"),
            (b"Sam", "Q(<i"),
            (b"Saml", "Q(<jv"),
            (b"\xff\xff\xff\xff\x00", "|NsC000"),
        ];
        for (bytes, text) in cases {
            assert_eq!(encode(bytes), text);
        }
    }
}
