crate::declare_rule! {
    /// The response is SAML 1, and AWS takes SAML 2.0.
    ///
    /// ## Why AWS refuses it
    /// AWS federates with SAML 2.0. SAML 1.0 and 1.1 have other namespaces, other element names and no `Subject` of the
    /// kind that AWS reads, so none of what AWS needs is found. If nothing in the message speaks of AWS, it may be right
    /// for another application; then this is only a warning.
    ///
    /// ## What to do
    /// At the identity provider, make the connection to AWS one of protocol SAML 2.0 (in ADFS the SAML-P endpoint, in
    /// PingFederate an SP connection with the SAML 2.0 profile).
    ///
    /// ## Fires
    /// ```xml base=none
    /// <«samlp:Response» xmlns:samlp="urn:oasis:names:tc:SAML:1.0:protocol" MajorVersion="1" MinorVersion="1" ResponseID="_r1" IssueInstant="2026-01-15T10:00:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    /// > this is a SAML 1 message, and AWS takes SAML 2.0 only
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "saml-1" {
        title: "a SAML 1 message",
        severity: Error,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "SAML 2.0 federation",
            "SAML 2.0"
        ), (
            "practice",
            "Ping Identity setup guides for AWS",
            "send SAML 2.0 assertions (not SAML 1.1)"
        )],
        predicts: ["E01"],
    }
}

use super::addressee;
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, Severity};
use crate::saml::Kind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let (message, document) = (cx.response()?, cx.document()?);
    if message.kind != Kind::Saml1 {
        return Some(Checked);
    }
    let for_aws = addressee::speaks_of_aws(document);
    out.find(
        document.element(message.root)?.name_span(),
        say!["this is a SAML 1 message, and AWS takes SAML 2.0 only"],
    )
    .at_most(if for_aws { Severity::Error } else { Severity::Warning })
    .confidence(Confidence::Likely)
    .expected("SAML 2.0")
    .found("SAML 1")
    .fix_by(Owner::IdpAdmin, "Configure the application for AWS as a SAML 2.0 application.");
    Some(Checked)
}
