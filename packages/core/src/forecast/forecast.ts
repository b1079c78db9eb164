import type { Day } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import { kept } from '../kernel/kept.js';
import { converterTo, type Rate, rateFinder } from '../kernel/rates.js';
import { type Ratio, ratioOf, scaled } from '../kernel/ratio.js';
import type { Period } from './calendar.js';
import {
  addConverted,
  addSums,
  addTo,
  CATEGORY_AT,
  type Columns,
  columnsOf,
  convertedColumns,
  holdsOpen,
  isConverted,
  isEmpty,
  newSums,
  type Sums,
} from './columns.js';
import type { ForecastDeal } from './forecast-deal.js';
import { type Hierarchy, teamsOn } from './hierarchy.js';

/** What a forecast is made for. */
export interface ForecastSetup {
  /** Periods that do not overlap, in order; a deal outside them counts nowhere. */
  readonly periods: readonly Period[];
  /** The day it is: open deals are converted at its rates, and their owners count for the teams they are in on it. */
  readonly asOf: Day;
  /** The currency all amounts are also shown in; without one they are shown each in its own only. */
  readonly reportCurrency?: string;
  readonly rates?: readonly Rate[];
  readonly hierarchy?: Hierarchy;
}

/** By what a forecast is broken down. In a breakdown by team a deal counts for its owner's team and each one above. */
export type ForecastDimension = 'period' | 'owner' | 'team' | 'pipeline' | 'currency';

/** Values of dimensions: the key of a period, the id of an owner, team or pipeline, the code of a currency. */
export type ForecastKey = Readonly<Partial<Record<ForecastDimension, string>>>;

/** What the deals of one place in a forecast come to. */
export interface ForecastLine {
  /** Each currency by itself, in the order of their codes; two are never added. */
  readonly perCurrency: readonly Columns[];
  /** All of them in the report's currency: open deals at the rates of the forecast's day, won ones at what was frozen then, or else at the rates of the day they closed. */
  readonly converted?: Columns;
  /** Currencies of which some deal could not be converted for want of a rate: `converted` is without those deals. */
  readonly withoutRate: readonly string[];
  /** The rates of the forecast's day, as they were entered, that open deals were converted at: shown with their day. */
  readonly rates: readonly Rate[];
}

/** One row of a breakdown; a dimension is missing from its key where the deals have no value (no owner, no team). */
export interface ForecastRow {
  readonly key: ForecastKey;
  readonly line: ForecastLine;
}

/** A deal before and after a change: one of them is absent when it was made or removed. */
export interface DealChange {
  readonly from?: ForecastDeal | undefined;
  readonly to?: ForecastDeal | undefined;
}

/** Sums over deals that are kept up to date change by change. Holds sums only, no deal. */
export interface Forecast {
  /**
   * Takes a change in; the cost does not depend on how many deals there are. `from` is the deal as it was taken in
   * before. To fill a large book without holding up a page, call it in slices.
   */
  apply(change: DealChange): void;
  /** What the deals come to that have these values; all deals without them. */
  line(where?: ForecastKey): ForecastLine;
  /**
   * The same, one row for each combination of values that occurs, in the order of the dimensions (periods by time, others
   * by key). A row whose deals have not changed since the last call is the same object.
   */
  rows(by: readonly ForecastDimension[], where?: ForecastKey): readonly ForecastRow[];
}

interface Cell {
  readonly ownerId: Id<'user'> | undefined;
  readonly pipelineId: Id<'pipeline'>;
  readonly currency: string;
  readonly teams: readonly Id<'team'>[];
  readonly sums: Sums;
  /** The number of the change that touched it last. */
  stamp: number;
  /** Whether it held any deal then. */
  isFilled: boolean;
}

/**
 * Makes a forecast over deals: weighted and by category, by period, owner, team, pipeline and currency.
 *
 * A deal lies in the period of its close day. Open ones count their amount, and their amount times probability, under
 * their category; won ones what they brought, under `closed`; lost ones nothing. Deals without an amount or a close day
 * count nowhere. A won deal counts for the teams its owner was in on the day it closed.
 */
