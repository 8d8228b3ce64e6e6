// Whatever is pasted, the page answers, keeps working, runs none of it and stores none of it.

import { response } from "../fixtures.mjs";

export const name = "hostile";

const NOISE = Array.from({ length: 5_000_000 }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 90))).join("");

const PASTES = {
  blank: " \n\t ",
  cut: response().slice(0, 700),
  markup: response({ value: "&lt;script>window.hacked=1&lt;/script>&lt;img src=x onerror=window.hacked=1>" }),
  unescaped: response({ value: "<script>window.hacked=1</script><img src=x onerror='window.hacked=1'/>" }),
  nested: "<a>".repeat(100_000),
  noise: NOISE,
  key: "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
  controls: `\u0000\u0001\u202e\u2066${response()}`,
};

export async function run(page, t) {
  for (const [what, text] of Object.entries(PASTES)) {
    await t.paste(text);
    if (what !== "blank") {
      await t.waitFor("#verdict");
      t.equal(await page.evaluate(() => document.querySelector(".failed")?.textContent ?? null), null, `${what}: the inspector lives`);
    }
    t.equal(await page.evaluate(() => window.hacked ?? null), null, `${what}: nothing of it runs`);
    t.equal(await page.evaluate(() => document.querySelectorAll("main script, main img").length), 0, `${what}: no element of it`);
    if (await page.evaluate(() => !document.querySelector(".wipe").disabled)) await page.click(".wipe");
    await t.waitFor(() => document.querySelector(".app").dataset.state === "empty");
  }
  const kept = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases?.())?.length ?? 0,
    caches: (await globalThis.caches?.keys().catch(() => []))?.length ?? 0,
    address: location.hash + location.search,
    title: document.title,
  }));
  t.equal(kept, { cookies: "", local: 0, session: 0, databases: 0, caches: 0, address: "", title: "Samlens" }, "what is kept");
}
