crate::declare_rule! {
    /// CloudTrail recorded this sign-in.
    ///
    /// ## Why it matters
    /// The event shows what AWS STS answered: its `errorCode` and `errorMessage` name the check that failed, more exactly than
    /// the page that the user sees. An event without an error means that AWS STS accepted this very assertion; what is wrong
    /// then lies behind it, in the relay state or in the service. An event is taken for that of the message if its
    /// `sAMLAssertionID` is the `ID` of the assertion, or if person and time fit. Events of other sign-ins are left aside.
    ///
    /// ## What to do
    /// Read the cause that is named first. Where the events are of somebody else, look the right one up in the region of the
    /// sign-in address; the address without a region records in us-east-1.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"eventName": "AssumeRoleWithSAML", "eventSource": "sts.amazonaws.com", "eventTime": "2026-01-15T10:00:03Z", "errorCode": "InvalidIdentityTokenException", "errorMessage": "«Response signature invalid»", "requestParameters": {"sAMLAssertionID": "_a1"}}
    /// ```
    /// > CloudTrail recorded that AWS refused this sign-in: `Response signature invalid`
    ///
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"eventName": "AssumeRoleWithSAML", "eventSource": "sts.amazonaws.com", "eventTime": "2026-01-15T10:00:03Z", "requestParameters": {"sAMLAssertionID": "«_a1»"}, "responseElements": {"subject": "ana.lopez"}}
    /// ```
    /// > CloudTrail recorded that AWS STS accepted this assertion, so what is wrong lies behind it
    ///
    /// ## Does not fire
    /// Without events, and without an error that one could explain, there is nothing to say.
    /// ```xml na
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    ///
    /// ## Cannot tell
    /// ```xml needs=cloudtrail
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+json
    /// {"eventName": "AssumeRoleWithSAML", "eventSource": "sts.amazonaws.com", "eventTime": "2026-01-15T10:00:03Z", "errorCode": "AccessDenied", "errorMessage": "Not authorized to perform sts:AssumeRoleWithSAML", "requestParameters": {"sAMLAssertionID": "_other"}}
    /// ```
    ///
    /// An error was shown, and the event of it would say more.
    /// ```xml needs=cloudtrail
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    /// ```+text
    /// Your request included an invalid SAML response. To logout, click here.
    /// ```
    "sign-in-recorded" {
        title: "what CloudTrail recorded of this sign-in",
        severity: Note,
        stage: Capture,
        needs: ["cloudtrail"],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Logging IAM and AWS STS API calls with AWS CloudTrail",
            "also logs non-authenticated requests"
        )],
        predicts: [],
    }
}

use crate::aws::outputs::Event;
use crate::evidence::{Apart, Join, JoinedBy, SignIn};
use crate::lint::{Checked, Confidence, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.role_assertion()?;
    let sign_in = SignIn::of(cx.message()?)?;
    let events: Vec<_> = cx.evidence.outputs.events().collect();
    // Without an error there is nothing to look up.
    if events.is_empty() && cx.errors.is_empty() {
        return None;
    }
    let accepted = sign_in.accepted(cx.evidence.outputs.events());
    let mut found = false;
    for event in &events {
        match sign_in.join(event.value) {
            Join::Same(by) => {
                found = true;
                out.used(event.item, used(by));
                report(cx, event.value, by, accepted.is_some(), out);
            }
            Join::Other(apart) => out.left_aside(event.item, left_aside(apart)),
            Join::Unclear => out.left_aside(event.item, "Nothing in it tells whose sign-in it records."),
        }
    }
    if !found {
        out.lacks(cx.recorded(None));
    }
    Some(Checked)
}

fn report(cx: &Cx<'_>, event: &Event, by: JoinedBy, accepted: bool, out: &mut Findings) {
    let confidence = match by {
        JoinedBy::AssertionId => Confidence::Certain,
        JoinedBy::Person => Confidence::Likely,
        JoinedBy::Time => Confidence::Possible,
    };
    if let Some(said) = event.error_message.as_ref().or(event.error_code.as_ref()) {
        let words = say!["CloudTrail recorded that AWS refused this sign-in: ", code(said.as_str())];
        out.find(said.span, words)
            .confidence(confidence)
            .found(code(said.as_str()))
            .fix_by(Owner::User, "Take this text, and not that of the page, for the error that AWS gave.");
    } else if accepted && by != JoinedBy::Time && event.assumed_a_role() {
        let at = event.request.saml_assertion_id.as_ref().or(event.event_time.as_ref());
        let words =
            say!["CloudTrail recorded that AWS STS accepted this assertion, so what is wrong lies behind it"];
        let mut reported = out.find(at.map_or(event.span, |at| at.span), words).confidence(confidence);
        for error in cx.errors.iter().filter(|error| error.is_refusal()).take(3) {
            reported = reported.related(error.span, "this text is that of another attempt");
        }
        reported.fix_by(
            Owner::User,
            "Look at the relay state and at the service itself: its users, and what the role may do.",
        );
    }
}

fn used(by: JoinedBy) -> &'static str {
    match by {
        JoinedBy::AssertionId => "It records this very sign-in: it has the identifier of the assertion.",
        JoinedBy::Person => "It records this sign-in: person and time are the same.",
        JoinedBy::Time => "It probably records this sign-in: it follows the assertion at once.",
    }
}

fn left_aside(apart: Apart) -> &'static str {
    match apart {
        Apart::Operation => "It records something else than a sign-in by SAML.",
        Apart::AssertionId => "It records the sign-in with another assertion.",
        Apart::Role => "It records a sign-in to another role, provider or account.",
        Apart::Person => "It records the sign-in of somebody else.",
        Apart::Time => "It records a sign-in at another time.",
    }
}