export function makeForecast(setup: ForecastSetup, deals: Iterable<ForecastDeal> = []): Forecast {
  const { periods, asOf, reportCurrency } = setup;
  // Amounts of won deals are frozen by the day of their rate: a later rate never reaches back.
  const convert = reportCurrency === undefined ? undefined : converterTo(reportCurrency, setup.rates ?? []);
  const report = reportCurrency === undefined ? undefined : reportIn(reportCurrency, setup.rates ?? [], asOf);
  const cells = periods.map(() => new Map<Id<'user'> | undefined, Cell[]>());
  const periodAt = periodFinder(periods);
  const teamsAt = teamFinder(setup.hierarchy);
  const ratioAt = ratioFinder();

  const cellOf = (deal: ForecastDeal, closeDay: Day, currency: string): Cell | undefined => {
    const byOwner = cells[periodAt(closeDay)];
    if (!byOwner) return undefined;
    const teams = teamsAt(deal.ownerId, deal.status === 'open' ? asOf : closeDay);
    const list = kept(byOwner, deal.ownerId, () => []);
    for (const cell of list)
      if (cell.pipelineId === deal.pipelineId && cell.currency === currency && cell.teams === teams) return cell;
    const cell = {
      ownerId: deal.ownerId,
      pipelineId: deal.pipelineId,
      currency,
      teams,
      sums: newSums(),
      stamp: 0,
      isFilled: false,
    };
    list.push(cell);
    return cell;
  };

  const add = (deal: ForecastDeal, sign: 1 | -1): void => {
    const { amount, closeDay, status } = deal;
    if (status === 'lost' || !amount || closeDay === undefined) return;
    const cell = cellOf(deal, closeDay, amount.currency);
    if (!cell) return;
    cell.stamp = stamp;
    const isWon = status === 'won';
    const at = CATEGORY_AT[isWon ? 'closed' : deal.category];
    const ratio = isWon ? undefined : ratioAt(deal.probability);
    const weigh = (minor: number): number => (ratio ? scaled(minor, ratio) : minor);
    addTo(cell.sums, at, sign, [amount.minor, weigh(amount.minor)]);
    const frozen = isWon && deal.houseValue?.currency === reportCurrency ? deal.houseValue : undefined;
    const converted = frozen ? frozen.minor : convert?.(amount.minor, amount.currency, isWon ? closeDay : asOf);
    if (converted !== undefined) addConverted(cell.sums, at, sign, [converted, weigh(converted)]);
    const isFilled = !isEmpty(cell.sums);
    if (isFilled !== cell.isFilled) layout++;
    cell.isFilled = isFilled;
  };

  let stamp = 0;
  /** Counts how often a cell was filled or emptied: as long as none is, breakdowns have the same rows in the same order. */
  let layout = 0;
  const breakdowns = new Map<string, Breakdown>();

  const visit = (where: ForecastKey, take: (cell: Cell, period: Period) => void): void => {
    periods.forEach((period, index) => {
      if (where.period !== undefined && where.period !== period.key) return;
      const byOwner = cells[index];
      const own = where.owner === undefined ? undefined : byOwner?.get(where.owner as Id<'user'>);
      for (const list of where.owner === undefined ? (byOwner?.values() ?? []) : own ? [own] : [])
        for (const cell of list) if (cell.isFilled && isIn(cell, where)) take(cell, period);
    });
  };

  for (const deal of deals) add(deal, 1);
  return {
    apply: ({ from, to }) => {
      stamp++;
      if (from) add(from, -1);
      if (to) add(to, 1);
    },
    line: (where = {}) => {
      const total = newTotal();
      visit(where, (cell) => takeInto(total, cell));
      return lineOf(total, report);
    },
    rows: (by, where = {}) => {
      const question = JSON.stringify([by, Object.entries(where).sort()]);
      const before = breakdowns.get(question);
      const groups = before?.layout === layout ? before.groups : groupsOf(by, where, before?.groups);
      breakdowns.delete(question);
      breakdowns.set(question, { layout, groups });
      for (const oldest of breakdowns.keys()) if (breakdowns.size > MOST_QUESTIONS) breakdowns.delete(oldest);
      // A row none of whose deals has changed is the same object as before: a table looks at the others only.
      return groups.map((group) => {
        group.row = rowOf(group, report);
        return group.row.row;
      });
    },
  };

  function groupsOf(
    by: readonly ForecastDimension[],
    where: ForecastKey,
    before: readonly Group[] = [],
  ): readonly Group[] {
    const rows = new Map(before.map(({ name, row }) => [name, row]));
    const groups = new Map<string, Group>();
    visit(where, (cell, period) => {
      const teams = by.includes('team') && cell.teams.length > 0 ? teamsIn(cell, where) : [undefined];
      for (const team of teams) {
        const values = by.map((dimension) => valueAt(cell, period, team, dimension));
        const name = values.join('\n');
        kept(groups, name, () => ({ name, key: keyOf(by, values), cells: [], row: rows.get(name) })).cells.push(cell);
      }
    });
    const place = new Map(periods.map((period, index) => [period.key, index]));
    return [...groups.values()].sort((left, right) => compareKeys(left.key, right.key, by, place));
  }
}

const isIn = (cell: Cell, where: ForecastKey): boolean =>
  (where.owner === undefined || where.owner === cell.ownerId) &&
  (where.pipeline === undefined || where.pipeline === cell.pipelineId) &&
  (where.currency === undefined || where.currency === cell.currency) &&
  (where.team === undefined || cell.teams.some((team) => team === where.team));

/** So many breakdowns are remembered, to give back the rows that have not changed. */
const MOST_QUESTIONS = 8;

/** The rows of a breakdown in their order, as long as no cell is filled or emptied. */
interface Breakdown {
  readonly layout: number;
  readonly groups: readonly Group[];
}

/** The cells of one row, and the row as it was given last. */
interface Group {
  readonly name: string;
  readonly key: ForecastKey;
  readonly cells: Cell[];
  row: Row | undefined;
}

