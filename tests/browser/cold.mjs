// Cold start, side by side: how long from navigation until the page can be used, in one browser and one run.
//
// node cold.mjs --program CHROMIUM --dist DIR [--times N]. Each visit has a fresh context, so no cache of any kind. Three
// pages in turn: the site as it was built; a page whose script and style have the size of a small web application; one with
// hardly any script, which is what the browser itself takes. All are sent compressed with gzip by the same server. Prints a table.

import http from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import puppeteer from "puppeteer-core";

/** The yardstick: script and style of samlguy 1.5.7 together, in bytes raw. It compresses with gzip to 89 KB. */
const YARDSTICK = 300_000;
/** Two lines: this machine itself, and an ordinary connection. */
const LINES = [
  { name: "same machine", conditions: null },
  { name: "10 Mbit/s, 40 ms", conditions: { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 250_000 } },
];

/** How long a visit may take at most, in milliseconds. */
const PATIENCE = 30_000;

const { values: options } = parseArgs({
  options: { program: { type: "string" }, dist: { type: "string" }, times: { type: "string", default: "15" } },
});

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", wasm: "application/wasm" };
const pages = { site: site(join(options.dist, "site")), yardstick: yardstick(), empty: page("app.append(document.createElement('p'))", "") };
const server = await serve(pages);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch({ executablePath: options.program, headless: true, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
console.log(`${await browser.version()}, medians of ${options.times} in milliseconds (quartiles)`);
for (const [name, files] of Object.entries(pages)) {
  const sum = (bytes) => Object.values(files).reduce((all, one) => all + bytes(one), 0);
  console.log(`${name.padEnd(10)} ${Math.round(sum((one) => one.length) / 1000)} KB, ${Math.round(sum((one) => gzipSync(one).length) / 1000)} KB as sent`);
}
for (const { name, conditions } of LINES) {
  const taken = Object.fromEntries(Object.keys(pages).map((one) => [one, []]));
  // In turn, so that whatever else the machine does falls on all of them. The first round warms the browser up.
  for (let round = 0; round <= Number(options.times); round += 1) {
    for (const one of Object.keys(pages)) {
      const time = await visit(`${origin}/${one}/`, conditions);
      if (round > 0) taken[one].push(time);
    }
  }
  console.log(`\n${name}`);
  for (const [one, times] of Object.entries(taken)) {
    const at = (part) => Math.round(times.sort((a, b) => a - b)[Math.floor((times.length - 1) * part)]);
    console.log(`${one.padEnd(10)} ${String(at(0.5)).padStart(6)}   (${at(0.25)} to ${at(0.75)})`);
  }
}
await browser.close();
server.close();

/** Milliseconds from the start of the navigation until the page has drawn something into its root. */
async function visit(url, conditions) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    if (conditions) {
      const protocol = await page.createCDPSession();
      await protocol.send("Network.enable");
      await protocol.send("Network.emulateNetworkConditions", conditions);
    }
    await page.bringToFront();
    await page.evaluateOnNewDocument(() => {
      const watcher = new MutationObserver(() => {
        if (document.querySelector("#app > *") === null) return;
        watcher.disconnect();
        // Once it has been drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => (window.ready = performance.now())));
      });
      watcher.observe(document, { childList: true, subtree: true });
    });
    page.on("pageerror", (error) => console.error(`${url}: ${error.message}`));
    await page.goto(url, { waitUntil: "load" });
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      const ready = await page.evaluate(() => window.ready ?? null);
      if (ready !== null) return ready;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`${url} was not ready in ${PATIENCE / 1000} s`);
  } finally {
    await context.close();
  }
}

function site(folder) {
  const html = readFileSync(join(folder, "index.html"));
  const [wasm] = html.toString().match(/samlens-[0-9a-f]{16}\.wasm/);
  return { "index.html": html, [wasm]: readFileSync(join(folder, wasm)) };
}

function page(js, css) {
  const html = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><link rel="stylesheet" href="style.css"><div id="app"></div><script src="app.js"></script>';
  return { "index.html": Buffer.from(html), "app.js": Buffer.from(`'use strict';const app = document.getElementById('app');${js}`), "style.css": Buffer.from(css) };
}

/**
 * A page with as much script and style as the yardstick has, as hard to compress, all of it parsed, and run once as an
 * application runs what it needs for its first view: half of the functions are called, and a few hundred elements made.
 */
function yardstick() {
  let seed = 20260115;
  const random = (below) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0), Math.floor((seed / 2 ** 32) * below));
  const syllables = ["re", "so", "la", "te", "mi", "co", "an", "per", "ten", "sa", "lo", "ver", "in", "der", "pa", "qui", "no", "ma", "el", "fi"];
  const word = () => Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join("");
  // Without it the text would compress better than people's does.
  const token = () => Array.from({ length: 4 }, () => random(2 ** 31).toString(36)).join("");
  const css = Array.from({ length: 330 }, (_, at) => `.${word()}-${at} { padding: ${random(30)}px ${random(30)}px; color: #${random(4096).toString(16).padStart(3, "0")}; }`).join("\n");
  const parts = [];
  let size = css.length;
  for (let at = 0; size < YARDSTICK - 400; at += 1) {
    const [a, b, c] = [word(), `${word()}B`, `${word()}C`];
    const part = `function ${a}${at}(${b}, ${c}){const known={${word()}:"${word()} ${word()} ${word()}",${word()}:${random(1e6)},list:[${random(999)},"${word()}",${random(999)}]};let out=${c}^${random(1e6)};for(const one of known.list){out=(Math.imul(out,${random(99999)})+String(one).length+${b}.length)>>>0}if(out%${2 + random(9)}===0)return known.${word()}??"${word()} ${word()}";return \`\${out.toString(36)} ${word()} ${token()}\`}\nall.push(${a}${at});\n`;
    parts.push(part);
    size += part.length;
  }
  const run = `const rows=[];for(let at=0;at<all.length;at+=2){rows.push(all[at]("${word()}",at))}const list=document.createElement("ul");for(const row of rows.slice(0,400)){const item=document.createElement("li");item.textContent=row;item.className="row";list.append(item)}app.append(list);`;
  return page(`const all=[];\n${parts.join("")}${run}`, css);
}

function serve(pages) {
  const sent = new Map(Object.entries(pages).flatMap(([name, files]) => Object.entries(files).map(([file, bytes]) => [`/${name}/${file === "index.html" ? "" : file}`, [file, gzipSync(bytes, { level: 9 })]])));
  const server = http.createServer((request, response) => {
    const found = sent.get(request.url);
    if (!found) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[found[0].split(".").pop()], "Content-Encoding": "gzip", "Content-Length": found[1].length, "Cache-Control": "no-store" }).end(found[1]);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
