crate::declare_rule! {
    /// IAM Identity Center receives attributes that it does not take.
    ///
    /// ## Why it matters
    /// Where attributes for access control are switched on, IAM Identity Center takes at most 50 attributes, each once, each
    /// with one plain value. Anything else ends in `An unexpected error has occurred`. Where they are switched off it reads
    /// none of them, so this is a warning.
    ///
    /// ## What to do
    /// Send each attribute once, with one value that is text.
    ///
    /// ## Fires
    /// ```xml service=identity-center also=name-id-format-for-identity-center
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/AccessControl:Team"><saml:AttributeValue>red</saml:AttributeValue>«<saml:AttributeValue>»blue</saml:AttributeValue></saml:Attribute>
    /// ```
    /// > the attribute `https://aws.amazon.com/SAML/Attributes/AccessControl:Team` has several values, and IAM Identity Center takes one
    ///
    /// ```xml service=identity-center also=name-id-format-for-identity-center
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/AccessControl:Team"><saml:AttributeValue>red</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="«https://aws.amazon.com/SAML/Attributes/AccessControl:Team»"><saml:AttributeValue>red</saml:AttributeValue></saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml service=identity-center also=name-id-format-for-identity-center
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/AccessControl:Team"><saml:AttributeValue>red</saml:AttributeValue></saml:Attribute>
    /// ```
    "identity-center-attributes" {
        title: "attributes that IAM Identity Center does not take",
        severity: Warning,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM Identity Center User Guide",
            "Troubleshooting IAM Identity Center issues: An unexpected error has occurred",
            "An unexpected error has occurred"
        )],
        predicts: ["unexpected-error"],
    }
}

use crate::aws::services::Service;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, code};
use crate::say;
use crate::source::Span;
use std::collections::BTreeSet;

/// The most attributes that it takes.
const MOST: usize = 50;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.assertion()?;
    if cx.service() != Service::IdentityCenter {
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut faults: Vec<(Span, Message)> = Vec::new();
    for attribute in &assertion.attributes {
        let named = |words: &'static str| say!["the attribute ", code(attribute.name()), words];
        if let Some(name) = &attribute.name
            && !seen.insert(name.as_str())
        {
            faults.push((name.span, named(" is sent twice")));
        }
        if let Some(second) = attribute.values.get(1) {
            faults.push((second.tag, named(" has several values, and IAM Identity Center takes one")));
        }
        if let Some(value) = attribute.values.iter().find(|value| value.structured) {
            faults.push((value.tag, named(" holds elements in place of text")));
        }
    }
    if let Some(beyond) = assertion.attributes.get(MOST) {
        let count = assertion.attributes.len().to_string();
        faults.push((
            beyond.tag,
            say!["the assertion has ", code(count), " attributes, and IAM Identity Center takes 50"],
        ));
    }
    for (at, words) in faults {
        out.find(at, words).confidence(Confidence::Possible).fix_by(
            Owner::IdpAdmin,
            "Send each attribute once, with one value that is text, and at most 50 of them.",
        );
    }
    Some(Checked)
}
