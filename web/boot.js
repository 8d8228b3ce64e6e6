// Starts the page: compiles the wasm once, closes every way out, then runs it here and, on demand, in workers.
//
// It knows nothing of what the page shows. The packer puts wasm-bindgen's glue in the place of the comment below.
(() => {
  'use strict';

  // The same source runs in the page and in each worker, so it may use nothing from outside itself.
  function start(module) {
/*GLUE*/
    initSync({ module });
  }

  async function bytes() {
    const block = document.getElementById('wasm');
    if (block) {
      const packed = Uint8Array.from(atob(block.textContent), (c) => c.charCodeAt(0));
      block.remove();
      return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
    }
    const name = document.querySelector('meta[name="samlens-wasm"]').content;
    const answer = await fetch(name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.arrayBuffer();
  }

  // From here on nothing can leave the page: a policy that is added later can only take away.
  function lock() {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "connect-src 'none'";
    document.head.append(policy);
  }

  async function run() {
    const module = await WebAssembly.compile(await bytes());
    lock();
    const source = `'use strict';${start}\nonmessage = ({ data }) => { onmessage = null; start(data); };`;
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    // The page calls this whenever it needs a worker, also after it has ended one.
    window.samlensWorker = () => {
      const worker = new Worker(address);
      worker.postMessage(module);
      return worker;
    };
    start(module);
  }

  run().catch((error) => {
    const note = document.createElement('p');
    note.setAttribute('role', 'alert');
    note.className = 'failed';
    note.textContent = `Samlens could not start in this browser: ${error.message}`;
    document.getElementById('app').replaceChildren(note);
  });
})();
