// Runs the cases in one browser: node run.mjs --browser chromium|firefox --program PATH --url URL [--dist DIR]
// [--screenshots DIR] [--case WORD]. The address is the site's; DIR holds it and the other products. Prints TAP, then the sum. `cargo xtask test chromium` builds what this needs and calls it.

import { mkdir, readdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { launch, runCase } from "./harness.mjs";

/** Beyond this a case hangs, in milliseconds, unless it names a limit of its own. */
const CASE_LIMIT = 120_000;

const { values: options } = parseArgs({
  options: {
    browser: { type: "string" },
    program: { type: "string" },
    url: { type: "string" },
    dist: { type: "string", default: "dist" },
    screenshots: { type: "string", default: "target/screenshots" },
    case: { type: "string", default: "" },
  },
});
for (const needed of ["browser", "program", "url"]) {
  if (!options[needed]) throw new Error(`--${needed} is missing`);
}

const cases = await load(options.case);
await mkdir(options.screenshots, { recursive: true });
const session = await launch(options);
let passed = 0;
console.log(`TAP version 13\n1..${cases.length}`);
for (const [index, test] of cases.entries()) {
  const start = performance.now();
  const error = await limited(runCase(session, test), test.limit ?? CASE_LIMIT).then(() => null, (reason) => reason);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${error ? "not ok" : "ok"} ${index + 1} - ${options.browser}: ${test.name} # ${seconds} s`);
  if (error) {
    console.log((error.stack ?? String(error)).replace(/^/gm, "  # "));
  } else {
    passed += 1;
  }
}
await session.close();
console.log(`${passed} passed, ${cases.length - passed} failed`);
// A run without a case proves nothing.
process.exitCode = passed === cases.length && passed > 0 ? 0 : 1;

/** The cases whose name holds the word, in the order of their files. */
async function load(word) {
  const directory = new URL("cases/", import.meta.url);
  const files = (await readdir(directory)).filter((file) => file.endsWith(".mjs")).sort();
  const all = await Promise.all(files.map((file) => import(new URL(file, directory))));
  for (const [index, { name, run }] of all.entries()) {
    if (typeof name !== "string" || typeof run !== "function") {
      throw new Error(`cases/${files[index]} must export a name and a function run(page, t)`);
    }
  }
  return all.filter(({ name }) => name.includes(word));
}

function limited(running, limit) {
  let timer;
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit);
  });
  return Promise.race([running, over]).finally(() => clearTimeout(timer));
}
