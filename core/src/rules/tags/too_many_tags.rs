crate::declare_rule! {
    /// More than 50 session tags are sent.
    ///
    /// ## Why AWS refuses it
    /// A session has at most 50 tags. AWS answers "Unable to validate tags".
    ///
    /// ## What to do
    /// Send only the tags that policies test.
    ///
    /// ## Fires
    /// ```xml in=AttributeStatement
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t1"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t2"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t3"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t4"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t5"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t6"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t7"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t8"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t9"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t10"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t11"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t12"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t13"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t14"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t15"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t16"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t17"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t18"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t19"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t20"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t21"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t22"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t23"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t24"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t25"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t26"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t27"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t28"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t29"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t30"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t31"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t32"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t33"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t34"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t35"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t36"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t37"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t38"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t39"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t40"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t41"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t42"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t43"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t44"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t45"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t46"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t47"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t48"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t49"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:t50"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:«t51»"><saml:AttributeValue>1</saml:AttributeValue></saml:Attribute>
    /// ```
    /// > the assertion sends 51 session tags; AWS takes at most 50
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:team">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "too-many-tags" {
        title: "more than 50 session tags",
        severity: Error,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Pass session tags in AWS STS",
            "50 session tags"
        ), (
            "Amazon WorkSpaces Administration Guide",
            "Troubleshooting: Unable to validate tags",
            "Unable to validate tags"
        )],
        predicts: ["E16", "E17"],
    }
}

use super::tag;
use crate::aws::alphabets::MOST_SESSION_TAGS;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let tags = tag::all(cx)?;
    if let Some(beyond) = tags.get(MOST_SESSION_TAGS) {
        let count = tags.len();
        out.find(
            beyond.key_span(),
            say![format!("the assertion sends {count} session tags; AWS takes at most {MOST_SESSION_TAGS}")],
        )
        .expected(say![format!("at most {MOST_SESSION_TAGS} tags")])
        .found(say![format!("{count} tags")])
        .fix_at_idp(Setting::PrincipalTag, "Send only the tags that policies test.");
    }
    Some(Checked)
}
