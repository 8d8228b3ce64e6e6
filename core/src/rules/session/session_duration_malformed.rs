crate::declare_rule! {
    /// `SessionDuration` is not a whole number of seconds.
    ///
    /// ## Why it matters
    /// AWS documents a whole number from 900 to 43200. It does not document whether it refuses another value or ignores
    /// it; ignored, the session ends after an hour.
    ///
    /// ## What to do
    /// Send seconds as digits alone: `28800` for eight hours.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>«PT8H»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// > the session duration `PT8H` is not a whole number of seconds, and AWS may refuse or ignore it
    ///
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>3600«.0»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>« »3600</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   «<saml:AttributeValue>»</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/SessionDuration">
    ///   <saml:AttributeValue>900</saml:AttributeValue>
    /// </saml:Attribute>
    /// ```
    "session-duration-malformed" {
        title: "a session duration that is no number of seconds",
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
use crate::lint::{Checked, Confidence, Cx, Findings, Message, code};
use crate::rules::naming::{characters, join};
use crate::say;
use crate::source::Span;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let attribute = only_value::attribute(cx, AwsAttribute::SessionDuration)?;
    let Some(value) = attribute.values.first() else {
        report(out, attribute.tag, say!["the session duration is empty, and AWS may refuse or ignore it"]);
        return Some(Checked);
    };
    if value.structured {
        return Some(Checked);
    }
    let (text, inner) = (value.text.as_str(), value.text.as_str().trim());
    const DOUBT: &str = ", and AWS may refuse or ignore it";
    if only_value::is_empty(value) {
        report(out, value.tag, say!["the session duration is empty", DOUBT]);
    } else if session_duration(inner) == SessionDuration::NotANumber {
        // Of a fraction, only the fraction is at fault.
        let whole =
            inner.split_once('.').filter(|(whole, _)| whole.bytes().all(|byte| byte.is_ascii_digit()));
        let odd = whole.and_then(|(whole, _)| inner.get(whole.len()..)).unwrap_or(inner);
        let message = say!["the session duration ", code(inner), " is not a whole number of seconds", DOUBT];
        report(out, value.text.sub_str(odd), message);
    } else if inner != text {
        let before = text.get(..text.len().saturating_sub(text.trim_start().len())).unwrap_or_default();
        let blank = if before.is_empty() { text.get(inner.len()..).unwrap_or(text) } else { before };
        let message =
            join(say!["beside the session duration ", code(inner), " stands "], characters(blank.chars()));
        report(out, value.text.sub_str(blank), message.and(DOUBT));
    }
    Some(Checked)
}

fn report(out: &mut Findings, span: Span, message: Message) {
    out.find(span, message).confidence(Confidence::Likely).expected("900 to 43200, digits alone").fix_at_idp(
        Setting::SessionDuration,
        say!["Send seconds as digits alone, such as ", code("28800"), " for eight hours."],
    );
}
