//! What is asked for: each need once, and what many roles need as one question with one command.
//!
//! It asks nothing that no rule lacked; the JSON report keeps each need by itself.

use crate::inspect::MessageReport;
use crate::lint::{Need, Query, Rule};
use crate::order::Gather as _;
use std::collections::{BTreeMap, BTreeSet};

/// Roles that are asked about one by one. A message can offer hundreds, and one command shows all of an account.
const ONE_BY_ONE: usize = 3;

/// A question to somebody with access.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// What is needed: one thing, or the like for many roles.
    pub needs: Vec<&'a Need>,
    /// Rules that wait for it, each once.
    pub rules: Vec<&'static Rule>,
}

/// The questions of a message, in the order of the rules.
pub fn of_message(message: &MessageReport) -> Vec<Asked<'_>> {
    let open = message.diagnosed.not_checked.iter();
    ask(open.map(|(rule, need)| (Some(*rule), need)))
}

/// The questions that these needs are.
pub fn of_needs(needs: &[Need]) -> Vec<Asked<'_>> {
    ask(needs.iter().map(|need| (None, need)))
}

/// What each of many roles can need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PerRole {
    Trust,
    Permissions,
    Recorded,
}

impl PerRole {
    const ALL: [Self; 3] = [Self::Trust, Self::Permissions, Self::Recorded];
}

fn per_role(need: &Need) -> Option<PerRole> {
    match need {
        Need::TrustPolicy { .. } => Some(PerRole::Trust),
        Need::PermissionPolicy { .. } => Some(PerRole::Permissions),
        Need::CloudTrail(_) => Some(PerRole::Recorded),
        _ => None,
    }
}

fn ask<'a>(open: impl Iterator<Item = (Option<&'static Rule>, &'a Need)>) -> Vec<Asked<'a>> {
    let mut each: Vec<Asked<'a>> = Vec::new();
    let mut known: BTreeMap<&Need, usize> = BTreeMap::new();
    for (rule, need) in open {
        let at = *known.entry(need).or_insert(each.len());
        if at == each.len() {
            each.push(Asked { needs: vec![need], rules: Vec::new() });
        }
        if let Some(asked) = each.get_mut(at) {
            asked.wait(rule);
        }
    }
    let together = PerRole::ALL.map(|kind| asked_together(&each, kind));
    let mut merged: [Option<usize>; PerRole::ALL.len()] = Default::default();
    let mut all: Vec<Asked<'a>> = Vec::new();
    for asked in each {
        let kind = asked.per_role().map(|kind| kind as usize);
        let kind = kind.filter(|kind| together.get(*kind).is_some_and(|together| *together));
        let place = kind.and_then(|kind| merged.get_mut(kind));
        match place.map(|place| *place.get_or_insert(all.len())).and_then(|at| all.get_mut(at)) {
            Some(first) => {
                first.needs.extend(asked.needs);
                asked.rules.into_iter().for_each(|rule| first.wait(Some(rule)));
            }
            None => all.push(asked),
        }
    }
    all
}

