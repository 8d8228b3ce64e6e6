// Medians in nanoseconds: `node bench.mjs CERTIFICATE FILE TIMES [MODULE]`; a line `name nanoseconds` for each contestant.
//
// Each reads the text and verifies its one signature by the given key. It deliberately times no start and no compiling.
import { X509Certificate, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { DOMImplementation, DOMParser, XMLSerializer } from "@xmldom/xmldom";
import { SignedXml as XmlCrypto } from "xml-crypto";
import * as XmlDSigJs from "xmldsigjs";
// The library has a copy of its own, which it does not hand out.
import { setNodeDependencies } from "./node_modules/xmldsigjs/node_modules/xml-core/build/esm/index.js";
import xpath from "xpath";

const [certificate, file, count, module] = process.argv.slice(2);
const pem = readFileSync(certificate, "utf8");
const xml = readFileSync(file, "utf8");
const times = Number(count);
const DSIG = "http://www.w3.org/2000/09/xmldsig#";

async function median(name, work) {
  for (let i = 0; i < 5; i++) {
    if (!(await work())) throw new Error(`${name}: the signature does not hold`);
  }
  const taken = [];
  for (let i = 0; i < times; i++) {
    const start = process.hrtime.bigint();
    await work();
    taken.push(process.hrtime.bigint() - start);
  }
  taken.sort((a, b) => (a < b ? -1 : 1));
  console.log(`${name} ${taken[times >> 1]}`);
}

await median("xml-crypto", () => {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const [node] = xpath.select(`//*[local-name()='Signature' and namespace-uri()='${DSIG}']`, document);
  const signature = new XmlCrypto({ publicCert: pem, getCertFromKeyInfo: () => null });
  signature.loadSignature(node);
  return signature.checkSignature(xml);
});

setNodeDependencies({ DOMImplementation, DOMParser, XMLSerializer, xpath });
XmlDSigJs.Application.setEngine("Node.js", webcrypto);
const spki = new X509Certificate(pem).publicKey.export({ type: "spki", format: "der" });
const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
const key = await webcrypto.subtle.importKey("spki", spki, algorithm, true, ["verify"]);
await median("xmldsigjs", async () => {
  const document = XmlDSigJs.Parse(xml);
  const signature = new XmlDSigJs.SignedXml(document);
  signature.LoadXml(document.getElementsByTagNameNS(DSIG, "Signature")[0]);
  return signature.Verify(key);
});

if (module) {
  const { instance } = await WebAssembly.instantiate(readFileSync(module), {});
  const { memory, room, diagnose, verify } = instance.exports;
  const bytes = Buffer.from(xml);
  const der = new X509Certificate(pem).raw;
  const [text, at] = [room(bytes.length), room(der.length)];
  new Uint8Array(memory.buffer, at, der.length).set(der);
  for (const [name, work] of [["wasm-diagnosis", diagnose], ["wasm-verification", verify]]) {
    await median(name, () => {
      new Uint8Array(memory.buffer, text, bytes.length).set(bytes);
      return work(text, bytes.length, at, der.length) === 1;
    });
  }
}
