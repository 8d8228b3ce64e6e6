crate::declare_rule! {
    /// A private key was pasted.
    ///
    /// ## Why it matters
    /// A private key is a secret. With the key of an identity provider anybody can sign in as anybody; with the key that IAM
    /// holds for decryption anybody can read the assertions. Here it stays in this browser tab or on this machine: nothing is
    /// sent or stored. In a ticket, a chat or an e-mail it would be lost.
    ///
    /// ## What to do
    /// Close the tab when you are done, and do not pass the key on. If it has already been in a ticket or a chat, replace it at
    /// the identity provider and in IAM. To check a signature the certificate is enough.
    ///
    /// ## Fires
    /// ```pem
    /// «-----BEGIN PRIVATE KEY-----»
    /// AAAA
    /// -----END PRIVATE KEY-----
    /// ```
    /// > this is a private key; it stays here, but must never be put into a ticket or a chat
    ///
    /// ## Does not fire
    /// ```pem
    /// -----BEGIN CERTIFICATE-----
    /// AAAA
    /// -----END CERTIFICATE-----
    /// ```
    "private-key-pasted" {
        title: "a private key in the paste",
        severity: Warning,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "RFC 7468",
            "13. Security Considerations",
            "private keys"
        )],
        predicts: [],
    }
}

use super::place;
use crate::evidence::{ItemKind, PrivateKeyForm};
use crate::lint::{Checked, Cx, Findings, Owner, Severity};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if cx.kind() != ItemKind::PrivateKey {
        return None;
    }
    // Whoever supplies it for decryption knows; it is said all the same, for the next paste.
    let wanted = cx.evidence.private_keys.iter().any(|key| matches!(key.form, PrivateKeyForm::Usable(_)));
    out.find(
        place::first_line(cx),
        say!["this is a private key; it stays here, but must never be put into a ticket or a chat"],
    )
    .at_most(if wanted { Severity::Note } else { Severity::Warning })
    .fix_by(
        Owner::User,
        "Wipe the paste when you are done, and replace the key if anybody else has seen it.",
    );
    Some(Checked)
}
