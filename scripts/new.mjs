// Writes a row of files that works from the start:
//   pnpm new entity invoice     what it means, how it is kept, an element that shows one, laws, tests, story
//   pnpm new adapter sqlite     an adapter that passes the conformance suite
//   pnpm new element gauge      an element with its definition, test and story
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { adapterFiles } from './scaffold/adapter.mjs';
import { elementFiles } from './scaffold/element.mjs';
import { entityFiles } from './scaffold/entity.mjs';
import { wordsOf } from './scaffold/words.mjs';

const root = path.dirname(import.meta.dirname);
const KINDS = { entity: entityFiles, adapter: adapterFiles, element: elementFiles };

const [kind, name] = process.argv.slice(2);
const refusal = whyNot();
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else {
  write();
}

function whyNot() {
  if (!Object.hasOwn(KINDS, kind ?? ''))
    return 'Say what: pnpm new entity invoice | pnpm new adapter sqlite | pnpm new element gauge';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? ''))
    return `Name the ${kind} in small letters, words joined by hyphens, one of them: pnpm new ${kind} price-list`;
  const taken = [...plan().files.keys()].find((file) => existsSync(path.join(root, file)));
  return taken && `${taken} is there already. Choose another name.`;
}

function plan() {
  return KINDS[kind](wordsOf(name), freeLetters());
}

/** Letters for the laws of a new page that no page of docs/spec uses: P, PR, PRI … */
function freeLetters() {
  const pages = readdirSync(path.join(root, 'docs/spec')).map((page) =>
    readFileSync(path.join(root, 'docs/spec', page), 'utf8'),
  );
  const used = new Set(
    pages.flatMap((page) => [...page.matchAll(/^- \*\*([A-Z]+)\d/gm)].map(([, letters]) => letters)),
  );
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const first = name[0].toUpperCase();
  return [first, ...alphabet.map((letter) => first + letter)].find((letters) => !used.has(letters));
}

function write() {
  const { files, edits, next } = plan();
  for (const [file, text] of files) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  for (const [file, edit] of edits)
    writeFileSync(path.join(root, file), edit(readFileSync(path.join(root, file), 'utf8')));
  // Formatted and sorted as the gate wants it: the templates need not know how long a name is.
  const written = [...files.keys(), ...edits.keys()];
  const biome = path.join(root, 'node_modules', '.bin', 'biome');
  spawnSync(biome, ['check', '--write', ...written], {
    cwd: root,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  console.log(
    `${[...files.keys()].map((file) => `+ ${file}`).join('\n')}\n${[...edits.keys()].map((file) => `~ ${file}`).join('\n')}\n\n${next}`,
  );
}
