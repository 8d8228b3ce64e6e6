//! JSON and YAML documents by kind.

use super::*;

const ROLE: &str = r#"{"Role":{"Path":"/","RoleName":"R","RoleId":"AROAEXAMPLEEXAMPLE000","Arn":"arn:aws:iam::444455556666:role/R","MaxSessionDuration":7200,"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::444455556666:saml-provider/P"},"Action":"sts:AssumeRoleWithSAML"}]},"PermissionsBoundary":{"PermissionsBoundaryType":"Policy","PermissionsBoundaryArn":"arn:aws:iam::444455556666:policy/B"}}}"#;

#[test]
fn documents_are_recognised() {
    let cases: &[(&str, &[&str])] = &[
        (ROLE, &["role"]),
        (r#"{"Arn":"arn:aws:iam::444455556666:role/R","RoleName":"R"}"#, &["role"]),
        (r#"{"Roles":[{"Arn":"arn:aws:iam::444455556666:role/R"}]}"#, &["role-list"]),
        (r#"{"Roles":[]}"#, &["role-list"]),
        (r#"{"RoleDetailList":[{"Arn":"arn:aws:iam::444455556666:role/R"}]}"#, &["role-list"]),
        (r#"["arn:aws:iam::444455556666:role/R","arn:aws:iam::444455556666:role/S"]"#, &["role-list"]),
        ("Role:\n  Arn: arn:aws:iam::444455556666:role/R\n  RoleName: R\n", &["role"]),
        (
            r#"{"SAMLProviderList":[{"Arn":"arn:aws:iam::444455556666:saml-provider/P","ValidUntil":"2126-01-01T00:00:00Z"}]}"#,
            &["provider-list"],
        ),
        (r#"{"SAMLProviderList":[]}"#, &["provider-list"]),
        (r#"["jdoe", "asmith@example.com"]"#, &["user-names"]),
        (r#"{"RoleDetailList":[],"Policies":[]}"#, &["role-list"]),
        (r#"["arn:aws:iam::444455556666:saml-provider/P"]"#, &["provider-list"]),
        ("SAMLProviderList:\n- Arn: arn:aws:iam::444455556666:saml-provider/P\n", &["provider-list"]),
        (
            r#"{"SAMLProviderUUID":"ABCDEFGHIJKLMNOPQRSTUV","AssertionEncryptionMode":"Allowed"}"#,
            &["saml-provider"],
        ),
        (
            r#"{"UserSummaryList":[{"Id":"1","Arn":"arn:aws:connect:us-east-1:444455556666:instance/i/agent/1","Username":"jdoe"}]}"#,
            &["connect-users"],
        ),
        (
            r#"{"User":{"Id":"1","Arn":"arn:aws:connect:us-east-1:444455556666:instance/i/agent/1","Username":"jdoe"}}"#,
            &["connect-users"],
        ),
        (r#"[{"Id":"1","Username":"jdoe"}]"#, &["connect-users"]),
        (
            r#"{"Users":[{"IdentityStoreId":"d-1234567890","UserId":"1","UserName":"jdoe@example.com"}]}"#,
            &["identity-center-users"],
        ),
        (
            r#"{"UserName":"jdoe","UserId":"1","IdentityStoreId":"d-1234567890","DisplayName":"J"}"#,
            &["identity-center-users"],
        ),
        (
            r#"{"Users":[{"UserName":"jdoe","UserId":"AIDA","Arn":"arn:aws:iam::444455556666:user/jdoe"}]}"#,
            &[],
        ),
        (
            r#"{"Instance":{"Id":"1","IdentityManagementType":"SAML","InstanceAlias":"a"}}"#,
            &["connect-instance"],
        ),
        (r#"{"InstanceSummaryList":[{"Id":"1","InstanceAlias":"a"}]}"#, &["connect-instance"]),
        (
            r#"{"eventVersion":"1.08","eventName":"AssumeRoleWithSAML","eventSource":"sts.amazonaws.com"}"#,
            &["cloudtrail"],
        ),
        (
            r#"{"Records":[{"eventName":"AssumeRoleWithSAML","eventTime":"2026-01-15T10:00:00Z"}]}"#,
            &["cloudtrail"],
        ),
        (
            r#"{"Events":[{"EventName":"AssumeRoleWithSAML","CloudTrailEvent":"{\"eventName\":\"AssumeRoleWithSAML\",\"eventTime\":\"2026-01-15T10:00:00Z\"}"}]}"#,
            &["cloudtrail", "cloudtrail"],
        ),
        (
            r#"{"time":"2026-01-15T10:00:00Z","user":"jdoe","errorCode":"AccessDenied","errorMessage":"x"}"#,
            &["cloudtrail"],
        ),
        (
            "{\"time\":\"t\",\"errorCode\":null,\"errorMessage\":null}\n{\"time\":\"t\",\"errorCode\":\"AccessDenied\",\"errorMessage\":\"x\"}",
            &["cloudtrail", "cloudtrail"],
        ),
        (
            r#"{"QueryStatus":"FINISHED","QueryResultRows":[[{"eventTime":"t"},{"errorCode":"AccessDenied"}]]}"#,
            &["cloudtrail"],
        ),
        (
            r#"{"Workspaces":[{"WorkspaceId":"ws-1","DirectoryId":"d-1","UserName":"jdoe","State":"AVAILABLE"}]}"#,
            &["workspaces"],
        ),
        (
            r#"{"Directories":[{"DirectoryId":"d-1","RegistrationCode":"WSpdx+ABC123","SamlProperties":{"Status":"ENABLED"}}]}"#,
            &["workspaces-directories"],
        ),
        (
            r#"{"Stacks":[{"Name":"s","Arn":"arn:aws:appstream:us-east-1:444455556666:stack/s"}]}"#,
            &["appstream-stacks"],
        ),
        (
            r#"{"Entitlements":[{"Name":"e","StackName":"s","AppVisibility":"ALL"}]}"#,
            &["appstream-entitlements"],
        ),
        (r#"{"PolicyNames":["a"]}"#, &["role-policies"]),
        (
            r#"{"AttachedPolicies":[{"PolicyName":"a","PolicyArn":"arn:aws:iam::aws:policy/a"}]}"#,
            &["role-policies"],
        ),
    ];
    for (paste, expected) in cases {
        assert_eq!(kinds(paste), *expected, "{paste}");
    }
}

#[test]
fn what_resembles_them_is_nothing() {
    for paste in [
        r#"{"Role":"admin"}"#,
        r#"{"User":{"UserName":"jdoe","Arn":"arn:aws:iam::444455556666:user/jdoe"}}"#,
        r#"{"Events":[{"Message":"x"}]}"#,
        r#"{"Records":[{"eventSource":"aws:s3"}]}"#,
        r#"{"Stacks":[{"StackName":"s","StackId":"arn:aws:cloudformation:us-east-1:444455556666:stack/s/1"}]}"#,
        r#"{"Instance":{"InstanceId":"i-1"}}"#,
        r#"{"Entitlements":[{"Name":"e"}]}"#,
        r#"{"Directories":[{"Name":"/home"}]}"#,
        r#"{"errorCode":"AccessDenied"}"#,
        r#"["arn:aws:iam::444455556666:role/R","arn:aws:s3:::b"]"#,
        r#"{"Version":"2012-10-17"}"#,
        r#"{"Policy":{"Arn":"arn:aws:iam::444455556666:policy/a"}}"#,
        "{}",
        "[]",
        "[[[]]]",
        "Role: none\nArn: x\n",
    ] {
        assert_eq!(kinds(paste), [""; 0], "{paste}");
    }
}

#[test]
fn a_role_has_its_fields() {
    let (sources, Output::Role(role)) = first(ROLE) else { panic!("no role") };
    assert_eq!((value(&role.arn), value(&role.path)), ("arn:aws:iam::444455556666:role/R", "/"));
    assert_eq!(value(&role.permissions_boundary), "arn:aws:iam::444455556666:policy/B");
    let duration = role.max_session_duration.unwrap();
    assert_eq!((duration.value, pasted(&sources, duration.span)), (7200, "7200"));
    let trust = role.trust_policy.unwrap();
    assert!(pasted(&sources, trust.span).starts_with("{\"Version\""));
}

#[test]
fn pages_are_told_from_whole_lists() {
    let user =
        r#"{"Id":"1","Arn":"arn:aws:connect:us-east-1:444455556666:instance/i/agent/1","Username":"jdoe"}"#;
    for (paste, expected) in [
        (format!(r#"{{"UserSummaryList":[{user}]}}"#), Listing::Whole),
        (format!(r#"{{"UserSummaryList":[{user}],"NextToken":"abc"}}"#), Listing::Page),
        (format!("[{user}]"), Listing::Excerpt),
    ] {
        let (_, Output::ConnectUsers(users)) = first(&paste) else { panic!("no users") };
        assert_eq!((users.listing, value(&users.users[0].username)), (expected, "jdoe"), "{paste}");
        assert_eq!(users.next_token.is_some(), expected == Listing::Page);
    }
}

#[test]
fn an_event_has_its_fields() {
    let event = r#"{"eventVersion":"1.08","userIdentity":{"type":"SAMLUser","principalId":"q=:jdoe","userName":"jdoe","identityProvider":"q="},"eventTime":"2026-01-15T10:00:30Z","eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithSAML","awsRegion":"us-east-1","sourceIPAddress":"192.0.2.1","errorCode":"AccessDenied","errorMessage":"Not authorized to perform sts:AssumeRoleWithSAML","requestParameters":{"sAMLAssertionID":"_a","roleSessionName":"jdoe","durationSeconds":3600,"roleArn":"arn:aws:iam::444455556666:role/R","principalArn":"arn:aws:iam::444455556666:saml-provider/P","principalTags":{"Team":"x"},"transitiveTagKeys":["Team"]},"responseElements":{"issuer":"https://idp.example.com","nameQualifier":"q=","subject":"jdoe","subjectType":"persistent","audience":"https://signin.aws.amazon.com/saml"},"tlsDetails":{"clientProvidedHostHeader":"sts.us-east-1.amazonaws.com"}}"#;
    let escaped = event.replace('"', "\\\"");
    for paste in [
        event.to_owned(),
        format!("{{\"Records\":[{event}]}}"),
        format!("{{\"Events\":[{{\"Username\":\"jdoe\",\"CloudTrailEvent\":\"{escaped}\"}}]}}"),
        format!("Events:\n- EventName: AssumeRoleWithSAML\n  CloudTrailEvent: '{event}'\n"),
    ] {
        let (sources, outputs) = outputs(&paste);
        let Some(Output::CloudTrail(trail)) = outputs.last() else { panic!("no event in {paste}") };
        let event = &trail.events[0];
        assert_eq!(value(&event.error_code), "AccessDenied");
        assert_eq!(value(&event.request.saml_assertion_id), "_a");
        assert_eq!(value(&event.response.audience), "https://signin.aws.amazon.com/saml");
        assert_eq!(value(&event.identity.identity_provider), "q=");
        assert_eq!(value(&event.client_provided_host_header), "sts.us-east-1.amazonaws.com");
        assert_eq!(event.request.principal_tags[0].1.value, "x");
        assert_eq!(pasted(&sources, event.request.duration_seconds.unwrap().span), "3600");
        assert_eq!(pasted(&sources, event.response.subject_type.as_ref().unwrap().span), "persistent");
    }
}

#[test]
fn a_string_knows_the_document_that_holds_it() {
    let paste = r#"{"SAMLMetadataDocument":"<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"e\"/>","ValidUntil":"2126-01-01T00:00:00Z"}"#;
    let mut sources = Sources::default();
    let root = sources.push("paste", paste.as_bytes().to_vec(), None);
    let leaves = peel(&mut sources, root, &Limits::default()).leaves;
    let [document, metadata] = leaves.as_slice() else { panic!("{leaves:?}") };
    let held = metadata.context.held.as_ref().unwrap();
    assert_eq!((held.by, value(&held.member)), (document.span, "SAMLMetadataDocument"));
    let Some(Output::SamlProvider(provider)) = recognise(document, &sources, &Limits::default()) else {
        panic!()
    };
    assert_eq!(value(&provider.valid_until), "2126-01-01T00:00:00Z");
}

#[test]
fn workspaces_and_appstream_have_their_fields() {
    let (_, Output::WorkSpacesDirectories(list)) = first(
        r#"{"Directories":[{"DirectoryId":"d-1","RegistrationCode":"WSpdx+ABC123","SamlProperties":{"Status":"DISABLED","UserAccessUrl":"https://idp.example.com","RelayStateParameterName":"RelayState"}}]}"#,
    ) else {
        panic!("no directory")
    };
    let one = &list.directories[0];
    assert_eq!((value(&one.saml_status), value(&one.relay_state_parameter_name)), ("DISABLED", "RelayState"));
    let (_, Output::AppStreamEntitlements(list)) = first(
        r#"{"Entitlements":[{"Name":"e","StackName":"s","AppVisibility":"ASSOCIATED","Attributes":[{"Name":"roles","Value":"x"}]}]}"#,
    ) else {
        panic!("no entitlement")
    };
    assert_eq!(list.entitlements[0].attributes[0].0.value, "roles");
}
