//! Verifies XML signatures with bergshamra, as `xmlsec1.c` does with libxmlsec1: the same lines in and out.
//!
//! Without arguments each line of the input is `certificate TAB document`; the answer has a word for each Signature, in
//! document order: OK or FAIL; or the one word `unreadable`. With `CERTIFICATE FILE TIMES` it prints the nanoseconds for
//! reading and verifying FILE, the median of so many times. It deliberately uses no key of the document.

use std::io::{self, BufRead as _, Write as _};
use std::time::Instant;

use bergshamra::{DsigContext, KeysManager, verify_all};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [certificate, file, times] = arguments.as_slice() {
        return bench(certificate, file, times.parse().map_err(io::Error::other)?);
    }
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (certificate, document) = line.split_once('\t').ok_or_else(|| io::Error::other("no tab"))?;
        let verdicts = verify_all(&context(certificate)?, &std::fs::read_to_string(document)?);
        let words = verdicts.map(|verdicts| {
            let words = verdicts.iter().map(|verdict| if verdict.is_valid() { "OK" } else { "FAIL" });
            words.collect::<Vec<_>>().join(" ")
        });
        writeln!(out, "{}", words.unwrap_or_else(|_| "unreadable".to_owned()))?;
    }
    Ok(())
}

/// One key, and no opinion on which element a signature covers.
fn context(certificate: &str) -> io::Result<DsigContext> {
    let mut keys = KeysManager::new();
    let pem = std::fs::read(certificate)?;
    keys.add_key(bergshamra::keys::loader::load_x509_cert_pem(&pem).map_err(io::Error::other)?);
    Ok(DsigContext::new(keys).with_strict_verification(false))
}

fn bench(certificate: &str, file: &str, times: usize) -> io::Result<()> {
    let (context, text) = (context(certificate)?, std::fs::read_to_string(file)?);
    let mut taken = Vec::new();
    for _ in 0..times {
        let start = Instant::now();
        let verdicts = verify_all(&context, &text).map_err(io::Error::other)?;
        taken.push(start.elapsed().as_nanos());
        if !verdicts.iter().all(|verdict| verdict.is_valid()) {
            return Err(io::Error::other(format!("{verdicts:?}")));
        }
    }
    taken.sort_unstable();
    println!("{}", taken[times / 2]);
    Ok(())
}
