//! Files by name, and the list of their digests.
//!
//! It deliberately sorts by name, so that the same files give the same list.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// A file of a product: its path within it, with forward slashes, and its bytes.
pub type Named = (String, Vec<u8>);

/// `SHA256SUMS`, as `sha256sum --check` reads it.
pub fn sums(files: &[Named]) -> String {
    let mut names: Vec<&Named> = files.iter().collect();
    names.sort();
    names.iter().fold(String::new(), |mut list, (name, bytes)| {
        for byte in Sha256::digest(bytes) {
            let _ = write!(list, "{byte:02x}");
        }
        let _ = writeln!(list, "  {name}");
        list
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_has_the_digests_of_the_standard() {
        let files = [("b".to_owned(), b"abc".to_vec()), ("a".to_owned(), Vec::new())];
        assert_eq!(
            sums(&files),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n"
        );
    }
}
