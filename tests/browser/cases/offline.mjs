// The one file works from a disk: the same answers, in a worker, and not one request but the file itself.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { response } from "../fixtures.mjs";

export const name = "offline";

export async function run(page, t) {
  const path = join(t.session.dist, "offline/samlens.html");
  const html = readFileSync(path, "utf8");
  t.match(html, /connect-src 'none'/, "policy");
  await page.evaluateOnNewDocument(() => {
    const { Worker: Real } = window;
    window.workers = 0;
    window.Worker = class extends Real {
      constructor(...given) {
        super(...given);
        window.workers += 1;
      }
    };
  });
  await t.open(pathToFileURL(path).href);
  t.ok((await page.evaluate(() => window.workers)) > 0, "a worker runs");

  await t.paste(response({ status: "Responder" }));
  await t.waitFor("#verdict");
  t.match(await t.text("#verdict"), /AWS will refuse this sign-in/, "verdict");
  await t.accessible();
  await t.screenshot();
  await page.click(".wipe");
  await t.waitFor("[data-sample]");

  const har = readFileSync(new URL("../../corpus/har/query.har", import.meta.url));
  await t.dropFile("query.har", [...har]);
  await t.waitFor(".picker");
  await page.click(".wipe");
  await t.waitFor("[data-sample]");

  await page.keyboard.press("?");
  await t.waitFor("dialog[open] #look-up");
  await page.click("#look-up");
  await t.waitFor(".topic");
  t.equal(t.asked, [], "requests, says the browser");
  t.equal(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)), [], "resources");
}
