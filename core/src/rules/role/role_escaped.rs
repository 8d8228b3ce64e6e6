crate::declare_rule! {
    /// A role value is escaped once too often.
    ///
    /// ## Why AWS refuses it
    /// After decoding, `%2C`, `%3A` or `&amp;` are left in the value. AWS reads them as they stand, and they are no
    /// part of an ARN: "Your request included an invalid SAML response".
    ///
    /// ## What to do
    /// Enter the plain value at the identity provider; it escapes by itself what needs escaping.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin«%2C»arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` value holds `%2C`, which stands for `,`; it was escaped once too often
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin«&amp;#44;»arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// An entity of the XML itself is gone after reading:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin&#44;arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// The path of a role may hold any visible character of ASCII:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/team%20a/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-escaped" {
        title: "a role value that is escaped once too often",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "Your request included an invalid SAML response. To logout, click here."
        )],
        predicts: ["E01", "E09"],
    }
}

use super::defect::{self, Defect};
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::Escaped) {
        let mut places = defect::escapes(&choice.pair);
        let Some(first) = places.next() else { continue };
        let text = choice.pair.value.get(first.clone()).unwrap_or_default();
        let message = match meant(text) {
            Some(c) => {
                say![
                    "the ",
                    code("Role"),
                    " value holds ",
                    code(text),
                    ", which stands for ",
                    code(c),
                    "; it was escaped once too often"
                ]
            }
            None => {
                say!["the ", code("Role"), " value holds ", code(text), "; it was escaped once too often"]
            }
        };
        let mut found = out
            .find(choice.value.text.sub(first), message)
            .for_role(choice.index)
            .expected("the plain characters")
            .found(say![code(text)])
            .fix_at_idp(Setting::Role, "Enter the plain value; the identity provider escapes what needs it.");
        for other in places {
            found = found.related(choice.value.text.sub(other), "here as well");
        }
    }
    Some(Checked)
}

/// The visible ASCII character that an escape stands for.
fn meant(escape: &str) -> Option<char> {
    let code = match escape.strip_prefix('%') {
        Some(hex) => u8::from_str_radix(hex, 16).ok()?,
        None => match escape {
            "&amp;" => b'&',
            "&quot;" => b'"',
            _ => escape.strip_prefix("&#")?.strip_suffix(';')?.parse().ok()?,
        },
    };
    code.is_ascii_graphic().then_some(char::from(code))
}
