// A proxy that stands between a browser and every network: it hands on requests for the site, refuses all others,
// and remembers both. What it did not see was not sent, whichever part of the browser would have sent it.

import http from "node:http";

/** Starts a proxy that hands on requests for `site` (an origin) and for those that `allow` adds. */
export async function recordingProxy(site) {
  const seen = [];
  const known = new Set([site]);
  const server = http.createServer((request, response) => {
    seen.push({ method: request.method, url: request.url });
    if (!known.has(new URL(request.url).origin)) {
      response.writeHead(403).end();
      return;
    }
    const onward = http.request(request.url, { method: request.method, headers: request.headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  server.on("connect", (request, socket) => {
    seen.push({ method: "CONNECT", url: request.url });
    socket.on("error", () => {});
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  server.on("upgrade", (request, socket) => {
    seen.push({ method: "UPGRADE", url: request.url });
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port: server.address().port, seen, allow: (origin) => known.add(origin), close };
}
