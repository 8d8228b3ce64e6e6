//! Several accounts, several regions, policies of the organisation.

use super::{BLANK, Question, kloudmint};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "region-difference",
        question: "Why does SAML federation work in us-east-1 but fail in ap-southeast-2?",
        asked: &[
            "works in one region fails in another, STS disabled, regional endpoint, new region, Sydney, SCP blocking STS",
            "login fails only in the new region",
        ],
        answer: &[
            "Four causes are known: AWS STS is not activated in the region; a policy of the organisation denies STS there; \
             the trust policy does not list the regional ACS URL; the relay state points to another region. Paste the role \
             and the relay state here, and two of them are decided.",
        ],
        commands: &[
            "aws sts get-caller-identity --region ap-southeast-2",
            "aws iam get-role --role-name ROLE_NAME --query Role",
            "aws organizations list-policies-for-target --target-id ACCOUNT_ID --filter SERVICE_CONTROL_POLICY",
        ],
        see: &["one-region-fails", "E05", "E19", "no-event-in-cloudtrail"],
        cite: kloudmint("Q13"),
        ..BLANK
    },
    Question {
        id: "check-sts-region",
        question: "How do I check if AWS STS is enabled in a region?",
        asked: &["STS is not activated, region disabled, get-caller-identity"],
        answer: &[
            "Ask it for your own identity there. The account settings of IAM list the regions in which it is active; a \
             policy of the organisation may deny it in one all the same.",
        ],
        commands: &["aws sts get-caller-identity --region REGION"],
        see: &["E19", "region-difference"],
        cite: kloudmint("Cross-Region Authentication"),
        ..BLANK
    },
    Question {
        id: "regional-endpoint",
        question: "How do I switch to a regional SAML endpoint?",
        asked: &[
            "regional ACS URL, failover, availability, SAML:aud both URLs, global endpoint",
            "silent redirect failures, incorrect region routing, mismatched endpoint",
        ],
        answer: &[
            "The trust policies come first, or everybody is refused while you change it. The global endpoint is hosted in \
             us-east-1 alone, so a regional one makes you independent of that region.",
        ],
        steps: &[
            "Under `SAML:aud` in every role that trusts the provider list both `https://signin.aws.amazon.com/saml` and \
             `https://REGION.signin.aws.amazon.com/saml`.",
            "Set the ACS URL at the identity provider to the regional address.",
            "Let the relay state name the same region.",
        ],
        see: &["E05", "connect-lands-in-console", "connect-relay-state"],
        cite: kloudmint("ACS URL and Regional Endpoint Issues"),
        ..BLANK
    },
    Question {
        id: "several-accounts",
        question: "How do I federate into several AWS accounts?",
        asked: &[
            "multi-account federation, member accounts, cross-account SAML provider, organization, SCP",
            "aws organizations list-policies-for-target, service control policies of an account",
        ],
        answer: &[
            "Each account needs a SAML provider of its own: a role cannot trust a provider of another account. Or use \
             permission sets of IAM Identity Center.",
            "Where it works in the management account and not in a member, look at the policies of the organisation: they \
             do not bind the management account.",
        ],
        commands: &[
            "aws organizations list-policies-for-target --target-id ACCOUNT_ID --filter SERVICE_CONTROL_POLICY",
        ],
        see: &["member-accounts-fail", "role-accounts-differ", "E05"],
        cite: kloudmint("Multi-Account Federation"),
        ..BLANK
    },
];
