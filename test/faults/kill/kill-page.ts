import type { DumpedRow, Op, Row, StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { ACCOUNTS, BALANCE, type Deed, type Found, IMPORTED } from './story.js';

const parameters = new URLSearchParams(location.search);
const name = parameters.get('book') ?? '';
const run = parameters.get('run') ?? '';
const durability = parameters.get('durability') === 'strict' ? 'strict' : 'relaxed';

let discarded: string | undefined;
const openDatabase = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (this: IDBFactory, ...parameters) {
  const request = openDatabase.apply(this, parameters);
  // Chromium says here, and nowhere else, that it could not read the database and has begun another one.
  request.addEventListener('upgradeneeded', (event) => {
    const { dataLoss, dataLossMessage } = event as { readonly dataLoss?: string; readonly dataLossMessage?: string };
    if (dataLoss === 'total') discarded = dataLossMessage || dataLoss;
  });
  return request;
};

async function open(): Promise<StorageAdapter> {
  const adapter = dexieAdapter({ name });
  const collections = { accounts: { indexes: [['balance']], tallies: [{ by: ['batch'], sum: ['balance'] }] } };
  await adapter.open({ tenant: 'tenant', schema: 1, collections, migrations: [], onSuperseded() {} });
  return adapter;
}

const put = (c: string, id: string, data: object, expect: 'any' | { rev: number } = 'any'): Op => ({
  op: 'put',
  c,
  id,
  expect,
  data: data as never,
});

const rowsOf = async (adapter: StorageAdapter, c: string): Promise<readonly Row[]> =>
  (await adapter.query({ c, limit: 10_000 })).rows;

async function look(adapter: StorageAdapter, openMilliseconds: number): Promise<Found> {
  const accounts = await rowsOf(adapter, 'accounts');
  const imports: Record<string, number> = {};
  for (const { data } of await rowsOf(adapter, 'imports'))
    imports[String(data.batch)] = (imports[String(data.batch)] ?? 0) + 1;
  const journal = [...(await rowsOf(adapter, 'journal'))].sort((a, b) => Number(a.data.at) - Number(b.data.at));
  return {
    openMilliseconds,
    ...(discarded !== undefined && { discarded }),
    accounts: Object.fromEntries(accounts.map(({ id, data }) => [id, Number(data.balance)])),
    lastBatch: Object.fromEntries(accounts.flatMap(({ id, data }) => (data.batch ? [[id, String(data.batch)]] : []))),
    journal: journal.map(({ data }) => data.deed as unknown as Deed),
    imports,
    secrets: (await rowsOf(adapter, 'secrets')).map(({ id }) => id),
  };
}

/** Where the journal stands, and the steps that put one deed at its end: two who do so at once are in conflict. */
async function nextInJournal(adapter: StorageAdapter): Promise<(deed: Deed) => readonly Op[]> {
  const [head] = await adapter.get('head', ['head']);
  const at = Number(head?.data.at) + 1;
  return (deed) => [put('head', 'head', { at }, { rev: head?.rev ?? 1 }), put('journal', deed.batch, { at, deed })];
}

/** Makes one batch, and makes it anew when another handle was quicker. */
async function commit(adapter: StorageAdapter, batch: string, make: () => Promise<readonly Op[]>): Promise<void> {
  for (;;) {
    const ops = await make();
    const done = await adapter.write({ ops, key: batch, origin: batch, durability }).catch((error: unknown) => {
      if ((error as { readonly fault?: { readonly kind: string } }).fault?.kind !== 'conflict') throw error;
    });
    if (done !== undefined) return;
    await adapter.changes('', 1);
  }
}

async function transfer(adapter: StorageAdapter, batch: string): Promise<void> {
  await commit(adapter, batch, async () => {
    const inJournal = await nextInJournal(adapter);
    const first = Math.floor(Math.random() * ACCOUNTS);
    const ids = [0, 1, 2].map((step) => `account${(first + step * 7) % ACCOUNTS}`);
    const rows = await adapter.get('accounts', ids);
    const amount = 1 + Math.floor(Math.random() * 50);
    const change = [2 * amount, -amount, -amount];
    const balances = Object.fromEntries(ids.map((id, at) => [id, Number(rows[at]?.data.balance) + (change[at] ?? 0)]));
    const moves = ids.map((id, at) =>
      put('accounts', id, { balance: balances[id], batch }, { rev: rows[at]?.rev ?? 1 }),
    );
    return [...moves, ...inJournal({ kind: 'transfer', batch, balances })];
  });
}

async function importRows(adapter: StorageAdapter, batch: string): Promise<void> {
  await commit(adapter, batch, async () => {
    const inJournal = await nextInJournal(adapter);
    const rows = Array.from({ length: IMPORTED }, (_, row) => put('imports', `import${row}`, { batch, row }));
    return [...rows, ...inJournal({ kind: 'import', batch })];
  });
}

async function erase(adapter: StorageAdapter, batch: string): Promise<void> {
  await commit(adapter, batch, async () => {
    const inJournal = await nextInJournal(adapter);
    const before = (await rowsOf(adapter, 'secrets'))[0]?.id ?? null;
    const erasure: readonly Op[] = before === null ? [] : [{ op: 'purge', c: 'secrets', id: before }];
    const secret = `secret-${batch}`;
    return [
      put('secrets', secret, { batch }),
      ...erasure,
      ...inJournal({ kind: 'erase', batch, secret, erased: before }),
    ];
  });
}

/** Nobody else may write meanwhile: what they wrote would rightly be gone. */
async function restore(adapter: StorageAdapter, batch: string): Promise<void> {
  await adapter.changes('', 1);
  const rows: DumpedRow[] = [];
  for await (const row of adapter.dump()) rows.push(row);
  const at = Number(rows.find(({ c }) => c === 'head')?.row.data.at) + 1;
  async function* restored(): AsyncGenerator<DumpedRow> {
    for (const { c, row } of rows) yield { c, row: c === 'head' ? { ...row, data: { at } } : row };
    yield { c: 'journal', row: { id: batch, rev: 1, seq: '', data: { at, deed: { kind: 'restore', batch } } } };
  }
  await adapter.restore(restored());
}

const KINDS = { transfer, import: importRows, erase, restore };

async function tell(
  what: 'found' | 'settled' | 'begun' | 'acknowledged' | 'failed',
  content: unknown,
): Promise<unknown> {
  try {
    const response = await fetch(`/${what}?run=${run}`, { method: 'POST', body: JSON.stringify(content) });
    return await response.json();
  } catch {
    isHeard = false;
    return [];
  }
}

let isHeard = true;

/** Writes one batch after the other until somebody kills the browser, or nobody listens any more. */
async function write(adapter: StorageAdapter, who: string, kinds: readonly (keyof typeof KINDS)[]): Promise<void> {
  for (let count = 0; isHeard; count++) {
    const kind = kinds[Math.floor(Math.random() * kinds.length)] ?? 'transfer';
    const batch = `${run}-${who}${count}`;
    await navigator.locks.request('book', { mode: kind === 'restore' ? 'exclusive' : 'shared' }, async () => {
      void tell('begun', { kind, batch });
      await KINDS[kind](adapter, batch);
    });
    void tell('acknowledged', batch);
  }
}

addEventListener('unhandledrejection', ({ reason }) => void tell('failed', String(reason?.stack ?? reason)));
addEventListener('error', ({ message }) => void tell('failed', message));

const begun = performance.now();
const adapter = await open();
const openMilliseconds = performance.now() - begun;
if ((await adapter.count('accounts')) === 0) {
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) =>
    put('accounts', `account${at}`, { balance: BALANCE, batch: null }),
  );
  await adapter.write({ ops: [...accounts, put('head', 'head', { at: 0 })] });
}
const unsettled = (await tell('found', await look(adapter, openMilliseconds))) as readonly string[];
// A batch whose answer never came is settled by its key: it was applied, or it is not going to be.
const replayed: Record<string, boolean> = {};
for (const key of unsettled) replayed[key] = (await adapter.write({ ops: [], key, durability })).replayed;
await tell('settled', replayed);

const often = <Kind>(times: number, kind: Kind): readonly Kind[] => Array.from({ length: times }, () => kind);
void write(adapter, 'a', [...often(12, 'transfer' as const), 'import', 'import', 'erase', 'restore']);
void write(await open(), 'b', ['transfer']);
