// What is shipped: every target of "exports" exists, the packages are sound for those who install them, and the built
// code can be loaded by plain Node.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { compile } from './compile.mjs';
import { tool } from './tool.mjs';

export const packageFolders = (root) =>
  readdirSync(path.join(root, 'packages'))
    .map((name) => `packages/${name}`)
    .sort();

export const manifestOf = (root, folder) => JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));

/** Builds everything anew, so that nothing is left of sources that are gone. */
export async function build(root) {
  const folders = packageFolders(root);
  for (const folder of folders) rmSync(path.join(root, folder, 'dist'), { recursive: true, force: true });
  const compiled = await compile(root, ['-b', ...folders]);
  if (compiled.code !== 0) return { passed: 0, problems: [compiled.output] };
  for (const folder of folders.filter((each) => existsSync(path.join(root, each, 'vite.config.ts')))) {
    const { code, output } = await tool(root, 'vite', ['build', '--logLevel', 'warn'], { folder });
    if (code !== 0) return { passed: 0, problems: [output] };
  }
  return { passed: folders.length, problems: [] };
}

export async function checkExports(root) {
  const problems = [];
  for (const folder of packageFolders(root)) {
    problems.push(...targetsOf(manifestOf(root, folder).exports).flatMap((target) => missing(root, folder, target)));
    const { messages, pkg } = await publint({ pkgDir: path.join(root, folder), pack: false });
    problems.push(...messages.map((message) => `${folder}: ${formatMessage(message, pkg, { color: false })}`));
  }
  if (problems.length === 0) problems.push(...(await loadBuilt(root)));
  return { passed: problems.length === 0 ? packageFolders(root).length : 0, problems };
}

const targetsOf = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targetsOf));

function missing(root, folder, target) {
  const file = path.posix.join(folder, target);
  if (!file.includes('*'))
    return existsSync(path.join(root, file))
      ? []
      : [`${folder}/package.json: "exports" names ${target}, which is not there. Write it, or take the line out.`];
  const [before, after] = file.split('*');
  const isThere = builtFiles(root, before, after).length > 0;
  return isThere ? [] : [`${folder}/package.json: "exports" names ${target}, which fits no file.`];
}

/** Loads each entry's built code, as an application on a server would; what is there to be defined needs a page. */
async function loadBuilt(root) {
  const files = packageFolders(root).flatMap((folder) => {
    const { exports, sideEffects } = manifestOf(root, folder);
    const isInert = (file) => sideEffects === false || (Array.isArray(sideEffects) && !sideEffects.includes(file));
    return Object.values(exports)
      .map((target) => target.default)
      .filter((file) => file?.endsWith('.js') && !file.includes('*') && isInert(file))
      .map((file) => path.join(root, folder, file));
  });
  const script = files.map((file) => `await import(${JSON.stringify(pathToFileURL(file))});`).join('\n');
  const { code, output } = await tool(root, process.execPath, ['--input-type=module', '-e', script]);
  return code === 0 ? [] : [`The built packages cannot be loaded by Node:\n${output}`];
}

/** Each entry point that has types: its name and its built declaration file. */
export function entryPoints(root) {
  return packageFolders(root).flatMap((folder) => {
    const { name, exports } = manifestOf(root, folder);
    return Object.entries(exports).flatMap(([entry, target]) => {
      if (!target.types) return [];
      if (!entry.includes('*'))
        return [{ name: path.posix.join(name, entry), file: path.posix.join(folder, target.types) }];
      const [before, after] = path.posix.join(folder, target.types).split('*');
      return builtFiles(root, before, after).map((file) => ({
        name: path.posix.join(name, entry.replace('*', file.slice(before.length, -after.length))),
        file,
      }));
    });
  });
}

function builtFiles(root, before, after) {
  const folder = path.posix.dirname(`${before}x`);
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((file) => file.startsWith(before) && file.endsWith(after));
}
