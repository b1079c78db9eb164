import type { Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import { fingerprint } from '@kith/core/imports';
import { type BayesCase, type Frequencies, type KeptFrequencies, makeFrequencies } from '@kith/core/scoring';
import type { Change } from '../change-set.js';
import { readWhere } from '../read.js';
import { type FrequencyCount, frequencies } from './collection.js';
import { isSameOutcome } from './deal-frequencies.js';
import type { FrequencyPlan } from './plan.js';

type Outcome = 'won' | 'lost';
/** What is counted: all outcomes, a stage, or a value of a field. */
type Place = Pick<FrequencyCount, 'of' | 'field' | 'value'>;

/** A table of outcomes, a row in the book for each value: two who close deals of different kinds rarely meet. */
export interface FrequencyTable {
  /** What a commit means for the table, and the table as it is then. */
  along(changes: readonly Change[]): Promise<Counted>;
  refresh(): Promise<void>;
}

/** A table with what a commit counts in. */
export interface Counted {
  readonly ops: readonly Op[];
  frequencies(): Frequencies;
  /** The commit was accepted. */
  keep(): void;
}

/** The table of a plan, over what is stored. */
export function newFrequencyTable(adapter: StorageAdapter, plan: FrequencyPlan): FrequencyTable {
  let counts: ReadonlyMap<string, FrequencyCount> = new Map();
  let made: Frequencies | undefined;
  return {
    async refresh() {
      counts = await readCounts(adapter, plan);
      made = undefined;
    },
    async along(changes) {
      const steps = changes
        .filter((change) => change.collection === plan.of.name && !isSameOutcome(plan, change.from, change.to))
        .flatMap(({ from, to }) => [...stepsOf(plan, from, -1), ...stepsOf(plan, to, 1)]);
      if (steps.length === 0)
        return {
          ops: [],
          frequencies() {
            made ??= makeFrequencies(plan.setup, keptOf(counts.values()));
            return made;
          },
          keep: () => undefined,
        };
      const ids = [...new Set(steps.flatMap(({ places }) => places.map((place) => countId(plan, place))))];
      const rows = await adapter.get(frequencies.name, ids);
      const stored = new Map(ids.map((id, index) => [id, rows[index] ?? null]));
      const next = new Map(ids.flatMap((id) => dataOf(stored.get(id)).map((count) => [id, count] as const)));
      for (const step of steps) take(plan, next, step);
      const all = new Map([...counts].filter(([id]) => !stored.has(id)));
      for (const [id, count] of next) all.set(id, count);
      return {
        ops: ids.flatMap((id) => opOf(id, stored.get(id) ?? null, next.get(id))),
        frequencies: () => makeFrequencies(plan.setup, keptOf(all.values())),
        keep() {
          counts = all;
          made = undefined;
        },
      };
    },
  };
}

interface Step {
  readonly places: readonly Place[];
  readonly outcome: Outcome;
  readonly by: 1 | -1;
}

/** What a row adds to the table; nothing while it goes on. */
export function stepsOf(plan: FrequencyPlan, row: unknown, by: 1 | -1): readonly Step[] {
  const outcome = row ? plan.outcomeOf(row) : undefined;
  return outcome ? [{ places: placesOf(plan, plan.caseOf(row), outcome), outcome, by }] : [];
}

function placesOf(
  { setup: { stages = [] } }: FrequencyPlan,
  { stage, values }: BayesCase,
  outcome: Outcome,
): readonly Place[] {
  const reached = outcome === 'won' ? stages : stages.slice(0, stages.indexOf(stage ?? '') + 1);
  return [
    { of: 'all', field: '', value: '' },
    ...reached.map((value): Place => ({ of: 'stage', field: '', value })),
    ...values.map(([field, value]): Place => ({ of: 'field', field, value })),
  ];
}

/** Counts a step in. One that is to be taken out and was never counted, as one from before the table, changes nothing. */
export function take(plan: FrequencyPlan, counts: Map<string, FrequencyCount>, { places, outcome, by }: Step): void {
  const at = places.map((place) => ({ id: countId(plan, place), place }));
  if (by < 0 && at.some(({ id }) => (counts.get(id)?.[outcome] ?? 0) < 1)) return;
  for (const { id, place } of at) {
    const before = counts.get(id) ?? { id, table: plan.table, ...place, won: 0, lost: 0 };
    const count = { ...before, [outcome]: before[outcome] + by } as FrequencyCount;
    if (count.won + count.lost > 0) counts.set(id, count);
    else counts.delete(id);
  }
}

/** What is stored of a plan's table, by id. */
export async function readCounts(
  adapter: StorageAdapter,
  { table }: FrequencyPlan,
): Promise<ReadonlyMap<string, FrequencyCount>> {
  const rows = await readWhere(adapter, frequencies, { f: 'table', is: 'eq', v: table });
  return new Map(rows.map(({ id, data }) => [id, data as unknown as FrequencyCount]));
}

/** The table as core knows it. */
export function keptOf(counts: Iterable<FrequencyCount>): KeptFrequencies {
  const fields = new Map<string, (readonly [string, number, number])[]>();
  const stages: (readonly [string, number, number])[] = [];
  let total = { won: 0, lost: 0 };
  for (const { of, field, value, won, lost } of counts) {
    if (of === 'all') total = { won, lost };
    else if (of === 'stage') stages.push([value, won, lost]);
    else fields.set(field, [...(fields.get(field) ?? []), [value, won, lost]]);
  }
  return { ...total, stages, fields: [...fields].map(([field, values]) => ({ field, values })) };
}

const countId = ({ table }: FrequencyPlan, { of, field, value }: Place): string =>
  `frequency_${fingerprint([table, of, field, value])}.${value.length}`;

const dataOf = (row: Row | null | undefined): readonly FrequencyCount[] =>
  row && !row.deleted ? [row.data as unknown as FrequencyCount] : [];

function opOf(id: string, row: Row | null, count: FrequencyCount | undefined): readonly Op[] {
  const isThere = row !== null && !row.deleted;
  const expect = isThere ? { rev: row.rev } : 'absent';
  if (count) return [{ op: 'put', c: frequencies.name, id, expect, data: count as unknown as RowData }];
  return isThere ? [{ op: 'delete', c: frequencies.name, id, expect }] : [];
}
