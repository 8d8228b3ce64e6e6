//! Responses that AWS accepts, made at random in the manner of each identity provider.
//!
//! The same seed gives the same response. Each is signed as the provider does, with RSA and SHA-256.

mod message;
mod providers;
mod values;

pub use message::xml;
pub use providers::{PROVIDERS, Provider};
pub use values::{Target, Working, working};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A linear congruential generator (Knuth's MMIX constants): the same numbers on every machine.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        chance.below(2);
        chance
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    /// True in so many of a hundred cases.
    pub fn in_hundred(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// So many characters of an alphabet.
    pub fn letters(&mut self, alphabet: &str, count: usize) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        (0..count).map(|_| self.pick(&alphabet)).collect()
    }
}

/// The message in one of the forms in which people paste it.
pub fn pasted(xml: &str, relay_state: Option<&str>, chance: &mut Chance) -> (&'static str, Vec<u8>) {
    let base64 = STANDARD.encode(xml);
    match (relay_state, chance.below(4)) {
        (Some(relay_state), _) => {
            let form = format!("SAMLResponse={}&RelayState={}", percent(&base64), percent(relay_state));
            ("form", form.into_bytes())
        }
        (None, 0) => ("xml", xml.as_bytes().to_vec()),
        (None, 1) => ("base64", base64.into_bytes()),
        (None, 2) => {
            let lines: Vec<_> = base64.as_bytes().chunks(76).collect();
            ("wrapped", lines.join(chance.pick(&[b"\n".as_slice(), b"\r\n"])))
        }
        (None, _) => ("form", format!("SAMLResponse={}", percent(&base64)).into_bytes()),
    }
}

fn percent(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}
