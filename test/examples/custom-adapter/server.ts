import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** The server of the example, built and run as a process of its own. */
export interface ExampleServer {
  /** Where it answers; another port after each start. */
  readonly url: string;
  /** Where it keeps the books. */
  readonly folder: string;
  start(): Promise<void>;
  /** Kill -9. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const example = path.resolve(import.meta.dirname, '../../../examples/custom-adapter');

/** Builds the server, and the page with it when asked to, and starts it. */
export async function startServer({ withPage = false } = {}): Promise<ExampleServer> {
  const workshop = mkdtempSync(path.join(tmpdir(), 'kith-server-'));
  const folder = path.join(workshop, 'books');
  const settings = { root: example, configFile: path.join(example, 'vite.config.ts'), logLevel: 'error' } as const;
  await build({ ...settings, build: { ssr: 'src/server/main.ts', outDir: path.join(workshop, 'server') } });
  if (withPage) await build({ ...settings, build: { outDir: path.join(workshop, 'page') } });
  let child: ChildProcess | undefined;
  let url = '';

  async function kill(): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async function start(): Promise<void> {
    const env = { ...process.env, PORT: '0', FOLDER: folder };
    child = spawn(process.execPath, ['server/main.js'], { cwd: workshop, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
    url = String(line).match(/http:\S+\d/)?.[0] ?? '';
  }

  await start();
  return {
    get url() {
      return url;
    },
    folder,
    start,
    kill,
    async stop() {
      await kill();
      rmSync(workshop, { recursive: true, force: true });
    },
  };
}
