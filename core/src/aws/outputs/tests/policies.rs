//! Policies, wherever they stand and however they are written.

use super::*;

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::444455556666:saml-provider/P"},"Action":"sts:AssumeRoleWithSAML","Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}]}"#;
const READ: &str = "{Version:2012-10-17 Statement:[{Effect:Allow Principal:{Federated:arn:aws:iam::444455556666:saml-provider/P} Action:sts:AssumeRoleWithSAML Condition:{StringEquals:{SAML:aud:https://signin.aws.amazon.com/saml}}}]}";

fn percent(text: &str) -> String {
    let encoded = |byte: u8| match byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(encoded).collect()
}

#[test]
fn policies_are_told_apart() {
    let cases: &[(&str, &[&str])] = &[
        (TRUST, &["trust-policy"]),
        (
            r#"{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::444455556666:saml-provider/P"},"Action":["sts:AssumeRoleWithSAML"]}"#,
            &["trust-policy"],
        ),
        (
            r#"{"Statement":[{"Effect":"Allow","Principal":{"Federated":"x"},"Action":"sts:AssumeRoleWithSAML","Resource":"*"}]}"#,
            &["trust-policy"],
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"connect:GetFederationToken","Resource":"*"}}"#,
            &["permission-policy"],
        ),
        (
            r#"{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*"}]}"#,
            &["permission-policy"],
        ),
        (r#"{"RoleName":"R","PolicyName":"p","PolicyDocument":{"Statement":[]}}"#, &["permission-policy"]),
        (
            r#"{"PolicyVersion":{"Document":{"Statement":[]},"VersionId":"v1","IsDefaultVersion":true}}"#,
            &["permission-policy"],
        ),
        (
            r#"{"Policy":{"PolicySummary":{"Name":"n","Type":"SERVICE_CONTROL_POLICY"},"Content":"{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"sts:*\",\"Resource\":\"*\"}]}"}}"#,
            &["service-control-policy"],
        ),
        (
            r#"{"Policy":{"PolicySummary":{"Name":"n","Type":"RESOURCE_CONTROL_POLICY"},"Content":"{\n  \"Statement\": []\n}"}}"#,
            &["resource-control-policy"],
        ),
        (r#"{"Policy":{"PolicySummary":{"Name":"n","Type":"TAG_POLICY"},"Content":"x"}}"#, &[]),
        (
            "Version: '2012-10-17'\nStatement:\n- Effect: Allow\n  Action: sts:TagSession\n  Principal: '*'\n",
            &["trust-policy"],
        ),
    ];
    for (paste, expected) in cases {
        assert_eq!(kinds(paste), *expected, "{paste}");
    }
}

