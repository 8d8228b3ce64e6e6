// The proof of privacy sees what is planted in the one file, opened from a disk.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { response } from "../fixtures.mjs";
import { footprint, SECRETS } from "../footprint.mjs";
import { LEAKS, planted, shown } from "../leaks.mjs";

export const name = "planted-file";

const XML = response({ status: "Responder", value: SECRETS[0] }).replaceAll("_r1", SECRETS[1]);

/** What browsers do not do for a document from a disk, so that nothing is there to be found: its own host is the disk. */
const INERT = ["cookie", "fetch", "image"];

export async function run(page, t) {
  await page.evaluateOnNewDocument(() => {
    window.copies = [];
    const writeText = (text) => (window.copies.push(text), Promise.resolve());
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  });
  const html = readFileSync(join(t.session.dist, "offline/samlens.html"), "utf8");
  const folder = mkdtempSync(join(tmpdir(), "samlens-"));
  try {
    const found = async (statement) => {
      const file = join(folder, "samlens.html");
      writeFileSync(file, statement === null ? html : planted(html, statement));
      await t.open(pathToFileURL(file).href);
      await t.paste(XML);
      await t.waitFor("#verdict");
      const look = async () => (await footprint(page, t, { copied: await page.evaluate(() => window.copies) })).wrong;
      const wrong = await (statement === null ? look() : shown(look));
      await page.evaluate(() => (localStorage.clear(), sessionStorage.clear(), indexedDB.deleteDatabase("last")));
      await page.goto("about:blank");
      return [...wrong, ...t.requests];
    };
    t.equal(await found(null), [], "the file as it is");
    for (const [leak, statement] of Object.entries(LEAKS).filter(([leak]) => !INERT.includes(leak))) {
      t.ok((await found(statement)).length > 0, `a planted ${leak} is found`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  t.allow(/./);
  await t.open();
}
