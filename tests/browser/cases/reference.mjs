// The reference opens from a finding and from help, is searched by words and by a pasted error text, and needs no pointer.

import { response } from "../fixtures.mjs";

export const name = "reference";

const PASTED =
  "An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform sts:AssumeRoleWithSAML";

export async function run(page, t) {
  const press = (key) => page.keyboard.press(key);
  await press("?");
  await t.waitFor("dialog[open] #look-up");
  await page.evaluate(() => document.querySelector("#look-up").focus());
  await press("Enter");
  await t.waitFor(() => document.activeElement?.id === "reference-search");
  await t.accessible();

  await page.keyboard.type("assertion-expired");
  await t.waitFor(() => document.querySelectorAll(".topic").length === 1);
  await press("Tab");
  await press("Enter");
  await t.waitFor(() => document.activeElement?.matches(".topic-title"));
  t.match(await t.text("article"), /Why AWS refuses it.*What to do.*Sources/, "the rule's page");
  t.ok(await page.evaluate(() => document.querySelector(".example mark") !== null), "examples are marked");
  await t.accessible();
  await t.screenshot("rule");

  await page.click(".back");
  await t.waitFor(() => document.activeElement?.id === "reference-search");
  await page.evaluate(() => document.querySelector("#reference-search").select());
  await t.paste(PASTED);
  await t.waitFor(() => document.querySelectorAll(".topic").length === 1);
  await page.click(".topic");
  await t.waitFor("article");
  t.match(await t.text("article"), /Not authorized to perform sts:AssumeRoleWithSAML.*What causes it.*What to do.*Source/, "the error's page");
  t.ok(await page.evaluate(() => document.querySelector(".app").dataset.state === "empty"), "what is pasted there is not inspected");
  await press("Escape");
  await t.waitFor(() => document.querySelector("dialog[open]") === null);

  await t.paste(response({ status: "Responder" }));
  await t.waitFor(".card .about");
  const rule = await page.evaluate(() => document.querySelector(".card").dataset.rule);
  await page.click(".card .about");
  await t.waitFor("dialog[open] article");
  t.match(await t.text("dialog[open] article"), new RegExp(rule), "the finding's own rule");
}
