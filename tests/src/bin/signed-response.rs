//! `signed-response SIZE`: prints a response of about so many bytes, its assertion signed as most providers do it.

use samlens_tests::working::Chance;
use samlens_tests::xmldsig::{KeyInfo, Place, Style, keys, sign};

fn main() {
    let size: usize = std::env::args().nth(1).and_then(|size| size.parse().ok()).unwrap_or(5_000);
    let [rsa, ..] = keys();
    let style = Style { key_info: KeyInfo::Certificate, ..Style::default() };
    let role = "<saml:AttributeValue xsi:type=\"xs:string\">arn:aws:iam::444455556666:role/Admin,\
                arn:aws:iam::444455556666:saml-provider/Example</saml:AttributeValue>";
    // A signature and the rest take about as much.
    let roles = role.repeat(size.saturating_sub(3_700) / role.len() + 1);
    let text = format!(
        "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_response\" Version=\"2.0\" \
         IssueInstant=\"2026-03-02T09:00:00Z\" Destination=\"https://signin.aws.amazon.com/saml\"><samlp:Status>\
         <samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>\
         <saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" \
         xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
         ID=\"_assertion\" Version=\"2.0\" IssueInstant=\"2026-03-02T09:00:00Z\">\
         <saml:Issuer>https://idp.example.com/</saml:Issuer><slot/><saml:Subject>\
         <saml:NameID>alice@example.com</saml:NameID></saml:Subject><saml:AttributeStatement>\
         <saml:Attribute Name=\"https://aws.amazon.com/SAML/Attributes/Role\">{roles}</saml:Attribute>\
         </saml:AttributeStatement></saml:Assertion></samlp:Response>"
    );
    print!(
        "{}",
        sign(&text, Place { slot: "<slot/>", uri: "#_assertion" }, &style, &rsa, &mut Chance::new(1))
    );
}
