//! The values of a message that a snippet is filled in with, so that it can be pasted as it is.
//!
//! It deliberately takes a value only where it is well formed: what is broken in the message must not come back in the
//! remedy. A word in capitals that it cannot replace stays, and says what belongs there.

use crate::aws::arn::Arn;
use crate::aws::endpoints::{self, Endpoint};
use crate::aws::partitions::Partition;
use crate::aws::role_pair::RolePair;

/// What is known of account, provider and role. The default knows nothing and means the commercial partition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    partition: Option<Partition>,
    account: Option<String>,
    provider: Option<String>,
    /// With its path, without the slash before it.
    role: Option<String>,
    sign_in_url: Option<String>,
    tag_key: Option<String>,
}

impl Values {
    /// Reads the values of `Role`, the `Recipient` and the keys of the session tags.
    pub fn read<'a>(
        roles: impl Iterator<Item = &'a str>,
        recipient: Option<&str>,
        mut tag_keys: impl Iterator<Item = &'a str>,
    ) -> Self {
        let mut values = Self::default();
        for value in roles {
            values.learn(&RolePair::read(value));
        }
        if let Some(Endpoint::SignIn(sign_in)) = recipient.map(endpoints::recognise) {
            let partition = *values.partition.get_or_insert(sign_in.partition);
            values.sign_in_url =
                recipient.filter(|_| partition == sign_in.partition && sign_in.certain).map(str::to_owned);
        }
        // Which of several is meant cannot be told.
        values.tag_key = match (tag_keys.next(), tag_keys.next()) {
            (Some(key), None) if key.chars().all(is_plain) => Some(key.to_owned()),
            _ => None,
        };
        values
    }

    fn learn(&mut self, pair: &RolePair<'_>) {
        for arn in pair.arns.iter() {
            self.partition = self.partition.or_else(|| arn.known_partition());
            fill_once(&mut self.account, arn.account_id());
        }
        let sound =
            |arn: &&Arn<'_>| arn.is_grammatical() && arn.text().chars().all(|c| is_plain(c) || c == ':');
        fill_once(&mut self.provider, pair.provider().filter(sound).map(Arn::resource_name));
        let role = pair.role().filter(sound).and_then(|role| role.text().split_once(":role/"));
        fill_once(&mut self.role, role.map(|(_, name)| name));
    }

    /// The snippet with each word in capitals replaced by what is known.
    pub fn fill(&self, template: &str) -> String {
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(at) = rest.find(is_word_char) {
            let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let end = from.find(|c| !is_word_char(c)).unwrap_or(from.len());
            let (word, after) = from.split_at_checked(end).unwrap_or((from, ""));
            out.push_str(before);
            out.push_str(self.of(word).unwrap_or(word));
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn of(&self, word: &str) -> Option<&str> {
        let partition = self.partition.unwrap_or(Partition::Aws);
        match word {
            "PARTITION" => Some(partition.id()),
            "ACCOUNT_ID" => self.account.as_deref(),
            "PROVIDER_NAME" => self.provider.as_deref(),
            "ROLE_NAME" => self.role.as_deref(),
            "TAG_KEY" => self.tag_key.as_deref(),
            "SIGN_IN_URL" => self.sign_in_url.as_deref().or_else(|| partition.global_sign_in_url()),
            "AUDIENCE" => partition.default_audience(),
            _ => None,
        }
    }
}

fn fill_once(slot: &mut Option<String>, value: Option<&str>) {
    if slot.is_none() {
        *slot = value.map(str::to_owned);
    }
}

fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Whether it means nothing in XML, JSON, claim rules and PHP.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '=' | ',' | '.' | '@' | '-' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;

    const SNIPPET: &str =
        "arn:PARTITION:iam::ACCOUNT_ID:role/ROLE_NAME,PROVIDER_NAME;SIGN_IN_URL;AUDIENCE;TAG_KEY";

    fn filled(roles: &[&str], recipient: Option<&str>, keys: &[&str]) -> String {
        Values::read(roles.iter().copied(), recipient, keys.iter().copied()).fill(SNIPPET)
    }

    #[test]
    fn what_is_known_is_filled_in() {
        let pair = "arn:aws:iam::444455556666:role/team/Admin,arn:aws:iam::444455556666:saml-provider/Okta";
        let url = "https://eu-west-2.signin.aws.amazon.com/saml";
        assert_eq!(
            filled(&[pair], Some(url), &["Email"]),
            format!("arn:aws:iam::444455556666:role/team/Admin,Okta;{url};urn:amazon:webservices;Email")
        );
    }

    #[test]
    fn what_is_not_known_stays_in_capitals() {
        let plain = "https://signin.aws.amazon.com/saml;urn:amazon:webservices;TAG_KEY";
        let nothing = format!("arn:aws:iam::ACCOUNT_ID:role/ROLE_NAME,PROVIDER_NAME;{plain}");
        assert_eq!(filled(&[], None, &[]), nothing);
        assert_eq!(filled(&["AWS-Admins"], Some("https://example.com"), &["a", "b"]), nothing);
        assert_eq!(
            filled(&["arn:aws:iam::444455556666:role/<Admin>"], None, &["a\"b"]),
            nothing.replace("ACCOUNT_ID", "444455556666")
        );
    }

    #[test]
    fn the_partition_chooses_address_and_audience() {
        assert_eq!(
            filled(&["arn:aws-cn:iam::444455556666:role/A"], Some("https://signin.aws.amazon.com/saml"), &[]),
            "arn:aws-cn:iam::444455556666:role/A,PROVIDER_NAME;https://signin.amazonaws.cn/saml;\
             urn:amazon:webservices:cn-north-1;TAG_KEY"
        );
    }

    #[test]
    fn a_longer_word_is_not_a_placeholder() {
        assert_eq!(Values::default().fill("MY_PARTITION é PARTITIONS"), "MY_PARTITION é PARTITIONS");
    }
}
