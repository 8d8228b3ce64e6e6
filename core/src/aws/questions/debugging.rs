//! How to see what was sent, and what AWS made of it.

use super::{BLANK, Cite, Question, kloudmint};
use crate::aws::errors::{CLOUDTRAIL_LAKE_QUERY, CLOUDTRAIL_QUERY};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "decode-response",
        question: "How do I decode a SAML response without using an online tool?",
        asked: &[
            "decode base64 locally, SAMLResponse, PowerShell FromBase64String, online decoder, decode assertion, command line",
            "read without uploading it anywhere, offline, safe to paste into a website",
        ],
        answer: &[
            "Paste the form field, the whole HAR or the copied request here: everything stays on this machine. Never give \
             a response to a website; it holds who signs in to what.",
            "To decode it by hand, save the value of the form field, percent-decoded, as `response.b64`.",
        ],
        commands: &[
            "openssl base64 -d -A -in response.b64 -out response.xml",
            "python3 -m base64 -d response.b64",
        ],
        see: &["capture-response", "E15"],
        cite: kloudmint("Q3"),
        ..BLANK
    },
    Question {
        id: "capture-response",
        question: "How do I capture the SAML response in the browser?",
        asked: &[
            "DevTools network tab preserve log, HAR, SAML tracer, SAML-tracer extension for Chrome or Firefox",
            "capture and decode the SAML assertion",
        ],
        answer: &[
            "Open the developer tools with F12 before you sign in, choose Network and Preserve log, and sign in until the \
             error appears. The POST to the sign-in endpoint holds `SAMLResponse` and `RelayState` in its payload. Save \
             all as HAR, or copy the request.",
            "The extension SAML-tracer shows the same: choose the row marked SAML and export it.",
        ],
        see: &["decode-response", "identity-center-debugger"],
        cite: Cite {
            document: "How to set up SSO with AWS Identity and Access Management (Vu Long Tran, 2021)",
            section: "Tool - SAML Tracer",
        },
        ..BLANK
    },
    Question {
        id: "cloudtrail-event",
        question: "What CloudTrail event shows a SAML authentication failure?",
        asked: &[
            "CloudTrail query, lookup-events, errorCode, ConsoleLogin, ExternalIdPDirectoryLogin, CloudTrail Lake SQL",
            "find a failed login in CloudTrail, event name, log of a failed sign-in",
        ],
        answer: &[
            "`AssumeRoleWithSAML` of `sts.amazonaws.com` with an `errorCode`, in the region of the sign-in endpoint; the \
             global endpoint is recorded in us-east-1. For Connect see also `GetFederationToken` of \
             `connect.amazonaws.com`, for IAM Identity Center `ExternalIdPDirectoryLogin`, and `ConsoleLogin` for what \
             comes after.",
            "The event history reaches back 90 days. In a successful event `sAMLAssertionID` is the ID of the assertion.",
        ],
        commands: &[
            CLOUDTRAIL_QUERY,
            "aws cloudtrail lookup-events --region REGION \
             --lookup-attributes 'AttributeKey=EventName,AttributeValue=GetFederationToken'",
            "aws cloudtrail lookup-events --region REGION \
             --lookup-attributes 'AttributeKey=EventName,AttributeValue=ExternalIdPDirectoryLogin'",
            CLOUDTRAIL_LAKE_QUERY,
        ],
        wrong_claims: &[
            "A query in circulation lacks the brackets around `.CloudTrailEvent | fromjson | .errorCode`, which jq then \
             reads otherwise.",
            "A query for CloudTrail Lake takes `requestParameters` as JSON. It is a map, read by `element_at`.",
        ],
        see: &["no-event-in-cloudtrail", "one-region-fails"],
        cite: kloudmint("Q10"),
        ..BLANK
    },
    Question {
        id: "check-clock",
        question: "How do I check for clock skew between the identity provider and AWS?",
        asked: &["clock skew, NTP, NotBefore, NotOnOrAfter, expired or not yet valid assertion, date"],
        answer: &[
            "Compare `IssueInstant` of a fresh response with the time of the sign-in. A HAR shows both here: the capture \
             time, and the `Date` that AWS answered. AWS refuses what is older than five minutes or lies in the future.",
        ],
        steps: &["Let the server of the identity provider keep time by NTP."],
        see: &["E12", "clock-skew", "assertion-too-old"],
        cite: kloudmint("Decoding and Debugging SAML Assertions"),
        ..BLANK
    },
    Question {
        id: "test-safely",
        question: "Is there a way to test SAML configuration without affecting production users?",
        asked: &[
            "test user, isolated browser session, staging, try configuration, SSO changes, breaking prod, before rollout",
        ],
        answer: &[
            "Make a test user at the identity provider and, for Connect, in the instance. Assign the role to that user \
             alone, and sign in from a private browser window.",
            "In IAM Identity Center hold Shift and click the application: it shows the assertion before it is sent.",
        ],
        see: &["identity-center-debugger", "capture-response"],
        cite: kloudmint("Q15"),
        ..BLANK
    },
    Question {
        id: "find-session-name",
        question: "How do I find the RoleSessionName in a decoded assertion?",
        asked: &["extract RoleSessionName, grep RoleSessionName, which username is sent"],
        answer: &[
            "Paste the response here: its attributes are listed, with every character visible. Compare RoleSessionName \
             with the name in Connect, byte by byte.",
        ],
        wrong_claims: &[
            "A recipe that greps for `RoleSessionName.*</AttributeValue>` finds nothing where the elements have a prefix \
             such as `saml:` or `saml2:`, or where lines break between them.",
        ],
        see: &["E20", "some-users-fail"],
        cite: kloudmint("Amazon Connect-Specific SAML Issues"),
        ..BLANK
    },
];
