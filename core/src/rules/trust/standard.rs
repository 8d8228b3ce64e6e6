//! The trust policy that a message needs, whole: the console's own with what this message asks for besides, or the one
//! that the documentation of WorkSpaces and AppStream gives.
//!
//! It deliberately leaves nothing to fill in.

use crate::aws::policy::trust::needed;
use crate::aws::services::Service;
use crate::lint::Cx;

/// The only value of `SAML:aud` in the trust policy that the console makes.
pub(crate) fn default_audience(cx: &Cx<'_>, role: usize) -> Option<&'static str> {
    cx.roles.get(role)?.pair.provider()?.known_partition()?.global_sign_in_url()
}

/// A policy that lets this message assume the role.
pub(crate) fn policy(cx: &Cx<'_>, role: usize) -> Option<String> {
    let assertion = cx.role_assertion()?;
    let provider = cx.roles.get(role)?.pair.provider()?;
    let actions: Vec<&str> = needed(assertion).iter().map(|needed| needed.action.id()).collect();
    let condition = match cx.service() {
        Service::WorkSpaces => {
            let host = provider.known_partition()?.sign_in_host();
            let pattern = format!("https://*{host}/saml*");
            format!(
                "\"StringEquals\": {{\"SAML:sub_type\": \"persistent\"}},\n        \"StringLike\": {{\"SAML:aud\": {}}}",
                quoted(&pattern)
            )
        }
        Service::AppStream => "\"StringEquals\": {\"SAML:sub_type\": \"persistent\"}".to_owned(),
        _ => {
            let mut addresses: Vec<&str> = default_audience(cx, role).into_iter().collect();
            let recipient = cx.recipient()?.as_str();
            if !addresses.contains(&recipient) {
                addresses.push(recipient);
            }
            format!("\"StringEquals\": {{\"SAML:aud\": {}}}", list(&addresses))
        }
    };
    Some(format!(
        r#"{{
  "Version": "2012-10-17",
  "Statement": [
    {{
      "Effect": "Allow",
      "Principal": {{"Federated": {}}},
      "Action": {},
      "Condition": {{
        {condition}
      }}
    }}
  ]
}}"#,
        quoted(provider.text()),
        list(&actions)
    ))
}

/// One string, or an array of several.
pub(super) fn list(values: &[&str]) -> String {
    match values {
        [one] => quoted(one),
        _ => format!("[{}]", values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", ")),
    }
}

/// A string of JSON (RFC 8259, section 7).
pub(super) fn quoted(value: &str) -> String {
    let mut out = String::from("\"");
    for char in value.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            char if char.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(char))),
            char => out.push(char),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted() {
        let cases = [("a", "\"a\""), ("a\"b\\", "\"a\\\"b\\\\\""), ("\n", "\"\\u000a\"")];
        for (value, expected) in cases {
            assert_eq!(quoted(value), expected);
        }
        assert_eq!(list(&["a", "b"]), "[\"a\", \"b\"]");
    }
}
