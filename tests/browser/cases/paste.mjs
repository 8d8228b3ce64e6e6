// Pasting anywhere gives a verdict; finding and characters lead to each other; removing and wiping leave nothing.

import { response } from "../fixtures.mjs";

export const name = "paste";

export async function run(page, t) {
  await t.paste(response({ status: "Responder" }));
  await t.waitFor("#verdict");
  t.match(await t.text("#verdict"), /AWS will refuse this sign-in/, "verdict");
  t.match(await t.text("#said"), /AWS will refuse/, "said to who cannot see it");
  t.equal(await t.text("#intake"), "", "the box is free again");

  // The verdict is in sight at both sizes.
  for (const [width, height] of [[1440, 900], [360, 640]]) {
    await page.setViewport({ width, height });
    const { top, bottom } = await page.evaluate(() => {
      const { top, bottom } = document.querySelector(".headline").getBoundingClientRect();
      return { top, bottom };
    });
    t.ok(top >= 0 && bottom <= height, `headline in sight at ${width} × ${height}`);
    t.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `no sideways scroll at ${width}`);
  }
  await page.setViewport({ width: 1440, height: 900 });

  // From the finding to its characters: in sight, marked, in focus.
  await page.click(".card .excerpt");
  await t.waitFor(() => document.activeElement?.matches("mark.active"));
  t.match(await t.text("mark.active"), /Responder/, "marked characters");
  // And back.
  await page.click(".xml .flag");
  await t.waitFor(() => document.activeElement?.matches(".card.focused .card-head"));

  await page.click(".chip button[aria-label^=Remove]");
  await t.waitFor(() => document.querySelector(".app").dataset.state === "empty");
  t.equal(await page.evaluate(() => document.querySelector("#verdict")), null, "no verdict is left");

  await t.paste(response({ status: "Responder" }));
  await t.waitFor("#verdict");
  await page.click(".wipe");
  await t.waitFor(() => document.querySelector(".app").dataset.state === "empty");
  t.match(await t.text("#said"), /wiped/, "Wipe says so");
  t.ok(!(await page.content()).includes("idp.example.com"), "nothing of the message is left in the page");
}