interface Row {
  readonly row: ForecastRow;
  readonly cells: number;
  readonly stamp: number;
}

function rowOf({ key, cells, row: before }: Group, report: Report | undefined): Row {
  let stamp = 0;
  // By number: this is the only loop over all cells that every change goes through.
  for (let at = 0; at < cells.length; at++) stamp = Math.max(stamp, cells[at]?.stamp ?? 0);
  if (before?.stamp === stamp && before.cells === cells.length) return before;
  const total = newTotal();
  for (const cell of cells) takeInto(total, cell);
  return { row: { key, line: lineOf(total, report) }, cells: cells.length, stamp };
}

const teamsIn = ({ teams }: Cell, where: ForecastKey): readonly string[] =>
  where.team === undefined ? teams : teams.filter((team) => team === where.team);

function valueAt(
  { ownerId, pipelineId, currency }: Cell,
  period: Period,
  team: string | undefined,
  dimension: ForecastDimension,
): string | undefined {
  switch (dimension) {
    case 'period':
      return period.key;
    case 'owner':
      return ownerId;
    case 'team':
      return team;
    case 'pipeline':
      return pipelineId;
    case 'currency':
      return currency;
  }
}

function keyOf(by: readonly ForecastDimension[], values: readonly (string | undefined)[]): ForecastKey {
  const key: Partial<Record<ForecastDimension, string>> = {};
  by.forEach((dimension, index) => {
    const value = values[index];
    if (value !== undefined) key[dimension] = value;
  });
  return key;
}

function compareKeys(
  left: ForecastKey,
  right: ForecastKey,
  by: readonly ForecastDimension[],
  place: ReadonlyMap<string, number>,
): number {
  for (const dimension of by) {
    const [a, b] = [left[dimension] ?? '', right[dimension] ?? ''];
    if (a === b) continue;
    return dimension === 'period' ? (place.get(a) ?? 0) - (place.get(b) ?? 0) : a < b ? -1 : 1;
  }
  return 0;
}

interface Total {
  readonly perCurrency: Map<string, Sums>;
  readonly withoutRate: Set<string>;
}
const newTotal = (): Total => ({ perCurrency: new Map(), withoutRate: new Set() });

function takeInto(total: Total, cell: Cell): void {
  addSums(kept(total.perCurrency, cell.currency, newSums), cell.sums);
  if (!isConverted(cell.sums)) total.withoutRate.add(cell.currency);
}

/** What all currencies are shown in too, and by which rates. */
interface Report {
  readonly currency: string;
  ratesOf(currency: string): readonly Rate[];
}

function reportIn(currency: string, rates: readonly Rate[], asOf: Day): Report {
  const find = rateFinder(rates);
  const known = new Map<string, readonly Rate[]>();
  return {
    currency,
    ratesOf: (from) => (from === currency ? [] : kept(known, from, () => find(from, currency, asOf)?.rates ?? [])),
  };
}

function lineOf({ perCurrency, withoutRate }: Total, report: Report | undefined): ForecastLine {
  const sorted = [...perCurrency].sort(([left], [right]) => (left < right ? -1 : 1));
  const own = sorted.map(([currency, sums]) => columnsOf(sums, currency));
  if (!report) return { perCurrency: own, withoutRate: [], rates: [] };
  const all = newSums();
  for (const [, sums] of sorted) addSums(all, sums);
  return {
    perCurrency: own,
    converted: convertedColumns(all, report.currency),
    withoutRate: [...withoutRate].sort(),
    rates: [...new Set(sorted.flatMap(([currency, sums]) => (holdsOpen(sums) ? report.ratesOf(currency) : [])))],
  };
}

/** Finds the place of the period a day lies in, −1 for none. Days come again and again, so what was found is kept. */
function periodFinder(periods: readonly Period[]): (day: Day) => number {
  const found = new Map<Day, number>();
  return (day) => kept(found, day, () => periods.findIndex(({ first, last }) => first <= day && day <= last));
}

type TeamPath = readonly Id<'team'>[];

/** Finds the teams of an owner on a day; the same teams are the same array. */
function teamFinder(hierarchy: Hierarchy | undefined): (ownerId: Id<'user'> | undefined, day: Day) => TeamPath {
  const none: TeamPath = [];
  const byOwner = new Map<Id<'user'>, Map<Day, TeamPath>>();
  const paths = new Map<string, TeamPath>();
  return (ownerId, day) => {
    if (!hierarchy || ownerId === undefined) return none;
    return kept(
      kept(byOwner, ownerId, () => new Map<Day, TeamPath>()),
      day,
      () => {
        const teams = teamsOn(hierarchy, ownerId, day);
        return kept(paths, teams.join('\n'), () => teams);
      },
    );
  };
}

function ratioFinder(): (percent: number) => Ratio {
  const found = new Map<number, Ratio>();
  // Percent, so two decimals further.
  return (percent) => kept(found, percent, () => ratioOf(percent, -2));
}
