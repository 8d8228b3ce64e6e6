// What a browser test needs: a browser with a fresh profile whose every request is recorded, and hands on a page that
// do what a person does (paste, drop, choose a file, read). It knows how the page is loaded and nothing of its panes.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { recordingProxy } from "./proxy.mjs";

/** How long a condition may take to come true, in milliseconds: for a slow machine, not for a slow page. */
const PATIENCE = 20_000;
/** How often a condition is looked at. */
const GLANCE = 25;

const CHROMIUM_FLAGS = [
  "--no-sandbox", // Chromium refuses to start as root without it, and these pages are our own.
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic", // would go round the proxy
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--proxy-bypass-list=<-loopback>", // loopback goes through the proxy too
];

const FIREFOX_PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
  "network.dns.disablePrefetch": true,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "security.fileuri.strict_origin_policy": true, // as people have it; the driver relaxes it
};

/**
 * Tunnels that browsers open to their makers by themselves, and that no setting fully stops. A page that tried the
 * same would still be caught: its policy refuses, and every refusal is a complaint.
 */
const BROWSERS_OWN = /^([a-z0-9-]+\.)*(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com):443$/;

/** Chromium asks for updates of its own parts now and then, without a tunnel. */
const BROWSERS_UPDATES = /^http:\/\/update\.googleapis\.com\/service\/update2\//;

/** Starts a browser (`chromium` or `firefox`) for the site at `url`. */
export async function launch({ browser: name, program, url, dist, screenshots }) {
  const proxy = await recordingProxy(new URL(url).origin);
  const options = { executablePath: program, headless: true, defaultViewport: { width: 1280, height: 800 } };
  const browser = await puppeteer.launch(
    name === "firefox"
      ? {
          ...options,
          browser: "firefox",
          extraPrefsFirefox: {
            ...FIREFOX_PREFERENCES,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": proxy.port,
            "network.proxy.ssl": "127.0.0.1",
            "network.proxy.ssl_port": proxy.port,
          },
        }
      : { ...options, browser: "chrome", args: [...CHROMIUM_FLAGS, `--proxy-server=http://127.0.0.1:${proxy.port}`] },
  );
  const close = async () => {
    await browser.close();
    proxy.close();
  };
  return { name, browser, proxy, url, dist: resolve(dist), screenshots, close };
}

/** Runs one case in a browser context of its own; throws what is wrong. */
export async function runCase(session, { name, run }) {
  const context = await session.browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const t = new Test(session, page, name);
    await t.open();
    try {
      await run(page, t);
    } catch (error) {
      await t.screenshot("failed").catch(() => {});
      throw error;
    }
    await t.finish();
  } finally {
    await context.close();
  }
}

/** A test's hands, eyes and opinions. */
class Test {
  #allowed = [];
  #complaints = [];
  #start;
  #loaded;
  #said = [];
  #asked = [];

