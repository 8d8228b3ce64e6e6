//! PEM blocks (RFC 7468): certificates, keys.
//!
//! It deliberately does not decode them.

use crate::source::Bytes;

/// The blocks of a text, and whether each is a private key.
pub(super) fn find(text: &str) -> Vec<(Bytes, bool)> {
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(found) = memchr::memmem::find(bytes.get(from..).unwrap_or_default(), b"-----BEGIN ") {
        if all.len() >= super::parameters::MOST {
            break;
        }
        let start = from + found;
        let rest = bytes.get(start..).unwrap_or_default();
        let label = rest.get(11..).unwrap_or_default();
        let Some(len) = memchr::memmem::find(label.get(..label.len().min(64)).unwrap_or_default(), b"-----")
        else {
            from = start + 11;
            continue;
        };
        let label = label.get(..len).unwrap_or_default();
        let body = 11 + len + 5;
        let tail = rest.get(body..).unwrap_or_default();
        // Without an end the block reaches to the next one or to the end of the text.
        let end = match memchr::memmem::find(tail, b"-----") {
            Some(at) if tail.get(at..).is_some_and(|tail| tail.starts_with(b"-----END ")) => {
                let close = tail.get(at + 9..).unwrap_or_default();
                let line = close.get(..close.len().min(80)).unwrap_or_default();
                body + at + 9 + memchr::memmem::find(line, b"-----").map_or(line.len(), |at| at + 5)
            }
            Some(at) => body + at,
            None => rest.len(),
        };
        let private = memchr::memmem::find(label, b"PRIVATE KEY").is_some();
        let end = super::looks::floor(text, start + end);
        all.push((Bytes::new(start, end), private));
        from = end.max(start + 11);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_block_is_one_and_private_keys_are_told() {
        let text = "x -----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n-----BEGIN RSA PRIVATE KEY-----\nBB\n-----END RSA PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nCC";
        let found: Vec<_> =
            find(text).into_iter().map(|(at, private)| (text.get(at.range()).unwrap(), private)).collect();
        assert_eq!(found.len(), 3);
        assert!(found[0].0.ends_with("-----END CERTIFICATE-----") && !found[0].1);
        assert!(found[1].0.starts_with("-----BEGIN RSA") && found[1].1);
        assert!(found[2].0.ends_with("CC"));
    }
}
