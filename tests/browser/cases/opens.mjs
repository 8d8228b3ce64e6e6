// The page opens with two requests, its own, under its policy, and passes the accessibility checker.

export const name = "opens";

export async function run(page, t) {
  t.equal(await page.title(), "Samlens", "title");
  const [html, wasm, ...more] = t.siteRequests;
  t.equal(html, "/", "first request");
  t.match(wasm, /^\/samlens-[0-9a-f]{16}\.wasm$/, "second request");
  t.equal(more, [], "further requests");
  await t.accessible();
  await t.screenshot();
}
