crate::declare_rule! {
    /// The response and its assertion name different issuers.
    ///
    /// ## Why it matters
    /// Both are issued by the same identity provider, so both should carry its entity ID. AWS looks an issuer up in the
    /// metadata of the SAML provider; which of the two is not documented. If the metadata holds only one of them, AWS
    /// may answer that the issuer is not present in the specified provider.
    ///
    /// ## What to do
    /// Look for two settings of the issuer, one for the response and one for the assertion or token, and set both to the
    /// `entityID` of the metadata that IAM holds. A proxy in front of the identity provider may also rewrite one of them.
    ///
    /// ## Fires
    /// ```xml without=Assertion/Issuer in=Assertion
    /// <saml:Issuer>«http://idp.example.com/saml»</saml:Issuer>
    /// ```
    /// > the assertion is issued by `http://idp.example.com/saml`, but the response by `https://idp.example.com/saml`
    ///
    /// ```xml without=Assertion/Issuer in=Assertion
    /// <saml:Issuer>https://idp.example.com/saml«/»</saml:Issuer>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// The response need not name its issuer.
    /// ```xml na without=Response/Issuer in=Assertion
    /// <saml:Advice/>
    /// ```
    "issuers-differ" {
        title: "different issuers of response and assertion",
        severity: Warning,
        stage: Issuer,
        needs: [],
        explains: [],
        cites: [(
            "SAML Profiles 2.0",
            "4.1.4.2 <Response> Usage",
            "Each assertion's <Issuer> element MUST contain the unique identifier of the issuing identity provider"
        )],
        predicts: ["E07"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::rules::capture::cut;
use crate::rules::response::difference;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response()?;
    let assertion = cx.assertion().filter(|assertion| assertion.node != message.root)?;
    let (inner, outer) = (&assertion.issuer.as_ref()?.text, &message.issuer.as_ref()?.text);
    // White space at the ends has a rule of its own, and so has an empty issuer.
    let ((inside, _), (outside, _)) = (inner.trimmed(), outer.trimmed());
    let cut_off = cut::is_incomplete(cx) && outside.starts_with(inside);
    if inside.is_empty() || outside.is_empty() || cut_off {
        return None;
    }
    if inside != outside {
        let (ours, theirs) = difference::between(inner.as_str(), outer.as_str());
        out.find(
            difference::underline(inner, ours),
            say!["the assertion is issued by ", code(inside), ", but the response by ", code(outside)],
        )
        .confidence(Confidence::Possible)
        .predicts(cx.service().assumes_a_role().then_some("E07"))
        .expected(say!["the same ", code("Issuer"), " in both"])
        .found(code(inside))
        .related(difference::underline(outer, theirs), "the issuer of the response")
        .fix_at_idp(
            Setting::Issuer,
            say!["Set both to the ", code("entityID"), " of the metadata that IAM holds for the provider."],
        );
    }
    Some(Checked)
}
