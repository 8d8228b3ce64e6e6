crate::declare_rule! {
    /// The response is for a service that takes assertions without an IAM role.
    ///
    /// ## Why it matters
    /// IAM Identity Center, Amazon Cognito, AWS Client VPN, OpenSearch Dashboards and Amazon Managed Grafana are service
    /// providers of their own. They need no `Role` and no `RoleSessionName`, and their errors have other texts. What
    /// sign-in through an IAM role requires is therefore not checked.
    ///
    /// ## What to do
    /// Nothing, if this is the service that you want. If you want the AWS console through an IAM role, the identity
    /// provider must post to `https://signin.aws.amazon.com/saml` or to a regional sign-in address, and the audience is
    /// `urn:amazon:webservices`. IAM Identity Center has the address
    /// `https://REGION.signin.aws.amazon.com/platform/saml/acs/ID` and an audience that ends in `/platform/saml/d-ID`;
    /// copy both from its settings page.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://example.auth.eu-west-1.amazoncognito.com/saml2/idpresponse»"/>
    /// ```
    /// > the `Recipient` is that of Amazon Cognito, which takes assertions without an IAM role
    ///
    /// ```xml also=name-id-format-for-identity-center
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/11111111-2222-3333-4444-555555555555»"/>
    /// ```
    /// > the `Recipient` is that of IAM Identity Center, which takes assertions without an IAM role
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "for-another-service" {
        title: "a response for a service that needs no role",
        severity: Note,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "assertion consumer addresses of AWS services",
            "https://<region>.signin.aws.amazon.com/platform/saml/acs/<uuid>"
        )],
        predicts: [],
    }
}

use super::addressee;
use crate::aws::audience::{self, Audience};
use crate::aws::endpoints::{self, Endpoint};
use crate::lint::{Checked, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.response()?;
    let found = addressee::named(cx).into_iter().find_map(|(what, text)| {
        let service = match what {
            "Audience" => match audience::recognise(text.as_str()) {
                Audience::NotIam(service) => service,
                _ => return None,
            },
            _ => match endpoints::recognise(text.as_str()) {
                Endpoint::NotIam(service) => service,
                _ => return None,
            },
        };
        Some((what, text, service))
    });
    if let Some((what, text, service)) = found {
        out.find(
            text.span,
            say![
                "the ",
                code(what),
                " is that of ",
                service.title(),
                ", which takes assertions without an IAM role"
            ],
        )
        .found(service.title());
    }
    Some(Checked)
}
