crate::declare_rule! {
    /// The value of a session tag holds characters that AWS does not allow.
    ///
    /// ## Why AWS refuses it
    /// A value is made of letters and digits of any script, spaces and `_.:/=+-@`. With any other character AWS answers
    /// "Unable to validate tags" and refuses the whole sign-in. Departments (`R&D`), lists with commas, distinguished
    /// names (`CN=Ana,OU=Sales`) and `DOMAIN\user` are the usual causes.
    ///
    /// ## What to do
    /// Map another attribute, or replace the characters in the mapping. The WorkSpaces manual says to write
    /// `DOMAIN/user` instead of `DOMAIN\user`.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:department">
    ///   <saml:AttributeValue>R«&amp;»D</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the value `R&D` of the tag `department` holds an ampersand (`&`), which AWS does not allow there
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:region">
    ///   <saml:AttributeValue>Sales«,» EMEA</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:manager">
    ///   <saml:AttributeValue>CN=Ana Lopez«,»OU=Sales‹,›DC=example</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml base=workspaces
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:ClientUserName">
    ///   <saml:AttributeValue>EXAMPLE«\»alopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:nickname">
    ///   <saml:AttributeValue>O«&apos;»Brien</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// Letters of any script, spaces and the signs that are allowed; and an empty value:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:department">
    ///   <saml:AttributeValue>Größe 部門 1_.:/=+-@</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:department">
    ///   <saml:AttributeValue></saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "tag-value-characters" {
        title: "characters that a tag value cannot have",
        severity: Error,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Troubleshooting: Unable to validate tags",
            "Unable to validate tags"
        ), (
            "IAM User Guide",
            "Tags for IAM resources: naming, and Pass session tags in AWS STS",
            "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"
        )],
        predicts: ["E16"],
    }
}

use super::tag;
use crate::aws::alphabets::{Alphabet, offending};
use crate::aws::services::Service;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Message, code};
use crate::rules::naming::{character, characters, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for tag in tag::all(cx)? {
        let Some(value) = tag.value() else { continue };
        let text = value.text.as_str();
        let bad = offending(Alphabet::TagValue, text);
        let Some(((first, _), others)) = bad.split_first() else { continue };
        let named = || characters(bad.iter().map(|(_, c)| *c));
        let message = join(say!["the value ", code(text), " of the tag ", code(tag.key), " holds "], named());
        let mut found = out
            .find(value.text.sub(first.clone()), message.and(", which AWS does not allow there"))
            .expected(say!["letters, digits, spaces and ", code("_.:/=+-@")])
            .found(named())
            .fix_at_idp(Setting::PrincipalTag, advice(cx.service(), text));
        for (range, c) in others {
            found = found.related(value.text.sub(range.clone()), character(*c));
        }
    }
    Some(Checked)
}

fn advice(service: Service, value: &str) -> Message {
    let distinguished = |part: &str| {
        let kind = part.trim_start().split('=').next().unwrap_or_default();
        part.contains('=') && matches!(kind.to_ascii_uppercase().as_str(), "CN" | "OU" | "DC" | "O" | "UID")
    };
    if value.contains(',') && value.split(',').all(distinguished) {
        "This is a distinguished name. Map a single part of it, such as the name or the user id, instead."
            .into()
    } else if value.contains('\\') {
        say!["Replace the backslash by a slash in the mapping: ", code(value.replace('\\', "/")), "."]
    } else if service == Service::AppStream && value.contains([',', ';', '|']) {
        say!["Separate several values by colons: ", code(value.replace([',', ';', '|'], ":")), "."]
    } else {
        "Map another attribute, or replace these characters in the mapping.".into()
    }
}
