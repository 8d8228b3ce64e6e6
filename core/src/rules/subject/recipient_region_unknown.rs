crate::declare_rule! {
    /// The `Recipient` names a region that is not known, or has no sign-in address that AWS lists.
    ///
    /// ## Why it matters
    /// If there is no such region there is no such sign-in page, and the browser cannot even reach it. A region newer
    /// than the list of this program is no mistake.
    ///
    /// ## What to do
    /// Compare the region with those that the AWS General Reference lists for sign-in.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://«us-east-9».signin.aws.amazon.com/saml"/>
    /// ```
    /// > the assertion is for the region `us-east-9`, which is not known
    ///
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://«eu-wset-1».signin.aws.amazon.com/saml"/>
    /// ```
    /// > the assertion is for the region `eu-wset-1`, which is not known; probably `eu-west-1` was meant
    ///
    /// The AWS CLI knows the region, and the list of sign-in addresses does not.
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://«me-west-1».signin.aws.amazon.com/saml"/>
    /// ```
    /// > the assertion is for the region `me-west-1`, for which AWS lists no sign-in address
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://ap-southeast-7.signin.aws.amazon.com/saml"/>
    /// ```
    /// No region at all is right too.
    /// ```xml na
    /// <saml:SubjectConfirmationData NotOnOrAfter="2026-01-15T10:05:00Z" Recipient="https://signin.aws.amazon.com/saml"/>
    /// ```
    "recipient-region-unknown" {
        title: "a region that is not known",
        severity: Warning,
        stage: SubjectConfirmation,
        needs: [],
        explains: [],
        cites: [(
            "AWS General Reference",
            "AWS Sign-In endpoints and quotas",
            "us-east-1.signin.aws.amazon.com"
        )],
        predicts: [],
    }
}

use crate::aws::distance;
use crate::aws::endpoints::Endpoint;
use crate::aws::partitions::{self, Partition};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let recipient = cx.recipient()?;
    let region = match cx.endpoint()? {
        Endpoint::SignIn(sign_in) => sign_in.region?,
        Endpoint::StaticSaml { region, .. } => region?,
        _ => return None,
    };
    let known = partitions::region(region);
    // Of the isolated partitions nothing is listed in public.
    if known.is_some_and(|known| known.sign_in || known.partition != Partition::Aws) {
        return Some(Checked);
    }
    let message = match known {
        Some(_) => {
            say!["the assertion is for the region ", code(region), ", for which AWS lists no sign-in address"]
        }
        None => say!["the assertion is for the region ", code(region), ", which is not known"],
    };
    let message = match meant(region).filter(|_| known.is_none()) {
        Some(meant) => message.and("; probably ").and(code(meant)).and(" was meant"),
        None => message,
    };
    out.find(recipient.sub_str(region), message).confidence(Confidence::Possible).fix_at_idp(
        Setting::Acs,
        "Compare the region in the ACS URL with the regions that AWS lists for sign-in.",
    );
    Some(Checked)
}

/// The region whose words were misspelt. Another number is no misspelling: it may be a new region.
fn meant(region: &str) -> Option<&'static str> {
    let (words, number) = region.rsplit_once('-')?;
    let known = partitions::regions().iter().map(|known| known.id);
    known.filter_map(|id| Some((id, id.rsplit_once('-')?))).find_map(|(id, (known_words, known_number))| {
        let near = known_number == number && known_words != words && distance::within(known_words, words, 2);
        near.then_some(id)
    })
}
