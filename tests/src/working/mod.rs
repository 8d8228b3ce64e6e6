//! Responses that AWS accepts, made at random in the manner of each identity provider.
//!
//! The same seed gives the same response. Values, signature, form of the paste and evidence are chosen apart.

mod captures;
pub mod evidence;
mod message;
mod providers;
mod signing;
mod values;

pub use captures::Capture;
pub use message::xml;
pub use providers::{PROVIDERS, Provider};
pub use signing::{KEYS, Signing};
pub use values::{Target, Times, Working, working};

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
