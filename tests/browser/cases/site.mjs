// The site works below any path, and runs no wasm but its own.

import { join } from "node:path";
import { response } from "../fixtures.mjs";
import { host } from "../host.mjs";

export const name = "site";

export async function run(page, t) {
  const site = join(t.session.dist, "site");
  const below = await host(t.session, { folders: { "/a/path below/": site } });
  try {
    await t.open(`${below.origin}/a/path%20below/`);
    await t.paste(response({ status: "Responder" }));
    await t.waitFor("#verdict");
    t.match(await t.text("#verdict"), /AWS will refuse/, "verdict below a path");
    const [html, wasm, ...more] = below.log;
    t.equal(html, "GET /a/path%20below/", "the page");
    t.match(wasm, /^GET \/a\/path%20below\/samlens-[0-9a-f]{16}\.wasm$/, "its wasm");
    t.equal(more, [], "nothing else");
  } finally {
    below.close();
  }

  const spoil = (path, bytes) => (path.endsWith(".wasm") ? Buffer.concat([bytes, Buffer.from([0, 1, 0])]) : bytes);
  const spoilt = await host(t.session, { folders: { "/": site }, change: spoil });
  try {
    // The browser says in words of its own why it refuses the file.
    t.allow(/integrity|digest|hash/i);
    await t.open(`${spoilt.origin}/`, ".failed");
    t.match(await t.text(".failed"), /could not start/, "another wasm is not run");
  } finally {
    spoilt.close();
  }
}
