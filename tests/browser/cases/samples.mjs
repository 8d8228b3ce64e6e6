// Every built-in sample gives a verdict at its own instant, in both themes and at phone width, for everybody.

export const name = "samples";

export async function run(page, t) {
  const samples = await page.evaluate(() => [...document.querySelectorAll("[data-sample]")].map((one) => one.dataset.sample));
  t.ok(samples.length >= 6, "one that works and several that do not");
  const tones = new Set();
  for (const sample of samples) {
    await page.evaluate((id) => document.querySelector(`[data-sample="${id}"]`).click(), sample);
    await t.waitFor("#verdict");
    tones.add(await page.evaluate(() => document.querySelector("#verdict").className));
    t.match(await t.text(".terms"), /2026-01-15T10:00:00Z, when it was issued/, `${sample}: judged at its own instant`);
    await page.click(".wipe");
    await t.waitFor("[data-sample]");
  }
  t.ok(tones.size > 1, "the samples differ in their verdicts");

  // The characters at fault stand beside the verdict at once, and the verdict stays where it is.
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluate(() => document.querySelector('[data-sample="role-space"]').click());
  const inSight = (selector) => {
    const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: -1 };
    return top >= 0 && bottom <= innerHeight;
  };
  await t.waitFor(inSight, ".panel [data-number='1']");
  t.ok(await page.evaluate(inSight, "#verdict"), "the verdict is in sight");
  await page.click(".wipe");
  await t.waitFor("[data-sample]");

  for (const theme of ["light", "dark"]) {
    await page.evaluate((name) => document.documentElement.setAttribute("data-theme", name), theme);
    for (const [width, height] of [[1440, 900], [360, 640]]) {
      await page.setViewport({ width, height });
      await t.accessible();
      await page.evaluate(() => document.querySelector('[data-sample="rejected"]').click());
      await t.waitFor("#verdict");
      await t.accessible();
      for (const tab of width > 1000 ? ["attributes", "times", "signatures", "layers"] : []) {
        await page.evaluate((id) => document.querySelector(`#tab-${id}`).click(), tab);
        await t.waitFor((id) => document.querySelector(`.panel-${id}`) !== null, tab);
        await t.accessible();
      }
      await t.screenshot(`${theme}-${width}`);
      await page.click(".wipe");
      await t.waitFor("[data-sample]");
    }
  }
}
