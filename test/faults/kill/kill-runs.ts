import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { startBrowser } from './browser-process.js';
import { type Deed, type Found, problemsOf } from './story.js';

/** How often to kill the browser, and how sure each batch asks the disk to be. */
export interface KillOptions {
  readonly kills: number;
  readonly durability: 'strict' | 'relaxed';
  /** Told after each kill, in case somebody waits. */
  onKill?(report: KillReport): void;
}

/** What came of it. Times are milliseconds. */
export interface KillReport {
  readonly kills: number;
  /** Batches whose acknowledgement left the browser before it was killed. */
  readonly acknowledged: number;
  /** Acknowledged batches that were not there any more. */
  readonly lost: readonly string[];
  /** How often the browser said that it has thrown its whole database away itself, and why: no page can do anything about it. */
  readonly discarded: readonly string[];
  /** Batches that were half there, and everything else that did not add up. */
  readonly torn: readonly string[];
  /** Batches under way at a kill, by kind: how many were there afterwards, wholly, and how many were not. */
  readonly underWay: Readonly<Record<string, { readonly applied: number; readonly not: number }>>;
  readonly openMedian: number;
  readonly openSlowest: number;
}

/** A book is killed so often before the next one begins, so that books do not grow without end. */
const KILLS_OF_A_BOOK = 25;

/** One life of a browser, as far as it came to be known outside of it. */
interface Life {
  readonly begun: Map<string, string>;
  readonly acknowledged: Set<string>;
  found: Found | undefined;
  /** What went wrong in the page. */
  failure: string | undefined;
  onTold: () => void;
}

/** Kills a browser again and again in the middle of writing, and looks what is there when it is started anew. */
export async function killRuns({ kills, durability, onKill }: KillOptions): Promise<KillReport> {
  const workshop = mkdtempSync(path.join(tmpdir(), 'kith-kill-'));
  const lost: string[] = [];
  const torn: string[] = [];
  const discarded: string[] = [];
  const underWay: Record<string, { applied: number; not: number }> = {};
  const opened: number[] = [];
  const acknowledged = new Set<string>();
  let begun = new Map<string, string>();
  let total = 0;
  let life: Life = newLife();

  /** Compares what is there with what the harness heard. Answers the batches that nobody was told about. */
  function examine(found: Found, run: string): readonly string[] {
    const there = new Set(found.journal.map(({ batch }) => batch));
    if (found.discarded !== undefined) {
      discarded.push(`run ${run}: ${found.discarded}`);
      acknowledged.clear();
      begun = new Map();
    }
    torn.push(...problemsOf(found).map((problem) => `run ${run}: ${problem}`));
    lost.push(...[...acknowledged].filter((batch) => !there.has(batch)).map((batch) => `run ${run}: ${batch}`));
    const unsettled = [...begun].filter(([batch]) => !acknowledged.has(batch));
    for (const [batch, kind] of unsettled) {
      const counts = underWay[kind] ?? { applied: 0, not: 0 };
      underWay[kind] = counts;
      counts[there.has(batch) ? 'applied' : 'not']++;
    }
    opened.push(found.openMilliseconds);
    return unsettled.filter(([, kind]) => kind !== 'restore').map(([batch]) => batch);
  }

  const report = (done: number): KillReport => {
    const sorted = [...opened].sort((a, b) => a - b);
    const openMedian = sorted[Math.floor(sorted.length / 2)] ?? 0;
    const openSlowest = sorted.at(-1) ?? 0;
    return { kills: done, acknowledged: total, lost, torn, discarded, underWay, openMedian, openSlowest };
  };

  const hear: Record<string, (content: unknown, run: string) => unknown> = {
    failed(content) {
      life.failure = String(content);
      life.onTold();
      return null;
    },
    found(content, run) {
      life.found = content as Found;
      return examine(life.found, run);
    },
    settled(content, run) {
      const there = new Set(life.found?.journal.map(({ batch }: Deed) => batch));
      for (const [batch, replayed] of Object.entries(content as Readonly<Record<string, boolean>>))
        if (replayed !== there.has(batch))
          torn.push(`run ${run}: the key of ${batch} ${replayed ? 'is kept, its rows are not' : 'is gone'}`);
      life.onTold();
      return null;
    },
    begun(content) {
      const { batch, kind } = content as { readonly batch: string; readonly kind: string };
      life.begun.set(batch, kind);
      life.onTold();
      return null;
    },
    acknowledged(content) {
      life.acknowledged.add(String(content));
      total++;
      life.onTold();
      return null;
    },
  };

  const server = await serve(hear);
  try {
    for (let run = 0; run <= kills; run++) {
      const book = `book${Math.floor(run / KILLS_OF_A_BOOK)}`;
      if (run % KILLS_OF_A_BOOK === 0) {
        acknowledged.clear();
        begun = new Map();
      }
      life = newLife();
      const address = `${server.address}?${new URLSearchParams({ book, run: String(run), durability })}`;
      const browser = startBrowser(path.join(workshop, 'profile'), address);
      try {
        // The last life is only there to look.
        if (run === kills) await until(life, () => life.found !== undefined);
        else await untilMidst(life);
      } finally {
        await browser.kill();
      }
      begun = life.begun;
      for (const batch of life.acknowledged) acknowledged.add(batch);
      if (run < kills) onKill?.(report(run + 1));
    }
    return report(kills);
  } finally {
    await server.close();
    rmSync(workshop, { recursive: true, force: true });
  }
}

const newLife = (): Life => ({
  begun: new Map(),
  acknowledged: new Set(),
  found: undefined,
  failure: undefined,
  onTold() {},
});

const below = (bound: number): number => Math.floor(Math.random() * bound);

/** Resolves in the middle of some batch: after a number of them, and some turns later, so that every step of one is met. */
async function untilMidst(life: Life): Promise<void> {
  const batches = 1 + below(14);
  await until(life, () => life.acknowledged.size >= batches);
  for (let turns = below(1_000); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
}

const PATIENCE = 60_000;

function until(life: Life, state: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = AbortSignal.timeout(PATIENCE);
    giveUp.onabort = () => reject(new Error(`The page said nothing more after ${life.acknowledged.size} batches.`));
    life.onTold = () => {
      if (!state() && life.failure === undefined) return;
      giveUp.onabort = null;
      if (life.failure === undefined) resolve();
      else reject(new Error(`The page failed: ${life.failure}`));
    };
    life.onTold();
  });
}

/** Serves the page, and hears what it tells. */
async function serve(hear: Readonly<Record<string, (content: unknown, run: string) => unknown>>) {
  const bundle = await build({
    entryPoints: [path.join(import.meta.dirname, 'kill-page.ts')],
    bundle: true,
    format: 'esm',
    conditions: ['source'],
    write: false,
  });
  const script = bundle.outputFiles[0]?.text ?? '';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/kill-page.js') return end(response, 'text/javascript', script);
    if (request.method === 'GET')
      return end(response, 'text/html', '<!doctype html><script type="module" src="/kill-page.js"></script>');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const content: unknown = JSON.parse(Buffer.concat(chunks).toString());
    end(
      response,
      'application/json',
      JSON.stringify(hear[pathname.slice(1)]?.(content, searchParams.get('run') ?? '') ?? null),
    );
  }

  const end = (response: ServerResponse, type: string, body: string): void =>
    void response.setHeader('content-type', type).end(body);
  const server = createServer((request, response) => {
    // A browser that was killed breaks off in the middle of a request.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
