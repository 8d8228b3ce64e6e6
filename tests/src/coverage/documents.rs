//! The five documents that the project began with: each of their errors, symptoms, questions and pieces of advice.
//!
//! It deliberately quotes no more of them than the heading or the error text.

pub struct Document {
    pub id: &'static str,
    pub title: &'static str,
    pub errors: &'static [Row],
    pub questions: &'static [Row],
}

pub struct Row {
    pub heading: &'static str,
    /// Whether the heading is the document's own text or question, so that it has to be recognised.
    pub quoted: bool,
    /// The pages for it, the first the one that has to be found.
    pub pages: &'static [&'static str],
}

/// A text or a question as the document prints it.
const fn quoted(heading: &'static str, pages: &'static [&'static str]) -> Row {
    Row { heading, quoted: true, pages }
}

/// What the document says in a sentence.
const fn said(heading: &'static str, pages: &'static [&'static str]) -> Row {
    Row { heading, quoted: false, pages }
}

pub const DOCUMENTS: &[Document] = &[
    Document {
        id: "S000",
        title: "AWS re:Post, configure SAML 2.0 in Amazon WorkSpaces",
        errors: &[
            quoted(
                "Not authorized to perform sts:AssumeRoleWithSAML (Service: AWSSecurityTokenV20111201; Status Code: 403; Error Code: AccessDenied; Request ID: a1b2c3d4-5678-90ab-cdef-EXAMPLE11111; Proxy: null). Please try again.",
                &["E05"],
            ),
            quoted(
                "Specified provider doesn't exist (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlManifestNotFoundException; Request ID: a1b2c3d4-5678-90ab-cdef-EXAMPLE11111; Proxy: null) (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: InvalidIdentityToken; Request ID: a1b2c3d4-5678-90ab-cdef-EXAMPLE22222; Proxy: null). Please try again.",
                &["E08"],
            ),
            quoted(
                "Request ARN is invalid (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: ValidationError; Request ID: a1b2c3d4-5678-90ab-cdef-EXAMPLE11111; Proxy: null). Please try again.",
                &["E09"],
            ),
            quoted(
                "RoleSessionName is required in AuthnResponse (Service: AWSSecurityTokenV20111201; Status Code: 400; Error Code: InvalidIdentityToken; Request ID: a1b2c3d4-5678-90ab-cdef-EXAMPLE11111; Proxy: null). Please try again.",
                &["E02"],
            ),
            quoted("Your request included an invalid SAML response. To log out, click here", &["E01"]),
            said(
                "A Not authorized, a Specified provider or a Request ARN error: role and provider values",
                &["E05", "E08", "E09"],
            ),
            said("A RoleSessionName or an invalid SAML response error: claims rules", &["E02", "E01"]),
        ],
        questions: &[
            said(
                "I want to use an identity provider to configure SAML 2.0 in Amazon WorkSpaces",
                &["workspaces-setup"],
            ),
            said(
                "These fields are case sensitive and don't support special characters",
                &["E09", "workspaces-setup"],
            ),
            said("Activate SAML 2.0 integration in your WorkSpaces directory", &["workspaces-directory"]),
        ],
    },
    Document {
        id: "S001",
        title: "IAM Identity Center, Integration Guide for External AWS Account",
        errors: &[
            quoted("Access Denied", &["access-denied"]),
            quoted("Invalid SAML response", &["invalid-saml-response"]),
        ],
        questions: &[
            said("Setup instructions", &["identity-center-setup"]),
            said(
                "Limitations: one IAM role attribute mapping per application instance",
                &["identity-center-several-roles"],
            ),
            said("External AWS Account does not support SP initiated SSO", &["how-federation-works"]),
            said("Verification: logged out of both", &["identity-center-setup"]),
            said("User provisioning types: preprovisioned, JIT", &["provisioning-kinds"]),
        ],
    },
    Document {
        id: "S002",
        title: "Vu Long Tran, How to set up SSO with AWS Identity and Access Management (2021)",
        errors: &[
            quoted("Your request included an invalid SAML response. To logout, click here", &["E01"]),
            said("A new IAM role does not get populated in Okta automatically", &["okta-new-role-missing"]),
            said("Reset the API connection", &["okta-new-role-missing", "E01"]),
            said("Reset the AWS Account Federation assignment", &["okta-new-role-missing", "E01"]),
            said("\"Identity Provider ARN\" and its case", &["E08"]),
            quoted(
                "There are no AWS Account Federation user attributes that can be set at a group level. You can edit an individual's AWS Account Federation user attributes under the People tab for AWS Account Federation",
                &["okta-no-group-attributes"],
            ),
        ],
        questions: &[
            said(
                "To get new list of AWS roles from AWS (use \"Refresh Application Data\" function)",
                &["okta-refresh-roles"],
            ),
            said("Reset the API connection", &["okta-reset"]),
            said("Reset the AWS Account Federation assignment", &["okta-reset"]),
            said("\"Identity Provider ARN\"", &["okta-provider-arn"]),
            said("\"Role ARN\"", &["okta-provider-arn"]),
            said("Mapping error", &["okta-group-attributes"]),
            said("Creating a new policy: iam:ListRoles, iam:ListAccountAliases", &["okta-api-access"]),
            said("Tool - SAML Tracer", &["capture-response"]),
        ],
    },
    Document {
        id: "S003",
        title: "kloudmint.com, AWS IAM SAML authentication errors (2026)",
        errors: &[
            quoted(
                "Error 1: “Your request included an invalid SAML response. To logout, click here.”",
                &["E01"],
            ),
            quoted("Error 2: “RoleSessionName is required in AuthnResponse”", &["E02"]),
            quoted(
                "Error 3: “RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}”",
                &["E03"],
            ),
            quoted(
                "Error 4: “Not authorized to perform sts:AssumeRoleWithSAML” (AccessDenied, HTTP 403)",
                &["E05"],
            ),
            quoted("Error 5: “Response signature invalid” (InvalidIdentityToken)", &["E06"]),
            quoted("Error 6: “Failed to assume role: Issuer not present in specified provider”", &["E07"]),
            quoted("Error 7: “Could not parse metadata.”", &["could-not-parse-metadata"]),
            quoted("Error 8: “Response does not contain the required audience.”", &["E10"]),
            quoted(
                "Error 9: “Requested DurationSeconds exceeds MaxSessionDuration set for this role.”",
                &["E11"],
            ),
            quoted("Error 10: “Specified provider doesn’t exist.”", &["E08"]),
            quoted(
                "“Access Denied. Your account has been authenticated, but has not been onboarded to this application.”",
                &["E20"],
            ),
            quoted(
                "“Access Denied — your account has been authenticated but has not been onboarded to this application.”",
                &["E20"],
            ),
            quoted(
                "“Access denied, Please contact your AWS account administrator for assistance.”",
                &["E21"],
            ),
            quoted("“Session Expired”", &["E22"]),
            said("Error 2, for Connect: jdoe against jdoe@company.com", &["E20"]),
            said("IdP-initiated only: the instance opened by its own address", &["E22"]),
            said("Clock skew: assertions rejected as expired or not yet valid", &["E12"]),
            said(
                "ACS URL and regional endpoint: silent redirect failures or incorrect region routing",
                &["connect-lands-in-console"],
            ),
            said("Okta: attribute statements, ACS URL, application username", &["E01", "E02", "E20"]),
            said("Azure AD: user principal name against the Connect username", &["E20"]),
            said("Azure AD: the Entity ID", &["E10"]),
            said("ADFS: missing claim rules for Role or RoleSessionName", &["E01", "E02"]),
            said("ADFS: clock synchronization", &["E12"]),
            said("Ping: SAML 1.1, SHA-1", &["E01", "E06"]),
            said("OneLogin: assertions-only signing", &["E06"]),
            quoted("“An unexpected error has occurred” during sign-in", &["unexpected-error"]),
            said(
                "SCIM: a user who is not provisioned cannot sign in",
                &["unexpected-error", "invalid-mfa-credentials"],
            ),
            quoted(
                "2 validation errors detected: Value at 'name.givenName' failed to satisfy constraint: Member must have length greater than or equal to 1",
                &["scim-missing-name"],
            ),
            quoted("List attribute emails exceeds allowed limit of 1", &["scim-list-limit"]),
            quoted(
                "Cannot perform the operation on the protected role 'AWSReservedSSO_RoleName_Here' - this role is only modifiable by AWS",
                &["protected-role"],
            ),
            said("Clock skew in TOTP/MFA", &["invalid-mfa-credentials"]),
            said(
                "Multi-account: the provider is only trusted in its own account",
                &["member-accounts-fail", "E05"],
            ),
            said("Multi-account: SCPs can block sts:AssumeRoleWithSAML", &["member-accounts-fail", "E05"]),
            said("Cross-region: STS is disabled in the instance's region", &["E19", "one-region-fails"]),
            said("SAML encryption: IAM Identity Center does not support it", &["unexpected-error"]),
            said("Case study 1: the post-certificate-rotation outage", &["E06", "E01"]),
            said("Case study 2: the RoleSessionName case sensitivity problem", &["E20", "some-users-fail"]),
            quoted("“Access Denied — not onboarded.”", &["E20"]),
            said(
                "Case study 3: the SCP blocking STS in a new region",
                &["no-event-in-cloudtrail", "one-region-fails"],
            ),
            said("Q5: works for some users but not others", &["some-users-fail"]),
            said("Q7: after a rotation, a signature validation error", &["E06"]),
            said("Q9: agents get logged out after 12 hours", &["connect-logged-out"]),
            quoted("Q11: “Unable to parse metadata” error", &["could-not-parse-metadata"]),
            said("Q13: works in us-east-1 but fails in ap-southeast-2", &["one-region-fails"]),
        ],
        questions: &[
            quoted("What is the required audience value for AWS SAML federation?", &["required-audience"]),
            quoted(
                "Why can’t I log directly into Amazon Connect when using SAML?",
                &["connect-direct-login"],
            ),
            quoted("How do I decode a SAML response without using an online tool?", &["decode-response"]),
            quoted(
                "What is the maximum SAML session duration for Amazon Connect?",
                &["connect-longest-session"],
            ),
            quoted("Why does SAML work for some users but not others?", &["user-difference"]),
            quoted(
                "How do I fix “Not authorized to perform sts:AssumeRoleWithSAML”?",
                &["fix-not-authorized"],
            ),
            quoted(
                "Do I need to update anything in IAM when my IdP rotates its signing certificate?",
                &["certificate-rotation"],
            ),
            quoted(
                "Can I use IAM Identity Center instead of direct IAM SAML federation for Connect?",
                &["connect-with-identity-center"],
            ),
            quoted(
                "Why do agents get logged out after 12 hours even during an active call?",
                &["connect-logged-out-during-call"],
            ),
            quoted("What CloudTrail event shows a SAML authentication failure?", &["cloudtrail-event"]),
            quoted(
                "My SAML metadata file won’t upload to IAM — “Unable to parse metadata” error. What’s wrong?",
                &["metadata-upload-fails"],
            ),
            quoted("Can multiple IAM roles be mapped to a single SAML assertion?", &["several-roles"]),
            quoted(
                "Why does SAML federation work in us-east-1 but fail in ap-southeast-2?",
                &["region-difference"],
            ),
            quoted(
                "How do I prevent the “Response signature invalid” error from recurring?",
                &["prevent-signature-failure"],
            ),
            quoted(
                "Is there a way to test SAML configuration without affecting production users?",
                &["test-safely"],
            ),
            said("How AWS IAM SAML federation actually works", &["how-federation-works"]),
            said("Required SAML attributes in the assertion", &["required-attributes"]),
            said("Step 2: capture and decode the SAML assertion", &["capture-response", "decode-response"]),
            said("Step 4: verify Connect user existence", &["user-difference", "find-session-name"]),
            said("Step 5: check CloudTrail for the failed event", &["cloudtrail-event"]),
            said("IAM Identity Center built-in debugger", &["identity-center-debugger"]),
            said("Validating assertion timing", &["check-clock"]),
            said("Validating the signing certificate", &["compare-certificate"]),
            said(
                "Username format, no just-in-time provisioning",
                &["connect-user-names", "provisioning-kinds"],
            ),
            said("The policy for connect:GetFederationToken", &["connect-permissions"]),
            said("ACS URL and regional endpoint", &["regional-endpoint", "connect-relay-state"]),
            said("Okta", &["okta-preview"]),
            said("Azure AD / Microsoft Entra ID", &["entra-claims"]),
            said("ADFS", &["adfs-claim-rules"]),
            said("Ping Identity", &["ping-settings"]),
            said("OneLogin", &["sign-response-or-assertion"]),
            said("Using IAM Access Analyzer", &["least-privilege"]),
            said("IAM Identity Center issues", &["identity-center-requirements"]),
            said("SCIM provisioning failures", &["scim-provisioning"]),
            said("AWSReservedSSO_ roles", &["reserved-roles"]),
            said("Clock skew in TOTP/MFA", &["authenticator-clock"]),
            said("Multi-account federation", &["several-accounts"]),
            said("Cross-region authentication", &["check-sts-region", "region-difference"]),
            said("SAML encryption", &["encrypted-assertions", "rotate-encryption-key"]),
            said("Certificate rotation", &["prevent-signature-failure"]),
            said("Least privilege on the federation role", &["least-privilege"]),
            said("Session duration", &["session-duration"]),
            said("Enforce MFA at the IdP layer", &["mfa-at-identity-provider"]),
            said("Trust policy conditions, session tags", &["restrict-trust", "session-tags-trust"]),
            said("Audit SAML providers regularly", &["stale-providers"]),
        ],
    },
    Document {
        id: "S004",
        title: "Amazon AppStream 2.0 Developer Guide, Setting Up SAML",
        errors: &[
            said("An error message that indicates the validation failed", &["policy-validation-failed"]),
            said(
                "An error that indicates the policy does not grant any permissions",
                &["policy-grants-no-permissions"],
            ),
            said("Step 2: only a subject type of persistent", &["E05", "E40"]),
            said("Step 3: the stack name is case-sensitive", &["E40"]),
            said("Step 5: the NameID of domain-joined fleets", &["E41"]),
            said("Step 5: RoleSessionName of 2 to 64 characters, without spaces", &["E03"]),
            said("Step 5: the default session duration is 60 minutes", &["E43"]),
            said("Step 6: the relay state", &["E42"]),
        ],
        questions: &[
            said("Step 2: create a SAML 2.0 federation IAM role", &["appstream-role"]),
            said("Step 3: embed an inline policy", &["appstream-policy-editor"]),
            said("Step 4: saml-metadata.xml", &["aws-metadata"]),
            said("Step 5: SAML Subject NameID", &["appstream-name-id"]),
            said("Step 5: attributes", &["required-attributes", "session-duration"]),
            said("Step 6: configure the relay state of your federation", &["appstream-relay-state"]),
        ],
    },
];
