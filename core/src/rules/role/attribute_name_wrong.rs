crate::declare_rule! {
    /// The name of an attribute only resembles one that AWS reads.
    ///
    /// ## Why AWS refuses it
    /// AWS compares the `Name` of an attribute exactly, case included. A `Role` or `RoleSessionName` under any other
    /// name is as good as absent: "Your request included an invalid SAML response" for the first,
    /// "RoleSessionName is required in AuthnResponse" for the second. The other attributes of AWS are optional, so a
    /// wrong name there is a warning: the value is ignored. The prefix that AWS's Chinese page prints is a warning too,
    /// for nobody is known to have tried it.
    ///
    /// ## What to do
    /// Copy the name from this page. In Entra ID, the claim's name holds only the last word (`Role`) and its namespace
    /// the rest; with the whole name in both, the prefix stands twice.
    ///
    /// ## Fires
    /// ```xml without=Attribute[/Role]
    /// <saml:Attribute Name="«http»://aws.amazon.com/SAML/Attributes/Role">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the attribute name `http://aws.amazon.com/SAML/Attributes/Role` begins with `http` instead of `https`, so AWS does not read it as `Role`
    ///
    /// ```xml without=Attribute[/RoleSessionName]
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/«RoleSessioName»">
    ///   <saml:AttributeValue>ana.lopez</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml without=Attribute[/Role]
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role«\u{200B}»">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// The bare word:
    /// ```xml without=Attribute[/Role]
    /// <saml:Attribute Name="«Role»">
    ///   <saml:AttributeValue>arn:aws:iam::444455556666:role/Admin,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// An optional attribute is ignored, with a warning:
    /// ```xml without=Attribute[/SessionDuration]
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration«&quot;»">
    ///   <saml:AttributeValue>3600</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag«/»team">
    ///   <saml:AttributeValue>orders</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// Keycloak sends its own attribute `Role` beside the right one:
    /// ```xml
    /// <saml:Attribute Name="Role">
    ///   <saml:AttributeValue>offline_access</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// Other vendors' roles are their own matter:
    /// ```xml
    /// <saml:Attribute Name="http://schemas.microsoft.com/ws/2008/06/identity/claims/role">
    ///   <saml:AttributeValue>Staff</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "attribute-name-wrong" {
        title: "an attribute name that AWS does not read",
        severity: Error,
        stage: Attributes,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "The value of the Name attribute in the Attribute tag is case-sensitive."
        )],
        predicts: ["E01", "E02"],
    }
}

use super::attribute_lookup;
use crate::aws::attributes::{AwsAttribute, LookAlike, LookAlikeReason, PREFIX};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Severity, code};
use crate::rules::naming::{character, join};
use crate::say;
use crate::source::Text;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let mut said: Vec<String> = Vec::new();
    for (attribute, found) in attribute_lookup::look_alikes(assertion) {
        let Some(name) = &attribute.name else { continue };
        // One absent attribute is one finding, however many names resemble it.
        if said.contains(&found.meant) {
            continue;
        }
        said.push(found.meant.clone());
        let suffix = found.meant.strip_prefix(PREFIX).unwrap_or_default();
        let message = join(say!["the attribute name ", code(name.as_str()), " "], why(name, &found));
        let span = if found.range.is_empty() { name.span } else { name.sub(found.range.clone()) };
        let is_china = found.why == LookAlikeReason::ChinaPrefix;
        let effect = if is_china { ", so AWS may not read it as " } else { ", so AWS does not read it as " };
        let mut reported = out
            .find(span, message.and(effect).and(code(suffix)))
            .expected(say![code(&found.meant)])
            .found(say![code(name.as_str())])
            .fix_at_idp(
                Setting::AttributeName,
                say!["Rename the attribute to ", code(&found.meant), ", copied character for character."],
            );
        let is = |wanted: AwsAttribute| found.meant == wanted.name();
        if !(is(AwsAttribute::Role) || is(AwsAttribute::RoleSessionName)) {
            reported = reported.at_most(Severity::Warning).predicts(None);
        } else if is_china {
            reported = reported.at_most(Severity::Warning).confidence(Confidence::Possible);
        }
        if is(AwsAttribute::RoleSessionName) {
            reported.predicts(Some("E02"));
        }
    }
    Some(Checked)
}

fn why(name: &Text, found: &LookAlike) -> Message {
    let part = name.as_str().get(found.range.clone()).unwrap_or_default();
    let wanted = found.meant.strip_prefix(PREFIX).unwrap_or_default();
    match found.why {
        LookAlikeReason::Http => say!["begins with ", code("http"), " instead of ", code("https")],
        LookAlikeReason::Case => say!["differs from AWS's in upper and lower case"],
        LookAlikeReason::TrailingSlash => say!["ends with a slash too many"],
        LookAlikeReason::Quote => say!["holds a quotation mark too many"],
        LookAlikeReason::WhiteSpace => match part.chars().next() {
            Some(c) => join(say!["holds "], character(c)),
            None => say!["holds white space"],
        },
        LookAlikeReason::Invisible(c) | LookAlikeReason::Homoglyph(c, _) => {
            join(say!["holds "], character(c))
        }
        LookAlikeReason::Plural => say!["ends in ", code(part), ", a plural"],
        LookAlikeReason::Misspelt => say!["has ", code(part), " where ", code(wanted), " belongs"],
        LookAlikeReason::ChinaPrefix => {
            say!["has the prefix that AWS's Chinese manual prints instead of ", code(PREFIX)]
        }
        LookAlikeReason::NoPrefix => say!["lacks the prefix ", code(PREFIX)],
        LookAlikeReason::OtherPrefix => say!["has another prefix than ", code(PREFIX)],
        LookAlikeReason::DoubledPrefix => say!["holds the prefix ", code(PREFIX), " twice"],
        LookAlikeReason::TagSeparator => say!["lacks the colon after ", code("PrincipalTag")],
        LookAlikeReason::AccessControl => say!["is one of IAM Identity Center"],
    }
}
