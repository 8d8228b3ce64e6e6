crate::declare_rule! {
    /// The `Recipient` is meant for AWS but is not the address of the sign-in page.
    ///
    /// ## Why AWS refuses it
    /// The value must match the sign-in page that takes the response. Trust policies compare it as `SAML:aud`, every
    /// character of it, so AWS answers `Not authorized to perform sts:AssumeRoleWithSAML`; where the identity
    /// provider posts to the wrong place as well, the sign-in page says that the response is invalid or never sees
    /// it. Which of these it is depends on the trust policy. The trust policies that AWS documents for WorkSpaces and
    /// AppStream are less strict, so small differences are warnings there.
    ///
    /// ## What to do
    /// Correct the ACS URL (also called reply URL, recipient or single sign-on URL) at the identity provider. The
    /// console, the metadata and the relay state have addresses of their own, which do not belong there.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://«console.aws.amazon.com»/iam"/>
    /// ```
    /// > the assertion is for `https://console.aws.amazon.com/iam`, which is the AWS console and takes no assertions itself
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«http»://signin.aws.amazon.com/saml‹/›"/>
    /// ```
    /// > the assertion is for `http://signin.aws.amazon.com/saml/`, which begins with http instead of https and ends with a slash too many
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml«#2»"/>
    /// ```
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com«/static/saml-metadata.xml»"/>
    /// ```
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="«signin.aws.amazon.com/saml»"/>
    /// ```
    /// > the assertion is for `signin.aws.amazon.com/saml`, which lacks https:// in front
    ///
    /// AWS's own page prints an address without `/acs` once, so that is a warning.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://eu-west-1.signin.aws.amazon.com/saml/«SAMLSP4SHN3UIS2D558H46»"/>
    /// ```
    /// > the assertion is for `https://eu-west-1.signin.aws.amazon.com/saml/SAMLSP4SHN3UIS2D558H46`, which lacks /acs between /saml and the identifier of the provider
    ///
    /// The older address in AWS's examples may work; the trust policy must then name it.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com«/static»/saml"/>
    /// ```
    /// > the assertion is for `https://signin.aws.amazon.com/static/saml`, an address of older examples, which may no longer work
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://eu-west-1.signin.aws.amazon.com/saml/acs/SAMLSP4SHN3UIS2D558H46"/>
    /// ```
    /// The drivers of Athena and Redshift listen on the user's own machine.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="http://localhost:7890/athena"/>
    /// ```
    /// White space alone is for another rule.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml "/>
    /// ```
    "recipient-wrong" {
        title: "a recipient that is not the sign-in page",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: ["destination-not-recipient"],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: Subject and NameID",
            "These attributes include a value that must match the AWS endpoint (https://signin.aws.amazon.com/saml)"
        )],
        predicts: ["E05", "E01"],
    }
}

use super::faults;
use crate::aws::endpoints::{Endpoint, EndpointFaultKind as Kind};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

const ADVICE: &str = "Correct the ACS URL (also called reply URL or recipient) at the identity provider.";

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let recipient = cx.recipient()?;
    let value = recipient.as_str();
    let wrong = match cx.endpoint()? {
        Endpoint::Wrong(wrong) => wrong,
        Endpoint::StaticSaml { .. } => {
            let at = value.split_once("/static").map(|(before, _)| before.len())?;
            let tail = ", an address of older examples, which may no longer work";
            let place = recipient.sub(at..at.saturating_add("/static".len()));
            out.find(place, say!["the assertion is for ", code(value), tail])
                .expected(code(value.replace("/static/", "/")))
                .at_most(Severity::Warning)
                .confidence(Confidence::Possible)
                .predicts(None)
                .fix_at_idp(Setting::Acs, ADVICE);
            return Some(Checked);
        }
        _ => return Some(Checked),
    };
    let Some(first) = wrong.faults.iter().find(|fault| !faults::is_blank(fault.kind)) else {
        return Some(Checked);
    };
    let said: Vec<_> = wrong.faults.iter().map(|fault| faults::describe(fault.kind)).collect();
    let message = say!["the assertion is for ", code(value), ", which ", said.join(" and ")];
    let severity = wrong.faults.iter().map(|fault| ceiling(fault.kind, cx)).max()?;
    // Where something is missing there is nothing to underline but the whole.
    let place = if first.range.is_empty() { recipient.span } else { recipient.sub(first.range.clone()) };
    let mut reported = out
        .find(place, message)
        .found(code(value))
        .at_most(severity)
        .confidence(Confidence::Likely)
        .fix_at_idp(Setting::Acs, ADVICE);
    for other in wrong.faults.iter().filter(|fault| *fault != first) {
        reported =
            reported.related(recipient.sub(other.range.clone()), faults::describe(other.kind).as_str());
    }
    if let Some(intended) = wrong.intended {
        reported.expected(code(intended));
    }
    Some(Checked)
}

/// How bad one fault is at most.
fn ceiling(kind: Kind, cx: &Cx<'_>) -> Severity {
    let lenient = super::formats::wants_persistent(cx.service());
    match kind {
        // AWS's own page prints this form once. Blanks have a rule of their own.
        Kind::MissingAcs | Kind::WhiteSpace | Kind::Invisible(_) => Severity::Warning,
        // The trust policies documented for WorkSpaces and AppStream let these pass.
        Kind::TrailingSlash
        | Kind::Query
        | Kind::Fragment
        | Kind::Port
        | Kind::PathCase
        | Kind::UpperCaseHost
            if lenient =>
        {
            Severity::Warning
        }
        _ => Severity::Error,
    }
}
