crate::declare_rule! {
    /// The response holds more than one assertion.
    ///
    /// ## Why AWS refuses it
    /// IAM Identity Center documents that it supports one assertion in a response. For sign-in through an IAM role AWS
    /// says nothing; which assertion would count is unknown, so the values that this report shows for the first one
    /// may not be those that AWS reads.
    ///
    /// ## What to do
    /// Make the identity provider send one assertion with all attributes. Two often come from a proxy that adds its own
    /// to the one that it received.
    ///
    /// ## Fires
    /// ```xml in=Response also=message-unsigned
    /// <«saml:Assertion» ID="_a2" Version="2.0" IssueInstant="2026-01-15T10:00:00Z"><saml:Issuer>https://idp.example.com/saml</saml:Issuer></saml:Assertion>
    /// ```
    /// > the response holds 2 assertions; it is not documented which of them AWS reads
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "several-assertions" {
        title: "more than one assertion",
        severity: Error,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "IAM Identity Center User Guide",
            "Troubleshooting IAM Identity Center issues",
            "supports only 1 assertion in the SAML response"
        )],
        predicts: ["unexpected-error"],
    }
}

use crate::aws::services::Service;
use crate::lint::{Checked, Cx, Findings, Owner, Severity, code};
use crate::order::Gather as _;
use crate::say;
use crate::xml::NodeId;
use std::collections::BTreeSet;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    let plain = message.assertions.iter().map(|assertion| assertion.node);
    // What was decrypted stands right behind the element that held it, and the two are one assertion.
    let starts: BTreeSet<_> =
        plain.clone().filter_map(|node| Some(document.element(node)?.span().bytes.start)).gathered();
    let is_opened = |node: NodeId| {
        let end = document.element(node).map(|element| element.span().bytes.end);
        !cx.item.before.is_empty() && end.is_some_and(|end| starts.contains(&end))
    };
    let closed = message.encrypted.iter().map(|encrypted| encrypted.node).filter(|node| !is_opened(*node));
    let mut nodes: Vec<_> = plain.chain(closed).collect();
    crate::order::by_key(&mut nodes, |node| {
        document.element(*node).map(|element| element.span().bytes.key()).unwrap_or_default()
    });
    let names: Vec<_> = nodes.iter().filter_map(|node| Some(document.element(*node)?.name_span())).collect();
    let [first, second, ..] = names.as_slice() else { return Some(Checked) };
    let count = names.len();
    let identity_center = cx.service() == Service::IdentityCenter;
    let words = match identity_center {
        true => {
            say!["the response holds ", count.to_string(), " assertions, and IAM Identity Center takes one"]
        }
        false => say![
            "the response holds ",
            count.to_string(),
            " assertions; it is not documented which of them AWS reads"
        ],
    };
    let ceiling = if identity_center { Severity::Error } else { Severity::Warning };
    out.find(*second, words)
        .at_most(ceiling)
        .predicts(identity_center.then_some("unexpected-error"))
        .expected(say!["one ", code("Assertion")])
        .found(format!("{count}").as_str())
        .related(*first, "the first one, whose values are shown here")
        .fix_by(Owner::IdpAdmin, "Send one assertion that holds all attributes.");
    Some(Checked)
}
