crate::declare_rule! {
    /// The audience is none that AWS names.
    ///
    /// ## Why it matters
    /// AWS names `urn:amazon:webservices` and the address of its sign-in page. With another audience it probably
    /// answers `Response does not contain the required audience.` or says that the response is invalid. Some working
    /// guides use names of their own, so this is a warning.
    ///
    /// ## What to do
    /// Set the audience (also called SP entity ID, identifier or audience URI) to `urn:amazon:webservices`. AWS
    /// GovCloud and AWS China have forms of their own.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Audience>«https://sp.example.com»</saml:Audience>
    /// ```
    /// > the audience `https://sp.example.com` is none that AWS names for sign-in with a role
    ///
    /// ```xml
    /// <saml:Audience>«urn:amazon:cognito:sp:eu-west-1_0a1b2c3d4»</saml:Audience>
    /// ```
    /// > the audience `urn:amazon:cognito:sp:eu-west-1_0a1b2c3d4` is that of Amazon Cognito, not that of sign-in with a role
    ///
    /// ## Does not fire
    /// One of several suffices.
    /// ```xml
    /// <saml:AudienceRestriction>
    ///   <saml:Audience>https://sp.example.com</saml:Audience>
    ///   <saml:Audience>https://signin.aws.amazon.com/saml</saml:Audience>
    /// </saml:AudienceRestriction>
    /// ```
    /// The drivers of Athena have one of their own.
    /// ```xml
    /// <saml:Audience>http://localhost:7890/athena</saml:Audience>
    /// ```
    "audience-unknown" {
        title: "an audience that AWS does not name",
        severity: Warning,
        stage: Audience,
        needs: [],
        explains: [],
        cites: [
            (
                "IAM User Guide",
                "Configure SAML assertions for the authentication response: AudienceRestriction and Audience (until May 2023)",
                "For the value of the Audience element, specify either https://signin.aws.amazon.com/saml or urn:amazon:webservices."
            ),
            (
                "IAM User Guide",
                "Troubleshoot SAML federation with IAM: Response does not contain the required audience",
                "Response does not contain the required audience."
            ),
        ],
        predicts: ["E10", "E01"],
    }
}

use super::restrictions::{self, Trouble};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for trouble in restrictions::troubles(cx)? {
        let (text, tail, confidence) = match trouble {
            Trouble::Unknown(text) => {
                (text, " is none that AWS names for sign-in with a role".to_owned(), Confidence::Possible)
            }
            Trouble::OtherService(text, service) => {
                let tail = format!(" is that of {}, not that of sign-in with a role", service.title());
                (text, tail, Confidence::Likely)
            }
            _ => continue,
        };
        out.find(text.span, say!["the audience ", code(text.as_str()), tail])
            .expected(say![
                code("urn:amazon:webservices"),
                " or ",
                code("https://signin.aws.amazon.com/saml")
            ])
            .found(code(text.as_str()))
            .confidence(confidence)
            .fix_at_idp(
                Setting::Audience,
                "Set the audience (SP entity ID) of the application to that of AWS.",
            );
    }
    Some(Checked)
}
