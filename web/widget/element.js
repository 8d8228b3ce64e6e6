// The element <saml-lens>: shows the program in a shadow root of its own, in a page of somebody else.
//
// It deliberately keeps nothing and asks for nothing but its own wasm, once for all elements of the page. The packer
// fills in the comments below: the engine, the style, and the name and digest of the wasm.
(() => {
  'use strict';

/*ENGINE*/
  // Whether the page's policy lets a worker run; without one the program answers in the page itself.
  function workersRun() {
    return new Promise((resolve) => {
      try {
        const address = URL.createObjectURL(new Blob(['postMessage(0)'], { type: 'text/javascript' }));
        const trusted = globalThis.trustedTypes?.createPolicy('samlens-probe', { createScriptURL: () => address });
        const probe = new Worker(trusted ? trusted.createScriptURL('') : address);
        const end = (runs) => () => {
          probe.terminate();
          URL.revokeObjectURL(address);
          resolve(runs);
        };
        probe.onmessage = end(true);
        probe.onerror = end(false);
      } catch {
        resolve(false);
      }
    });
  }

  let engine;
  function load() {
    engine ??= (async () => {
      const [buffer, runs] = await Promise.all([fetched(WASM, '/*INTEGRITY*/'), workersRun()]);
      const module = await WebAssembly.compile(buffer);
      return start(module, runs ? workers(module) : () => null);
    })();
    return engine;
  }

  const STYLE = /*STYLE*/;

  /** What the attributes and the JSON child say together; an attribute goes before the JSON. */
  function setting(element) {
    const child = element.querySelector(':scope > script[type="application/json"]');
    const given = { ...(child ? JSON.parse(child.textContent) : {}), ...element.presets };
    for (const [attribute, name] of Object.entries(ATTRIBUTES)) {
      if (element.hasAttribute(attribute)) given[name] = element.getAttribute(attribute);
    }
    return given;
  }

  const ATTRIBUTES = {
    service: 'service',
    region: 'region',
    'connect-instance': 'connectInstance',
    'relay-state': 'relayState',
    issuer: 'issuer',
  };

  class SamlLens extends HTMLElement {
    static observedAttributes = ['compact', 'theme'];

    #root;
    #mounted;
    #presets = {};
    #turn = 0;

    /** Presets by script, in the shape of the JSON child. Setting them starts this element anew. */
    get presets() {
      return this.#presets;
    }

    set presets(presets) {
      this.#presets = { ...presets };
      if (this.isConnected) this.#show();
    }

    connectedCallback() {
      if (!this.#root) {
        const shadow = this.attachShadow({ mode: 'open' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        shadow.adoptedStyleSheets = [sheet];
        this.#root = document.createElement('div');
        this.#root.className = 'samlens';
        // A click anywhere in it makes the next paste its own.
        this.#root.tabIndex = -1;
        shadow.append(this.#root);
        this.#adapt();
      }
      // The JSON child may not have been parsed yet.
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => this.#show(), { once: true });
      else this.#show();
    }

    disconnectedCallback() {
      this.#end();
    }

    attributeChangedCallback() {
      if (this.#root) this.#adapt();
    }

    #adapt() {
      this.#root.toggleAttribute('data-compact', this.hasAttribute('compact'));
      const theme = this.getAttribute('theme');
      if (theme === 'light' || theme === 'dark') this.#root.dataset.theme = theme;
      else delete this.#root.dataset.theme;
    }

    #end() {
      this.#turn += 1;
      this.#mounted?.free();
      this.#mounted = undefined;
    }

    async #show() {
      this.#end();
      const turn = this.#turn;
      try {
        const { mount } = await load();
        if (turn !== this.#turn || !this.isConnected) return;
        const tell = (verdict, rules) =>
          this.dispatchEvent(new CustomEvent('samlens-verdict', { bubbles: true, composed: true, detail: { verdict, rules } }));
        this.#mounted = mount(this.#root, true, ...presets(setting(this)), tell);
      } catch (error) {
        const note = document.createElement('p');
        note.setAttribute('role', 'alert');
        note.className = 'failed';
        note.textContent = `Samlens could not start here: ${error.message}`;
        this.#root.replaceChildren(note);
      }
    }
  }

  customElements.get('saml-lens') ?? customElements.define('saml-lens', SamlLens);
})();
