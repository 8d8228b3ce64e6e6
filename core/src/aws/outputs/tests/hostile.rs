//! Outputs that nobody prints: they cost no more than their length, and nothing is taken twice.

use super::*;

const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"connect:GetFederationToken","Resource":"*"}]}"#;
const MANAGED: &str = "arn:aws:iam::444455556666:policy/M";

fn details(role: &str, policies: &str) -> String {
    format!(
        r#"{{"RoleDetailList":[{{"Arn":"arn:aws:iam::444455556666:role/R","RoleName":"R",{role}}}],"Policies":[{policies}]}}"#
    )
}

fn roles(paste: &str) -> Roles {
    let (_, Output::Roles(roles)) = first(paste) else { panic!("no roles") };
    roles
}

#[test]
fn a_policy_attached_a_thousand_times_is_one() {
    let attached = format!(r#"{{"PolicyName":"M","PolicyArn":"{MANAGED}"}}"#);
    let attached = vec![attached; 10_000].join(",");
    let managed = format!(
        r#"{{"Arn":"{MANAGED}","PolicyVersionList":[{{"IsDefaultVersion":false,"Document":{{}}}},{{"IsDefaultVersion":true,"Document":{POLICY}}}]}}"#
    );
    let found = roles(&details(&format!(r#""AttachedManagedPolicies":[{attached}]"#), &managed));
    assert_eq!((found.policies.len(), found.named[0].policies.len()), (1, 1));
    assert_eq!(found.policies[0].role_arn.as_ref().unwrap().as_str(), "arn:aws:iam::444455556666:role/R");
}

#[test]
fn many_inline_policies_are_read_from_one_tree() {
    let inline = format!(r#"{{"PolicyName":"I","PolicyDocument":{POLICY}}}"#);
    let paste = details(&format!(r#""RolePolicyList":[{}]"#, vec![inline; 5_000].join(",")), "");
    let (sources, Output::Roles(found)) = first(&paste) else { panic!("no roles") };
    let documents = found.policies.iter().map(|policy| &policy.document);
    let read = PolicySource::read_all(documents, &sources, &Limits::default());
    assert!(read.len() == 5_000 && read.iter().all(|document| document.statements.len() == 1));
}

#[test]
fn what_is_of_another_shape_is_left_out() {
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    for role in [
        r#""RolePolicyList":{"PolicyName":"I"}"#.to_owned(),
        r#""RolePolicyList":[null,1,"x",[],{}]"#.to_owned(),
        r#""AttachedManagedPolicies":[{"PolicyArn":1},{"PolicyArn":null}],"AttachedManagedPolicies":[]"#
            .to_owned(),
        format!(r#""RolePolicyList":[{{"PolicyName":"I","PolicyDocument":{deep}}}]"#),
    ] {
        let found = outputs(&details(&role, r#"null,{"Arn":[]},{"PolicyVersionList":{}}"#)).1;
        let policies = found.iter().map(|output| match output {
            Output::Roles(roles) => roles.policies.len(),
            _ => 0,
        });
        assert_eq!(policies.sum::<usize>(), 0, "{}", role.chars().take(60).collect::<String>());
    }
}

#[test]
fn long_frames_and_columns_end() {
    let frame = "-".repeat(400_000);
    assert_eq!(kinds(&format!("{frame}\n| ListRoles |\n{frame}")), ["cli-table"]);
    assert_eq!(kinds(&format!("{frame}\n|{}|", " ".repeat(400_000))), [""; 0]);
    let names = vec!["jdoe"; 100_000].join("\t");
    assert_eq!(kinds(&names), ["user-names"]);
    assert_eq!(kinds(&format!("{names}\tno name")), [""; 0]);
}
