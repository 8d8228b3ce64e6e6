crate::declare_rule! {
    /// The input goes beyond what is read.
    ///
    /// ## Why it matters
    /// Sizes, depths and repetitions are bounded, so that no input can make this program hang. What stands beyond a
    /// bound was not looked at: a defect there is not reported. No real response comes near the bounds; a file that does
    /// is a very large recording, or was made to do harm.
    ///
    /// ## What to do
    /// Cut the recording down to the one sign-in, or paste the form field `SAMLResponse` alone.
    ///
    /// ## Fires
    /// ```xml in=Assertion also=xml-not-well-formed
    /// <saml:Advice><!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--<!--«»<!--<!--<!--<!--</saml:Advice>
    /// ```
    /// > the markup is broken in more than 64 places; what stands behind this one was not read
    ///
    /// ## Does not fire
    /// ```xml
    /// <saml:Issuer>https://idp.example.com/saml</saml:Issuer>
    /// ```
    "limit-reached" {
        title: "input beyond what is read",
        severity: Warning,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "practice",
            "bounds of this program",
            "what is beyond a bound is not read"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner};
use crate::peel::NoteKind;
use crate::say;
use crate::xml::{Budget, ProblemKind};

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let advice = "Paste the form field SAMLResponse of the one sign-in alone.";
    for note in cx.notes.iter().filter(|note| note.kind == NoteKind::LimitReached) {
        out.find(note.span, say!["the input is larger or nested deeper than is read; what stands behind this place was not read"])
            .fix_by(Owner::User, advice);
    }
    for problem in cx.document().into_iter().flat_map(|document| &document.problems) {
        let ProblemKind::LimitReached(budget) = problem.kind else { continue };
        let limits = cx.limits;
        let what = match budget {
            Budget::Bytes => format!("the document is larger than {} bytes", limits.xml_bytes),
            Budget::Depth => format!("elements stand more than {} deep inside one another", limits.xml_depth),
            Budget::Nodes => format!("the document has more than {} parts", limits.xml_nodes),
            Budget::Restarts => format!("the markup is broken in more than {} places", limits.xml_restarts),
        };
        out.find(problem.span, say![what, "; what stands behind this one was not read"])
            .fix_by(Owner::User, advice);
    }
    Some(Checked)
}
