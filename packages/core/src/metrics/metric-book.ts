import type { Filter } from '../filters/filter.js';
import { compileFilter } from '../filters/matches.js';
import { ownValue } from '../filters/own-value.js';
import { addDays, type Day, dayIn, isDay } from '../kernel/day.js';
import { type Instant, isInstant } from '../kernel/instant.js';
import { kept } from '../kernel/kept.js';
import type { Metric } from './metric.js';

/** What a metric comes to over some days. `sum` is of plain numbers; money stands by currency, in minor units. */
export interface MetricTotal {
  readonly count: number;
  readonly sum: number;
  readonly byCurrency: Readonly<Record<string, number>>;
}

/** A metric that is kept row by row. */
export interface MetricBook {
  readonly metric: Metric;
  /** Tells how a row is now; null is "not there". Answers whether the metric has changed. */
  apply(id: string, row: unknown): boolean;
  /** On which day a row counts, and for whom; undefined where it does not. */
  placeOf(id: string): MetricPlace | undefined;
  /** Calls `visit` for each day (both included), owner and currency that has something; with an owner, for theirs only. */
  visit(first: Day, last: Day, visit: (cell: MetricCell) => void, owner?: string): void;
  /** Whether a day has anything. */
  has(day: Day): boolean;
  /** What a day has in a currency, of all owners: kept, not added up. Undefined for nothing. */
  onDay(day: Day, currency?: string): Pick<MetricCell, 'count' | 'sum'> | undefined;
}

/** Where a row counts. */
export interface MetricPlace {
  readonly day: Day;
  readonly owner: string | undefined;
}

/** What one owner has on one day, in one currency; plain numbers have none. */
export interface MetricCell {
  readonly day: Day;
  readonly owner: string | undefined;
  readonly currency: string | undefined;
  readonly count: number;
  readonly sum: number;
}

/** What one row adds, and where. */
interface Part extends MetricPlace {
  readonly currency: string | undefined;
  /** In millionths, whole, so that what was added goes away exactly. */
  readonly amount: bigint;
}

interface Cell {
  readonly owner: string | undefined;
  readonly currency: string | undefined;
  count: number;
  sum: bigint;
  /** The sum as a number, once somebody has asked for it. */
  figure?: number | undefined;
}

/** The cells of one day, by owner. */
type OfDay = Map<string | undefined, Cell[]>;

const MILLION = 1_000_000;

/**
 * Begins without rows. A change costs the same however many rows there are; a total costs its days. Throws a RangeError for
 * a zone that is not known.
 */
