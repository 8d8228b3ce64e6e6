/** The answer of one inspection: what AWS would do, and which rules found something. Never anything of the message. */
export interface SamlLensVerdict {
  verdict: "refused" | "accepted" | "unknown";
  /** Identifiers of rules, causes first. */
  rules: string[];
}

/** What is known before anybody pastes. */
export interface SamlLensPresets {
  service?: "iam" | "connect" | "workspaces" | "appstream" | "identity-center" | "generic";
  /** With `connectInstance`, the relay state of that Amazon Connect instance. */
  region?: string;
  connectInstance?: string;
  /** Goes before `region` and `connectInstance`. */
  relayState?: string;
  /** The issuer that is expected: the entity ID that the SAML provider in IAM holds. */
  issuer?: string;
  /** The identity provider's metadata, as XML. It settles which issuer and which keys are expected. */
  metadata?: string | string[];
  /** A role's trust policy, or the output of `aws iam get-role`, as JSON. */
  trustPolicy?: string | object;
  /** Anything else that could be pasted as evidence. */
  evidence?: string | object | (string | object)[];
  /** Addresses of your own instructions (http or https), by the identifier of a rule. */
  runbooks?: Record<string, string>;
}

export interface SamlLensElement extends HTMLElement {
  presets: SamlLensPresets;
}

/** What the frame says to the page around it. `hello` asks for presets; the others go to a listed origin alone. */
export type SamlLensFrameMessage =
  | { samlens: 1; type: "hello" }
  | { samlens: 1; type: "ready" }
  | ({ samlens: 1; type: "verdict" } & SamlLensVerdict);

/** What the frame listens to, from its parent and of an origin that its file lists. */
export interface SamlLensPresetsMessage {
  samlens: 1;
  type: "presets";
  presets: SamlLensPresets;
}

declare global {
  interface HTMLElementTagNameMap {
    "saml-lens": SamlLensElement;
  }
  interface HTMLElementEventMap {
    "samlens-verdict": CustomEvent<SamlLensVerdict>;
  }
}
