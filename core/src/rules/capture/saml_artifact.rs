crate::declare_rule! {
    /// The paste holds a SAML artifact instead of a message.
    ///
    /// ## Why it matters
    /// With the artifact binding the browser carries only a reference, `SAMLart`; the message itself travels between the
    /// servers. AWS takes responses by the `POST` binding only, and the reference tells nothing about the message.
    ///
    /// ## What to do
    /// Set the binding for AWS to HTTP POST at the identity provider, then capture the form field `SAMLResponse`.
    ///
    /// ## Fires
    /// ```paste
    /// SAMLart=«AAQAAMFbLinlXaCM%2BFIxiDwGOLAy2T71gbpO7ZhNzAgEANlB90ECfpNEVLg%3D»&RelayState=x
    /// ```
    /// > this is a SAML artifact, a reference to a message that the browser never sees
    ///
    /// ## Does not fire
    /// ```paste na
    /// SAMLResponse=PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8%2B&RelayState=x
    /// ```
    "saml-artifact" {
        title: "a SAML artifact instead of a message",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "IAM User Guide",
            "Configure SAML assertions for the authentication response",
            "adheres to the HTTP POST Binding for SAML 2.0"
        )],
        predicts: [],
    }
}

use crate::idp::Setting;
use crate::lint::{Checked, Cx, Findings};
use crate::peel::NoteKind;
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if cx.message().is_some() {
        return None;
    }
    let note = cx.notes.iter().find(|note| note.kind == NoteKind::ArtifactOnly)?;
    out.find(
        note.span,
        say!["this is a SAML artifact, a reference to a message that the browser never sees"],
    )
    .fix_at_idp(
        Setting::Acs,
        "Use the HTTP POST binding for the address of AWS instead of the artifact binding.",
    );
    Some(Checked)
}