export function newMetricBook(metric: Metric, timeZone: string): MetricBook {
  const partsById = new Map<string, Part>();
  const cellsByDay = new Map<Day, OfDay>();
  const totalsByDay = new Map<Day, Map<string | undefined, Cell>>();
  // Without relative dates the moment makes no difference.
  const matches = compileFilter((metric.where as Filter | undefined) ?? { and: [] }, {
    now: '2000-01-01T00:00:00.000Z' as Instant,
    timeZone,
  });
  const [day, owner, sum] = [metric.day, metric.owner ?? 'ownerId', metric.sum].map((path) => path?.split('.'));
  const textAt = (path: readonly string[] | undefined, row: unknown): string | undefined => {
    const value = path && ownValue(path, row);
    return typeof value === 'string' ? value : undefined;
  };
  const dayOf = (row: unknown): Day | undefined => {
    const value = textAt(day, row);
    if (value === undefined) return undefined;
    if (isDay(value)) return value;
    return isInstant(value) ? dayIn(timeZone, value) : undefined;
  };
  const partOf = (row: unknown): Part | undefined => {
    const on = row ? dayOf(row) : undefined;
    if (on === undefined || !matches(row)) return undefined;
    const part = { day: on, owner: textAt(owner, row), currency: undefined, amount: 0n };
    const value = sum && ownValue(sum, row);
    if (typeof value === 'number') return { ...part, amount: millionths(value) };
    const minor = sum && ownValue([...sum, 'minor'], row);
    const currency = sum && textAt([...sum, 'currency'], row);
    return typeof minor === 'number' && currency !== undefined
      ? { ...part, currency, amount: millionths(minor) }
      : part;
  };
  const add = ({ day: on, owner: by, currency, amount }: Part, sign: 1 | -1): void => {
    const totals = kept(totalsByDay, on, () => new Map<string | undefined, Cell>());
    const all = kept(totals, currency, (): Cell => ({ owner: undefined, currency, count: 0, sum: 0n }));
    all.count += sign;
    all.sum += sign === 1 ? amount : -amount;
    all.figure = undefined;
    if (all.count === 0) totals.delete(currency);
    const owners = kept(cellsByDay, on, (): OfDay => new Map());
    const cells = kept(owners, by, () => []);
    let cell = cells.find((each) => each.currency === currency);
    if (!cell) {
      cell = { owner: by, currency, count: 0, sum: 0n };
      cells.push(cell);
    }
    cell.count += sign;
    cell.sum += sign === 1 ? amount : -amount;
    cell.figure = undefined;
    if (cell.count > 0) return;
    cells.splice(cells.indexOf(cell), 1);
    if (cells.length === 0) owners.delete(by);
    if (owners.size === 0) cellsByDay.delete(on);
  };
  return {
    metric,
    apply(id, row) {
      const before = partsById.get(id);
      const after = partOf(row);
      if (before) add(before, -1);
      if (after) add(after, 1);
      if (after) partsById.set(id, after);
      else partsById.delete(id);
      return (
        before?.day !== after?.day ||
        before?.owner !== after?.owner ||
        before?.currency !== after?.currency ||
        before?.amount !== after?.amount
      );
    },
    placeOf: (id) => partsById.get(id),
    has: (on) => cellsByDay.has(on),
    onDay(on, currency) {
      const found = totalsByDay.get(on)?.get(currency);
      return found && { count: found.count, sum: figureOf(found) };
    },
    visit(first, last, visit, only) {
      for (let on = first; on <= last; on = dayAfter(on)) {
        const owners = cellsByDay.get(on);
        for (const cells of owners ? (only === undefined ? owners.values() : [owners.get(only) ?? []]) : [])
          for (const cell of cells) {
            const { owner: by, currency, count } = cell;
            visit({ day: on, owner: by, currency, count, sum: figureOf(cell) });
          }
      }
    },
  };
}

/** Everything a metric has over some days (both included), for the owners that are asked for. */
export function metricTotal(
  book: MetricBook,
  first: Day,
  last: Day,
  isAsked: (owner: string | undefined, day: Day) => boolean = () => true,
): MetricTotal {
  let count = 0;
  let sum = 0;
  const byCurrency: Record<string, number> = {};
  book.visit(first, last, (cell) => {
    if (!isAsked(cell.owner, cell.day)) return;
    count += cell.count;
    if (cell.currency === undefined) sum += cell.sum;
    else byCurrency[cell.currency] = (byCurrency[cell.currency] ?? 0) + cell.sum;
  });
  return { count, sum, byCurrency };
}

/** One number for each day (both included): the count, or the sum of what stands in a currency or in none. */
export function metricSeries(book: MetricBook, first: Day, last: Day, currency?: string): readonly number[] {
  const series: number[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) {
    const found = book.onDay(day, book.metric.sum === undefined ? undefined : currency);
    series.push((book.metric.sum === undefined ? found?.count : found?.sum) ?? 0);
  }
  return series;
}

/** A number in whole millionths; what is finer is rounded. */
const millionths = (value: number): bigint =>
  Number.isInteger(value) ? BigInt(value) * BigInt(MILLION) : BigInt(Math.round(value * MILLION));

function figureOf(cell: Cell): number {
  if (cell.figure === undefined) {
    const whole = cell.sum / BigInt(MILLION);
    cell.figure = Number(whole) + Number(cell.sum - whole * BigInt(MILLION)) / MILLION;
  }
  return cell.figure;
}

const daysAfter = new Map<Day, Day>();

/** The next day; looked up, since series go over the same days again and again. */
export const dayAfter = (day: Day): Day => kept(daysAfter, day, () => addDays(day, 1));
