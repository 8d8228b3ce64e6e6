//! Writes the cases of `corpus/works`, each with a first line of its expectation: `cargo run -p samlens-tests --bin works`.
//!
//! It deliberately leaves the rest of an expectation to `UPDATE=1 cargo test -p samlens-tests --test corpus`.

use samlens_tests::{corpus, works};
use std::fs;

fn main() -> std::io::Result<()> {
    let folder = corpus::folder().join("works");
    fs::create_dir_all(&folder)?;
    for case in works::cases() {
        fs::write(folder.join(case.file()), case.text())?;
        let expect = folder.join(format!("{}.expect", case.file()));
        let old = fs::read_to_string(&expect).unwrap_or_default();
        let rest: String =
            old.lines().skip_while(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect();
        fs::write(&expect, format!("# {}\n{rest}", case.says))?;
    }
    Ok(())
}
