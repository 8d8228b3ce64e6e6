crate::declare_rule! {
    /// The attribute of a session tag has more than one value.
    ///
    /// ## Why it matters
    /// A session tag has one value. What AWS does with several is not documented: it may use one of them or refuse them
    /// all. AppStream takes several values of an entitlement joined by colons in one value.
    ///
    /// ## What to do
    /// Send one value. For AppStream entitlements, join them: `designers:reviewers`.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:groups">
    ///   <saml:AttributeValue>designers</saml:AttributeValue>
    ///   <saml:AttributeValue>«reviewers»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the tag `groups` has 2 values, where a session tag has one
    ///
    /// ## Does not fire
    /// ```xml base=appstream
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:groups">
    ///   <saml:AttributeValue>designers:reviewers</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-several-values" {
        title: "several values of one session tag",
        severity: Warning,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "You should include only one claim per AWS context key. If you include more than one, only one claim will be mapped."
        )],
        predicts: [],
    }
}

use super::tag;
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)? {
        let [_, second, ..] = tag.attribute.values.as_slice() else { continue };
        let span = if second.text.as_str().is_empty() { second.tag } else { second.text.span };
        let count = tag.attribute.values.len();
        let advice: Message = if cx.service() == Service::AppStream {
            let joined: Vec<_> =
                tag.attribute.values.iter().map(|value| value.text.as_str().trim()).collect();
            say!["Join the values by colons in one value: ", code(joined.join(":")), "."]
        } else {
            "Send one value for each tag.".into()
        };
        let message =
            say!["the tag ", code(tag.key), format!(" has {count} values, where a session tag has one")];
        out.find(span, message)
            .confidence(Confidence::Possible)
            .expected("one value")
            .found(say![format!("{count} values")])
            .fix_at_idp(Setting::PrincipalTag, advice);
    }
    Some(Checked)
}
