//! Texts that are no document.

use super::*;

#[test]
fn texts_are_recognised() {
    let cases: &[(&str, &[&str])] = &[
        ("jdoe\nasmith@example.com\nb.jones\n", &["user-names"]),
        ("\"jdoe\",\n\"asmith\"\n", &["user-names"]),
        ("jdoe@example.com", &["user-names"]),
        ("            \"Username\": \"jdoe\",\n", &["connect-users"]),
        (
            "  \"Arn\": \"arn:aws:connect:us-east-1:444455556666:instance/i/agent/1\",\n  \"Username\": \"jdoe\"\n--\n  \"Username\": \"JDoe\",\n",
            &["connect-users"],
        ),
        (
            "https://us-east-1.console.aws.amazon.com/connect/federate/12345678-1234-1234-1234-123456789012",
            &["relay-state"],
        ),
        (
            "\nhttps://workspaces.euc-sso.us-east-1.aws.amazon.com/sso-idp?registrationCode=WSpdx%2BABC123\n",
            &["relay-state"],
        ),
        (
            "aws sts assume-role-with-saml \\\n  --role-arn arn:aws:iam::444455556666:role/R \\\n  --principal-arn arn:aws:iam::444455556666:saml-provider/P \\\n  --saml-assertion file://response.b64\n",
            &["cli-arguments"],
        ),
        (
            "SAMLPROVIDERLIST\tarn:aws:iam::444455556666:saml-provider/P\t2026-01-01T00:00:00Z\t2126-01-01T00:00:00Z\n",
            &["provider-list"],
        ),
        (
            "USERSUMMARYLIST\tarn:aws:connect:us-east-1:444455556666:instance/i/agent/1\t1\tus-east-1\t2026-01-01T00:00:00Z\tjdoe\n",
            &["connect-users"],
        ),
        (
            "ROLE\tarn:aws:iam::444455556666:role/R\t2026-01-01T00:00:00Z\t3600\t/\tAROAEXAMPLEEXAMPLE000\tR\n",
            &["role"],
        ),
        (
            "INSTANCE\tarn:aws:connect:us-east-1:444455556666:instance/11111111-2222-3333-4444-555555555555\t2026-01-01T00:00:00Z\t11111111-2222-3333-4444-555555555555\tSAML\tTrue\texample\tACTIVE\tTrue\n",
            &["connect-instance"],
        ),
        // What `--query` picked out.
        ("arn:aws:iam::444455556666:role/R\tarn:aws:iam::444455556666:role/S\n", &["role-list"]),
        (
            "arn:aws:iam::444455556666:saml-provider/P\tarn:aws:iam::444455556666:saml-provider/Q",
            &["provider-list"],
        ),
        ("jdoe\tasmith@example.com\n", &["user-names"]),
        ("arn:aws:iam::444455556666:saml-provider/P\n", &["provider-list"]),
        ("- arn:aws:iam::444455556666:role/R\n- arn:aws:iam::444455556666:role/S\n", &["role-list"]),
        (
            "$ aws iam list-roles\nRoles:\n- Arn: arn:aws:iam::444455556666:role/R\n  RoleName: R\n",
            &["role-list"],
        ),
        ("{\"Stacks\": []}", &["appstream-stacks"]),
        ("---------------\n|  ListRoles  |\n+-------------+\n||   Roles   ||\n", &["cli-table"]),
        ("<ds:X509Certificate>MIIDpDCCAoygAwIBAgIGAXs\nAbCdEfGhIjKl\n", &["certificate-fragment"]),
        (
            "      <ds:X509Certificate>MIIDpDCCAoygAwIBAgIGAXs\n--\n      <ds:X509Certificate>MIIDpDCCAoygAwIBAgIGAXs\n",
            &["certificate-fragment"],
        ),
    ];
    for (paste, expected) in cases {
        assert_eq!(kinds(paste), *expected, "{paste}");
    }
}

#[test]
fn what_resembles_them_is_nothing() {
    for paste in [
        "hello",
        "hello there\njdoe",
        "example.com",
        "12345678-1234-1234-1234-123456789012\n12345678-1234-1234-1234-123456789013",
        "444455556666\n777788889999",
        "https://example.com/",
        "https://signin.aws.amazon.com/saml",
        "see https://us-east-1.console.aws.amazon.com/connect/home",
        "\"Name\": \"jdoe\",",
        "\"Id\": \"1\",",
        "aws is a cloud",
        "NAME\tarn:aws:iam::444455556666:role/R",
        "arn:aws:iam::444455556666:role/R\tarn:aws:iam::444455556666:saml-provider/P",
        "-----\n| a b |\n-----",
        "| ListRoles |\n+-----------+",
        "<X509Certificate>",
        "<a>X509Certificate></a>",
    ] {
        assert_eq!(kinds(paste), [""; 0], "{paste}");
    }
}

#[test]
fn a_command_has_its_options() {
    let paste = "$ aws sts assume-role-with-saml \\\n    --role-arn arn:aws:iam::444455556666:role/R \\\n    --principal-arn='arn:aws:iam::444455556666:saml-provider/P' --duration-seconds \"43200\" --debug | jq .\n--role-arn x\n";
    let (sources, Output::CliArguments(command)) = first(paste) else { panic!("no command") };
    assert_eq!((command.service.as_str(), command.operation.as_str()), ("sts", "assume-role-with-saml"));
    assert_eq!(command.get("role-arn").unwrap().as_str(), "arn:aws:iam::444455556666:role/R");
    let duration = command.get("duration-seconds").unwrap();
    assert_eq!((duration.as_str(), pasted(&sources, duration.span)), ("43200", "43200"));
    assert_eq!((command.options.len(), command.get("debug")), (4, None));
}

