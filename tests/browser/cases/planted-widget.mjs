// The element leaves nothing and sends nothing during use, and the proof of that sees what a host's script lets out.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { response } from "../fixtures.mjs";
import { footprint, SECRETS } from "../footprint.mjs";
import { host } from "../host.mjs";
import { LEAKS, planted, shown } from "../leaks.mjs";

export const name = "planted-widget";

const examples = fileURLToPath(new URL("../../../web/widget/examples", import.meta.url));
const [PERSON, SECRET, KEY] = SECRETS;
const XML = response({ status: "Responder", value: PERSON }).replaceAll("_r1", SECRET);
const PEM = `-----BEGIN PRIVATE KEY-----\n${btoa(KEY)}\n-----END PRIVATE KEY-----`;

/** In the first element of the page: what is pasted there, and what its shadow root holds. */
const paste = (page, text) =>
  page.evaluate((pasted) => {
    const root = document.querySelector("#first").shadowRoot.querySelector(".samlens");
    root.focus();
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    const carried = { clipboardData: data, dataType: "text/plain", data: pasted };
    root.dispatchEvent(new ClipboardEvent("paste", { ...carried, bubbles: true, cancelable: true, composed: true }));
  }, text);
const there = (t, what, least = 1) =>
  t.waitFor((where, least) => (document.querySelector("#first").shadowRoot?.querySelectorAll(where).length ?? 0) >= least, what, least);

/** Pastes a message and a key, looks at each tab, copies the report, wipes. */
async function use(page, t) {
  await paste(page, XML);
  await there(t, "#verdict");
  await paste(page, PEM);
  await there(t, ".chip", 2);
  await page.evaluate(() => {
    const root = document.querySelector("#first").shadowRoot;
    for (const tab of ["attributes", "times", "signatures", "layers"]) root.querySelector(`#tab-${tab}`)?.click();
    root.querySelector("[data-format=Markdown]").click();
  });
  await t.waitFor(() => window.copies.length > 0);
  await page.evaluate(() => {
    window.copies.length = 0;
    document.querySelector("#first").shadowRoot.querySelector(".wipe").click();
  });
  await there(t, "[data-sample]");
}

async function onlyPaste(page, t) {
  await paste(page, XML);
  await there(t, "#verdict");
}

export async function run(page, t) {
  await page.evaluateOnNewDocument(() => {
    window.copies = [];
    const writeText = (text) => (window.copies.push(text), Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  });
  const widget = join(t.session.dist, "widget");
  const folders = { "/examples/": (file) => readFileSync(join(existsSync(join(examples, file)) ? examples : widget, file)) };
  const found = async (statement, does) => {
    const change = (path, bytes) => (path === "plain.html" && statement !== null ? planted(bytes.toString(), statement) : bytes);
    const served = await host(t.session, { folders, change });
    try {
      await t.open(`${served.origin}/examples/plain.html`, "body");
      await there(t, "#intake");
      // The wasm is fetched after the page has loaded; from here on nothing is forgiven.
      const [sent, logged] = [t.requests.length, served.log.length];
      await does(page, t);
      const own = (what) => !/\.(js|wasm)$/.test(what);
      const look = async () => (await footprint(page, t, { copied: await page.evaluate(() => window.copies) })).wrong.filter(own);
      const left = await (statement === null ? look() : shown(look));
      await page.evaluate(() => localStorage.clear());
      await page.goto("about:blank");
      return [...left, ...t.requests.slice(sent), ...served.log.slice(logged)];
    } finally {
      served.close();
    }
  };
  t.equal(await found(null, use), [], "what the element leaves or sends");
  for (const [leak, statement] of Object.entries(LEAKS)) {
    t.ok((await found(statement, onlyPaste)).length > 0, `a planted ${leak} is found`);
  }
  t.allow(/./);
  await t.open();
}
