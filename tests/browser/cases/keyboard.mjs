// A whole inspection without a pointer: a sample, the findings, the document, help, the box, Wipe.

export const name = "keyboard";

export async function run(page, t) {
  const press = (key) => page.keyboard.press(key);
  const until = async (condition, key, most = 60) => {
    for (let times = 0; times < most; times += 1) {
      if (await page.evaluate(condition)) return;
      await press(key);
    }
    throw new Error(`${key} never reached ${condition}`);
  };
  await until(() => document.activeElement?.dataset.sample === "rejected", "Tab");
  await press("Enter");
  await t.waitFor(() => document.activeElement?.id === "verdict");
  await press("j");
  await t.waitFor(() => document.activeElement?.matches(".card.focused .card-head"));
  await until(() => document.activeElement?.matches(".card .excerpt"), "Tab", 3);
  await press("Enter");
  await t.waitFor(() => document.activeElement?.matches("mark.active"));
  await press("k");
  await t.waitFor(() => document.activeElement?.matches(".card-head"));

  await press("?");
  await t.waitFor("dialog[open]");
  await press("Escape");
  await t.waitFor(() => document.querySelector("dialog[open]") === null);

  await press("/");
  await t.waitFor(() => document.activeElement?.id === "intake");
  await page.keyboard.type("j");
  t.equal(await page.evaluate(() => document.querySelector("#intake").value), "j", "in the box keys write");
  await press("Escape");
  await t.waitFor(() => document.activeElement?.id !== "intake");

  await page.evaluate(() => document.querySelector("#tab-xml").focus());
  await press("ArrowRight");
  await t.waitFor(() => document.activeElement?.id === "tab-attributes");
  await page.keyboard.down("Shift");
  await until(() => document.activeElement?.matches(".wipe"), "Tab", 200);
  await page.keyboard.up("Shift");
  await press("Enter");
  await t.waitFor(() => document.querySelector(".app").dataset.state === "empty");
}
