crate::declare_rule! {
    /// The subject has more than one `SubjectConfirmation`.
    ///
    /// ## Why AWS refuses it
    /// The IAM User Guide says that there must be exactly one. Which one AWS reads if there are more is not known:
    /// it may take the first and go on, or answer `Responses must contain SubjectConfirmatonData with a Recipient
    /// and NotOnOrAfter`. Where only one of them has a `Recipient` and a `NotOnOrAfter`, the sentence can be read to
    /// mean that one, so this is a warning.
    ///
    /// ## What to do
    /// Keep one ACS URL in the application that serves AWS. Several addresses, or a holder-of-key confirmation beside
    /// the bearer one, make several confirmations in some products.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// «<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">»
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://eu-west-1.signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    /// > the subject has 2 elements `SubjectConfirmation`, and AWS wants exactly one
    ///
    /// A confirmation of another method beside the complete one: a warning.
    /// ```xml
    /// <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:holder-of-key">
    ///   <saml:SubjectConfirmationData/>
    /// </saml:SubjectConfirmation>
    /// «<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">»
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    /// > the subject has 2 elements `SubjectConfirmation`, of which one alone has a `Recipient` and a `NotOnOrAfter`; AWS may want no other beside it
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
    ///   <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// </saml:SubjectConfirmation>
    /// ```
    "several-subject-confirmations" {
        title: "more than one subject confirmation",
        severity: Error,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response: Subject and NameID",
            "There must be exactly one SubjectConfirmation element"
        )],
        predicts: ["E13"],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, Severity, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let subject = cx.role_assertion()?.subject.as_ref()?;
    let confirmations = &subject.confirmations;
    let first = confirmations.first()?;
    let Some(second) = confirmations.get(1) else { return Some(Checked) };
    let count =
        say![format!("the subject has {} elements ", confirmations.len()), code("SubjectConfirmation")];
    let mut reported = match subject.only_complete() {
        Some(_) => out
            .find(
                second.tag,
                count.then(say![
                    ", of which one alone has a ",
                    code("Recipient"),
                    " and a ",
                    code("NotOnOrAfter"),
                    "; AWS may want no other beside it"
                ]),
            )
            .at_most(Severity::Warning)
            .predicts(None)
            .confidence(Confidence::Possible),
        None => out.find(second.tag, count.and(", and AWS wants exactly one")).confidence(Confidence::Likely),
    }
    .related(first.tag, "the first one");
    for more in confirmations.iter().skip(2).take(8) {
        reported = reported.related(more.tag, "one more");
    }
    reported.fix_at_idp(
        Setting::Acs,
        "Keep one ACS URL and the bearer confirmation alone in the application for AWS.",
    );
    Some(Checked)
}
