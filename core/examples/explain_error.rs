//! What is known of an error text of AWS, however much noise stands around it.
//!
//! `cargo run -p samlens-core --example explain_error -- TEXT…`

use samlens_core::aws::errors::matching::recognise;

fn main() -> Result<(), String> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    print!("{}", run(&words)?);
    Ok(())
}

pub fn run(words: &[String]) -> Result<String, String> {
    let text = words.join(" ");
    let found = recognise(&text);
    if found.is_empty() {
        return Err("no error text of AWS that is known".to_owned());
    }
    let mut out = String::new();
    for one in &found {
        out += &format!("{}: {}\n", one.error.id, one.error.text);
        if let Some(status) = one.status() {
            out += &format!("HTTP status {status}\n");
        }
        for cause in one.error.causes {
            out += &format!("- {cause}\n");
        }
        out += &format!("source: {}, {}\n", one.error.cite.document, one.error.cite.section);
    }
    Ok(out)
}
