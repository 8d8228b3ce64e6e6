crate::declare_rule! {
    /// The XML declares another character encoding than UTF-8.
    ///
    /// ## Why it matters
    /// The text was read as UTF-8 here. If the receiver believes the declaration, letters with accents come out as other
    /// characters, in names as well as in what was signed. With plain ASCII in the message nothing changes.
    ///
    /// ## What to do
    /// Nothing, as long as the message holds plain ASCII. Otherwise let the identity provider write UTF-8 and declare it.
    ///
    /// ## Fires
    /// ```paste
    /// <?xml version="1.0" encoding="«ISO-8859-1»"?><samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>
    /// ```
    /// > the XML says that its encoding is `ISO-8859-1`, but it was read as UTF-8
    ///
    /// ## Does not fire
    /// ```paste
    /// <?xml version="1.0" encoding="UTF-8"?><samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>
    /// ```
    "encoding-declared" {
        title: "a declared encoding other than UTF-8",
        severity: Note,
        stage: Decode,
        needs: [],
        explains: [],
        cites: [(
            "XML 1.0",
            "4.3.3 Character Encoding in Entities",
            "it is a fatal error for an entity including an encoding declaration to be presented to the XML processor in an encoding other than that named in the declaration"
        )],
        predicts: [],
    }
}

use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;
use crate::xml::ProblemKind;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let document = cx.document()?;
    // Bytes that are no UTF-8 are taken for Windows-1252, of which ISO-8859-1 is nearly a part.
    let read_as = match cx.layers.iter().any(|layer| layer.id == "windows-1252") {
        true => ", and its bytes were read as Windows-1252",
        false => ", but it was read as UTF-8",
    };
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::DeclaredEncoding) {
        let name = document.raw(problem.span);
        out.find(problem.span, say!["the XML says that its encoding is ", code(name), read_as])
            .expected(code("UTF-8"))
            .found(code(name))
            .fix_by(Owner::IdpAdmin, "Write the XML in UTF-8 and declare it so.");
    }
    Some(Checked)
}
