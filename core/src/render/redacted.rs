//! The redacted copy of everything that was pasted, and what is to be said beside it.
//!
//! It decides nothing on what is secret: that is [`crate::redact`].

use super::headline::count;
use crate::evidence::{ItemKind, JudgedFrom};
use crate::inspect::Report;
use crate::redact::Redactor;

/// What may be shared, and what its maker should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The copies, with a blank line between two; empty where there is nothing that can be copied.
    pub text: String,
    /// Whole sentences. They may quote the original: they are not to be shared.
    pub remarks: Vec<String>,
}

/// Copies messages with their relay states, metadata, and outputs in JSON.
pub fn copy(report: &Report) -> Copy {
    let mut redactor = Redactor::default();
    let mut copies = Vec::new();
    let mut left_out = Vec::new();
    for item in report.items.iter().filter(|item| item.kind != ItemKind::Empty) {
        match redactor.item(item, &report.sources) {
            Some(copy) => copies.push(copy),
            None => left_out.push(item.kind.title()),
        }
        copies.extend(item.leaf.context.relay_state.as_ref().map(|text| redactor.url(text.as_str())));
    }
    let mut remarks = Vec::new();
    if copies.is_empty() {
        remarks.push("There is no SAML message, metadata or output in JSON that could be copied.".to_owned());
        return Copy { text: String::new(), remarks };
    }
    let replaced = count(redactor.replaced(), "word", "words");
    let signatures = count(redactor.signatures(), "signature", "signatures");
    remarks.push(format!("Replaced: {replaced}. Left out: {signatures}. Read the copy before you share it."));
    left_out.dedup();
    if !left_out.is_empty() {
        remarks.push(format!("Not copied: {}.", left_out.join(", ")));
    }
    let captured = report.messages.iter().map(|message| &message.context.judged);
    let captured =
        captured.filter(|judged| judged.from == JudgedFrom::Capture).find_map(|judged| judged.instant);
    if let Some(instant) = captured {
        remarks.push(format!("It was captured at {instant}: judge the copy at that instant."));
    }
    let texts: Vec<_> = copies.iter().map(|copy| copy.trim_end()).collect();
    Copy { text: format!("{}\n", texts.join("\n\n")), remarks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Options;
    use crate::inspect::{Input, inspect};
    use crate::limits::Limits;

    fn copied(text: &str) -> Copy {
        let input = Input { name: None, bytes: text.as_bytes().to_vec() };
        copy(&inspect(&[input], &Options::default(), &Limits::default()))
    }

    #[test]
    fn it_says_what_it_did() {
        let copy = copied(include_str!("../../../tests/baselines/iam.xml"));
        assert!(
            copy.text.contains("<saml:Audience>https://signin.aws.amazon.com/saml</saml:Audience>"),
            "{}",
            copy.text
        );
        let [done] = copy.remarks.as_slice() else { panic!("{:?}", copy.remarks) };
        assert!(done.ends_with("Left out: one signature. Read the copy before you share it."), "{done}");
    }

    #[test]
    fn keys_are_never_copied() {
        let key = "-----BEGIN PRIVATE KEY-----\nMIIBVQIBADANBgkqhkiG9w0BAQEFAASCAT8wggE7AgEAAkEA\n-----END PRIVATE KEY-----\n";
        let nothing = copied(key);
        assert_eq!(nothing.text, "");
        let both = copied(&format!("{}\n{key}", include_str!("../../../tests/baselines/iam.xml")));
        assert!(!both.text.contains("MIIB") && !both.text.contains("PRIVATE"), "{}", both.text);
        assert!(both.remarks.iter().any(|remark| remark.starts_with("Not copied: ")), "{:?}", both.remarks);
    }
}
