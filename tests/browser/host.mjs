// A web server of the tests' own: files under paths of our choice, changed on the way where a case wants it, and a log
// of all that it was asked for.

import http from "node:http";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm" };

/**
 * Starts a server. `folders` maps a path's beginning (with slashes at both ends) to a directory, or to a function of
 * the rest that gives text. `change(path, bytes)` gives other bytes; `headers` go with every answer.
 */
export async function host({ proxy }, { folders, change = (_, bytes) => bytes, headers = {} }) {
  const log = [];
  const server = http.createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    if (path === "/favicon.ico") {
      // Browsers ask for it by themselves, of a page that names none.
      response.writeHead(204).end();
      return;
    }
    log.push(`${request.method} ${request.url}`);
    const start = Object.keys(folders).filter((one) => path.startsWith(one)).sort((a, b) => b.length - a.length)[0];
    try {
      const rest = normalize(path.slice(start.length) || "index.html");
      const from = folders[start];
      const bytes = typeof from === "function" ? from(rest) : await readFile(join(from, rest));
      const type = TYPES[rest.split(".").pop()] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store", ...headers }).end(change(rest, bytes));
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  proxy.allow(origin);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin, log, close };
}
