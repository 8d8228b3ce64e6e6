// The page gives the same report as the command line, byte for byte, for every case of the corpus.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const name = "parity";

/** Hundreds of files, each by a process and by the page. */
export const limit = 400_000;

const corpus = fileURLToPath(new URL("../../corpus", import.meta.url));

/** The program that xtask built beside the site. */
const samlens = process.env.SAMLENS_BIN;

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return entry.name.endsWith(".expect") ? [] : [path];
  });
}

/** What the command line prints. Its statuses 0, 1 and 2 are answers. */
function printed(path) {
  const args = ["inspect", path, "--format", "json"];
  const options = { encoding: "utf8", maxBuffer: 64 << 20 };
  try {
    return execFileSync(samlens, args, options);
  } catch (error) {
    if ([1, 2].includes(error.status)) return error.stdout;
    throw error;
  }
}

export async function run(page, t) {
  t.ok(samlens, "SAMLENS_BIN names the command line");
  await page.evaluate(() => {
    const record = { writeText: (text) => ((window.copied = text), Promise.resolve()) };
    Object.defineProperty(navigator, "clipboard", { value: record, configurable: true });
  });
  const paths = files(corpus);
  t.ok(paths.length > 50, "the corpus is there");
  for (const path of paths) {
    await page.evaluate(() => (window.copied = null));
    await t.dropFile(path.split("/").pop(), [...readFileSync(path)]);
    await t.waitFor("[data-format=JSON]");
    await page.evaluate(() => document.querySelector("[data-format=JSON]").click());
    await t.waitFor(() => window.copied !== null);
    const shown = JSON.parse(await page.evaluate(() => window.copied));
    t.equal(shown, JSON.parse(printed(path)), relative(corpus, path));
    await page.click(".wipe");
    await t.waitFor(() => document.querySelector(".app").dataset.state === "empty");
  }
}
