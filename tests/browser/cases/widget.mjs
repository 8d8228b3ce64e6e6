// The element and the frame in pages of others: several at once, under a strict policy, with presets, themes and events
// that carry no content; nothing is sent, and the frame answers only the origins that it lists.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { response } from "../fixtures.mjs";
import { held, SECRETS } from "../footprint.mjs";
import { host } from "../host.mjs";

export const name = "widget";

const examples = fileURLToPath(new URL("../../../web/widget/examples", import.meta.url));
const XML = response({ status: "Responder", value: SECRETS[0] });

/** The product's files, and the examples beside them as they would be installed. */
function folders(t) {
  const widget = join(t.session.dist, "widget");
  return { "/examples/": (name) => readFileSync(join(existsSync(join(examples, name)) ? examples : widget, name)), "/": widget };
}

/** Pastes into one element. */
function pasteInto(page, selector, text) {
  return page.evaluate(
    (where, pasted) => {
      const root = document.querySelector(where).shadowRoot.querySelector(".samlens");
      root.focus();
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      const carried = { clipboardData: data, dataType: "text/plain", data: pasted };
      root.dispatchEvent(new ClipboardEvent("paste", { ...carried, bubbles: true, cancelable: true, composed: true }));
    },
    selector,
    text,
  );
}

const inside = (selector, what) => document.querySelector(selector)?.shadowRoot?.querySelector(what)?.textContent ?? null;

