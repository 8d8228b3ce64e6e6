crate::declare_rule! {
    /// White space stands around or within a role value.
    ///
    /// ## Why AWS refuses it
    /// AWS names white space at the start or end of a value, and "other invalid characters", among the causes of "Your
    /// request included an invalid SAML response". It often comes from a template that is indented, from a pretty
    /// printer, or from copying. A space beside the comma is a warning only: AWS's manual shows none there, but
    /// sign-ins with one have been seen to work.
    ///
    /// ## What to do
    /// Remove it at the identity provider. A no-break space looks like a space and comes from web pages and documents.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>« »arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the `Role` value begins with a space, which is not part of it
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP«\u{A0}»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>«\u{A}    »arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP‹\u{A}    ›</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,«\u{A}    »arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Beside the comma, as a warning:
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,« »arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "role-white-space" {
        title: "white space around a role value",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Invalid SAML response",
            "or other invalid characters"
        )],
        predicts: ["E01"],
    }
}

use super::defect::{self, Defect};
use crate::aws::role_pair::PairFaultKind;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, RoleChoice, Severity, code};
use crate::rules::naming::{characters, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion().filter(|_| !cx.roles.is_empty())?;
    for choice in &cx.roles {
        match defect::of(choice) {
            Some(Defect::WhiteSpace) => around(choice, out),
            None => at_comma(choice, out),
            Some(_) => {}
        }
    }
    Some(Checked)
}

fn around(choice: &RoleChoice<'_>, out: &mut Findings) {
    let mut places = defect::white_space(&choice.pair);
    let Some((kind, range)) = places.next() else { return };
    let text = choice.pair.value.get(range.clone()).unwrap_or_default();
    let (start, end) = match kind {
        PairFaultKind::LeadingWhiteSpace => (" value begins with ", ", which is not part of it"),
        PairFaultKind::TrailingWhiteSpace => (" value ends with ", ", which is not part of it"),
        _ => (" value holds, beside the comma, ", ", where nothing belongs"),
    };
    let confidence = match kind {
        PairFaultKind::LineBreak => Confidence::Likely,
        _ => Confidence::Certain,
    };
    let message: Message = join(say!["the ", code("Role"), start], characters(text.chars())).and(end);
    let mut found = out
        .find(choice.value.text.sub(range), message)
        .for_role(choice.index)
        .confidence(confidence)
        .expected("no white space")
        .found(characters(text.chars()))
        .fix_at_idp(
            Setting::Role,
            say!["Send ", code(choice.pair.value.trim()), " without the white space."],
        );
    for (_, range) in places {
        found = found.related(choice.value.text.sub(range), "white space here as well");
    }
}

fn at_comma(choice: &RoleChoice<'_>, out: &mut Findings) {
    let mut places = choice.pair.faults.iter().filter(|fault| fault.kind == PairFaultKind::SpaceAtComma);
    let Some(fault) = places.next() else { return };
    let text = choice.pair.value.get(fault.range.clone()).unwrap_or_default();
    let message = characters(text.chars())
        .and(" stands beside the comma of the ")
        .and(code("Role"))
        .and(" value, which AWS may refuse");
    out.find(choice.value.text.sub(fault.range.clone()), message)
        .for_role(choice.index)
        .at_most(Severity::Warning)
        .confidence(Confidence::Possible)
        .expected("a comma alone")
        .fix_at_idp(Setting::Role, "Put nothing but a comma between the two ARNs.");
}
