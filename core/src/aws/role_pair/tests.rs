//! Examples of role pairs, right and wrong; the code they hold is in the module above.

use super::*;
use proptest::prelude::*;

const R: &str = "arn:aws:iam::444455556666:role/Admin";
const P: &str = "arn:aws:iam::444455556666:saml-provider/Okta";

fn faults(value: &str) -> Vec<(PairFaultKind, &str)> {
    RolePair::read(value)
        .faults
        .into_iter()
        .map(|fault| (fault.kind, value.get(fault.range).unwrap()))
        .collect()
}

#[test]
fn both_orders_are_read() {
    for (value, order) in
        [(format!("{R},{P}"), PairOrder::RoleFirst), (format!("{P},{R}"), PairOrder::ProviderFirst)]
    {
        let pair = RolePair::read(&value);
        assert_eq!((pair.order(), pair.is_grammatical()), (Some(order), true), "{value}");
        assert_eq!((pair.role().unwrap().text(), pair.provider().unwrap().text()), (R, P));
    }
}

#[test]
fn a_comma_in_a_role_name_is_no_separator() {
    let value = format!("{R},x,{P}");
    let pair = RolePair::read(&value);
    assert_eq!(pair.role().unwrap().resource_name(), "Admin,x");
    assert_eq!(faults(&value), [(PairFaultKind::CommaInRoleName, "Admin,x")]);
    assert!(pair.is_grammatical());
}

#[test]
fn each_fault_is_found_where_it_stands() {
    use PairFaultKind::*;
    let cases: Vec<(String, Vec<(PairFaultKind, &str)>)> = vec![
        ("".into(), vec![(Empty, "")]),
        (" \n".into(), vec![(Empty, " \n")]),
        ("Admin,Okta".into(), vec![(NoArn, "Admin,Okta")]),
        (R.into(), vec![(OneArn(ArnKind::Role), R)]),
        (format!("{R},Okta"), vec![(OneArn(ArnKind::Role), "arn:aws:iam::444455556666:role/Admin,Okta")]),
        (format!("{R},{P},{P}"), vec![(TooManyArns(3), P)]),
        (format!("{R},{R}"), vec![(TwoRoles, R)]),
        (format!("{P},{P}"), vec![(TwoProviders, P)]),
        (format!(" {R},{P}"), vec![(LeadingWhiteSpace, " ")]),
        (format!("{R},{P}\n  "), vec![(TrailingWhiteSpace, "\n  ")]),
        (format!("{R},{P}\u{200B}"), vec![(TrailingWhiteSpace, "\u{200B}")]),
        (format!("{R}, {P}"), vec![(SpaceAtComma, " ")]),
        (format!("{R} ,{P}"), vec![(SpaceAtComma, " ")]),
        (format!("{R},\n  {P}"), vec![(LineBreak, "\n  ")]),
        (format!("{R}{P}"), vec![(MissingComma, "")]),
        (format!("{R} {P}"), vec![(SpaceInsteadOfComma, " ")]),
        (format!("{R};{P}"), vec![(WrongSeparator(';'), ";")]),
        (format!("{R}|{P}"), vec![(WrongSeparator('|'), "|")]),
        (format!("{R}，{P}"), vec![(WrongSeparator('，'), "，")]),
        (format!("{R},,{P}"), vec![(DoubledComma, ",,")]),
        (format!("{R},{P},"), vec![(StrayComma, ",")]),
        (format!(",{R},{P}"), vec![(StrayComma, ",")]),
        (format!("\"{R},{P}\""), vec![(Quoted, "\""), (Quoted, "\"")]),
        (format!("{R}%2C{P}"), vec![(PercentEncoded, "%2C")]),
        (format!("{R}&#44;{P}"), vec![(EntityLeftover, "&#44;")]),
        (format!("{R},{}", P.replace("4444", "7777")), vec![(AccountMismatch, "777755556666")]),
        (format!("{R},{}", P.replace("aws", "aws-cn")), vec![(PartitionMismatch, "aws-cn")]),
        (
            format!("{},{P}", R.replace("Admin", "AWSReservedSSO_Admin_0123")),
            vec![(ReservedSsoRole, "AWSReservedSSO_Admin_0123")],
        ),
        (
            format!("{R},{}", P.replace("Okta", "AWSSSO_0123_DO_NOT_DELETE")),
            vec![(IdentityCenterProvider, "AWSSSO_0123_DO_NOT_DELETE")],
        ),
        (format!("Role={R},{P}"), vec![(ExtraText, "Role=")]),
    ];
    for (value, expected) in cases {
        assert_eq!(faults(&value), expected, "{value}");
    }
}

#[test]
fn a_lost_prefix_still_begins_an_arn() {
    let value = format!("aws:iam::444455556666:role/Admin,{P}");
    let pair = RolePair::read(&value);
    assert_eq!(pair.order(), Some(PairOrder::RoleFirst));
    assert_eq!(pair.role().unwrap().text(), "aws:iam::444455556666:role/Admin");
    assert!(!pair.is_grammatical());
}

proptest! {
    #[test]
    fn nothing_panics(value in "(arn:|aws:|iam::|444455556666:|role/|saml-provider/|,|;|%2C|&amp;|\\PC|\\s){0,16}") {
        let pair = RolePair::read(&value);
        for range in pair.faults.iter().map(|fault| &fault.range).chain(pair.arns.iter().map(|arn| &arn.range)) {
            prop_assert!(value.get(range.clone()).is_some());
        }
    }
}
