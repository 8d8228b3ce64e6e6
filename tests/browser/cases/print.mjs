// On paper stands the whole report, unfolded, without anything to click.

export const name = "print";

export async function run(page, t) {
  await page.setViewport({ width: 1440, height: 900 });
  await page.evaluate(() => document.querySelector('[data-sample="rejected"]').click());
  await t.waitFor("#verdict");
  const folded = () => document.querySelectorAll(".answer details:not([open])").length;
  const before = await page.evaluate(folded);
  t.ok(before > 0, "something is folded on the screen");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  t.equal(await page.evaluate(folded), 0, "folded on paper");
  // Only Chromium can be asked to draw as for paper.
  if (t.session.name === "chromium") {
    await page.emulateMediaType("print");
    const seen = await page.evaluate(() => {
      const shown = (element) => element.checkVisibility({ visibilityProperty: true });
      const controls = "main textarea, main select, main .copy, .bar, .tabs, .pane-switch, .export";
      return {
        controls: [...document.querySelectorAll(controls)].filter(shown).length,
        bodies: [...document.querySelectorAll(".card-body")].every(shown),
        document: shown(document.querySelector(".xml")),
        cut: document.querySelector(".column-answer").scrollHeight > document.querySelector(".column-answer").clientHeight + 1,
      };
    });
    t.equal(seen, { controls: 0, bodies: true, document: true, cut: false }, "on paper");
    await t.screenshot();
    await page.emulateMediaType(null);
  }
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  t.equal(await page.evaluate(folded), before, "folded again on the screen");
}
