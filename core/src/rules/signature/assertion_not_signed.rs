crate::declare_rule! {
    /// Only the response is signed, not the assertion in it.
    ///
    /// ## Why it matters
    /// A signature of the response covers the assertion too, and some sign-ins to AWS work that way. But the metadata that AWS
    /// publishes asks for signed assertions, and all identity providers that AWS describes sign the assertion. AWS documents
    /// neither that the one is enough nor that it is not.
    ///
    /// ## What to do
    /// If AWS refuses the signature although it holds, turn on the signing of assertions at the identity provider.
    ///
    /// ## Fires
    /// ```xml sign=Response mark=<saml:Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// > only the response is signed; AWS asks for signed assertions
    ///
    /// ## Does not fire
    /// ```xml sign=Response,Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```xml sign=Assertion
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "assertion-not-signed" {
        title: "a signed response around an unsigned assertion",
        severity: Warning,
        stage: Signature,
        needs: [],
        explains: [],
        cites: [(
            "AWS SAML service provider metadata",
            "SPSSODescriptor",
            "WantAssertionsSigned=\"true\""
        )],
        predicts: [],
    }
}

use crate::evidence::{Cover, Signed};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response()?;
    let assertion = message.assertions.first()?;
    let stands_in = |node| message.signatures.iter().any(|signature| signature.parent == Some(node));
    let covers = |signed: &Signed| {
        let root = cx.document().and_then(|document| document.element(message.root));
        let within = |cover: &Cover| {
            let target = cx.document().and_then(|document| document.element(cover.target));
            target.zip(root).is_some_and(|(target, root)| target.contains(root))
        };
        signed.covers.is_empty() || signed.covers.iter().any(within)
    };
    // A signature that stands in the response and is over something else signs nothing of it.
    let response = cx.signatures().iter().find(|signed| signed.parent == Some(message.root));
    if response.is_none_or(covers)
        && stands_in(message.root)
        && !stands_in(assertion.node)
        && cx.service().assumes_a_role()
    {
        out.find(assertion.tag, say!["only the response is signed; AWS asks for signed assertions"])
            .confidence(Confidence::Possible)
            .fix_at_idp(Setting::SigningOption, "Turn on the signing of assertions for this application.");
    }
    Some(Checked)
}