#[test]
fn a_trust_policy_is_the_same_however_it_is_written() {
    let yaml = "Version: '2012-10-17'\n      Statement:\n      - Effect: Allow\n        Principal:\n          Federated: arn:aws:iam::444455556666:saml-provider/P\n        Action: sts:AssumeRoleWithSAML\n        Condition:\n          StringEquals:\n            SAML:aud: https://signin.aws.amazon.com/saml\n";
    let hcl = "Version = \"2012-10-17\"\nStatement = [{\nEffect = \"Allow\"\nPrincipal = { Federated = \"arn:aws:iam::444455556666:saml-provider/P\" }\nAction = \"sts:AssumeRoleWithSAML\"\nCondition = { StringEquals = { \"SAML:aud\" = \"https://signin.aws.amazon.com/saml\" } }\n}]";
    let document = "data \"aws_iam_policy_document\" \"d\" {\n statement {\n  effect = \"Allow\"\n  principals {\n   type = \"Federated\"\n   identifiers = [\"arn:aws:iam::444455556666:saml-provider/P\"]\n  }\n  actions = [\"sts:AssumeRoleWithSAML\"]\n  condition {\n   test = \"StringEquals\"\n   variable = \"SAML:aud\"\n   values = [\"https://signin.aws.amazon.com/saml\"]\n  }\n }\n}\n";
    let role = "resource \"aws_iam_role\" \"r\" {\n  name = \"R\"\n  assume_role_policy = ";
    let cases = [
        format!("{{\"Role\":{{\"RoleName\":\"R\",\"AssumeRolePolicyDocument\":{TRUST}}}}}"),
        format!("{{\"Role\":{{\"RoleName\":\"R\",\"AssumeRolePolicyDocument\":\"{}\"}}}}", percent(TRUST)),
        format!(
            "{{\"Role\":{{\"RoleName\":\"R\",\"AssumeRolePolicyDocument\":\"{}\"}}}}",
            TRUST.replace('"', "\\\"")
        ),
        format!("Role:\n  RoleName: R\n  AssumeRolePolicyDocument: '{TRUST}'\n"),
        format!("Role:\n  RoleName: R\n  AssumeRolePolicyDocument:\n      {yaml}"),
        format!(
            "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n     AssumeRolePolicyDocument:\n      {yaml}"
        ),
        format!(
            "{{\"Resources\":{{\"R\":{{\"Type\":\"AWS::IAM::Role\",\"Properties\":{{\"AssumeRolePolicyDocument\":{TRUST}}}}}}}}}"
        ),
        format!("{role}jsonencode({{\n{hcl}\n  }})\n}}\n"),
        format!("{role}<<EOF\n{TRUST}\nEOF\n}}\n"),
        format!("{role}<<-EOF\n    {TRUST}\n    EOF\n}}\n"),
        format!("{role}data.aws_iam_policy_document.d.json\n}}\n{document}"),
        document.to_owned(),
    ];
    for paste in cases {
        let (sources, output) = first(&paste);
        let source = match &output {
            Output::Role(role) => role.trust_policy.as_ref(),
            Output::CloudFormation(all) | Output::Terraform(all) => {
                all.roles.first().and_then(|role| role.trust_policy.as_ref()).or(all.trust_policies.first())
            }
            _ => None,
        };
        let source = source.unwrap_or_else(|| panic!("no trust policy in {paste}: {output:?}"));
        let mut lines = policy(source, &sources);
        // Terraform's document makes lists of single values, in an order of its own.
        if paste.contains("principals {") {
            lines = lines.replace(['[', ']'], "");
            assert!(lines.starts_with("{Version:2012-10-17 Statement:{Effect:Allow Action:sts:AssumeRoleWithSAML Principal:{Federated:arn:"), "{lines}");
            assert!(
                lines.contains("Condition:{StringEquals:{SAML:aud:https://signin.aws.amazon.com/saml}}"),
                "{lines}"
            );
        } else {
            assert_eq!(lines, READ, "{paste}");
        }
        assert!(source.unresolved.is_empty(), "{paste}");
        assert!(!source.bare_statement);
        let json = source.parse(&sources, &Limits::default());
        let audience =
            json.values().filter_map(Value::as_text).find(|text| text.value.starts_with("https:")).unwrap();
        let place = pasted(&sources, audience.span).replace("%3A", ":").replace("%2F", "/");
        assert_eq!(place, "https://signin.aws.amazon.com/saml", "{paste}");
    }
}

