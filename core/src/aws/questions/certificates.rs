//! Keys, certificates, metadata and encryption.

use super::{BLANK, Question, iam_guide, kloudmint};

pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "certificate-rotation",
        question: "Do I need to update anything in IAM when my IdP rotates its signing certificate?",
        asked: &[
            "certificate rotated, cert, new signing key, update metadata, change in AWS, post certificate rotation outage",
            "certificate expires next week, about to expire, renew certificate",
        ],
        answer: &[
            "Yes: upload the new metadata to the provider in IAM. Until then every sign-in through it is refused.",
            "Better do it before. IAM tries every key of the metadata, so a document with the old and the new certificate \
             makes the change without an outage. A provider holds up to ten keys.",
        ],
        commands: &[
            "aws iam update-saml-provider --saml-provider-arn PROVIDER_ARN --saml-metadata-document file://metadata.xml",
            "aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN --query SAMLMetadataDocument --output text",
        ],
        wrong_claims: &[
            "The date on a certificate does not matter to IAM, which does not look at it. What breaks is a key that IAM \
             does not have.",
        ],
        see: &["E06", "signing-key-unknown", "prevent-signature-failure"],
        cite: kloudmint("Q7"),
        ..BLANK
    },
    Question {
        id: "prevent-signature-failure",
        question: "How do I prevent the “Response signature invalid” error from recurring?",
        asked: &[
            "automate metadata refresh, certificate expiration alert, Lambda, CloudWatch, SNS, 30 days, monitor certificate",
            "alert before certificate expires, expiry alarm for certificates, stop it from happening again",
        ],
        answer: &[
            "Let a scheduled job, a Lambda function or a pipeline, fetch the metadata of the identity provider, compare it \
             with what IAM holds, and upload it where it differs. Have it warn, for instance by SNS, 30 days before the \
             certificate ends: that is when somebody will replace it.",
            "IAM warns of nothing. Entra ID can mail about its SAML signing certificate; switch that on.",
        ],
        commands: &[
            "aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN --query SAMLMetadataDocument --output text",
        ],
        see: &["E06", "certificate-rotation"],
        cite: kloudmint("Q14"),
        ..BLANK
    },
    Question {
        id: "compare-certificate",
        question: "How do I compare the certificate in the assertion with the one in IAM?",
        asked: &[
            "X509Certificate, validate signing certificate, thumbprint, fingerprint, grep X509Certificate",
        ],
        answer: &[
            "Paste the response and the metadata of the provider here together: the signature is checked under each of its \
             keys. The certificate inside the response vouches for nothing, it only names the key.",
        ],
        commands: &[
            "aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN --query SAMLMetadataDocument --output text",
        ],
        see: &["E06", "certificate-rotation"],
        cite: kloudmint("Validating the signing certificate"),
        ..BLANK
    },
    Question {
        id: "metadata-upload-fails",
        question: "My SAML metadata file won't upload to IAM, “Unable to parse metadata” error. What's wrong?",
        asked: &[
            "could not parse metadata, BOM, byte order mark, upload metadata, 1024 bit, repeated extension",
        ],
        answer: &[
            "The file begins with a byte order mark, a certificate has a key of less than 1024 bits or an extension twice, \
             the XML is not well formed, or it is shorter than 1,000 or longer than 10,000,000 characters.",
            "Download it from the identity provider again and upload it without opening it in an editor.",
        ],
        commands: &["openssl x509 -in certificate.pem -text -noout"],
        see: &["could-not-parse-metadata", "metadata-byte-order-mark", "certificate-key-short"],
        cite: kloudmint("Q11"),
        ..BLANK
    },
    Question {
        id: "encrypted-assertions",
        question: "Does AWS support encrypted SAML assertions?",
        asked: &["SAML encryption, EncryptedAssertion, FedRAMP, private key upload, decrypt"],
        answer: &[
            "IAM does, with a private key uploaded to the provider: two keys at most, AES-128 or AES-256 with RSA-OAEP. \
             IAM Identity Center does not.",
            "Where the provider requires encryption the ACS URL is `https://REGION.signin.aws.amazon.com/saml/acs/` with \
             the provider's id, and the trust policy has to list it under `SAML:aud`.",
        ],
        steps: &[
            "Make a pair of keys and upload the private one, unencrypted, to the provider.",
            "Give the certificate to the identity provider.",
            "Set the encryption mode to Allowed, try it, then to Required.",
        ],
        wrong_claims: &[
            "A page of AWS once prints the ACS URL of such a provider without `/acs/`. It needs it.",
        ],
        see: &["rotate-encryption-key", "assertion-encrypted", "encryption-required-without-key"],
        cite: iam_guide("Create a SAML identity provider in IAM"),
        ..BLANK
    },
    Question {
        id: "rotate-encryption-key",
        question: "How do I rotate the SAML encryption key?",
        asked: &["add private key, remove private key, key rotation"],
        answer: &[
            "Add the new key first; IAM then tries the newest first. Give its certificate to the identity provider. Remove \
             the old one when no assertion uses it any more. One call cannot do both.",
        ],
        commands: &[
            "aws iam update-saml-provider --saml-provider-arn PROVIDER_ARN --add-private-key file://new-private-key.pem",
            "aws iam get-saml-provider --saml-provider-arn PROVIDER_ARN --query PrivateKeyList",
            "aws iam update-saml-provider --saml-provider-arn PROVIDER_ARN --remove-private-key KEY_ID",
        ],
        see: &["private-key-limit", "add-and-remove-keys", "failed-to-remove-private-key"],
        cite: kloudmint("SAML Encryption"),
        ..BLANK
    },
    Question {
        id: "sign-response-or-assertion",
        question: "Must the SAML response or the assertion be signed for AWS?",
        asked: &[
            "OneLogin SAML signature element Both or Response, sign assertion, SHA-1, SHA-256, signature algorithm",
        ],
        answer: &[
            "Sign the assertion, with RSA-SHA256. Okta, Entra ID, AD FS and IAM Identity Center do so by default and work. \
             Signing the response as well does no harm.",
            "AWS documents nothing about SHA-1. It may be refused, so choose SHA-256.",
        ],
        wrong_claims: &[
            "OneLogin's signature element is said to need Both or Response because AWS refuses a signed assertion alone. \
             Most providers send just that.",
        ],
        see: &["E06", "message-unsigned", "sha1-signature"],
        cite: kloudmint("OneLogin"),
        ..BLANK
    },
];
