//! The core behind three plain functions: room for a text, a whole diagnosis with its signatures verified, and the
//! verification alone.
//!
//! It deliberately has no bindings: a program in Node.js writes into the module's memory.

use std::alloc::{Layout, alloc};

use samlens_core::crypto::{PublicKey, Verdict, verify_all};
use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml::{Document, parse};

/// So many bytes to write into.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Layout::array::<u8>(length).map_or(std::ptr::null_mut(), |layout| {
        // SAFETY: the caller asks for a text or a certificate, which are not empty.
        unsafe { alloc(layout) }
    })
}

/// The number of signatures that hold in a diagnosis of the text.
///
/// # Safety
///
/// Both places hold as many bytes as it is said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn diagnose(text: *const u8, length: usize, der: *const u8, der_length: usize) -> usize {
    // SAFETY: as above.
    let (text, der) = unsafe {
        (std::slice::from_raw_parts(text, length), std::slice::from_raw_parts(der, der_length))
    };
    let input = Input { name: None, bytes: text.to_vec() };
    let report = inspect(&[input], &Options::default(), &Limits::default());
    report.items.iter().filter_map(|item| item.document.as_ref()).map(|document| valid(document, der)).sum()
}

/// The number of signatures that hold.
///
/// # Safety
///
/// Both places hold as many bytes as it is said.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn verify(text: *const u8, length: usize, der: *const u8, der_length: usize) -> usize {
    // SAFETY: as above.
    let (text, der) = unsafe {
        (std::slice::from_raw_parts(text, length), std::slice::from_raw_parts(der, der_length))
    };
    let Ok(text) = std::str::from_utf8(text) else { return 0 };
    valid(&parse(text, Span::new(SourceId(0), 0, text.len()), &Limits::default()), der)
}

fn valid(document: &Document, der: &[u8]) -> usize {
    let keys: Vec<_> = PublicKey::from_certificate(der).into_iter().collect();
    let all = verify_all(document, &keys, &Limits::default());
    all.iter().filter(|one| one.verdict == Verdict::Valid).count()
}