  constructor(session, page, name) {
    this.#start = session.proxy.seen.length;
    this.session = session;
    this.page = page;
    this.name = name;
    page.on("request", (request) => this.#asked.push(`${request.method()} ${request.url()}`));
    page.on("console", (message) => {
      this.#said.push(message.text());
      if (message.type() === "error") this.#complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.#complaints.push(`page error: ${error.message}`));
  }

  /** Opens a page and waits until it has mounted. From then on no request is forgiven. */
  async open(url = this.session.url, mounted = "#app > *") {
    // Not every browser tells the console of what a policy refused, so the page is asked to remember it.
    await this.page.evaluateOnNewDocument(() => {
      window.samlensRefused = [];
      addEventListener("securitypolicyviolation", (event) => {
        window.samlensRefused.push(`${event.effectiveDirective} refused ${event.blockedURI}`);
      });
    });
    await this.page.goto(url, { waitUntil: "load" });
    await this.waitFor(mounted);
    // The page listens to keys once its first frame is drawn.
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    this.#loaded = this.session.proxy.seen.length;
    this.#asked.length = 0;
  }

  /** What the browser says that the page asked for since it had loaded. A blob is no request: it is the page's own. */
  get asked() {
    return this.#asked.filter((request) => !/^GET (blob|data):/.test(request));
  }

  /** What the page said to the console. */
  get said() {
    return this.#said;
  }

  /** What the network was asked for since the page had loaded, by whichever part of it: page, worker, frame. */
  get requests() {
    const seen = this.session.proxy.seen.slice(this.#loaded);
    const own = ({ method, url }) =>
      (method === "CONNECT" && BROWSERS_OWN.test(url)) || (method === "POST" && BROWSERS_UPDATES.test(url));
    const ours = seen.filter((request) => !own(request));
    return ours.map(({ method, url }) => `${method} ${url}`);
  }

  /** What the site's own server was asked for in this case, the loading included. */
  get siteRequests() {
    const { origin } = new URL(this.session.url);
    const own = this.session.proxy.seen.slice(this.#start).filter(({ url }) => url.startsWith(`${origin}/`));
    return own.map(({ url }) => url.slice(origin.length));
  }

  /** Says that complaints like this are what the case is about. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** What every case must hold at its end. */
  async finish() {
    const refused = await this.page.evaluate(() => window.samlensRefused);
    const complaints = [...this.#complaints, ...refused.map((what) => `policy: ${what}`)];
    this.equal(complaints.filter((text) => !this.#allowed.some((pattern) => pattern.test(text))), [], "complaints");
    // Leaving the page flushes what was queued (beacons among it); the address left for marks the end of the wait.
    const end = new URL("end", this.session.url).href;
    await this.page.goto(end, { waitUntil: "load" });
    const leaving = [`GET ${end}`, `GET ${new URL("favicon.ico", end).href}`];
    this.equal(this.requests.filter((request) => !leaving.includes(request)), [], "requests after the page had loaded");
  }

  // Hands

  /** Pastes text as the keyboard would: at the element in focus, which inserts it if nobody takes the event. */
  async paste(text) {
    await this.page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      const target = document.activeElement ?? document.body;
      // Firefox has its own names for what the event carries, and makes the rest empty.
      const carried = { clipboardData: data, dataType: "text/plain", data: pasted };
      const event = new ClipboardEvent("paste", { ...carried, bubbles: true, cancelable: true, composed: true });
      if (target.dispatchEvent(event) && "setRangeText" in target) {
        target.setRangeText(pasted, target.selectionStart, target.selectionEnd, "end");
        target.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", data: pasted, bubbles: true }));
      }
    }, text);
  }

  /** Drops a file on an element. */
  async dropFile(name, bytes, selector = "body") {
    await this.page.evaluate(
      (file, packed, where) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))], file));
        const target = document.querySelector(where);
        for (const kind of ["dragenter", "dragover", "drop"]) {
          target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
        }
      },
      name,
      Buffer.from(bytes).toString("base64"),
      selector,
    );
  }

  /** Chooses a file in an `<input type=file>`. */
  async chooseFile(selector, name, bytes) {
    await this.page.evaluate(
      (where, file, packed) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))], file));
        const input = document.querySelector(where);
        input.files = data.files;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(new Event("change", { bubbles: true }));
      },
      selector,
      name,
      Buffer.from(bytes).toString("base64"),
    );
  }

  // Eyes

  /** The text of the first element that the selector finds, blanks folded; null where there is none. */
  async text(selector) {
    return this.page.evaluate(
      (where) => document.querySelector(where)?.textContent.replace(/\s+/g, " ").trim() ?? null,
      selector,
    );
  }

  /**
   * Waits for a selector, or for a function that runs in the page, to give something true; returns what it gave.
   * Not puppeteer's own waiting, which compiles its function in the page, where the page's policy forbids that.
   */
  async waitFor(condition, ...values) {
    const look =
      typeof condition === "string"
        ? () => this.page.evaluate((where) => document.querySelector(where) !== null, condition)
        : () => this.page.evaluate(condition, ...values);
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const seen = await look();
      if (seen) return seen;
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
    }
    throw new Error(`waited ${PATIENCE / 1000} s for ${condition}\nthe page: ${await this.text("body")}`);
  }

  /** Writes a picture of the whole page. */
  async screenshot(label = "") {
    const file = [this.session.name, this.name, label].filter(Boolean).join("-").replace(/[^A-Za-z0-9-]+/g, "_");
    await this.page.screenshot({ path: join(this.session.screenshots, `${file}.png`), fullPage: true });
  }

  /** Fails on what the accessibility checker finds. */
  async accessible() {
    await this.page.evaluate(await axeSource());
    const found = await this.page.evaluate(async () => {
      // Preloading would fetch style sheets.
      const { violations } = await window.axe.run(document, { preload: false });
      return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join(", ")})`);
    });
    this.equal(found, [], "accessibility");
  }

  // Opinions

  ok(value, what) {
    if (!value) throw new Error(`${what}: not so`);
  }

  equal(actual, expected, what) {
    const [a, b] = [actual, expected].map((value) => JSON.stringify(value, null, 2));
    if (a !== b) throw new Error(`${what}:\n  there:    ${a}\n  expected: ${b}`);
  }

  match(text, pattern, what) {
    if (!pattern.test(text)) throw new Error(`${what}:\n  there:    ${JSON.stringify(text)}\n  expected: ${pattern}`);
  }
}

let axe;

function axeSource() {
  axe ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  return axe;
}
