// What an import costs the browser: minified, tree-shaken, brotli. With `first` in the list, what the entry and its
// static imports weigh, and what is fetched on demand is not in it; without core and store, which a page has once, unless it says
// `"first": "whole"`. Budgets are what was measured plus 5 %; the hard
// ceilings never move by themselves. Numbers quoted in the README stand between markers and are compared.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const LIST = 'test/sizes.json';
const ROOM = 1.05;
const QUOTED = /<!-- size: (.+?) -->(.*?)<!-- \/size -->/g;

export async function checkSizes(root, { update = false } = {}) {
  const list = JSON.parse(readFileSync(path.join(root, LIST), 'utf8'));
  const problems = [];
  const bytesByName = new Map();
  for (const item of list) {
    const bytes = item.first ? await measureFirst(root, item.code, item.first) : await measure(root, item.code);
    bytesByName.set(item.name, bytes);
    if (item.ceiling && bytes > item.ceiling)
      problems.push(
        `${item.name}: ${kilo(bytes)}, the ceiling is ${kilo(item.ceiling)}. See what came in: ${item.code}`,
      );
    if (update) item.measured = bytes;
    else if (bytes > item.measured * ROOM)
      problems.push(
        `${item.name}: ${kilo(bytes)}, it was ${kilo(item.measured)}. Take the weight out, or accept it with pnpm check --update.`,
      );
  }
  if (update) writeFileSync(path.join(root, LIST), `${JSON.stringify(list, null, 2)}\n`);
  problems.push(...checkQuotes(root, bytesByName, update));
  return {
    passed: problems.length === 0 ? list.length : 0,
    problems,
    notes: [...bytesByName].map(([name, bytes]) => `${name} ${kilo(bytes)}`),
  };
}

const SETTINGS = {
  bundle: true,
  write: false,
  minify: true,
  treeShaking: true,
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  legalComments: 'none',
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
};

async function measure(root, code) {
  const { outputFiles } = await build({ ...SETTINGS, stdin: { contents: code, resolveDir: root, loader: 'js' } });
  return brotliSize(outputFiles[0].contents);
}

async function measureFirst(root, code, first) {
  const { outputFiles, metafile } = await build({
    ...SETTINGS,
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    absWorkingDir: root,
    outdir: path.join(root, 'sizes'),
    splitting: true,
    metafile: true,
    external: first === 'whole' ? [] : ['@kith/core', '@kith/core/*', '@kith/store', 'rxjs'],
  });
  const found = new Set();
  const follow = (name) => {
    if (found.has(name)) return;
    found.add(name);
    for (const { kind, path: next, external } of metafile.outputs[name].imports)
      if (kind === 'import-statement' && !external) follow(next);
  };
  follow(Object.keys(metafile.outputs).find((name) => metafile.outputs[name].entryPoint === '<stdin>'));
  const contents = outputFiles.filter((file) => found.has(path.relative(root, file.path).replaceAll(path.sep, '/')));
  // Compressed together: what is loaded at first is one file in Rollup and Vite; only esbuild cuts it up.
  return brotliSize(Buffer.concat(contents.map((file) => file.contents)));
}

const brotliSize = (contents) =>
  brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;

function checkQuotes(root, bytesByName, update) {
  const file = path.join(root, 'README.md');
  const text = readFileSync(file, 'utf8');
  const problems = [];
  const corrected = text.replaceAll(QUOTED, (whole, name, quoted) => {
    const bytes = bytesByName.get(name);
    if (bytes === undefined) problems.push(`README.md quotes the size of "${name}", which ${LIST} does not measure.`);
    else if (
      !update &&
      quoted !== kilo(bytes) &&
      Math.abs(Number.parseFloat(quoted) * 1000 - bytes) > bytes * (ROOM - 1)
    )
      problems.push(`README.md says ${name} is ${quoted}; it is ${kilo(bytes)}. pnpm check --update corrects it.`);
    return bytes === undefined ? whole : `<!-- size: ${name} -->${kilo(bytes)}<!-- /size -->`;
  });
  if (update && corrected !== text) writeFileSync(file, corrected);
  return problems;
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
