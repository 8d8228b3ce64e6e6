//! What AWS wants to see in a response: audience, attributes, addresses, roles.

use super::{BLANK, Cite, Question, iam_guide, kloudmint};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "required-audience",
        question: "What is the required audience value for AWS SAML federation?",
        asked: &[
            "Audience URI, SP Entity ID, entity id, relying party identifier, audience restriction, put in the audience field",
        ],
        answer: &[
            "Use `urn:amazon:webservices` or `https://signin.aws.amazon.com/saml`. In GovCloud it is \
             `urn:amazon:webservices:govcloud`, in China `urn:amazon:webservices:cn-north-1` or \
             `https://signin.amazonaws.cn/saml`.",
            "Identity providers call it Audience URI, SP Entity ID, Identifier or relying party identifier.",
        ],
        wrong_claims: &[
            "A regional endpoint is said to need a regional audience. What has to name the regional URL is the \
             condition SAML:aud of the trust policy, and that is compared with the Recipient, not with the Audience.",
        ],
        see: &["E10", "audience-unknown", "required-attributes"],
        cite: kloudmint("Q1"),
        ..BLANK
    },
    Question {
        id: "required-attributes",
        question: "Which attributes must a SAML response for AWS carry?",
        asked: &["required SAML attributes, claims rules, attribute statements, mapping"],
        answer: &[
            "`https://aws.amazon.com/SAML/Attributes/Role` with one pair of a role's and a provider's ARN for each role, \
             and `https://aws.amazon.com/SAML/Attributes/RoleSessionName` with one value of 2 to 64 characters from \
             `[a-zA-Z_0-9+=,.@-]`. The names are case-sensitive.",
            "Optional are `SessionDuration` (900 to 43200 seconds), `SourceIdentity`, `TransitiveTagKeys` and one \
             `PrincipalTag:` attribute for each session tag. WorkSpaces also requires `PrincipalTag:Email`.",
        ],
        wrong_claims: &[
            "A page for the China regions prints the names under `http://www.amazonaws.cn/`. What is in use there too is \
             `https://aws.amazon.com/SAML/Attributes/`, with ARNs of the partition `aws-cn`.",
            "The IAM guide once prints a quotation mark at the end of the name of SessionDuration, and leaves out the closing \
             tag of its SourceIdentity example. Copied as they are, neither works.",
        ],
        see: &["E01", "E02", "E03", "role-missing", "session-name-missing"],
        cite: iam_guide("Configure SAML assertions for the authentication response"),
        ..BLANK
    },
    Question {
        id: "several-roles",
        question: "Can multiple IAM roles be mapped to a single SAML assertion?",
        asked: &[
            "choose role, role picker, several Role attribute values, join all roles, more than one role, two roles, user",
        ],
        answer: &[
            "Yes. Put each pair into an AttributeValue of its own, all in one Role attribute. With more than one the \
             sign-in page lets the user choose.",
            "Amazon Connect needs and uses one role. The External AWS Account application of IAM Identity Center \
             sends one role for each instance of the application.",
        ],
        see: &["E01", "role-duplicated", "identity-center-several-roles"],
        cite: kloudmint("Q12"),
        ..BLANK
    },
    Question {
        id: "fix-not-authorized",
        question: "How do I fix “Not authorized to perform sts:AssumeRoleWithSAML”?",
        asked: &["AccessDenied AssumeRoleWithSAML trust policy"],
        answer: &[
            "AWS accepted the assertion and the role's trust policy did not. Compare the policy with this very \
             assertion.",
        ],
        steps: &[
            "The role exists under exactly this name and path.",
            "`Principal.Federated` is exactly the provider's ARN of the Role value.",
            "`Action` holds `sts:AssumeRoleWithSAML`, `sts:TagSession` where the assertion carries tags, and \
             `sts:SetSourceIdentity` where it carries a SourceIdentity.",
            "`SAML:aud` lists the Recipient of the assertion, regional addresses included.",
            "No policy of the organisation denies the call.",
        ],
        commands: &["aws iam get-role --role-name ROLE_NAME --query Role.AssumeRolePolicyDocument"],
        see: &["E05", "role-not-assumable", "session-tags-trust"],
        cite: kloudmint("Q6"),
        ..BLANK
    },
    Question {
        id: "session-tags-trust",
        question: "What must the trust policy allow when the assertion carries session tags?",
        asked: &[
            "PrincipalTag, ABAC, attributes for access control, sts:TagSession, SourceIdentity, SetSourceIdentity",
        ],
        answer: &[
            "`sts:TagSession` beside `sts:AssumeRoleWithSAML`, in every role that the identity provider may name. \
             Without it the whole sign-in fails. A SourceIdentity needs `sts:SetSourceIdentity` in the same way.",
        ],
        see: &["E05", "E16", "fix-not-authorized"],
        cite: iam_guide("Pass session tags in AWS STS"),
        ..BLANK
    },
    Question {
        id: "restrict-trust",
        question: "How do I restrict which users can assume the role by trust policy conditions?",
        asked: &["SAML:iss, SAML:sub, SAML:aud condition, trust policy conditions, security best practice"],
        answer: &[
            "Conditions in the trust policy may compare `SAML:aud` (the Recipient), `SAML:iss` (the Issuer), `SAML:sub` \
             (the NameID), `SAML:sub_type` (its format), `SAML:doc` (account and provider) and the eduPerson and \
             directory attributes. All of them are compared with their case.",
        ],
        wrong_claims: &[
            "An example with `SAML:iss` set to the address of an Okta organisation never matches: Okta's issuer is \
             `http://www.okta.com/exk…`.",
            "A condition on `aws:MultiFactorAuthPresent` does not require MFA: the key is absent at this call, so nobody \
             can sign in.",
        ],
        see: &["E05", "mfa-at-identity-provider"],
        cite: kloudmint("Security Best Practices"),
        ..BLANK
    },
    Question {
        id: "name-qualifier",
        question: "How is the SAML:namequalifier computed?",
        asked: &[
            "namequalifier hash, principalId in CloudTrail, identityProvider in CloudTrail, SHA-1 of issuer",
        ],
        answer: &[
            "It is the Base64 of the SHA-1 of the Issuer, the account, a slash and the provider's name, one after the other: \
             the account and the name are those of the provider's ARN. CloudTrail shows it as `identityProvider`, and with \
             a colon and the NameID as `principalId`.",
        ],
        wrong_claims: &[
            "The IAM guide says that a slash separates all three parts. Between the Issuer and the account there is none.",
        ],
        see: &["cloudtrail-event", "restrict-trust"],
        cite: iam_guide("Available keys for AWS SAML federation"),
        ..BLANK
    },
    Question {
        id: "mfa-at-identity-provider",
        question: "Where do I enforce MFA for federated users?",
        asked: &["multi factor authentication, enforce MFA, two factor, aws:MultiFactorAuthPresent"],
        answer: &[
            "At the identity provider, so that it issues no assertion without it. AWS learns nothing of it: the trust \
             policy has no key that tells.",
        ],
        wrong_claims: &[
            "The trust policy is said to be able to require MFA. The key `aws:MultiFactorAuthPresent` is absent at \
             AssumeRoleWithSAML, so such a condition refuses everybody.",
        ],
        see: &["E05", "invalid-mfa-credentials", "authenticator-clock"],
        cite: kloudmint("Security Best Practices"),
        ..BLANK
    },
    Question {
        id: "least-privilege",
        question: "Which permissions should the federation role have?",
        asked: &["least privilege, ReadOnlyAccess, GetFederationToken only, security best practice"],
        answer: &[
            "Only those that the service needs: `connect:GetFederationToken` for the instance, `workspaces:Stream` for the \
             directory, `appstream:Stream` for the stack. Attach no broad policy such as `ReadOnlyAccess` to such a role.",
            "IAM Access Analyzer lists the roles that trust a provider, and which of them allow too much.",
        ],
        see: &["E21", "E30", "E40", "stale-providers"],
        cite: kloudmint("Security Best Practices"),
        ..BLANK
    },
    Question {
        id: "stale-providers",
        question: "How do I audit the SAML providers of an account?",
        asked: &[
            "remove stale providers, decommissioned identity provider, list saml providers, access analyzer",
        ],
        answer: &[
            "List them, read the metadata of each, and remove those of identity providers that are gone. A provider that \
             stays lets its old key sign in to every role that trusts it.",
        ],
        commands: &[
            "aws iam list-saml-providers",
            "aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN",
        ],
        see: &["E08", "least-privilege"],
        cite: kloudmint("Security Best Practices"),
        ..BLANK
    },
    Question {
        id: "aws-metadata",
        question: "Where is the SAML metadata of AWS for my identity provider?",
        asked: &[
            "saml-metadata.xml, service provider metadata, relying party trust, update your IdP to trust AWS",
        ],
        answer: &[
            "`https://signin.aws.amazon.com/static/saml-metadata.xml`, and for a region \
             `https://REGION.signin.aws.amazon.com/static/saml-metadata.xml`. GovCloud has \
             `https://signin.amazonaws-us-gov.com/static/saml-metadata.xml`, China \
             `https://signin.amazonaws.cn/static/saml-metadata.xml`.",
            "It is the address of a document. The ACS URL, to which responses are posted, ends in `/saml`.",
        ],
        see: &["recipient-wrong", "required-audience"],
        cite: Cite { document: "Amazon AppStream 2.0 Developer Guide", section: "Setting Up SAML, step 4" },
        ..BLANK
    },
    Question {
        id: "how-federation-works",
        question: "How does SAML federation with AWS work?",
        asked: &["SAML flow, IdP-initiated, SP-initiated SSO, chain of trust, AWS STS"],
        answer: &[
            "The user signs in at the identity provider. It signs an assertion that names a role, a provider and a \
             session, and the browser posts it to the AWS sign-in endpoint. AWS STS checks the signature against the \
             metadata of the provider in IAM, then times, audience and attributes, then the role's trust policy. The \
             browser then goes to the relay state.",
            "It always begins at the identity provider: AWS sends no request, so sign-in cannot begin at AWS.",
        ],
        see: &["required-attributes", "required-audience", "connect-direct-login"],
        cite: kloudmint("How AWS IAM SAML Federation Actually Works"),
        ..BLANK
    },
];
