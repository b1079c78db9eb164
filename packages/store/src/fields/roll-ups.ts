import type { Row, RowData, StorageAdapter } from '@kith/adapters';
import { dependenciesOf, type Filter, type FilterMoment } from '@kith/core';
import {
  advanceRollUp,
  countsFor,
  customValues,
  type FieldRegistry,
  FROM_SCRATCH,
  isRollUp,
  own,
  type RolledUp,
  type RollUpField,
  rollUpTotal,
  valueAt,
  withFormulas,
  withValues,
} from '@kith/core/fields';
import { isSame } from '@kith/core/imports';
import type { Collection } from '../collection.js';
import { pauseBy } from '../imports/pause.js';
import { condition, pagesOf } from '../read.js';
import type { LoadRows, Staging } from '../row-rules.js';

/** Rows as they are going to be, by collection and id. */
export type Working = Map<string, Map<string, Staging>>;

/** What roll-ups are worked out with. */
export interface RollUpWork {
  readonly registry: FieldRegistry;
  readonly adapter: StorageAdapter;
  readonly moment: FilterMoment;
  readonly load: LoadRows;
}

interface Turnover {
  readonly gone: object[];
  readonly come: object[];
  isFromScratch: boolean;
}

/**
 * Works out every roll-up that the staged rows matter to, those that others read first, and stages the rows that have
 * them. A change costs as much as the rows it counts for, however many others there are.
 */
export async function rollUp(working: Working, work: RollUpWork): Promise<void> {
  for (const field of work.registry.rollUps) {
    if (!isRollUp(field)) continue;
    const child = work.registry.entity(field.rollUp.of)?.collection;
    const parent = work.registry.entity(field.on)?.collection;
    if (child === undefined || parent === undefined) continue;
    const turnovers = turnoversOf(field, [...(working.get(child)?.values() ?? [])], work.moment);
    // Rows may point at it already: it was imported behind them, or it comes back.
    for (const staging of working.get(parent)?.values() ?? [])
      if (staging.to && !dataOf(staging.row)) turnoverAt(turnovers, staging.id).isFromScratch = true;
    if (turnovers.size === 0) continue;
    await loadInto(working, parent, [...turnovers.keys()], work.load);
    await advance(field, turnovers, { working, child, parent }, work);
  }
}

async function advance(
  field: RollUpField,
  turnovers: ReadonlyMap<string, Turnover>,
  { working, child, parent }: { readonly working: Working; readonly child: string; readonly parent: string },
  work: RollUpWork,
): Promise<void> {
  const parents = working.get(parent) ?? new Map<string, Staging>();
  const scratch: string[] = [];
  const values = new Map<string, RolledUp>();
  for (const [id, { gone, come, isFromScratch }] of turnovers) {
    const to = parents.get(id)?.to;
    if (!to) continue;
    const next = isFromScratch
      ? FROM_SCRATCH
      : advanceRollUp(field, own(customValues(to), field.name) as RolledUp, gone, come);
    if (next === FROM_SCRATCH) scratch.push(id);
    else values.set(id, next);
  }
  for (const [id, value] of await fromScratch(field, scratch, working.get(child), child, work)) values.set(id, value);
  for (const [id, value] of values) {
    const staging = parents.get(id);
    if (!staging?.to) continue;
    const rolled = withValues(staging.to as object, new Map([[field.name, value]]));
    const to = withFormulas(work.registry, field.on, rolled, work.moment) as RowData;
    if (to !== staging.to) parents.set(id, { ...staging, to });
  }
}

/** Which rows a change of others matters to, and what leaves and comes there. */
function turnoversOf(field: RollUpField, stagings: readonly Staging[], moment: FilterMoment): Map<string, Turnover> {
  const turnovers = new Map<string, Turnover>();
  const { where, field: taken, order } = field.rollUp;
  const readsClock = where !== undefined && dependenciesOf(where).readsClock;
  // What passes with time alone was never told: whoever it may count for is worked out anew.
  const counting: RollUpField = readsClock
    ? { ...field, rollUp: { ...field.rollUp, where: undefined as never } }
    : field;
  for (const { row, to } of stagings) {
    const from = dataOf(row);
    const before = from ? countsFor(counting, from, moment) : [];
    const after = to ? countsFor(counting, to, moment) : [];
    const isUntouched =
      !readsClock &&
      from !== null &&
      to !== null &&
      [taken, order].every((path) => path === undefined || isSame(valueAt(from, path), valueAt(to, path)));
    for (const id of before)
      if (from && !(isUntouched && after.includes(id))) turnoverAt(turnovers, id).gone.push(from);
    for (const id of after) if (to && !(isUntouched && before.includes(id))) turnoverAt(turnovers, id).come.push(to);
  }
  return turnovers;
}

