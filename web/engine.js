  // What starts the program: one source for the page, the frame and the widget, which each say where the wasm is.
  //
  // The function runs in the page and, as text, in each worker, so it may use nothing from outside itself.
  function start(module, samlensWorker) {
/*GLUE*/
    initSync({ module });
    return { mount };
  }

  // Makes workers of the function's own text: a worker by address would take its policy from headers, which plain
  // hosts do not send. Where trusted types are enforced, the one address that may be run is this.
  function workers(module) {
    const source = `'use strict';${start}\nonmessage = ({ data }) => { onmessage = null; start(data); };`;
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const trusted = globalThis.trustedTypes?.createPolicy('samlens', { createScriptURL: () => address });
    return () => {
      const worker = new Worker(trusted ? trusted.createScriptURL('') : address);
      worker.postMessage(module);
      return worker;
    };
  }

  // The wasm from its file, if it is the file that this script was made with.
  async function fetched(address, integrity) {
    const answer = await fetch(address, { integrity, referrerPolicy: 'no-referrer', credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.arrayBuffer();
  }

  // What a setting holds, as the program takes it: service, relay state, evidence, runbooks, each checked for its kind.
  function presets(setting) {
    const text = (value) => (typeof value === 'string' ? value.trim() : '');
    const several = (value) => (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null);
    const written = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
    // What `aws iam get-saml-provider` would print of a provider of which only the entity ID is known.
    const holding = (issuer) => {
      const escaped = issuer.replace(/[&<"]/g, (char) => `&#${char.charCodeAt(0)};`);
      const descriptor = '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/>';
      const xmlns = 'urn:oasis:names:tc:SAML:2.0:metadata';
      return { SAMLMetadataDocument: `<EntityDescriptor xmlns="${xmlns}" entityID="${escaped}">${descriptor}</EntityDescriptor>` };
    };
    const { region, connectInstance } = setting;
    let relayState = text(setting.relayState);
    if (!relayState && text(region) && text(connectInstance)) {
      // GovCloud's address of Connect has no region in it.
      const govCloud = text(region).startsWith('us-gov-');
      const host = govCloud ? 'console.amazonaws-us-gov.com' : `${text(region)}.console.aws.amazon.com`;
      relayState = `https://${host}/connect/federate/${text(connectInstance)}`;
    }
    const expected = [setting.issuer].map(text).filter(Boolean).map(holding);
    const evidence = [expected, setting.metadata, setting.trustPolicy, setting.evidence].flatMap(several).map(written);
    const runbooks = Object.entries(setting.runbooks ?? {}).flatMap(([rule, address]) => {
      if (!URL.canParse(address, document.baseURI)) return [];
      const { protocol, href } = new URL(address, document.baseURI);
      return ['http:', 'https:'].includes(protocol) ? [rule, href] : [];
    });
    return [text(setting.service), relayState, evidence, runbooks];
  }
