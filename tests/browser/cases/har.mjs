// A capture with several messages lists them in its order; another one is a click or a key away and the place is kept.

import { readFileSync } from "node:fs";
import { response } from "../fixtures.mjs";

export const name = "har";

/** A capture of sign-ins, one response each. */
function capture(messages) {
  const entries = messages.map((xml, at) => {
    const text = `SAMLResponse=${encodeURIComponent(Buffer.from(xml).toString("base64"))}`;
    return {
      startedDateTime: `2026-01-15T10:0${at}:30.000Z`,
      time: 10,
      request: {
        method: "POST",
        url: `https://signin.aws.amazon.com/saml?attempt=${at}`,
        headers: [],
        queryString: [],
        postData: { mimeType: "application/x-www-form-urlencoded", text },
      },
      response: { status: 200, headers: [], content: { size: 0, mimeType: "text/html" } },
    };
  });
  return JSON.stringify({ log: { version: "1.2", creator: { name: "test", version: "1" }, entries } });
}

const rows = () =>
  [...document.querySelectorAll(".picker li")].map((row) => {
    const part = (name) => row.querySelector(name)?.textContent.trim() ?? "";
    return [".picker-number", ".picker-title", ".picker-url", ".picker-time", ".badge"].map(part).join(" | ");
  });

export async function run(page, t) {
  const query = readFileSync(new URL("../../corpus/har/query.har", import.meta.url));
  await t.dropFile("query.har", [...query]);
  await t.waitFor(".picker");
  const [request, answer, ...more] = await page.evaluate(rows);
  t.match(request, /^1 \| SAML request \| idp\.example\.com\/sso \| 10:00:00 \| /, "the request comes first");
  t.match(answer, /^2 \| SAML response \| /, "the response comes second");
  t.equal(more, [], "further messages");
  t.equal(await t.text(".picker [aria-current] .picker-number"), "2", "the one that signs in is shown");
  await page.click(".wipe");
  await t.waitFor("[data-sample]");

  const signIns = ["Success", "Responder", "Requester"].map((status) => response({ status }));
  await t.dropFile("three.har", Buffer.from(capture(signIns)));
  await t.waitFor(".picker");
  const seen = await page.evaluate(rows);
  t.equal(seen.length, 3, "messages");
  seen.forEach((row, at) => {
    const start = `${at + 1} | SAML response | signin.aws.amazon.com/saml | 10:0${at}:30 | `;
    t.ok(row.startsWith(start), `message ${at + 1} in its order: ${row}`);
    t.match(row, /(refused|accepted|unknown)$/, "its verdict in a word");
  });

  // Another message: the tab and the focus stay, the verdict is its own.
  await page.evaluate(() => document.querySelector("#tab-attributes").click());
  await t.waitFor(".panel-attributes");
  await page.evaluate(() => document.querySelectorAll(".picker button")[2].focus());
  await page.keyboard.press("Enter");
  await t.waitFor(() => document.querySelector(".picker [aria-current] .picker-number")?.textContent === "3");
  await t.waitFor(() => document.querySelector(".panel-attributes")?.textContent.includes("status:Requester"));
  t.equal(await page.evaluate(() => document.activeElement?.querySelector(".picker-number")?.textContent), "3", "focus");
  await t.accessible();

  for (const [width, height] of [[1440, 900], [360, 640]]) {
    await page.setViewport({ width, height });
    const bottom = await page.evaluate(() => document.querySelector(".headline").getBoundingClientRect().bottom);
    t.ok(bottom <= height, `headline in sight at ${width} × ${height}`);
    t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `no sideways scroll at ${width}`);
    await t.screenshot(`${width}`);
  }
}
