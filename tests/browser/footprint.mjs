// Whatever a page may leave behind or let out: looked for after use, in every place where it could be.

/** Words that stand in what is pasted, and nowhere else in the product. */
export const SECRETS = ["kestrel.heron@example.org", "_secret7f3a91", "S3cr3tKeyMaterial"];

/** In each form in which a leak might carry them. */
const forms = SECRETS.flatMap((word) => [word, encodeURIComponent(word), btoa(word).replace(/=+$/, "")]);

/** The first form of a secret that the text holds. */
export const held = (text) => forms.find((form) => text.includes(form)) ?? null;

/** What is wrong after use: one sentence for each thing left or sent; none is as it should be. */
export async function footprint(page, t, { log = [], copied = [] } = {}) {
  const wrong = [];
  for (const [who, requests] of [["browser", t.asked], ["proxy", t.requests], ["server", log]]) {
    wrong.push(...requests.map((request) => `a request, says the ${who}: ${request}`));
  }
  const kept = await page.evaluate(async () => {
    const store = (which) => {
      // A document from a disk may have none, and says so by throwing.
      try {
        return { ...window[which] };
      } catch {
        return {};
      }
    };
    const names = async (list) => {
      try {
        return (await list()) ?? [];
      } catch {
        return [];
      }
    };
    return {
      local: store("localStorage"),
      session: store("sessionStorage"),
      databases: (await names(() => indexedDB.databases?.())).map(({ name }) => name),
      caches: await names(() => globalThis.caches?.keys()),
      workers: await names(async () => (await navigator.serviceWorker?.getRegistrations())?.map(({ scope }) => scope)),
      cookies: document.cookie,
    };
  });
  for (const [where, what] of Object.entries(kept)) {
    if (Object.keys(what).length > 0) wrong.push(`kept in ${where}: ${JSON.stringify(what)}`);
  }
  const shown = await page.evaluate(() => ({
    address: location.href,
    title: document.title,
    referrer: document.referrer,
    state: JSON.stringify(history.state ?? null),
    name: window.name,
  }));
  for (const [where, text] of Object.entries(shown)) {
    if (held(decodeURIComponent(text)) || held(text)) wrong.push(`in the ${where}: ${text}`);
  }
  const length = await page.evaluate(() => history.length);
  wrong.push(...t.said.filter(held).map((text) => `in the console: ${text.slice(0, 80)}`));
  wrong.push(...copied.map((text) => `in the clipboard, unasked: ${text.slice(0, 80)}`));
  return { wrong, length };
}
