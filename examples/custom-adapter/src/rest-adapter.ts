import {
  type Capabilities,
  type Commit,
  checkSteps,
  type DumpedRow,
  type Fault,
  type OpenOptions,
  type StorageAdapter,
  StorageFault,
} from '@kith/adapters';

/** Where the server is. */
export interface RestOptions {
  /** What the addresses of one database begin with, without a slash at its end: `https://example.org/crm`. */
  readonly url: string;
  /** How often to look for what others wrote, in milliseconds; 2,000 when left out. */
  readonly lookEvery?: number;
}

const capabilities: Capabilities = {
  contract: 1,
  atomic: 'database',
  isolation: 'serializable',
  durable: 'process',
  feed: 'latest',
  shared: 'network',
  indexes: false,
  tallies: false,
  search: false,
  restore: false,
  push: false,
  encryptedAtRest: false,
  limits: { batchOps: 10_000, rowBytes: 1_000_000, pageRows: 1_000, feedDays: null },
};

/** What the server says of a book: where it is, the version of its schema, and its last commit. */
interface Book {
  readonly path: string;
  readonly schema: number;
  readonly head: string;
}

/** Keeps rows on a server of your own: each verb is a request, and nothing is remembered here. */
export function restAdapter({ url, lookEvery = 2_000 }: RestOptions): StorageAdapter {
  let opened: { readonly path: string; readonly options: OpenOptions } | undefined;
  let lastPath: string | undefined;
  let ended: 'closed' | 'superseded' = 'closed';
  let looking: ReturnType<typeof setInterval> | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  const watchers = new Set<() => void>();

  function leave(reason: typeof ended): void {
    clearInterval(looking);
    opened = undefined;
    ended = reason;
  }

  async function ask<Answer>(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const current = opened;
    if (current === undefined) throw new StorageFault({ kind: ended });
    const address = `${url}${current.path}${path}?schema=${current.options.schema}`;
    const asking = request<Answer>(method, address, body, key);
    underWay = Promise.allSettled([underWay, asking]);
    return asking.catch((error: unknown) => {
      const kind = error instanceof StorageFault ? error.fault.kind : undefined;
      // Many requests may hear of the end; the first one ends the handle.
      if ((kind === 'superseded' || kind === 'closed') && opened === current) {
        leave(kind);
        if (kind === 'superseded') current.options.onSuperseded();
      }
      throw error;
    });
  }

  return {
    name: 'rest',
    capabilities,
    async open(options) {
      if (opened !== undefined) throw new StorageFault({ kind: 'invalid', detail: 'this adapter is open already.' });
      const enter = () => request<Book>('POST', `${url}/books`, { tenant: options.tenant, schema: options.schema });
      let book = await enter();
      for (; book.schema < options.schema; book = await enter()) await migrate(url + book.path, book, options);
      opened = { path: book.path, options };
      lastPath = book.path;
      looking = setInterval(() => watchers.forEach((tell) => void queueMicrotask(tell)), lookEvery);
    },
    async write(batch) {
      // Refused here is what JSON would change on its way.
      for (const _ of checkSteps(batch, capabilities.limits));
      return ask<Commit>('POST', '/batches', batch, batch.key);
    },
    get: (c, ids) => ask('POST', '/gets', { c, ids }),
    query: (query) => ask('POST', '/queries', query),
    count: (c, where) => ask('POST', '/counts', { c, where }),
    changes: (since, limit) => ask('POST', '/changes', { since, limit }),
    tally: () => unsupported('this server counts no groups'),
    search: () => unsupported('this server does not search'),
    restore: () => unsupported('this server restores backups by means of its own'),
    watch(tell) {
      const own = () => void (watchers.has(own) && tell());
      watchers.add(own);
      return () => watchers.delete(own);
    },
    async *dump() {
      yield* await ask<readonly DumpedRow[]>('GET', '/rows');
    },
    async close() {
      leave('closed');
      await underWay;
    },
    async destroy() {
      if (lastPath === undefined) throw new StorageFault({ kind: 'closed' });
      await this.close();
      await request('DELETE', url + lastPath);
    },
  };
}

const unsupported = (detail: string) => Promise.reject(new StorageFault({ kind: 'unsupported', detail: `${detail}.` }));

/** Reads a book of an older schema, and writes it back in the newer one unless somebody wrote meanwhile. */
async function migrate(address: string, { schema, head }: Book, { schema: to, migrations }: OpenOptions) {
  const steps = migrations.filter((each) => each.from >= schema && each.to <= to).sort((a, b) => a.from - b.from);
  const rows = await request<readonly DumpedRow[]>('GET', `${address}/rows?schema=${to}`);
  const ops = rows.flatMap(({ c, row }) => {
    const data = (row.deleted ? [] : steps).reduce((old, { map }) => map?.(c, { ...row, data: old }) ?? old, row.data);
    return data === row.data ? [] : [{ op: 'put', c, id: row.id, expect: 'present', data } as const];
  });
  for (const _ of checkSteps({ ops }, { ...capabilities.limits, batchOps: Number.POSITIVE_INFINITY }));
  await request('PUT', `${address}/schema?schema=${to}`, { to, at: head, ops });
}

async function request<Answer>(method: string, address: string, body?: unknown, key?: string): Promise<Answer> {
  const headers = new Headers({ 'content-type': 'application/json' });
  // A header takes few characters; a key may have any.
  if (key !== undefined) headers.set('idempotency-key', encodeURIComponent(JSON.stringify(key)));
  let response: Response;
  let answer: Answer & { readonly fault?: Fault };
  try {
    const init = { method, headers, signal: AbortSignal.timeout(60_000) };
    response = await fetch(address, body === undefined ? init : { ...init, body: JSON.stringify(body) });
    answer = JSON.parse(await response.text(), (_, value: unknown) => Object.freeze(value));
  } catch (cause) {
    throw new StorageFault({ kind: 'unavailable', applied: method === 'GET' ? 'no' : 'unknown' }, { cause });
  }
  if (response.ok) return answer;
  throw new StorageFault(answer?.fault ?? { kind: 'unavailable', applied: 'unknown' });
}
