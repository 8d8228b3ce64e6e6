use super::super::prelude::*;

crate::declare_rule! {
    /// TEMPLATE: the defect in one sentence.
    ///
    /// ## Why AWS refuses it
    ///
    /// TEMPLATE: what the receiver checks, and where that is documented.
    ///
    /// ## What to do
    ///
    /// TEMPLATE: who can change it, and where.
    ///
    /// ## Fires
    ///
    /// ```xml
    /// <saml:Issuer>«TEMPLATE»</saml:Issuer>
    /// ```
    /// > TEMPLATE: the message, word for word
    ///
    /// ## Does not fire
    ///
    /// ```xml
    /// <saml:Issuer>TEMPLATE</saml:Issuer>
    /// ```
    "TEMPLATE-ID" {
        title: "TEMPLATE",
        severity: Error,
        stage: Issuer,
        needs: [],
        cites: [],
        predicts: [],
    }
}

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.message?;
    let _ = (message, out);
    Some(Checked)
}
