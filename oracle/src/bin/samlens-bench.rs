//! How long the core takes: `samlens-bench CERTIFICATE FILE TIMES` prints the nanoseconds of a whole diagnosis of FILE
//! with its signatures verified, and those of the verification alone with reading; the medians of so many times.

use std::io;
use std::time::Instant;

use samlens_core::crypto::{PublicKey, Verdict, certificate, verify_all};
use samlens_core::evidence::Options;
use samlens_core::inspect::{Input, inspect};
use samlens_core::limits::Limits;
use samlens_core::source::{SourceId, Span};
use samlens_core::xml::parse;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pem, file, times] = arguments.as_slice() else { return Err(io::Error::other("three arguments")) };
    let (text, limits) = (std::fs::read_to_string(file)?, Limits::default());
    let times = times.parse().map_err(io::Error::other)?;
    let key = key(&std::fs::read_to_string(pem)?).ok_or_else(|| io::Error::other("no key"))?;
    let verification = || {
        let document = parse(&text, Span::new(SourceId(0), 0, text.len()), &limits);
        let all = verify_all(&document, std::slice::from_ref(&key), &limits);
        assert!(!all.is_empty() && all.iter().all(|one| one.verdict == Verdict::Valid));
    };
    let whole = || {
        let input = Input { name: None, bytes: text.clone().into_bytes() };
        let report = inspect(&[input], &Options::default(), &limits);
        let documents = report.items.iter().filter_map(|item| item.document.as_ref());
        let verdicts = documents.flat_map(|document| verify_all(document, std::slice::from_ref(&key), &limits));
        assert!(verdicts.into_iter().all(|one| one.verdict == Verdict::Valid));
    };
    println!("{} {}", median(times, whole), median(times, verification));
    Ok(())
}

fn key(pem: &str) -> Option<PublicKey> {
    let text = samlens_core::source::Text::plain(pem, Span::new(SourceId(0), 0, pem.len()));
    let block = certificate::open(&text, &Limits::default());
    PublicKey::from_certificate(&block.der)
}

fn median(times: usize, work: impl Fn()) -> u128 {
    let mut taken: Vec<u128> = (0..times)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_nanos()
        })
        .collect();
    taken.sort_unstable();
    taken[times / 2]
}
