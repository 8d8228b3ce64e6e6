crate::declare_rule! {
    /// The audience is almost one that AWS names.
    ///
    /// ## Why it matters
    /// AWS compares the audience with its own names and may answer `Response does not contain the required audience.`
    /// A slash, a capital letter or `http` is a difference. How strictly AWS compares is not documented, so this is a
    /// warning.
    ///
    /// ## What to do
    /// Correct the audience (also called SP entity ID, identifier or audience URI) at the identity provider.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:Audience>«urn:amazon:webservice»</saml:Audience>
    /// ```
    /// > the audience `urn:amazon:webservice` is none that AWS names; probably `urn:amazon:webservices` was meant
    ///
    /// ```xml
    /// <saml:Audience>https://signin.aws.amazon.com/saml«/»</saml:Audience>
    /// ```
    ///
    /// ```xml
    /// <saml:Audience>«http»://signin.aws.amazon.com/saml‹#2›</saml:Audience>
    /// ```
    /// > the audience `http://signin.aws.amazon.com/saml#2` is none that AWS names; probably `https://signin.aws.amazon.com/saml` was meant
    ///
    /// ```xml
    /// <saml:Audience>«Urn:amazon:webservices»‹ ›</saml:Audience>
    /// ```
    ///
    /// A letter that only looks right.
    /// ```xml
    /// <saml:Audience>urn:«а»mazon:webservices</saml:Audience>
    /// ```
    /// > the audience `urn:аmazon:webservices` is none that AWS names; probably `urn:amazon:webservices` was meant: it holds a Cyrillic letter (U+0430), which looks like `a`
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Audience>https://eu-west-1.signin.aws.amazon.com/saml</saml:Audience>
    /// ```
    /// White space alone is for another rule.
    /// ```xml
    /// <saml:Audience> urn:amazon:webservices</saml:Audience>
    /// ```
    "audience-near-miss" {
        title: "an audience that is almost right",
        severity: Warning,
        stage: Audience,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Troubleshoot SAML federation with IAM: Response does not contain the required audience",
            "relying party identifier exactly matches the audience URL (entity ID)"
        )],
        predicts: ["E10", "E01"],
    }
}

use std::ops::Range;

use super::restrictions::{self, Trouble};
use crate::aws::characters::{is_invisible, looks_like_ascii};
use crate::idp::Setting;
use crate::lint::{Checked, Confidence, Cx, Findings, code};
use crate::rules::naming::{character, join};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    for trouble in restrictions::troubles(cx)? {
        let Trouble::NearMiss { text, meant, faults } = trouble else { continue };
        let value = text.as_str();
        // White space beside a graver fault is only mentioned.
        let is_blank = |range: &Range<usize>| {
            value.get(range.clone()).is_some_and(|part| restrictions::without_blanks(part).is_empty())
        };
        let first = faults.iter().find(|fault| !is_blank(&fault.range)).or(faults.first());
        let message = say![
            "the audience ",
            code(value),
            " is none that AWS names; probably ",
            code(&meant),
            " was meant"
        ];
        let (span, message) = match unseen(value) {
            Some((range, char)) => (text.sub(range), join(message.and(": it holds "), character(char))),
            None => (first.map_or(text.span, |fault| text.sub(fault.range.clone())), message),
        };
        let mut reported = out
            .find(span, message)
            .expected(code(&meant))
            .found(code(value))
            .confidence(Confidence::Likely)
            .fix_at_idp(Setting::Audience, say!["Set the audience (SP entity ID) to ", code(&meant), "."]);
        for fault in faults.iter().filter(|fault| Some(*fault) != first && unseen(value).is_none()) {
            reported = reported.related(text.sub(fault.range.clone()), "this differs too");
        }
    }
    Some(Checked)
}

/// The first character inside the value that cannot be seen, or that looks like another.
fn unseen(value: &str) -> Option<(Range<usize>, char)> {
    let odd = |c: char| is_invisible(c) || looks_like_ascii(c).is_some();
    let mut chars = restrictions::without_blanks(value).chars();
    let char = chars.find(|char| odd(*char))?;
    let at = value.find(char)?;
    Some((at..at.saturating_add(char.len_utf8()), char))
}