function turnoverAt(turnovers: Map<string, Turnover>, id: string): Turnover {
  const turnover = turnovers.get(id) ?? { gone: [], come: [], isFromScratch: false };
  turnovers.set(id, turnover);
  return turnover;
}

/** Takes the rows of these ids among those that are worked on. */
async function loadInto(working: Working, collection: string, ids: readonly string[], load: LoadRows): Promise<void> {
  const rows = working.get(collection) ?? new Map<string, Staging>();
  working.set(collection, rows);
  const missing = ids.filter((id) => !rows.has(id) && ID.test(id));
  if (missing.length === 0) return;
  const loaded = await load(collection, missing);
  missing.forEach((id, index) => {
    const row = loaded[index] ?? null;
    rows.set(id, { collection, id, row, to: dataOf(row) });
  });
}

/** What the storage takes as an id; a link may hold anything. */
const ID = /^[\x21-\x7e]{1,255}$/;

/** So many parents are asked for one by one. */
const FEW = 4;

/** The value of a roll-up for some rows, over all that count for them, as stored and as staged. */
export async function fromScratch(
  field: RollUpField,
  parents: readonly string[],
  staged: ReadonlyMap<string, Staging> | undefined,
  child: string,
  { adapter, moment }: Pick<RollUpWork, 'adapter' | 'moment'>,
): Promise<ReadonlyMap<string, RolledUp>> {
  const values = new Map<string, RolledUp>();
  if (parents.length === 0) return values;
  const { by } = field.rollUp;
  const totals = new Map(parents.map((id) => [id, rollUpTotal(field)]));
  const take = (row: object): void => {
    for (const id of countsFor(field, row, moment)) totals.get(id)?.add(row);
  };
  const pause = pauseBy();
  const collection = { name: child } as Collection;
  const first = firstOnly(field);
  const conditions = [...(first ? [first.among] : []), ...(field.rollUp.where ? [field.rollUp.where] : [])];
  // The rows of one parent lie together in the order of their ids; those of many are better asked for at once.
  const queries: readonly Filter[] =
    first || parents.length <= FEW
      ? parents.map((id) => ({ field: by, is: 'eq', value: id }))
      : [{ field: by, is: 'in', value: parents }];
  for (const query of queries) {
    const where: Filter = { and: [query, ...conditions] };
    // Those that are staged may be among the first ones, and count as they are going to be.
    const asked = { ask: 'rows', collection, where } as const;
    const limited = first ? { ...asked, order: [first.order], limit: 1 + (staged?.size ?? 0) } : asked;
    // A hundred thousand rows are not one piece of work: the page may breathe in between.
    for await (const rows of pagesOf(adapter, limited, condition(where, moment)))
      for (const row of rows) {
        if (!staged?.has(row.id)) take(row.data);
        await pause();
      }
  }
  for (const { to } of staged?.values() ?? []) if (to) take(to);
  for (const [id, total] of totals) values.set(id, total.value());
  return values;
}

/** Where the first row of an order tells the value, that order, among the rows that have a value to order by. */
function firstOnly({
  rollUp: { take, field, order },
  valueType,
}: RollUpField): { readonly order: readonly [string, 'asc' | 'desc']; readonly among: Filter } | undefined {
  const path =
    take === 'last' ? order : valueType === 'money' || take === 'count' || take === 'sum' ? undefined : field;
  if (path === undefined) return undefined;
  const numbers: Filter = { field: path, is: 'gte', value: -Number.MAX_VALUE };
  const texts: Filter = { field: path, is: 'gte', value: '' };
  const isNumber = valueType === 'number' || valueType === 'percent';
  return {
    order: [path, take === 'min' ? 'asc' : 'desc'],
    among: take === 'last' ? { or: [numbers, texts] } : isNumber ? numbers : texts,
  };
}

const dataOf = (row: Row | null): RowData | null => (row && !row.deleted ? row.data : null);
