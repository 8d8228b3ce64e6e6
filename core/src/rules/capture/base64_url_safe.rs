crate::declare_rule! {
    /// The Base64 text uses the URL-safe alphabet.
    ///
    /// ## Why it matters
    /// The POST binding uses the standard alphabet with `+` and `/`. In the URL-safe one these are `-` and `_`. Some programs and
    /// copy tools convert it. If the value was posted like this, AWS may answer that the Base64 is invalid; if only the copy was
    /// converted, nothing is wrong.
    ///
    /// ## What to do
    /// Compare with the form field that the browser posts. If your own program encodes the response, use standard Base64; for
    /// `aws sts assume-role-with-saml` replace `-` by `+` and `_` by `/`.
    ///
    /// ## Fires
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIiBJRD0iX35«-»fn5-Ii8-
    /// ```
    /// > the Base64 text uses the URL-safe alphabet (`-` and `_`), and AWS takes the standard one (`+` and `/`)
    ///
    /// ## Does not fire
    /// ```paste
    /// PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIiBJRD0iX35+fn5+Ii8+
    /// ```
    "base64-url-safe" {
        title: "URL-safe Base64",
        severity: Warning,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "RFC 4648",
            "5. Base 64 Encoding with URL and Filename Safe Alphabet",
            "This encoding should not be regarded as the same as the \"base64\" encoding"
        ), (
            "AWS STS",
            "AssumeRoleWithSAML",
            "Invalid base64 SAMLResponse"
        )],
        predicts: ["E15"],
    }
}

use crate::codec::RepairKind;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.message()?;
    let mut applies = None;
    for layer in cx.layers.iter().filter(|layer| layer.id == "base64") {
        applies = Some(Checked);
        for repair in &layer.repairs {
            let words = match repair.kind {
                RepairKind::UrlSafeAlphabet => {
                    say!["the Base64 text uses the URL-safe alphabet (", code("-"), " and ", code("_"), ")"]
                }
                RepairKind::MixedAlphabets => say!["the Base64 text mixes two alphabets"],
                _ => continue,
            };
            let words = words.and(", and AWS takes the standard one (").and(code("+")).and(" and ");
            out.find(repair.span, words.and(code("/")).and(")"))
                .confidence(Confidence::Possible)
                .expected(say![code("+"), " and ", code("/")])
                .found(code(cx.sources.excerpt(repair.span)))
                .fix_by(
                    Owner::User,
                    "Compare with the form field that the browser posts; encode it in standard Base64.",
                );
        }
    }
    applies
}