export async function run(page, t) {
  // Beside the widget's own files, as if the examples had been copied there.
  const serve = (change) => host(t.session, { folders: folders(t), change });
  const there = await serve();
  await page.evaluateOnNewDocument(() => {
    window.verdicts = [];
    addEventListener("samlens-verdict", ({ target, detail }) => window.verdicts.push({ on: target.id, detail }));
  });
  const open = async (example, at = there) => {
    await t.open(`${at.origin}/examples/${example}.html`, "body");
  };
  try {
    // Two on a page, under the page's own strict policy.
    await open("plain");
    for (const id of ["#first", "#second"]) await t.waitFor((where) => !!document.querySelector(where).shadowRoot?.querySelector("#intake"), id);
    await t.screenshot("plain-empty");
    const loaded = there.log.length;
    await pasteInto(page, "#first", XML);
    await t.waitFor(() => !!document.querySelector("#first").shadowRoot.querySelector("#verdict"));
    t.match(await page.evaluate(inside, "#first", "#verdict"), /AWS will refuse/, "verdict");
    t.equal(await page.evaluate(inside, "#second", "#verdict"), null, "the other one has nothing");
    t.equal(await page.evaluate(() => document.querySelector("#first").shadowRoot.querySelector("select").value), "connect", "the preset service");
    const runbook = await page.evaluate(() => document.querySelector("#first").shadowRoot.querySelector(".runbook")?.href ?? null);
    t.match(runbook ?? "", /\/runbooks\/status$/, "the team's runbook");
    await pasteInto(page, "#second", response());
    await t.waitFor(() => !!document.querySelector("#second").shadowRoot.querySelector("#verdict"));
    const verdicts = await page.evaluate(() => window.verdicts);
    t.equal(verdicts.map(({ on, detail }) => [on, detail.verdict]), [["first", "refused"], ["second", "refused"]].slice(0, verdicts.length), "events");
    t.equal(verdicts.length, 2, "one event for each verdict");
    t.ok(verdicts[0].detail.rules.includes("status-not-success"), "rules by their names");
    t.equal(Object.keys(verdicts[0].detail), ["verdict", "rules"], "nothing more");
    t.equal(held(JSON.stringify(verdicts)), null, "no content in the events");
    const compact = await page.evaluate(() => {
      const root = document.querySelector("#second").shadowRoot;
      return getComputedStyle(root.querySelector(".column-document")).display;
    });
    t.equal(compact, "none", "the small one shows the answer alone");
    t.equal(there.log.slice(loaded), [], "requests after loading, says the server");
    t.equal(t.asked.filter((request) => !/\.(js|wasm)$/.test(request)), [], "requests, says the browser");
    t.equal(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length), 0, "nothing kept");
    await t.screenshot("plain");

    // Taken out and put back it is new; it can be in a page that has an element of our root's name.
    await open("docusaurus");
    await t.waitFor(() => !!document.querySelector("saml-lens")?.shadowRoot?.querySelector("#intake"));
    t.equal(await page.evaluate(() => document.querySelector("#app > .app")), null, "the host's #app is left alone");
    await pasteInto(page, "saml-lens", XML);
    await t.waitFor(() => !!document.querySelector("saml-lens").shadowRoot.querySelector("#verdict"));
    const accent = await page.evaluate(() => getComputedStyle(document.querySelector("saml-lens").shadowRoot.querySelector(".samlens")).getPropertyValue("--accent").trim());
    t.equal(accent, "#25c2a0", "the host's colour");
    await t.accessible();
    await t.screenshot("docusaurus");

    await open("mkdocs");
    await t.waitFor(() => !!document.querySelector("saml-lens")?.shadowRoot?.querySelector("#intake"));
    await pasteInto(page, "saml-lens", XML);
    await t.waitFor(() => !!document.querySelector("saml-lens").shadowRoot.querySelector("#verdict"));
    const size = await page.evaluate(() => getComputedStyle(document.querySelector("saml-lens").shadowRoot.querySelector(".samlens")).fontSize);
    t.equal(size, "14px", "the host's root size does not reach in");
    await t.screenshot("mkdocs");

    // The frame, with a parent of its own origin.
    await open("confluence");
    await t.waitFor(() => window.told.some(({ type }) => type === "ready"));
    const frame = page.frames().find((one) => one.url().includes("/frame.html"));
    await frame.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      const carried = { clipboardData: data, dataType: "text/plain", data: pasted };
      document.body.dispatchEvent(new ClipboardEvent("paste", { ...carried, bubbles: true, cancelable: true }));
    }, XML);
    await t.waitFor(() => window.told.some(({ type }) => type === "verdict"));
    const told = await page.evaluate(() => window.told.find(({ type }) => type === "verdict"));
    t.equal([told.samlens, told.verdict, Object.keys(told).sort()], [1, "refused", ["rules", "samlens", "type", "verdict"]], "the frame's message");
    t.equal(held(JSON.stringify(told)), null, "no content in it");
    t.equal(await frame.evaluate(() => document.querySelector("select").value), "connect", "the preset service");
    await t.screenshot("frame");
    // Messages that only look like the parent's: of another origin, of another window, of another shape.
    await frame.evaluate(() => {
      const presets = { service: "workspaces" };
      const say = (init) => dispatchEvent(new MessageEvent("message", { source: window.parent, origin: location.origin, data: { samlens: 1, type: "presets", presets }, ...init }));
      say({ origin: "https://evil.example.org" });
      say({ origin: "null" });
      say({ source: window });
      say({ data: { type: "presets", presets } });
      say({ data: { samlens: 1, type: "presets", presets: null } });
    });
    t.equal(await frame.evaluate(() => document.querySelector("select").value), "connect", "what is not the parent's is ignored");
    const count = await page.evaluate(() => window.told.length);
    await page.evaluate(() => postMessage({ samlens: 1, type: "verdict", verdict: "accepted", rules: [] }, "*"));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    t.equal(await page.evaluate(() => window.told.length), count, "nor does the page listen to anybody but its frame");

    // A parent of another origin is not answered: the frame greets, and is deaf from then on.
    const other = await serve((path, bytes) => (path === "confluence.html" ? bytes.toString().replace('src="frame.html"', `src="${there.origin}/examples/frame.html"`) : bytes));
    try {
      await open("confluence", other);
      // The frame of the page before may still be listed for a moment.
      const framed = () => page.frames().find((one) => !one.detached && one.url().includes("/frame.html"));
      const drawn = () => framed()?.evaluate(() => document.querySelector("#intake") !== null).catch(() => false);
      for (let times = 0; times < 400 && !(await drawn()); times += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      const stranger = framed();
      await stranger.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData("text/plain", pasted);
        const carried = { clipboardData: data, dataType: "text/plain", data: pasted };
        document.body.dispatchEvent(new ClipboardEvent("paste", { ...carried, bubbles: true, cancelable: true }));
      }, XML);
      for (let times = 0; times < 400 && !(await stranger.evaluate(() => document.querySelector("#verdict") !== null)); times += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      t.equal(await stranger.evaluate(() => document.querySelector("#verdict") !== null), true, "the person is answered");
      t.equal(await page.evaluate(() => window.told), [], "the stranger is not");
      t.equal(await stranger.evaluate(() => document.querySelector("select").value), "", "nor are its presets taken");
    } finally {
      other.close();
    }

    // Where the page's policy forbids workers the element answers without one.
    const strict = await serve((path, bytes) => (path === "plain.html" ? bytes.toString().replace("worker-src blob:", "worker-src 'none'") : bytes));
    try {
      t.allow(/worker|blob:|Content-Security-Policy|Content Security Policy/i);
      await open("plain", strict);
      await t.waitFor(() => !!document.querySelector("#first").shadowRoot?.querySelector("#intake"));
      await pasteInto(page, "#first", XML);
      await t.waitFor(() => !!document.querySelector("#first").shadowRoot.querySelector("#verdict"));
    } finally {
      strict.close();
    }
  } finally {
    there.close();
  }
  await t.open();
}