#[test]
fn a_command_begins_behind_a_prompt_and_variables() {
    for begin in [
        "$ aws --region eu-west-1 --debug",
        "AWS_REGION=eu-west-1 aws",
        "ana@host:~$ aws",
        "PS C:\\x> aws",
        "aws.exe --profile=p",
    ] {
        let (_, Output::CliArguments(command)) =
            first(&format!("{begin} sts assume-role-with-saml --role-arn r\n"))
        else {
            panic!("{begin}")
        };
        assert_eq!(command.get("role-arn").unwrap().as_str(), "r", "{begin}");
    }
}

#[test]
fn a_list_that_goes_on_is_a_part() {
    let row =
        "USERSUMMARYLIST\tarn:aws:connect:us-east-1:444455556666:instance/i/agent/1\t1\tus-east-1\tt\tjdoe";
    let cases = [
        (format!("{row}\n"), Listing::Whole),
        (format!("False\n{row}\n"), Listing::Whole),
        (format!("$ aws connect list-users --output text\n{row}\n$\n"), Listing::Whole),
        (format!("{row}\nNEXTTOKEN\teyJOZXh0VG9rZW4iOiBudWxs\n"), Listing::Page),
        (format!("AYAD\n{row}\n"), Listing::Page),
        (format!("True\tAAA\n{row}\n"), Listing::Page),
        (format!("$ aws connect list-users --output text | head -1\n{row}\n"), Listing::Excerpt),
        (format!("$ aws connect list-users --output text \\\n | grep jd\n{row}\n"), Listing::Excerpt),
    ];
    for (paste, expected) in cases {
        let (_, Output::ConnectUsers(users)) = first(&paste) else { panic!("{paste}") };
        assert_eq!(users.listing, expected, "{paste}");
    }
}

#[test]
fn a_command_says_whose_its_output_is() {
    let policy = r#"{"Statement":[{"Effect":"Allow","Principal":{"Federated":"p"},"Action":"sts:AssumeRoleWithSAML"}]}"#;
    let cases = [
        (format!("$ aws iam get-role --role-name R --query Role.AssumeRolePolicyDocument\n{policy}\n"), "R"),
        (format!("aws iam create-role --assume-role-policy-document '{policy}' --role-name R"), "R"),
        (format!("$ aws iam get-role \\\n  --role-name R\n{policy}\n"), "R"),
        (format!("$ aws iam get-role --role-name $ROLE\n{policy}\n"), "-"),
        (format!("the policy of role-name R\n{policy}\n"), "-"),
    ];
    for (paste, expected) in cases {
        let policies: Vec<_> = outputs(&paste)
            .1
            .into_iter()
            .filter_map(|output| match output {
                Output::TrustPolicy(policy) => Some(policy),
                _ => None,
            })
            .collect();
        assert_eq!(policies.len(), 1, "{paste}");
        assert_eq!(value(&policies[0].role_name), expected, "{paste}");
    }
}

#[test]
fn rows_have_their_columns() {
    let (_, Output::Role(role)) = first(
        "ROLE\tarn:aws:iam::444455556666:role/a/R\t2026-01-01T00:00:00Z\twhy\t7200\t/a/\tAROAEXAMPLEEXAMPLE000\tR\n",
    ) else {
        panic!()
    };
    assert_eq!(
        (value(&role.role_name), value(&role.path), role.max_session_duration.unwrap().value),
        ("R", "/a/", 7200)
    );
    let (_, Output::ConnectUsers(users)) = first(
        "NEXTTOKEN\tabc\nUSERSUMMARYLIST\tarn:aws:connect:us-east-1:444455556666:instance/i/agent/1\t1\tus-east-1\tt\tjdoe\n",
    ) else {
        panic!()
    };
    assert_eq!((users.listing, value(&users.users[0].username)), (Listing::Page, "jdoe"));
}

#[test]
fn a_certificate_is_complete_or_cut() {
    let paste = "<ds:X509Certificate>\nMIIDpDCCAoygAwIBAgIGAXs\n</ds:X509Certificate>\n--\n<ds:X509Certificate>MIIDpDCCAoygAwIBAgIGAXt";
    let (_, all) = outputs(paste);
    let fragments: Vec<_> = all
        .iter()
        .filter_map(|output| match output {
            Output::CertificateFragments(fragments) => Some(fragments),
            _ => None,
        })
        .flatten()
        .map(|fragment| (fragment.base64.as_str(), fragment.complete))
        .collect();
    assert_eq!(fragments, [("MIIDpDCCAoygAwIBAgIGAXs", true), ("MIIDpDCCAoygAwIBAgIGAXt", false)]);
}

#[test]
fn a_message_in_a_command_is_found_and_the_command_kept() {
    let paste = "aws sts assume-role-with-saml --role-arn arn:aws:iam::444455556666:role/R --saml-assertion PGEgYj0iYyIvPg== --principal-arn x";
    let (_, Output::CliArguments(command)) = first(paste) else { panic!("no command") };
    assert_eq!(command.get("principal-arn").unwrap().as_str(), "x");
}

proptest::proptest! {
    #[test]
    fn anything_is_looked_at(text in "[a-z\"{}\\[\\]:=<>@.\t\n, !\\\\é-]{0,80}") {
        let (sources, outputs) = outputs(&text);
        for output in outputs {
            if let Output::UserNames(names) = output {
                proptest::prop_assert!(names.names.iter().all(|name| sources.excerpt(name.span) == name.value));
            }
        }
    }
}
