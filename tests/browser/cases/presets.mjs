// What a host presets reaches the core as if it had been pasted, and changes the report; and each of many elements on a
// page keeps to its own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { host } from "../host.mjs";

export const name = "presets";

const file = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
/** For the role `ConnectAgents`, sent to `eu-west-2`; nothing is wrong with it, and much is open. */
const XML = file("tests/baselines/connect.xml");
const METADATA = JSON.parse(file("web/samples/saml-provider.json")).SAMLMetadataDocument;
const OTHER_PROVIDER = "arn:aws:iam::444455556666:saml-provider/Other";
const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRoleWithSAML", Principal: { Federated: OTHER_PROVIDER } }],
};
const PROVIDERS = { SAMLProviderList: [{ Arn: OTHER_PROVIDER, ValidUntil: "2125-11-03T08:15:00+00:00" }] };
const INSTANCE = "99999999-2222-3333-4444-555555555555";
const RELAY = `https://eu-west-1.console.aws.amazon.com/connect/federate/${INSTANCE}`;

/**
 * Attributes and JSON of an element, and what it must then say: rules that find something, stages that pass. All others
 * on the page get the same message.
 */
const TABLE = [
  { id: "plain", rules: [], passed: [] },
  { id: "service", attributes: { service: "connect" }, rules: [], passed: [], open: ["Service"] },
  { id: "region", attributes: { service: "connect", region: "eu-west-1", "connect-instance": INSTANCE }, rules: ["relay-state-region"], passed: [] },
  { id: "same-region", json: { service: "connect", region: "eu-west-2", connectInstance: INSTANCE }, rules: [], passed: ["Relay state"] },
  { id: "relay", attributes: { "relay-state": RELAY }, rules: ["relay-state-region"], passed: [] },
  { id: "attribute-first", attributes: { "relay-state": RELAY.replace("eu-west-1", "eu-west-2") }, json: { relayState: RELAY }, rules: [], passed: ["Relay state"] },
  { id: "issuer", attributes: { issuer: "https://idp.example.com/saml" }, rules: [], passed: ["Issuer"] },
  { id: "other-issuer", json: { issuer: 'https://idp.example.com/"<&' }, rules: ["issuer-not-in-provider"], passed: [], refused: true },
  { id: "metadata", json: { metadata: METADATA }, rules: [], passed: ["Signature", "Issuer"] },
  { id: "trust", json: { trustPolicy: TRUST }, rules: ["trust-principal-mismatch"], passed: [], refused: true },
  { id: "evidence", json: { evidence: [PROVIDERS] }, rules: ["provider-missing"], passed: [], refused: true },
  { id: "runbook", json: { evidence: [PROVIDERS], runbooks: { "provider-missing": "https://wiki.example.com/providers" } }, rules: ["provider-missing"], passed: [], refused: true, runbook: "https://wiki.example.com/providers" },
  { id: "unsafe", json: { evidence: [PROVIDERS], runbooks: { "provider-missing": "javascript:alert(1)" } }, rules: ["provider-missing"], passed: [], refused: true },
];

const escaped = (text) => text.replace(/[&"<]/g, (char) => `&#${char.charCodeAt(0)};`);

function page_of(table) {
  const elements = table.map(({ id, attributes = {}, json }) => {
    const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
    const child = json ? `<script type="application/json">${JSON.stringify(json).replaceAll("<", "\\u003c")}</script>` : "";
    return `<saml-lens id="${id}"${written}>${child}</saml-lens>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Presets</title><link rel="icon" href="data:,"><script src="samlens.js"></script><body>${elements.join("\n")}</body></html>`;
}

export async function run(page, t) {
  const widget = join(t.session.dist, "widget");
  const served = await host(t.session, { folders: { "/": (path) => (path === "index.html" ? Buffer.from(page_of(TABLE)) : readFileSync(join(widget, path))) } });
  await page.evaluateOnNewDocument(() => {
    window.verdicts = {};
    addEventListener("samlens-verdict", ({ target, detail }) => (window.verdicts[target.id] = detail));
  });
  try {
    await t.open(`${served.origin}/`, "body");
    for (const { id } of TABLE) {
      await t.waitFor((where) => !!document.getElementById(where).shadowRoot?.querySelector("#intake"), id);
    }
    // All at once: none may answer with what another one knows.
    await page.evaluate(
      (ids, pasted) => {
        for (const id of ids) {
          const root = document.getElementById(id).shadowRoot.querySelector(".samlens");
          root.focus();
          const data = new DataTransfer();
          data.setData("text/plain", pasted);
          const carried = { clipboardData: data, dataType: "text/plain", data: pasted };
          root.dispatchEvent(new ClipboardEvent("paste", { ...carried, bubbles: true, cancelable: true, composed: true }));
        }
      },
      TABLE.map(({ id }) => id),
      XML,
    );
    await t.waitFor((count) => Object.keys(window.verdicts).length === count, TABLE.length);
    for (const { id, rules, passed, open = [], refused = false, runbook = null } of TABLE) {
      const { verdict, rules: found } = await page.evaluate((where) => window.verdicts[where], id);
      const all = TABLE.flatMap((row) => row.rules);
      t.equal(found.filter((rule) => all.includes(rule)).sort(), [...rules].sort(), `${id}: rules`);
      t.equal(verdict, refused ? "refused" : "unknown", `${id}: verdict`);
      const stages = await page.evaluate(
        (where) => [...document.getElementById(where).shadowRoot.querySelectorAll(".stages button")].map(({ title }) => title),
        id,
      );
      for (const stage of passed) t.ok(stages.includes(`${stage}: passed`), `${id}: ${stage} passed, of ${stages}`);
      for (const stage of open) t.ok(stages.includes(`${stage}: unknown`), `${id}: ${stage} is open, of ${stages}`);
      const link = await page.evaluate((where) => document.getElementById(where).shadowRoot.querySelector(".runbook")?.href ?? null, id);
      t.equal(link, runbook, `${id}: the runbook`);
    }
  } finally {
    served.close();
  }
  await t.open();
}
