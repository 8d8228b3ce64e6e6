crate::declare_rule! {
    /// A character in a role value looks like another one.
    ///
    /// ## Why AWS refuses it
    /// Letters of other alphabets and the dashes and commas of word processors look like those of an ARN and are others.
    /// ARNs of IAM hold ASCII only, so AWS finds no such role or cannot read the value.
    ///
    /// ## What to do
    /// Type the value anew on a plain keyboard.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/«А»dmin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` value holds a Cyrillic letter (U+0410), which looks like `A`, where AWS expects the plain character
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin«，»arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Team«–»Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Team-Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-look-alike-character" {
        title: "a character that looks like another in a role value",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Request ARN is invalid",
            "Request ARN is invalid"
        )],
        predicts: ["E09", "E01"],
    }
}

use super::defect::{self, Defect};
use crate::aws::characters::looks_like_ascii;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, code};
use crate::rules::naming::{character, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in defect::with(&cx.roles, Defect::LookAlikeCharacter) {
        let mut places = defect::look_alikes(choice.pair.value);
        let Some((range, c)) = places.next() else { continue };
        let plain: String = choice.pair.value.chars().map(|c| looks_like_ascii(c).unwrap_or(c)).collect();
        let message = join(say!["the ", code("Role"), " value holds "], character(c))
            .and(", where AWS expects the plain character");
        let mut found = out
            .find(choice.value.text.sub(range), message)
            .for_role(choice.index)
            .expected(say![code(plain.trim())])
            .found(character(c))
            .fix_at_idp(Setting::Role, "Type the value anew on a plain keyboard.");
        for (range, c) in places {
            found = found.related(choice.value.text.sub(range), character(c));
        }
    }
    Some(Checked)
}
