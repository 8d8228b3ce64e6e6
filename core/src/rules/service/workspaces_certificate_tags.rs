crate::declare_rule! {
    /// Certificate-based authentication is on, and the tags that it needs are missing.
    ///
    /// ## Why it matters
    /// With certificate-based authentication the user's name and identifier for the certificate come from the session tags:
    /// `PrincipalTag:UserPrincipalName` in the form `user@domain`, and `PrincipalTag:ObjectSid`, which has been mandatory since
    /// 10 September 2025 (KB5014754). Without them the WorkSpace asks for a password as before.
    ///
    /// ## What to do
    /// Map both from the directory: `userPrincipalName` and `objectSid`.
    ///
    /// ## Fires
    /// ```xml base=workspaces service=workspaces without=AttributeStatement in=Assertion
    /// «<saml:AttributeStatement>»<saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><saml:AttributeValue>arn:aws:iam::444455556666:role/WorkSpacesUsers,arn:aws:iam::444455556666:saml-provider/ExampleIdP</saml:AttributeValue></saml:Attribute><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><saml:AttributeValue>ana.lopez</saml:AttributeValue></saml:Attribute><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Email"><saml:AttributeValue>ana.lopez@example.com</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-1", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED"}, "CertificateBasedAuthProperties": {"Status": "ENABLED"}}]}
    /// ```
    /// > the directory uses certificates, and the assertion has no `PrincipalTag:UserPrincipalName`
    ///
    /// ## Does not fire
    /// ```xml base=workspaces service=workspaces
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"Directories": [{"DirectoryId": "d-1", "RegistrationCode": "WSpdx+ABC123", "SamlProperties": {"Status": "ENABLED"}, "CertificateBasedAuthProperties": {"Status": "DISABLED"}}]}
    /// ```
    "workspaces-certificate-tags" {
        title: "no tags for the user's certificate",
        severity: Warning,
        stage: Service,
        needs: [],
        explains: [],
        cites: [(
            "Amazon WorkSpaces Administration Guide",
            "Certificate-based authentication: Enable certificate-based authentication",
            "https://aws.amazon.com/SAML/Attributes/PrincipalTag:UserPrincipalName"
        )],
        predicts: ["E35"],
    }
}

use super::{directory, tagged};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let assertion = cx.role_assertion()?;
    let (known, item) = directory::of_message(cx)?;
    let status = known.certificate_based_auth_status.as_ref()?;
    out.used(item, "It says whether the directory uses certificates.");
    if status.as_str() != "ENABLED" {
        return Some(Checked);
    }
    let statement = assertion.attribute_statements.first().copied().unwrap_or(assertion.tag);
    for key in ["UserPrincipalName", "ObjectSid"] {
        let tag = format!("PrincipalTag:{key}");
        let (at, words) = match tagged::value(cx, key) {
            None => {
                (statement, say!["the directory uses certificates, and the assertion has no ", code(&tag)])
            }
            Some(value) if !fits(key, value.as_str().trim()) => (
                value.trimmed().1,
                say![
                    "the directory uses certificates, and ",
                    code(&tag),
                    " is ",
                    code(value.as_str().trim())
                ],
            ),
            Some(_) => continue,
        };
        out.find(at, words)
            .confidence(Confidence::Likely)
            .expected(code(if key == "ObjectSid" { "S-1-5-21-…" } else { "user@domain" }))
            .related(status.span, "the directory uses certificates")
            .fix_at_idp(
                Setting::PrincipalTag,
                "Map userPrincipalName and objectSid from the directory to these tags.",
            );
    }
    Some(Checked)
}

fn fits(key: &str, value: &str) -> bool {
    match key {
        "ObjectSid" => value.starts_with("S-1-"),
        _ => value.split_once('@').is_some_and(|(user, domain)| !user.is_empty() && domain.contains('.')),
    }
}