#[test]
fn references_are_named_and_not_guessed() {
    let cases = [
        (
            "resource \"aws_iam_role\" \"r\" {\n  assume_role_policy = jsonencode({\n    Statement = [{ Effect = \"Allow\", Principal = { Federated = aws_iam_saml_provider.p.arn }, Action = \"sts:AssumeRoleWithSAML\" }]\n  })\n}\n",
            vec!["aws_iam_saml_provider.p.arn"],
        ),
        (
            "resource \"aws_iam_role\" \"r\" {\n  assume_role_policy = jsonencode({\n    Statement = [{ Effect = \"Allow\", Principal = { Federated = \"arn:aws:iam::${var.account}:saml-provider/P\" }, Action = \"sts:AssumeRoleWithSAML\" }]\n  })\n}\n",
            vec!["${var.account}"],
        ),
        (
            "resource \"aws_iam_role\" \"r\" {\n  assume_role_policy = <<-EOF\n    {\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Federated\": \"${aws_iam_saml_provider.p.arn}\"}, \"Action\": \"sts:AssumeRoleWithSAML\", \"Resource\": \"$${aws:userid}\"}]}\n  EOF\n}\n",
            vec!["${aws_iam_saml_provider.p.arn}"],
        ),
        (
            "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Principal:\n              Federated: !Sub 'arn:aws:iam::${AWS::AccountId}:saml-provider/P'\n            Action: sts:AssumeRoleWithSAML\n",
            vec!["${AWS::AccountId}"],
        ),
        (
            "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Principal:\n              Federated: !GetAtt P.Arn\n            Action: sts:AssumeRoleWithSAML\n",
            vec!["!GetAtt P.Arn"],
        ),
        (
            r#"{"Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","Principal":{"Federated":{"Ref":"P"}},"Action":"sts:AssumeRoleWithSAML"}]}}}}}"#,
            vec![r#"{"Ref":"P"}"#],
        ),
        (
            r#"{"Resources":{"R":{"Type":"AWS::IAM::Role","Properties":{"AssumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","Principal":{"Federated":{"Fn::Sub":"arn:aws:iam::${AWS::AccountId}:saml-provider/P"}},"Action":"sts:AssumeRoleWithSAML"}]}}}}}"#,
            vec!["${AWS::AccountId}"],
        ),
    ];
    for (paste, expected) in cases {
        let (sources, output) = first(paste);
        let (Output::Terraform(all) | Output::CloudFormation(all)) = output else { panic!("{output:?}") };
        let trust = all.roles[0].trust_policy.as_ref().unwrap_or_else(|| panic!("no policy in {paste}"));
        let places: Vec<_> = trust.unresolved.iter().map(|span| pasted(&sources, *span)).collect();
        assert_eq!(places, expected, "{paste}");
        let json = trust.parse(&sources, &Limits::default());
        let again: Vec<_> = json.unresolved().collect();
        assert_eq!(again, trust.unresolved, "{paste}");
        let federated = json.values().filter(|value| value.unresolved().next().is_some()).count();
        assert_eq!(federated, 1, "{paste}");
    }
}

#[test]
fn a_document_with_statements_from_elsewhere_says_so() {
    let paste = "data \"aws_iam_policy_document\" \"d\" {\n  source_policy_documents = [var.base]\n  statement {\n    actions = [\"workspaces:Stream\"]\n    resources = [\"*\"]\n    condition {\n      test = \"StringEquals\"\n      variable = \"workspaces:userId\"\n      values = [\"&{saml:sub}\"]\n    }\n  }\n}\n";
    let (sources, Output::Terraform(all)) = first(paste) else { panic!("no file") };
    let document = &all.permission_policies[0].document;
    let names: Vec<_> = document.unresolved.iter().map(|span| pasted(&sources, *span)).collect();
    assert_eq!(names, ["var.base", "source_policy_documents"]);
    assert!(policy(document, &sources).contains("workspaces:userId:[${saml:sub}]"));
}

#[test]
fn a_role_and_a_provider_of_a_template() {
    let paste = "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Provider:\n    Type: AWS::IAM::SAMLProvider\n    Properties:\n      Name: P\n      SamlMetadataDocument: !Ref Metadata\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: !Sub '${AWS::StackName}-role'\n      MaxSessionDuration: 43200\n      Policies:\n        - PolicyName: connect\n          PolicyDocument:\n            Statement:\n              - Effect: Allow\n                Action: connect:GetFederationToken\n                Resource: '*'\n";
    let (_, Output::CloudFormation(all)) = first(paste) else { panic!("no template") };
    let (role, provider) = (&all.roles[0], &all.providers[0]);
    assert_eq!(
        (value(&role.label), value(&provider.label), value(&provider.name)),
        ("Role", "Provider", "P")
    );
    assert!(role.role_name.is_none());
    assert!(!all.is_resolved(provider.metadata.as_ref().unwrap()));
    assert!(all.is_resolved(provider.name.as_ref().unwrap()));
    assert_eq!(role.max_session_duration.unwrap().value, 43_200);
    assert_eq!(value(&all.permission_policies[0].policy_name), "connect");
}