/// Whether a kind is one question: of too many roles to ask one by one, or where one command shows all. Roles of the same
/// name in many accounts are common.
fn asked_together(each: &[Asked<'_>], kind: PerRole) -> bool {
    let of_kind = each.iter().filter(|asked| asked.per_role() == Some(kind));
    if kind != PerRole::Recorded && of_kind.clone().count() > ONE_BY_ONE {
        return true;
    }
    let mut commands = of_kind.map(Asked::command);
    let first = commands.next();
    commands.all(|other| Some(other) == first)
}

impl Asked<'_> {
    fn per_role(&self) -> Option<PerRole> {
        self.needs.first().and_then(|need| per_role(need))
    }

    fn wait(&mut self, rule: Option<&'static Rule>) {
        let new = rule.filter(|rule| !self.rules.iter().any(|known| known.id == rule.id));
        self.rules.extend(new);
    }

    /// The command that shows every need of it; `None` where each has its own.
    fn one_command(&self) -> Option<String> {
        let mut commands = self.needs.iter().map(|need| need.command());
        let first = commands.next()??;
        commands.all(|other| other.as_ref() == Some(&first)).then_some(first)
    }

    /// What it is, for people: a noun phrase.
    pub fn title(&self) -> String {
        match (self.per_role(), self.needs.as_slice()) {
            (Some(PerRole::Trust), [_, _, ..]) => format!("the trust policies of {} roles", self.needs.len()),
            (Some(PerRole::Permissions), [_, _, ..]) => {
                format!("the permission policies of {} roles", self.needs.len())
            }
            (_, needs) => needs.first().map_or("", |need| need.title()).to_owned(),
        }
    }

    /// The command of the AWS CLI that shows it; `None` where no command does.
    pub fn command(&self) -> Option<String> {
        self.one_command().or_else(|| match self.per_role()? {
            PerRole::Trust => Some("aws iam list-roles".to_owned()),
            PerRole::Permissions => {
                let policies = "LocalManagedPolicy AWSManagedPolicy";
                Some(format!("aws iam get-account-authorization-details --filter Role {policies}"))
            }
            PerRole::Recorded => None,
        })
    }

    /// What is compared once the output is supplied: whole sentences.
    pub fn compare(&self) -> String {
        let alone = self.needs.first().map_or("", |need| need.compare());
        let what = match self.per_role() {
            _ if self.one_command().is_some() => alone,
            Some(PerRole::Trust) if self.needs.len() > 1 => {
                "It shows the trust policies of all roles of an account: each role that the message offers is evaluated by its own."
            }
            Some(PerRole::Permissions) if self.needs.len() > 1 => {
                "It shows the policies of all roles of an account: those of each role that the message offers are evaluated for \
                 the service's own action."
            }
            _ => alone,
        };
        match self.accounts() {
            0 | 1 => what.to_owned(),
            count => format!(
                "{what} The roles are in {count} accounts: run it in that of the role that was chosen."
            ),
        }
    }

    /// Accounts of the roles.
    fn accounts(&self) -> usize {
        let roles = self.needs.iter().filter_map(|need| match need {
            Need::TrustPolicy { role } | Need::PermissionPolicy { role } => Some(role),
            _ => None,
        });
        roles.filter_map(|role| role.split(':').nth(4)).gathered::<BTreeSet<_>>().len()
    }

    /// Further ways to ask for the same.
    pub fn queries(&self) -> Vec<Query> {
        let Some(need) = self.needs.first() else { return Vec::new() };
        match (self.one_command(), need.command()) {
            (None, Some(text)) => {
                vec![Query { title: "Of one role alone; put in the name of the one that was chosen:", text }]
            }
            _ => need.queries(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trust(roles: &[&str]) -> Vec<Need> {
        let need = |role: &&str| Need::TrustPolicy { role: format!("arn:aws:iam::{role}") };
        roles.iter().map(need).collect()
    }

    fn questions(needs: &[Need]) -> Vec<(String, Option<String>)> {
        of_needs(needs).iter().map(|asked| (asked.title(), asked.command())).collect()
    }

    fn question(title: &str, command: &str) -> (String, Option<String>) {
        (title.to_owned(), Some(command.to_owned()))
    }

    #[test]
    fn few_roles_are_asked_about_one_by_one_and_many_by_one_command() {
        let few = trust(&["444455556666:role/A", "444455556666:role/B", "444455556666:role/A"]);
        let of = |name| question("the role's trust policy", &format!("aws iam get-role --role-name {name}"));
        assert_eq!(questions(&few), [of("A"), of("B")]);

        let mut many = trust(&["444455556666:role/A"]);
        many.push(Need::ProviderList);
        many.extend(trust(&["444455556666:role/B", "444455556666:role/C", "444455556666:role/D"]));
        let provider = question("the list of the account's SAML providers", "aws iam list-saml-providers");
        assert_eq!(
            questions(&many),
            [question("the trust policies of 4 roles", "aws iam list-roles"), provider]
        );
        let all = of_needs(&many);
        let one: Vec<_> = all.iter().flat_map(Asked::queries).map(|query| query.text).collect();
        assert_eq!(one, ["aws iam get-role --role-name A"]);
    }

    #[test]
    fn roles_of_one_name_in_several_accounts_are_one_question() {
        let needs = trust(&["444455556666:role/Admin", "777788889999:role/Admin"]);
        assert_eq!(
            questions(&needs),
            [question("the trust policies of 2 roles", "aws iam get-role --role-name Admin")]
        );
        let compare: Vec<_> = of_needs(&needs).iter().map(Asked::compare).collect();
        assert!(
            compare.iter().all(|words| words
                .ends_with("The roles are in 2 accounts: run it in that of the role that was chosen.")),
            "{compare:?}"
        );
    }
}
