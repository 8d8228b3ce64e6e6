// Nothing leaves and nothing stays, during everything that a person does with the page; and each check of that fails
// where a leak is planted.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { response } from "../fixtures.mjs";
import { footprint, SECRETS } from "../footprint.mjs";
import { host } from "../host.mjs";
import { LEAKS, planted, shown } from "../leaks.mjs";

export const name = "privacy";

const [PERSON, SECRET, KEY] = SECRETS;
const XML = response({ status: "Responder", value: PERSON }).replaceAll("_r1", SECRET);
const PEM = `-----BEGIN PRIVATE KEY-----\n${btoa(KEY)}\n-----END PRIVATE KEY-----`;

/** Everything that a person does: pastes, drops, types, looks, copies, wipes. */
async function use(page, t) {
  await t.paste(XML);
  await t.waitFor("#verdict");
  await t.paste(PEM);
  await t.waitFor(() => document.querySelectorAll(".chip").length === 2);
  await t.paste('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRoleWithSAML","Principal":{"Federated":"arn:aws:iam::444455556666:saml-provider/ExampleIdP"}}]}');
  // Once each is recognised the answer stands still.
  const recognised = () => [...document.querySelectorAll(".chip-title")].filter((title) => title.textContent !== "Reading").length === 3;
  await t.waitFor(recognised);
  await page.evaluate(() => document.querySelector(".card .excerpt").click());
  await t.waitFor("mark.active");
  for (const tab of ["attributes", "times", "signatures", "layers"]) {
    await page.evaluate((id) => document.querySelector(`#tab-${id}`)?.click(), tab);
  }
  for (const format of ["Markdown", "Text", "JSON"]) {
    await page.evaluate(() => (window.copied = null));
    await page.evaluate((id) => document.querySelector(`[data-format=${id}]`).click(), format);
    await t.waitFor(() => window.copied !== null);
  }
  await page.click(".card .about");
  await t.waitFor("dialog[open] article");
  await page.keyboard.press("Escape");
  await t.waitFor(() => document.querySelector("dialog[open]") === null);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.evaluate(() => (window.copies.length = 0));
  await page.click(".wipe");
  await t.waitFor("[data-sample]");
  const har = readFileSync(new URL("../../corpus/har/query.har", import.meta.url));
  await t.dropFile(`${SECRET}.har`, [...har]);
  await t.waitFor(".picker");
  await page.click("#intake");
  await page.keyboard.type(PERSON);
  await t.waitFor(() => document.querySelectorAll(".chip").length === 2);
}

/** What is enough for a planted leak to show itself. */
async function paste(page, t) {
  await t.paste(XML);
  await t.waitFor("#verdict");
}

/** Opens a page, uses it, and says what is wrong. What the network was asked is complete only once the page is left. */
async function after(page, t, url, log, does = use) {
  await t.open(url);
  const before = log?.length;
  await does(page, t);
  const look = async () => (await footprint(page, t, { copied: await page.evaluate(() => window.copies) })).wrong;
  const left = await (does === use ? look() : shown(look));
  await page.goto("about:blank");
  const late = t.requests.filter((request) => !left.some((what) => what.endsWith(request)));
  return [...left, ...late.map((request) => `a request on leaving: ${request}`), ...(log?.slice(before) ?? []).map((request) => `a request, says the server: ${request}`)];
}

export async function run(page, t) {
  await page.evaluateOnNewDocument(() => {
    window.copies = [];
    const writeText = (text) => (window.copies.push((window.copied = text)), Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  });
  const site = join(t.session.dist, "site");
  const plain = await host(t.session, { folders: { "/": site } });
  try {
    t.equal(await after(page, t, `${plain.origin}/`, plain.log), [], "what the site leaves or sends");
  } finally {
    plain.close();
  }
  t.equal(await after(page, t, pathToFileURL(join(t.session.dist, "offline/samlens.html")).href), [], "what the file leaves or sends");

  // The same page with its policy taken out and a leak put in: each must be found.
  for (const [leak, statement] of Object.entries(LEAKS)) {
    const change = (path, bytes) => (path.endsWith(".html") ? planted(bytes.toString(), statement) : bytes);
    const spoilt = await host(t.session, { folders: { "/": site }, change });
    try {
      t.ok((await after(page, t, `${spoilt.origin}/`, spoilt.log, paste)).length > 0, `a planted ${leak} is found`);
    } finally {
      spoilt.close();
      await page.goto(t.session.url);
      await page.evaluate(() => localStorage.clear());
    }
  }
  t.allow(/./);
  scan(t);
  await t.open();
}

/** What in the products names an address that a browser would fetch by itself. */
function scan(t) {
  const text = (path) => readFileSync(join(t.session.dist, path), "utf8");
  const wasm = readdirSync(join(t.session.dist, "site")).find((name) => name.endsWith(".wasm"));
  const fetchable = [/\s(?:src|srcset|action|poster|data)\s*=\s*["']?https?:/i, /<link[^>]*href\s*=\s*["']?https?:/i, /\burl\(\s*["']?(?!#|data:)/, /@import/i, /importScripts|new WebSocket|EventSource|sendBeacon|XMLHttpRequest|RTCPeerConnection|serviceWorker/];
  const found = (html) => fetchable.filter((pattern) => pattern.test(html)).map(String);
  for (const path of ["site/index.html", "offline/samlens.html", "widget/frame.html", "widget/samlens.js", "widget/samlens.mjs"]) {
    t.equal(found(text(path)), [], `${path}: nothing to fetch`);
    const calls = text(path).match(/\bfetch\(/g)?.length ?? 0;
    t.ok(calls <= 2, `${path}: one place fetches its own wasm, and the glue's unused loader`);
  }
  t.ok(found('<img src="https://example.com/x">').length > 0, "the scan sees a planted address");
  t.ok(readFileSync(join(t.session.dist, "site", wasm)).length > 0, "the wasm is there");
}
