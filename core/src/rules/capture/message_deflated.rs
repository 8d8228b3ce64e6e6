crate::declare_rule! {
    /// The response is compressed.
    ///
    /// ## Why it matters
    /// Only the Redirect binding compresses messages, and it is for requests and for logout. AWS takes responses by the POST
    /// binding, whose value is Base64 of the XML itself. If the response was posted like this, AWS probably cannot read it.
    ///
    /// ## What to do
    /// Set the binding of the assertion consumer service to HTTP POST at the identity provider. If your own program builds the
    /// form, encode the XML in Base64 without compressing it.
    ///
    /// ## Fires
    /// ```paste
    /// «fY/BCsIwEER/peQDrHhcaqCIN70Y8B7SPRSS3ZBJQP9eqBQqQo8z7LzZGeBTzPRgZBVw90pRQIt5Nq0IqccMEp8YVAO58X6j0+FIuWjVoNHY4Ytw1deGX3XRibunj433YViuybUQGDC9Hfp/KF0llHeuPI0AlzqrbN7dL/BrYsNeN9sP»
    /// ```
    /// > the response is compressed as for the Redirect binding, and AWS takes it uncompressed by the POST binding
    ///
    /// ## Does not fire
    /// A request may be compressed.
    /// ```paste na
    /// sylOzM0psHIsLcnIC0otLE0tLlGoyM3JK7YCS9gqlRblWeUnFmcWW+Ul5qYWW5UkWwU7+vpYGekZWBUU5ZfkJ+fnKOnbAQA=
    /// ```
    /// ```paste
    /// PHNhbWxwOlJlc3BvbnNlIHhtbG5zOnNhbWxwPSJ1cm46b2FzaXM6bmFtZXM6dGM6U0FNTDoyLjA6cHJvdG9jb2wiPjxzYW1scDpTdGF0dXM+PHNhbWxwOlN0YXR1c0NvZGUgVmFsdWU9InVybjpvYXNpczpuYW1lczp0YzpTQU1MOjIuMDpzdGF0dXM6U3VjY2VzcyIvPjwvc2FtbHA6U3RhdHVzPjxzYW1sOkVuY3J5cHRlZEFzc2VydGlvbiB4bWxuczpzYW1sPSJ1cm46b2FzaXM6bmFtZXM6dGM6U0FNTDoyLjA6YXNzZXJ0aW9uIi8+PC9zYW1scDpSZXNwb25zZT4=
    /// ```
    "message-deflated" {
        title: "a compressed response",
        severity: Warning,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "SAML Profiles 2.0",
            "4.1.2 Profile Overview",
            "the HTTP Redirect binding MUST NOT be used, as the response will typically exceed the URL length permitted by most user agents"
        ), (
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "adheres to the HTTP POST Binding for SAML 2.0"
        )],
        predicts: ["E15", "E01"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.response()?;
    let mut outer = None;
    for layer in &cx.layers {
        // Whole files are compressed with gzip; a message itself with DEFLATE or zlib.
        if matches!(layer.id, "deflate" | "zlib") && layer.made == Some(cx.item.leaf.source) {
            out.find(
                outer.unwrap_or(layer.span),
                say!["the response is compressed as for the Redirect binding, and AWS takes it uncompressed by the POST binding"],
            )
            .confidence(Confidence::Possible)
            .fix_at_idp(Setting::Acs, "Set the binding of the address of AWS to HTTP POST.");
        }
        outer = Some(layer.span);
    }
    Some(Checked)
}
