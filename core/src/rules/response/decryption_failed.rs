crate::declare_rule! {
    /// A private key was supplied, but it does not decrypt the message.
    ///
    /// ## Why it matters
    /// The identity provider encrypts for one certificate. Only its private key opens the assertion. If IAM holds another key
    /// than the one that the identity provider encrypts for, AWS cannot read the assertion either; the text that it then shows
    /// is not documented.
    ///
    /// ## What to do
    /// Compare the certificate in the message, or the one that is set at the identity provider, with the private key that was
    /// added to the SAML provider in IAM. After a change of the key both sides must follow.
    ///
    /// ## Fires
    /// ```xml base=none file=fixtures/encryption/response.xml mark=saml:EncryptedAssertion:
    /// ```
    /// ```+pem file=fixtures/encryption/other-key.pem
    /// ```
    /// > `EncryptedAssertion` says for which certificate it is encrypted, and the private key that was supplied does not
    /// > belong to it
    ///
    /// ## Does not fire
    /// ```xml base=none file=fixtures/encryption/response.xml
    /// ```
    /// ```+pem file=fixtures/certificates/private-pkcs8.pem
    /// ```
    /// Without a key nothing was tried.
    /// ```xml base=none na file=fixtures/encryption/response.xml
    /// ```
    "decryption-failed" {
        title: "a message that the supplied key does not decrypt",
        severity: Warning,
        stage: Response,
        needs: [],
        explains: [],
        cites: [(
            "XML Encryption 1.1",
            "4.5 Decryption",
            "the decryptor"
        )],
        predicts: [],
    }
}

use crate::crypto::decrypt::Reason;
use crate::evidence::PrivateKeyForm;
use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    cx.evidence.private_keys.first()?;
    cx.item.deciphered.first()?;
    let usable = !cx.evidence.decryption.is_empty();
    let locked = cx.evidence.private_keys.iter().any(|key| key.form == PrivateKeyForm::Encrypted);
    for part in &cx.item.deciphered {
        let Err(failure) = &part.result else { continue };
        let name = code(part.name.as_str());
        let words = match failure.reason {
            _ if !usable && locked => {
                say!["the private key that was supplied is under a password, so ", name, " was not decrypted"]
            }
            _ if !usable => say!["what was supplied is no RSA private key, so ", name, " was not decrypted"],
            Reason::WrongKey => {
                say![
                    "the private key that was supplied does not fit: ",
                    name,
                    " is encrypted for another one"
                ]
            }
            Reason::WrongRecipient => say![
                name,
                " says for which certificate it is encrypted, and the private key that was supplied does not belong to it"
            ],
            Reason::BadTag => {
                say![
                    "the private key fits, but ",
                    name,
                    " was changed after it was encrypted: its tag is wrong"
                ]
            }
            Reason::BadPadding => say![
                "the private key fits, but what is inside ",
                name,
                " is damaged, or it was encrypted by other parameters than it says"
            ],
            Reason::NoEncryptedKey => say![name, " holds no encrypted key, so no private key can open it"],
            Reason::UnsupportedAlgorithm => {
                let algorithm = failure.algorithm.as_deref().unwrap_or("an unknown algorithm");
                say![name, " is encrypted with ", code(algorithm), ", which is not decrypted here"]
            }
            Reason::Malformed => {
                say![name, " is not built as XML Encryption says, so it cannot be decrypted"]
            }
            Reason::Doctype => say![name, " uses an entity of a DOCTYPE; entities are never expanded"],
            Reason::Limit => say![name, " is too large to be decrypted here"],
            Reason::NoKey => say!["no private key was supplied for ", name],
        };
        let at = cx.document().and_then(|document| {
            let holder = document.elements().find(|element| element.start_tag() == part.holder)?;
            Some(holder.name_span())
        });
        let finding = out.find(at.unwrap_or(part.holder), words);
        match locked && !usable {
            true => finding
                .fix_by(Owner::User, "Supply a copy of the key without a password; it is kept in memory only.")
                .command("openssl pkey -in key.pem -out open-key.pem".to_owned()),
            false => finding.fix_at_idp(
                Setting::Encryption,
                "Compare the certificate that the identity provider encrypts for with the private key in IAM.",
            ),
        };
    }
    Some(Checked)
}
