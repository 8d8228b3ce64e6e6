// Synthetic messages for the cases.

import { readFileSync } from "node:fs";

// The assertion is signed; its status stands outside. After an edit: `cargo run -p samlens-tests --bin sign`.
const RESPONSE = readFileSync(new URL("response.xml", import.meta.url), "utf8");

/** A small response; `value` stands in an attribute as it is, and what is not the default breaks the signature. */
export function response({ status = "Success", value = "ana.lopez@example.com" } = {}) {
  return RESPONSE.replace("status:Success", () => `status:${status}`).replace("ana.lopez@example.com", () => value);
}
