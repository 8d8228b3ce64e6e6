// Once the page has loaded nothing can leave it: whatever a script in it tries, the network is not asked.

export const name = "locked";

export async function run(page, t) {
  // The page refuses, and browsers complain of that in words of their own.
  t.allow(/./);
  const tried = await page.evaluate(async (site) => {
    const outcome = (promise) =>
      Promise.race([
        promise.then(() => "sent", () => "refused"),
        new Promise((resolve) => setTimeout(resolve, 5000, "unanswered")),
      ]);
    const elsewhere = "http://example.com/";
    const loads = (element, address) =>
      new Promise((resolve, reject) => {
        element.onload = resolve;
        element.onerror = reject;
        element[element.tagName === "LINK" ? "href" : "src"] = address;
        document.body.append(element);
      });
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet" });
    const socket = () =>
      new Promise((resolve, reject) => {
        const open = new WebSocket("ws://example.com/");
        open.onopen = resolve;
        open.onerror = reject;
      });
    const source = `fetch(${JSON.stringify(elsewhere)}).then(() => postMessage("sent"), () => postMessage("refused"))`;
    // The one policy for trusted types lets through no worker but the page's own, so this one is not even made.
    const worker = () =>
      new Promise((resolve, reject) => {
        const made = new Worker(URL.createObjectURL(new Blob([source])));
        made.onmessage = ({ data }) => (data === "sent" ? resolve() : reject());
      });
    const markup = async () => {
      document.createElement("p").innerHTML = "<img src=http://example.com/a.png>";
    };
    // It answers only that it was queued, and some browsers queue what the policy refuses: the network will tell.
    navigator.sendBeacon(elsewhere, "x");
    return {
      fetchHome: await outcome(fetch(site)),
      fetchElsewhere: await outcome(fetch(elsewhere)),
      socket: await outcome(socket()),
      image: await outcome(loads(new Image(), `${elsewhere}a.png`)),
      script: await outcome(loads(document.createElement("script"), `${elsewhere}a.js`)),
      style: await outcome(loads(link, `${elsewhere}a.css`)),
      worker: await outcome(worker()),
      markup: await outcome(markup()),
    };
  }, t.session.url);
  t.equal(tried, Object.fromEntries(Object.keys(tried).map((way) => [way, "refused"])), "ways out");
  // A form and a frame, last: where they worked they would leave the page.
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { src: "http://example.com/frame" });
    const form = Object.assign(document.createElement("form"), { action: "http://example.com/form", method: "post" });
    document.body.append(frame, form);
    try {
      form.submit();
    } catch {
      // Firefox throws what the policy refuses.
    }
  });
  await t.waitFor(() => window.samlensRefused.some((what) => what.startsWith("form-action")));
}
