crate::declare_rule! {
    /// `SessionDuration` is outside 900 to 43200 seconds.
    ///
    /// ## Why it matters
    /// AWS documents 15 minutes to 12 hours. It does not document whether the sign-in page refuses another number or
    /// takes the nearest. Tools for the command line that pass the number on as `DurationSeconds` are refused for
    /// certain. The role's own maximum does not limit the console.
    ///
    /// ## What to do
    /// Send a number from 900 to 43200.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>«899»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session duration of `899` seconds is below 900 (15 minutes), the least that AWS documents
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>«43201»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>900</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>43200</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-duration-out-of-range" {
        title: "a session duration outside 900 to 43200 seconds",
        severity: Warning,
        stage: Session,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: SessionDuration",
            "900 to 43200 seconds; 3600 by default"
        )],
        predicts: [],
    }
}

use super::only_value;
use crate::aws::alphabets::{SessionDuration, session_duration};
use crate::aws::attributes::AwsAttribute;
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let text = only_value::text(cx, AwsAttribute::SessionDuration)?;
    let (inner, span) = text.trimmed();
    let beyond = match session_duration(inner) {
        SessionDuration::TooShort => " seconds is below 900 (15 minutes), the least that AWS documents",
        SessionDuration::TooLong => " seconds is above 43200 (12 hours), the most that AWS documents",
        _ => return Some(Checked),
    };
    out.find(span, say!["the session duration of ", code(inner), beyond])
        .confidence(Confidence::Possible)
        .expected("900 to 43200")
        .found(code(inner))
        .fix_at_idp(Setting::SessionDuration, "Send a number of seconds from 900 to 43200.");
    Some(Checked)
}
