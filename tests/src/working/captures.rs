//! The forms in which people paste a response: what browsers, extensions and shells make of the POST to AWS.
//!
//! It deliberately damages nothing: the same response comes out of each.

use super::Working;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::json;

/// One form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capture {
    Xml,
    Base64,
    Base64Url,
    /// Base64 in lines of 76 characters.
    Lines,
    /// The body of the POST.
    Form,
    /// The body of the POST, percent-encoded once more.
    FormTwice,
    Har,
    /// A HAR whose writer took the body apart.
    HarParameters,
    /// The page of the identity provider that posts itself.
    Html,
    /// The fields in the query of the address.
    Query,
    /// The body of the POST in a JSON string.
    Json,
    Curl,
    PowerShell,
    SamlTracer,
}

impl Capture {
    pub const ALL: [Self; 14] = [
        Self::Xml,
        Self::Base64,
        Self::Base64Url,
        Self::Lines,
        Self::Form,
        Self::FormTwice,
        Self::Har,
        Self::HarParameters,
        Self::Html,
        Self::Query,
        Self::Json,
        Self::Curl,
        Self::PowerShell,
        Self::SamlTracer,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Xml => "xml",
            Self::Base64 => "base64",
            Self::Base64Url => "base64url",
            Self::Lines => "lines",
            Self::Form => "form",
            Self::FormTwice => "form-twice",
            Self::Har => "har",
            Self::HarParameters => "har-parameters",
            Self::Html => "html",
            Self::Query => "query",
            Self::Json => "json",
            Self::Curl => "curl",
            Self::PowerShell => "powershell",
            Self::SamlTracer => "saml-tracer",
        }
    }

    /// Whether the relay state is in it.
    pub fn holds_relay_state(self) -> bool {
        !matches!(self, Self::Xml | Self::Base64 | Self::Base64Url | Self::Lines)
    }

    /// The response of these values in this form.
    pub fn of(self, xml: &str, working: &Working) -> String {
        let base64 = STANDARD.encode(xml);
        let url = working.target.recipient.as_str();
        let relay_state = working.target.relay_state.as_deref();
        let mut fields = vec![("SAMLResponse", base64.as_str())];
        fields.extend(relay_state.map(|relay_state| ("RelayState", relay_state)));
        match self {
            Self::Xml => xml.to_owned(),
            Self::Base64 => base64,
            Self::Base64Url => URL_SAFE_NO_PAD.encode(xml),
            Self::Lines => {
                let lines =
                    base64.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned());
                lines.collect::<Vec<_>>().join("\n")
            }
            Self::Form => body(&fields),
            Self::FormTwice => {
                let once: Vec<_> = fields.iter().map(|(name, value)| (*name, percent(value))).collect();
                body(&once.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
            }
            Self::Har => har(working, &json!({"mimeType": TYPE, "text": body(&fields)})),
            Self::HarParameters => {
                let field = |(name, value): &(&str, &str)| json!({"name": name, "value": percent(value)});
                let fields: Vec<_> = fields.iter().map(field).collect();
                har(working, &json!({"mimeType": TYPE, "params": fields}))
            }
            Self::Html => html(url, &fields),
            Self::Query => format!("{url}?{}", body(&fields)),
            Self::Json => json!({"method": "POST", "url": url, "body": body(&fields)}).to_string(),
            Self::Curl => format!(
                "curl '{url}' \\\n  -H 'content-type: {TYPE}' \\\n  --data-raw '{}' \\\n  --compressed",
                body(&fields)
            ),
            Self::PowerShell => format!(
                "Invoke-WebRequest -UseBasicParsing -Uri \"{url}\" `\n-Method \"POST\" `\n-ContentType \"{TYPE}\" `\n\
                 -Body \"{}\"",
                body(&fields)
            ),
            Self::SamlTracer => {
                let post: Vec<_> = fields.iter().map(|(name, value)| json!([name, value])).collect();
                json!({
                    "requests": [{
                        "requestId": "1", "method": "POST", "url": url, "post": post, "protocol": "SAML-P",
                        "saml": xml, "requestHeaders": [], "responseStatus": 302,
                    }],
                    "timestamp": later(working, 5),
                })
                .to_string()
            }
        }
    }
}

const TYPE: &str = "application/x-www-form-urlencoded";

fn body(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{name}={}", percent(value))).collect::<Vec<_>>().join("&")
}

/// A recording of the POST, two seconds after the response was issued.
fn har(working: &Working, post: &serde_json::Value) -> String {
    let entry = json!({
        "startedDateTime": later(working, 2),
        "time": 12,
        "request": {
            "method": "POST", "url": working.target.recipient, "httpVersion": "HTTP/2", "headers": [],
            "queryString": [], "cookies": [], "headersSize": -1, "bodySize": -1, "postData": post,
        },
        "response": {
            "status": 302, "statusText": "", "httpVersion": "HTTP/2", "headers": [], "cookies": [],
            "content": {"size": 0, "mimeType": "text/html"}, "redirectURL": "", "headersSize": -1, "bodySize": -1,
        },
        "cache": {}, "timings": {"send": 0, "wait": 1, "receive": 0},
    });
    let log = json!({"version": "1.2", "creator": {"name": "test", "version": "1"}, "entries": [entry]});
    format!("{:#}", json!({ "log": log }))
}

fn html(url: &str, fields: &[(&str, &str)]) -> String {
    let attribute = |value: &str| value.replace('&', "&amp;").replace('"', "&quot;").replace('+', "&#43;");
    let inputs: String = fields
        .iter()
        .map(|(name, value)| {
            format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\"/>\n", attribute(value))
        })
        .collect();
    format!(
        "<!DOCTYPE html>\n<html><body onload=\"document.forms[0].submit()\">\n<form method=\"post\" action=\"{url}\">\n\
         {inputs}<noscript><input type=\"submit\" value=\"Continue\"></noscript>\n</form></body></html>"
    )
}

fn later(working: &Working, seconds: i64) -> String {
    working.issued.plus_seconds(seconds - working.ahead).to_string()
}

fn percent(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}
