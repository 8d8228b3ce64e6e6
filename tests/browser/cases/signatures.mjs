// Signatures: with the metadata one holds; changed it is refused, with digests, octets and the certificate at hand. A
// private key opens what is encrypted, and Wipe leaves nothing of it.

import { readFileSync } from "node:fs";
import { response } from "../fixtures.mjs";

export const name = "signatures";

const fixture = (path) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), "utf8");

/** As a browser posts it, so that nobody can have laid it out anew. */
const posted = (xml) => `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString("base64"))}`;

/** Metadata with the certificate of the message. */
function metadata() {
  const [, certificate] = /X509Certificate>([^<]+)</.exec(response());
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://idp.example.com/saml"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor></md:EntityDescriptor>`;
}

export async function run(page, t) {
  await page.setViewport({ width: 1440, height: 900 });
  const open = async () => {
    await page.evaluate(() => document.querySelector("#tab-signatures").click());
    await t.waitFor(".signature");
  };
  const wipe = async () => {
    await page.click(".wipe");
    await t.waitFor(() => document.querySelector(".app").dataset.state === "empty");
  };

  // By itself it holds, and nobody vouches for it.
  await t.paste(posted(response()));
  await t.waitFor("#verdict");
  await open();
  t.match(await t.text(".signature .badge"), /only by its own certificate/, "without metadata");
  t.equal(await page.evaluate(() => document.querySelector(".signature h3 .badge.accepted")), null, "no green without trust");
  await t.paste(metadata());
  await t.waitFor(() => /holds, by the metadata/.test(document.querySelector(".signature .badge")?.textContent));
  t.match(await t.text(".signature"), /Response\/Assertion.*the digest holds/, "what it covers");
  t.match(await t.text(".rotation"), /Key 1.*Key 1/, "the same key here and there");
  t.match(await t.text(".supplied"), /SAML metadata.*used/, "the evidence and what it settled");
  t.match(await t.text(".signed-map"), /Assertion ?signed/, "the map");
  await t.accessible();
  await t.screenshot("holds");

  // The marks beside the lines, with words for who does not see them.
  await page.evaluate(() => document.querySelector("#tab-xml").click());
  await t.waitFor(".line.signed.accepted");
  t.match(await t.text(".lines"), /Signed from here\. .*Not signed from here\. /, "said where it begins and ends");
  t.match(await t.text(".legend"), /signed/, "legend");
  await t.screenshot("marks");
  // From the signature to what it covers.
  await open();
  await page.click(".cover-name .seek");
  await t.waitFor(() => document.activeElement?.matches("mark.active"));
  await wipe();

  // Changed after it was signed.
  await t.paste(posted(response({ value: "somebody.else@example.com" })));
  await t.paste(metadata());
  await t.waitFor(() => document.querySelectorAll(".chip").length === 2 && document.querySelector(".card") !== null);
  t.match(await t.text("#verdict"), /AWS will refuse this sign-in/, "verdict");
  t.match(await t.text(".findings"), /changed after it was signed/, "the finding");
  await page.evaluate(() => document.querySelector("#tab-xml").click());
  await t.waitFor(".line.signed.refused");
  await open();
  t.match(await t.text(".signature"), /does not hold/, "the signature");
  t.match(await t.text(".cover"), /Digest that was signed.*Digest of what is there/, "both digests");

  // The octets, without a pointer: they are made when they are asked for.
  t.equal(await page.evaluate(() => document.querySelector(".octets pre")), null, "no octets before");
  await page.evaluate(() => document.querySelector(".octets summary").focus());
  await page.keyboard.press("Enter");
  await t.waitFor(".octets[open] pre");
  t.match(await t.text(".octets pre"), /^<saml:Assertion .*somebody\.else@example\.com/, "what was digested");
  t.ok(!(await t.text(".octets pre")).includes("SignatureValue"), "the signature is left out");
  await page.evaluate(() => [...document.querySelectorAll(".octets summary")].at(-1).click());
  await t.waitFor(() => document.querySelectorAll(".octets pre").length === 2);
  t.match(await t.text(".signature > .octets pre"), /ds:SignedInfo/, "what is signed");
  await page.evaluate(() => document.querySelector(".certificate summary").click());
  t.match(await t.text(".certificate"), /Subject.*Serial number.*Valid until.*SHA-256/, "the certificate in full");
  await t.accessible();
  await t.screenshot("changed");
  await wipe();

  // Encrypted: what it needs, then with it.
  await t.paste(fixture("encryption/response.xml"));
  await t.waitFor("#verdict");
  await page.evaluate(() => document.querySelector("#tab-signatures").click());
  await t.waitFor(".encrypted");
  t.match(await t.text(".encrypted"), /not decrypted.*private key.*Content encrypted with.*Encrypted for/, "what is known without a key");
  await t.accessible();
  await t.screenshot("encrypted");
  const key = fixture("certificates/private-pkcs8.pem");
  await t.dropFile("key.pem", [...Buffer.from(key)]);
  await t.waitFor(() => /Decrypted/.test(document.querySelector(".trail")?.textContent));
  await t.waitFor(() => document.querySelector("#tab-signatures") !== null);
  await page.evaluate(() => document.querySelector("#tab-signatures").click());
  await t.waitFor(".encrypted .badge.passed");
  t.match(await t.text(".supplied"), /Private key.*decrypted a part.*Wipe removes it/, "the key and where it stays");
  await t.accessible();
  await t.screenshot("decrypted");
  await wipe();
  t.ok(!(await page.content()).includes("arn:aws:iam::444455556666:role/Admin"), "nothing decrypted is left");
  t.equal(await page.evaluate(() => document.querySelector("#intake").value), "", "the box is empty");
}
