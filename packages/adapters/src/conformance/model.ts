import type { Batch, Expect, Op, RowData } from '../adapter.js';
import { same } from './assert.js';
import type { Stand } from './chapter.js';
import { refusalOf } from './fault-runs.js';
import { createRandom, type Random } from './random.js';
import { dumpOf, follow, numbered } from './rows.js';

/** What is known of a row: `purged` has no content, and goes on counting. */
interface Entry {
  readonly rev: number;
  readonly is: 'live' | 'deleted' | 'purged';
  readonly data: RowData;
}

type Model = ReadonlyMap<string, Entry>;

const isThere = (entry: Entry | undefined): boolean => entry?.is === 'live';

function isAsExpected(entry: Entry | undefined, expect: Expect): boolean {
  if (expect === 'any') return true;
  if (expect === 'present') return isThere(entry);
  if (expect === 'absent') return !isThere(entry);
  return entry !== undefined && entry.is !== 'purged' && entry.rev === expect.rev;
}

/** The rows after a batch; undefined when it is a conflict. */
function applyTo(model: Model, ops: readonly Op[]): Model | undefined {
  const next = new Map(model);
  for (const op of ops) {
    const entry = model.get(op.id);
    if (op.op !== 'purge' && !isAsExpected(entry, op.expect)) return undefined;
    const rev = (entry?.rev ?? 0) + 1;
    if (op.op === 'put') next.set(op.id, { rev, is: 'live', data: op.data });
    if (op.op === 'delete' && isThere(entry)) next.set(op.id, { rev, is: 'deleted', data: {} });
    if (op.op === 'purge' && entry !== undefined && entry.is !== 'purged')
      next.set(op.id, { rev, is: 'purged', data: {} });
  }
  return next;
}

function madeUpBatch(random: Random, model: Model): Batch {
  const ids = new Set(Array.from({ length: 1 + random.below(4) }, () => numbered(random.below(10))));
  const expectOf = (id: string): Expect =>
    random.pick<Expect>([
      'any',
      'any',
      'present',
      'absent',
      { rev: Math.max(1, (model.get(id)?.rev ?? 0) - random.below(2)) },
    ]);
  return {
    ops: [...ids].map((id): Op => {
      const op = random.pick(['put', 'put', 'put', 'delete', 'check', 'purge'] as const);
      if (op === 'purge') return { op, c: 'items', id };
      if (op === 'put') return { op, c: 'items', id, expect: expectOf(id), data: { n: random.below(1000) } };
      return { op, c: 'items', id, expect: expectOf(id) };
    }),
  };
}

/** Carries out random batches on an adapter and on a model of a few lines, and compares what they come to. */
export async function compareWithModel(stand: Stand, seed: number, steps: number): Promise<void> {
  const adapter = await stand.open();
  const random = createRandom(seed);
  let model: Model = new Map();
  for (let step = 0; step < steps; step++) {
    const batch = madeUpBatch(random, model);
    const what = `seed ${seed}, step ${step}: ${JSON.stringify(batch.ops)}`;
    const next = applyTo(model, batch.ops);
    const fault = await refusalOf(adapter, batch);
    same(fault?.kind, next === undefined ? 'conflict' : undefined, what);
    model = next ?? model;
  }
  const expected = [...model]
    .filter(([, { is }]) => is !== 'purged')
    .map(([id, { rev, is, data }]) => [`items/${id}`, rev, is, data] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const found = [...(await dumpOf(adapter))]
    .map(([name, { rev, deleted, data }]) => [name, rev, deleted ? 'deleted' : 'live', data] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  same(found, expected, `seed ${seed}: the rows in the end`);
  const told = new Map((await follow(adapter, '', 10)).map(({ id, rev, deleted }) => [id, [rev, deleted]]));
  for (const [id, { rev, is }] of model) same(told.get(id), [rev, is !== 'live'], `seed ${seed}: the feed tells ${id}`);
}
