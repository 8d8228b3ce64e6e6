crate::declare_rule! {
    /// A letter of another alphabet stands among Latin ones in the issuer or the name of the user.
    ///
    /// ## Why it matters
    /// A Cyrillic `а` looks like a Latin `a` and is another character. A name in which both are mixed looks like somebody
    /// else's, and people who compare by eye are fooled. AWS compares characters, so a policy or a user name written with the
    /// Latin letter does not match. Names that are wholly in another alphabet are ordinary and are not meant.
    ///
    /// ## What to do
    /// Type the value anew on a plain keyboard. If nobody of yours typed it, treat the message as forged.
    ///
    /// ## Fires
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">«а»na.lopez</saml:NameID>
    /// ```
    /// > the `NameID` holds a Cyrillic letter (U+0430), which looks like `a`, among Latin letters
    ///
    /// ```xml without=Assertion/Issuer in=Assertion also=issuers-differ
    /// <saml:Issuer>https://idp.ex«а»mple.com/saml</saml:Issuer>
    /// ```
    /// > the `Issuer` of the assertion holds a Cyrillic letter (U+0430), which looks like `a`, among Latin letters
    ///
    /// ## Does not fire
    /// A name in another alphabet.
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">Анна Смирнова (anna)</saml:NameID>
    /// ```
    /// Letters of the Latin alphabet that English lacks.
    /// ```xml
    /// <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">ışıl.yıldız</saml:NameID>
    /// ```
    "look-alike-character" {
        title: "a letter that looks like another one",
        severity: Warning,
        stage: Issuer,
        needs: [],
        explains: ["issuers-differ"],
        cites: [(
            "Unicode Technical Standard 39",
            "4 Confusable Detection",
            "mixed-script confusable"
        )],
        predicts: [],
    }
}

use crate::aws::characters::looks_like_ascii;
use crate::lint::{Checked, Confidence, Cx, Findings, Message, Owner, code};
use crate::rules::naming::{character, join};
use crate::say;
use crate::source::Text;
use std::ops::Range;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    let message = cx.response()?;
    let mut values: Vec<(Message, &Text)> = Vec::new();
    let apart = message.assertions.first().is_none_or(|assertion| assertion.node != message.root);
    let outer = message.issuer.as_ref().filter(|_| apart);
    values.extend(outer.map(|issuer| (say!["the ", code("Issuer"), " of the response"], &issuer.text)));
    for assertion in message.assertions.iter().take(2) {
        let issuer = assertion.issuer.as_ref();
        values.extend(issuer.map(|issuer| (say!["the ", code("Issuer"), " of the assertion"], &issuer.text)));
        let name_id = assertion.subject.as_ref().and_then(|subject| subject.name_id.as_ref());
        values.extend(name_id.map(|name_id| (say!["the ", code("NameID")], &name_id.text)));
    }
    for (name, text) in values {
        let mut places = among_latin(text.as_str());
        let Some((range, char)) = places.next() else { continue };
        let words = join(name.and(" holds "), character(char)).and(", among Latin letters");
        let mut finding =
            out.find(text.sub(range), words).confidence(Confidence::Likely).found(character(char));
        for (range, char) in places.take(4) {
            finding = finding.related(text.sub(range), character(char));
        }
        finding.fix_by(
            Owner::IdpAdmin,
            "Type the value anew on a plain keyboard. If nobody of yours typed it, treat the message as forged.",
        );
    }
    Some(Checked)
}

/// Letters of other alphabets that look like Latin ones, in words that also have Latin ones.
fn among_latin(value: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let words = value.split(|char: char| !char.is_alphanumeric());
    let mixed = words.filter(|word| word.contains(|char: char| char.is_ascii_alphabetic()));
    mixed.flat_map(move |word| {
        let start = (word.as_ptr() as usize).saturating_sub(value.as_ptr() as usize);
        word.char_indices().filter(|(_, char)| is_foreign(*char)).map(move |(at, char)| {
            let from = start.saturating_add(at);
            (from..from.saturating_add(char.len_utf8()), char)
        })
    })
}

/// Greek and what comes behind it. Letters of the Latin alphabet, such as the dotless i, are no disguise.
fn is_foreign(char: char) -> bool {
    char >= '\u{370}' && looks_like_ascii(char).is_some_and(|meant| meant.is_ascii_alphabetic())
}
