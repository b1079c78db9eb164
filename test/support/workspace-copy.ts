import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const origin = path.resolve(import.meta.dirname, '../..');
const COPIED = ['packages', 'stories', 'scripts', 'docs', 'test/support', '.storybook', '.gitignore', 'README.md'];
const NOT_COPIED = new Set(['node_modules', 'dist']);

/** What a program came to. */
export interface Run {
  readonly code: number;
  readonly output: string;
}

/** A copy of this repository without its tests, to plant things in. Its packages are its own, all others are linked. */
export interface WorkspaceCopy {
  readonly root: string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
  run(program: string, ...parameters: readonly string[]): Run;
  /** Runs some steps of the gate. */
  check(steps: string, ...options: readonly string[]): Run;
  dispose(): void;
}

export function copyWorkspace(): WorkspaceCopy {
  const root = mkdtempSync(path.join(tmpdir(), 'kith-copy-'));
  const configs = readdirSync(origin, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(json|mjs|ts|yaml)$/.test(entry.name),
  );
  for (const name of [...COPIED, ...configs.map((entry) => entry.name)].filter((each) =>
    existsSync(path.join(origin, each)),
  ))
    cpSync(path.join(origin, name), path.join(root, name), {
      recursive: true,
      filter: (file) => !NOT_COPIED.has(path.basename(file)),
    });
  for (const folder of ['.', ...readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`)])
    linkModules(root, folder);

  const run = (program: string, ...parameters: readonly string[]): Run => {
    const local = path.join(root, 'node_modules', '.bin', program);
    const { status, stdout, stderr } = spawnSync(existsSync(local) ? local : program, parameters, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
    });
    return { code: status ?? 1, output: `${stdout}${stderr}` };
  };
  const at = (file: string): string => path.join(root, file);
  return {
    root,
    run,
    read: (file) => readFileSync(at(file), 'utf8'),
    write: (file, text) => {
      mkdirSync(path.dirname(at(file)), { recursive: true });
      writeFileSync(at(file), text);
    },
    remove: (file) => rmSync(at(file), { recursive: true }),
    check: (steps, ...options) => run(process.execPath, 'scripts/check.mjs', '--only', steps, ...options),
    dispose: () => rmSync(root, { recursive: true }),
  };
}

/** The same packages as the original's, but our own ones lead to the copy, and what tools keep there is not shared. */
function linkModules(root: string, folder: string): void {
  const from = path.join(origin, folder, 'node_modules');
  if (!existsSync(from)) return;
  const to = path.join(root, folder, 'node_modules');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((each) => each !== '@kith' && !/^\.(vite|cache)/.test(each)))
    symlinkSync(path.join(from, name), path.join(to, name));
  if (!existsSync(path.join(from, '@kith'))) return;
  mkdirSync(path.join(to, '@kith'));
  for (const name of readdirSync(path.join(from, '@kith')))
    symlinkSync(path.join(root, 'packages', name), path.join(to, '@kith', name));
}
