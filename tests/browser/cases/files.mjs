// A file can be dropped or chosen; a form's layers are taken off and each can be opened with the same characters marked.

import { response } from "../fixtures.mjs";

export const name = "files";

export async function run(page, t) {
  const base64 = Buffer.from(response({ status: "Responder" })).toString("base64");
  await t.dropFile("response.txt", `SAMLResponse=${encodeURIComponent(base64)}`);
  await t.waitFor("#verdict");
  t.match(await t.text(".chips"), /response\.txt/, "chip");
  t.match(await t.text(".layers-side"), /Percent-encoding.*Base64.*XML/, "layers");

  await page.evaluate(() => document.querySelector(".card .excerpt").click());
  await t.waitFor("mark.active");
  const layers = await page.evaluate(() => document.querySelectorAll(".layers-side .trail button").length);
  for (let index = 0; index < layers; index += 1) {
    await page.evaluate((at) => document.querySelectorAll(".layers-side .trail button")[at].click(), index);
    await t.waitFor(".panel-layers mark");
  }
  t.match(await t.text(".panel-layers mark"), /Responder/, "the innermost layer is the XML itself");

  await page.click(".wipe");
  await t.waitFor(() => document.querySelector(".app").dataset.state === "empty");
  await t.chooseFile("input[type=file]", "binary.bin", [0, 255, 254, 1, 2, 128]);
  await t.waitFor("#verdict");
  t.match(await t.text("#verdict"), /no SAML message/, "bytes are no message");
}
