crate::declare_rule! {
    /// The paste is a web page without a SAML form.
    ///
    /// ## Why it matters
    /// The page that carries a response has a form with the hidden field `SAMLResponse`, and posts it by itself within moments.
    /// A page without one is a login page, an error page, or what AWS showed after the sign-in failed. It does not hold the
    /// response any more.
    ///
    /// ## What to do
    /// Record the sign-in with the browser's network panel open and copy the form field `SAMLResponse` of the `POST` to AWS. If
    /// the page shows an error text of AWS, give that text, too.
    ///
    /// ## Fires
    /// ```paste
    /// «<!DOCTYPE html>»
    /// <html><head><title>Sign in</title></head><body><p>Please sign in</p></body></html>
    /// ```
    /// > this is a web page (`Sign in`) without a SAML message
    ///
    /// ## Does not fire
    /// ```paste na
    /// <form method="post" action="https://signin.aws.amazon.com/saml"><input type="hidden" name="SAMLResponse" value="PHNhbWxwOkF1dGhuUmVxdWVzdCB4bWxuczpzYW1scD0idXJuOm9hc2lzOm5hbWVzOnRjOlNBTUw6Mi4wOnByb3RvY29sIi8+"></form>
    /// ```
    "html-without-message" {
        title: "a web page without a SAML message",
        severity: Note,
        stage: Capture,
        needs: [],
        explains: [],
        cites: [(
            "SAML Bindings 2.0",
            "3.5.4 Message Encoding",
            "the form control MUST be named SAMLResponse"
        )],
        predicts: [],
    }
}

use super::place;
use crate::evidence::ItemKind;
use crate::lint::{Checked, Cx, Findings, Owner, code};
use crate::say;

fn check(cx: &Cx<'_>, out: &mut Findings) -> Option<Checked> {
    if cx.kind() != ItemKind::HtmlPage || cx.other_messages > 0 {
        return None;
    }
    let words = match title(cx.sources.excerpt(cx.item.leaf.span)) {
        Some(title) => say!["this is a web page (", code(title), ") without a SAML message"],
        None => say!["this is a web page without a SAML message"],
    };
    out.find(place::first_line(cx), words).fix_by(
        Owner::User,
        say![
            "Record the sign-in in the browser's network panel and copy the field ",
            code("SAMLResponse"),
            " of the POST to the AWS sign-in address."
        ],
    );
    Some(Checked)
}

/// What stands in `<title>`, if it is plain and short.
fn title(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("<title>").or_else(|| page.split_once("<TITLE>"))?;
    let title = rest.split('<').next()?.trim();
    (!title.is_empty() && title.chars().count() <= 80).then_some(title)
}
