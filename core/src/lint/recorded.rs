//! Where and when to look for the event of a sign-in in CloudTrail, with the queries filled in.
//!
//! It deliberately reads no event: that is evidence. Nothing here knows the identifier of an event data store, which stays a
//! word to replace.

use super::need::{Query, in_region, quoted};
use super::{Cx, Need};
use crate::aws::endpoints::Endpoint;
use crate::aws::services::Service;
use crate::saml::Instant;

/// How CloudTrail Lake names the place to fill in.
const STORE: &str = "EVENT_DATA_STORE_ID";
/// The clocks of AWS and of the identity provider may be apart; an attempt with an old assertion is recorded, too.
const BEFORE: i64 = 5 * 60;
const AFTER: i64 = 60 * 60;

/// What CloudTrail is asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Search {
    /// The role whose answer waits for the event, by its ARN.
    pub role: Option<String>,
    /// Events are recorded in the region of the sign-in address; the address without a region is in us-east-1.
    pub region: Option<String>,
    /// The hour in which the assertion was made.
    pub between: Option<(Instant, Instant)>,
    pub service: Service,
}

impl Cx<'_> {
    /// The event of the message's sign-in, which an answer about this role waits for.
    pub fn recorded(&self, role: Option<&str>) -> Need {
        let region = self.endpoint().and_then(|endpoint| match endpoint {
            Endpoint::SignIn(sign_in) => sign_in.region.or(sign_in.partition.global_region()),
            _ => None,
        });
        let issued = self.assertion().and_then(|assertion| assertion.issue_instant.as_ref());
        let issued = issued.or(self.message().and_then(|message| message.issue_instant.as_ref()));
        let issued = issued.and_then(|issued| Instant::lenient(issued.as_str()));
        Need::CloudTrail(Search {
            role: role.map(str::to_owned),
            region: region.map(str::to_ascii_lowercase),
            between: issued.map(|issued| (issued.plus_seconds(-BEFORE), issued.plus_seconds(AFTER))),
            service: self.service(),
        })
    }
}

impl Search {
    /// The events of STS.
    pub(super) fn command(&self) -> String {
        self.lookup("AssumeRoleWithSAML")
    }

    /// Further ways to ask, each with what it is for.
    pub(super) fn queries(&self) -> Vec<Query> {
        let failed = Query {
            title: "Only the failures, where jq is installed:",
            text: format!(
                "{} | jq '.Events[].CloudTrailEvent | fromjson | select(.errorCode != null) \
                 | {{eventTime, errorCode, errorMessage, sourceIPAddress}}'",
                self.command()
            ),
        };
        let connect = (self.service == Service::Connect).then(|| Query {
            title: "What Amazon Connect recorded after the role was assumed:",
            text: self.lookup("GetFederationToken"),
        });
        let lake = Query {
            title: "In CloudTrail Lake; put the identifier of your event data store for EVENT_DATA_STORE_ID:",
            text: format!(
                "aws cloudtrail start-query{} --query-statement \"{}\"",
                in_region(&self.region),
                self.lake()
            ),
        };
        [Some(failed), connect, Some(lake)].into_iter().flatten().collect()
    }

    /// PowerShell makes two arguments of what a bare comma parts, so the pair is quoted.
    fn lookup(&self, event: &str) -> String {
        let attributes = quoted(&format!("AttributeKey=EventName,AttributeValue={event}"));
        let between = self.between.map(|(from, to)| format!(" --start-time {from} --end-time {to}"));
        format!(
            "aws cloudtrail lookup-events{} --lookup-attributes {attributes}{}",
            in_region(&self.region),
            between.unwrap_or_default()
        )
    }

    /// Failures and successes, for either decides. It holds nothing that a shell expands between double quotes.
    fn lake(&self) -> String {
        let value = |key: &str| format!("element_at(requestParameters, '{key}') AS {key}");
        let region = self.region.as_ref().filter(|region| region.bytes().all(is_of_region));
        let region = region.map(|region| format!(" AND awsRegion = '{region}'")).unwrap_or_default();
        let between = self.between.map(|(from, to)| {
            format!(" AND eventTime >= '{}' AND eventTime <= '{}'", lake_time(from), lake_time(to))
        });
        format!(
            "SELECT eventTime, errorCode, errorMessage, sourceIPAddress, {}, {}, {}, {} FROM {STORE} \
             WHERE eventName = 'AssumeRoleWithSAML'{region}{} ORDER BY eventTime DESC",
            value("sAMLAssertionID"),
            value("roleSessionName"),
            value("roleArn"),
            value("principalArn"),
            between.unwrap_or_default()
        )
    }
}

fn is_of_region(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-'
}

/// As CloudTrail Lake writes times: `2026-01-15 10:00:00`, in UTC.
fn lake_time(instant: Instant) -> String {
    instant.to_string().chars().take(19).map(|c| if c == 'T' { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(region: Option<&str>, service: Service) -> Search {
        let issued = Instant::lenient("2026-01-15T10:00:00Z").unwrap();
        Search {
            role: None,
            region: region.map(str::to_owned),
            between: Some((issued.plus_seconds(-300), issued.plus_seconds(3600))),
            service,
        }
    }

    #[test]
    fn queries_are_filled_in_and_both_shells_read_them() {
        let search = search(Some("eu-west-2"), Service::Connect);
        assert_eq!(
            search.command(),
            "aws cloudtrail lookup-events --region eu-west-2 --lookup-attributes \
             'AttributeKey=EventName,AttributeValue=AssumeRoleWithSAML' --start-time 2026-01-15T09:55:00Z \
             --end-time 2026-01-15T11:00:00Z"
        );
        let queries = search.queries();
        let [failed, connect, lake] = queries.as_slice() else { panic!("{queries:?}") };
        assert!(failed.text.starts_with(&search.command()) && failed.text.contains(" | jq '"));
        assert!(connect.text.contains("AttributeValue=GetFederationToken'"));
        assert_eq!(
            lake.text,
            "aws cloudtrail start-query --region eu-west-2 --query-statement \"SELECT eventTime, errorCode, errorMessage, \
             sourceIPAddress, element_at(requestParameters, 'sAMLAssertionID') AS sAMLAssertionID, \
             element_at(requestParameters, 'roleSessionName') AS roleSessionName, \
             element_at(requestParameters, 'roleArn') AS roleArn, \
             element_at(requestParameters, 'principalArn') AS principalArn FROM EVENT_DATA_STORE_ID \
             WHERE eventName = 'AssumeRoleWithSAML' AND awsRegion = 'eu-west-2' AND eventTime >= '2026-01-15 09:55:00' \
             AND eventTime <= '2026-01-15 11:00:00' ORDER BY eventTime DESC\""
        );
        for query in &queries {
            let quotes = |quote: char| query.text.matches(quote).count();
            assert!(quotes('"') % 2 == 0 && quotes('\'') % 2 == 0, "{}", query.text);
            assert!(!query.text.contains(['$', '`']), "{}", query.text);
        }
    }

    #[test]
    fn what_is_not_known_is_left_out_and_nothing_hostile_gets_in() {
        let mut open = search(Some("x'; DROP"), Service::Iam);
        assert_eq!(open.queries().len(), 2);
        assert!(!open.queries().iter().any(|query| query.text.contains("awsRegion = 'x")));
        open.between = None;
        open.region = None;
        assert_eq!(
            open.command(),
            "aws cloudtrail lookup-events --lookup-attributes 'AttributeKey=EventName,AttributeValue=AssumeRoleWithSAML'"
        );
    }
}
