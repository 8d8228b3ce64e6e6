crate::declare_rule! {
    /// TEMPLATE: what is wrong, in one sentence.
    ///
    /// ## Why AWS refuses it
    /// TEMPLATE: what the receiver checks. For a warning or a note the heading is "Why it matters".
    ///
    /// ## What to do
    /// TEMPLATE: who can change it, and where.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>«TEMPLATE»</saml:Issuer>
    /// ```
    /// > the issuer is `TEMPLATE`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/near-miss-of-TEMPLATE</saml:Issuer>
    /// ```
    "RULE-ID" {
        title: "TEMPLATE: reads well after \"found:\"",
        severity: Error,
        stage: Issuer,
        needs: [],
        explains: [],
        cites: [("TEMPLATE: document", "TEMPLATE: section", "TEMPLATE: a short quotation")],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    // TEMPLATE: `?` means that the rule does not apply.
    let issuer = &cx.response()?.issuer.as_ref()?.text;
    if issuer.as_str() == "TEMPLATE" {
        out.find(issuer.span, say!["the issuer is ", code(issuer.as_str())])
            .expected("TEMPLATE: what should stand there")
            .fix_by(Owner::IdpAdmin, "TEMPLATE: what to do, in one or two sentences");
    }
    Some(Checked)
}
