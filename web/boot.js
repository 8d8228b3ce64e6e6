// Starts the page: compiles the wasm once, closes every way out, then runs it here and, on demand, in workers.
//
// It knows nothing of what the page shows. The packer puts `engine.js` in the place of the comment below, and
// wasm-bindgen's glue in the place of the one that stands there.
(() => {
  'use strict';

/*ENGINE*/
  async function bytes() {
    const block = document.getElementById('wasm');
    if (block) {
      const packed = unpacked(block.textContent);
      block.remove();
      return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
    }
    const { content, dataset } = document.querySelector('meta[name="samlens-wasm"]');
    return fetched(content, dataset.integrity);
  }

  // Bytes out of text: five characters for four of them, by the alphabet of RFC 1924; of the last group one more than it has bytes.
  function unpacked(text) {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
    const digits = new Uint8Array(128);
    for (let digit = 0; digit < 85; digit += 1) digits[alphabet.charCodeAt(digit)] = digit;
    const whole = text.padEnd(Math.ceil(text.length / 5) * 5, '~');
    const bytes = new DataView(new ArrayBuffer((whole.length / 5) * 4));
    for (let at = 0, value = 0; at < whole.length; at += 1) {
      value = value * 85 + digits[whole.charCodeAt(at)];
      if (at % 5 === 4) {
        bytes.setUint32(((at - 4) / 5) * 4, value);
        value = 0;
      }
    }
    return new Uint8Array(bytes.buffer, 0, Math.floor((text.length * 4) / 5));
  }

  // From here on nothing can leave the page: a policy that is added later can only take away.
  function lock() {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  }

  // In a frame: speaks with the page around it, if that is of an origin that the frame's file names.
  function framed(mount) {
    const known = document.querySelector('meta[name="samlens-parents"]').content.split(/\s+/).filter(Boolean);
    const parents = known.map((origin) => (origin === 'self' ? location.origin : origin));
    const root = document.getElementById('app');
    let mounted;
    let parent;
    const tell = (message) => parent && window.parent.postMessage({ samlens: 1, ...message }, parent);
    const show = (setting) => {
      mounted?.free();
      mounted = mount(root, false, ...presets(setting), (verdict, rules) => tell({ type: 'verdict', verdict, rules }));
    };
    addEventListener('message', ({ source, origin, data }) => {
      if (source !== window.parent || !parents.includes(origin) || data?.samlens !== 1) return;
      if (data.type !== 'presets' || typeof data.presets !== 'object' || data.presets === null) return;
      parent = origin;
      show(data.presets);
      tell({ type: 'ready' });
    });
    show({});
    // Says nothing but that it listens, so it may be said to whoever is there.
    if (window.parent !== window) window.parent.postMessage({ samlens: 1, type: 'hello' }, '*');
  }

  async function run() {
    const module = await WebAssembly.compile(await bytes());
    lock();
    const { mount } = start(module, workers(module));
    if (document.querySelector('meta[name="samlens-parents"]')) framed(mount);
  }

  run().catch((error) => {
    const note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.className = 'failed';
    note.textContent = `Samlens could not start in this browser: ${error.message}`;
    document.getElementById('app').replaceChildren(note);
  });
})();
