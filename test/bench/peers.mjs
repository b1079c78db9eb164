// Libraries that Kith is measured beside and must not depend on: fetched when somebody asks for them, into a folder that
// git ignores. Each has a licence of its own, see docs/decisions/0087-a-peer-that-is-no-dependency.md.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, '.generated/peers');

/** What is fetched by name: its package at the version that was measured, and what of it is bundled. */
const PEERS = {
  syncfusion: {
    title: "Syncfusion's kanban",
    package: '@syncfusion/ej2-kanban@34.2.8',
    licence: 'commercial, or its community licence; who runs the bench needs one of them',
    entry: `
      export { Kanban } from '@syncfusion/ej2-kanban';
      export { Telemetry } from '@syncfusion/ej2-base';
      import '@syncfusion/ej2-base/styles/tailwind3.css';
      import '@syncfusion/ej2-kanban/styles/tailwind3.css';
    `,
  },
};

/**
 * A peer as one minified script with its styles, as a page would have it: the addresses of both from the project's root.
 * Undefined, with a notice, unless `KITH_PEERS` names it: nothing is fetched that nobody asked for.
 */
export async function fetchPeer(name) {
  const peer = PEERS[name];
  const asked = (process.env.KITH_PEERS ?? '').split(',');
  if (!asked.includes(name)) {
    console.error(`Without ${peer.title}: KITH_PEERS=${name} fetches it (${peer.licence}).`);
    return undefined;
  }
  const home = path.join(folder, name);
  if (!existsSync(path.join(home, 'package-lock.json'))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'package.json'), '{ "private": true, "type": "module" }\n');
    await promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', peer.package], {
      cwd: home,
      shell: process.platform === 'win32',
    });
  }
  await build({
    stdin: { contents: peer.entry, resolveDir: home },
    outfile: path.join(home, 'peer.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    logLevel: 'error',
    loader: { '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.png': 'dataurl', '.svg': 'dataurl' },
  });
  const address = `/.generated/peers/${name}/peer`;
  return { script: `${address}.js`, styles: `${address}.css` };
}
