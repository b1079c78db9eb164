import { kept } from '../kernel/kept.js';
import { chanceOf } from './logistic.js';

/** A case as naive Bayes sees it: a stage it is in, and values of fields. A field may stand several times, as tags do. */
export interface BayesCase {
  readonly stage?: string | undefined;
  readonly values: readonly (readonly [field: string, value: string])[];
}

/** How cases are counted. */
export interface FrequencySetup {
  /** Stages in their order, the won one last. Without any, the stage plays no part. */
  readonly stages?: readonly string[];
  /** Fields of tags: a tag counts only from 50 outcomes on. */
  readonly tagFields?: readonly string[];
}

/** How often a value was won and lost; `tables` is how many tables know it, each of which adds 0.1. */
export type ValueCount = readonly [value: string, won: number, lost: number, tables?: number];

/** What is kept of a table: plain JSON, in whole outcomes. */
export interface KeptFrequencies {
  readonly won: number;
  readonly lost: number;
  readonly tables?: number;
  readonly stages: readonly ValueCount[];
  readonly fields: readonly { readonly field: string; readonly values: readonly ValueCount[] }[];
}

/** One factor of a probability. */
export interface BayesFactor {
  readonly field: string;
  readonly value: string;
  /** P(value | won) ÷ (P(value | won) + P(value | lost)): above 0.5 it speaks for winning. For the stage 1 − P(stage | lost). */
  readonly share: number;
  /** What it adds to the log-odds. */
  readonly logOdds: number;
}

/** Counts of won and lost by value, kept up to date outcome by outcome. */
export interface Frequencies {
  /** Counts an outcome in. */
  count(bayesCase: BayesCase, outcome: 'won' | 'lost'): void;
  /** Takes one out again, as when a case is reopened; the table is then as if it had never been counted. */
  discount(bayesCase: BayesCase, outcome: 'won' | 'lost'): void;
  /** The factors that count for a case. */
  factors(bayesCase: BayesCase): readonly BayesFactor[];
  /** The log-odds before anything is known of a case; undefined where there is no outcome yet. */
  prior(): number | undefined;
  /** What to keep. The same outcomes give the same, in whatever order they came and whatever was taken back. */
  kept(): KeptFrequencies;
}

const SMOOTHING = 0.1;
const LEAST_FOR_TAG = 50;
const STAGE = 'stage';

interface Count {
  won: number;
  lost: number;
  tables: number;
}

interface FieldCounts {
  readonly byValue: Map<string, Count>;
  won: number;
  lost: number;
  tables: number;
}

/**
 * The table of Odoo's predictive lead scoring, as its tests publish it: each value has won + 0.1 and lost + 0.1; a won case
 * counts in every stage, a lost one in its own and those before; P(value | won) = count ÷ sum over the field's values, for
 * a stage ÷ all outcomes; a value that was never seen is left out. Counts are whole numbers, so taking an outcome back
 * leaves no trace.
 */
export function makeFrequencies(setup: FrequencySetup = {}, before?: KeptFrequencies): Frequencies {
  const { stages = [] } = setup;
  const tagFields = new Set(setup.tagFields);
  const totals: Count = { won: before?.won ?? 0, lost: before?.lost ?? 0, tables: before?.tables ?? 1 };
  const stageCounts = fieldCounts(before?.stages ?? []);
  const fields = new Map((before?.fields ?? []).map(({ field, values }) => [field, fieldCounts(values)]));

  const add = (bayesCase: BayesCase, outcome: 'won' | 'lost', by: 1 | -1): void => {
    if (totals[outcome] + by < 0) throw new RangeError(`discount: no ${outcome} case is left to take out.`);
    totals[outcome] += by;
    const reached = bayesCase.stage === undefined ? -1 : stages.indexOf(bayesCase.stage);
    for (const stage of outcome === 'won' ? stages : stages.slice(0, reached + 1))
      step(stageCounts, stage, outcome, by);
    for (const [field, value] of bayesCase.values) {
      const counts = kept(fields, field, () => fieldCounts([]));
      step(counts, value, outcome, by);
      if (counts.byValue.size === 0) fields.delete(field);
    }
  };
  const priorOf = (): number | undefined => {
    const { won, lost } = totals;
    const extra = SMOOTHING * totals.tables;
    return won + lost > 0 ? Math.log((won + extra) / (lost + extra)) : undefined;
  };

  return {
    count: (bayesCase, outcome) => add(bayesCase, outcome, 1),
    discount: (bayesCase, outcome) => add(bayesCase, outcome, -1),
    prior: priorOf,
    factors(bayesCase) {
      const factors: BayesFactor[] = [];
      for (const [field, value] of bayesCase.values) {
        const counts = fields.get(field);
        const count = counts?.byValue.get(value);
        if (!counts || !count) continue;
        const { won, lost } = count;
        if (won + lost <= 0 || (tagFields.has(field) && won + lost + 2 * SMOOTHING < LEAST_FOR_TAG)) continue;
        const extra = SMOOTHING * count.tables;
        const ofWon = (won + extra) / (counts.won + SMOOTHING * counts.tables);
        const ofLost = (lost + extra) / (counts.lost + SMOOTHING * counts.tables);
        factors.push(factor(field, value, ofWon, ofLost, ofWon / (ofWon + ofLost)));
      }
      const stage = bayesCase.stage === undefined ? undefined : stageCounts.byValue.get(bayesCase.stage);
      if (stage && bayesCase.stage !== undefined) {
        const extra = SMOOTHING * stage.tables;
        const all = SMOOTHING * totals.tables;
        const ofWon = (stage.won + extra) / (totals.won + all);
        const ofLost = (stage.lost + extra) / (totals.lost + all);
        factors.push(factor(STAGE, bayesCase.stage, ofWon, ofLost, 1 - ofLost));
      }
      return factors;
    },
    kept: () => ({
      won: totals.won,
      lost: totals.lost,
      ...(totals.tables !== 1 && { tables: totals.tables }),
      stages: keptCounts(stageCounts),
      fields: [...fields]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([field, counts]) => ({ field, values: keptCounts(counts) })),
    }),
  };
}

const factor = (field: string, value: string, ofWon: number, ofLost: number, share: number): BayesFactor => ({
  field,
  value,
  share,
  logOdds: Math.log(ofWon) - Math.log(ofLost),
});

function fieldCounts(values: readonly ValueCount[]): FieldCounts {
  const counts: FieldCounts = { byValue: new Map(), won: 0, lost: 0, tables: 0 };
  for (const [value, won, lost, tables = 1] of values) {
    counts.byValue.set(value, { won, lost, tables });
    counts.won += won;
    counts.lost += lost;
    counts.tables += tables;
  }
  return counts;
}

function step(counts: FieldCounts, value: string, outcome: 'won' | 'lost', by: 1 | -1): void {
  const count = kept(counts.byValue, value, () => {
    counts.tables++;
    return { won: 0, lost: 0, tables: 1 };
  });
  if (count[outcome] + by < 0) throw new RangeError(`discount: "${value}" was not counted as ${outcome}.`);
  count[outcome] += by;
  counts[outcome] += by;
  if (count.won + count.lost > 0) return;
  counts.byValue.delete(value);
  counts.tables -= count.tables;
}

const keptCounts = ({ byValue }: Pick<FieldCounts, 'byValue'>): readonly ValueCount[] =>
  [...byValue]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([value, { won, lost, tables }]) => (tables === 1 ? [value, won, lost] : [value, won, lost, tables]));

/** The tables of several teams as one: for a team that has no outcomes of its own. */
export function sumFrequencies(tables: readonly KeptFrequencies[]): KeptFrequencies {
  const sum = (lists: readonly (readonly ValueCount[])[]): readonly ValueCount[] => {
    const counts = new Map<string, Count>();
    for (const [value, won, lost, known = 1] of lists.flat()) {
      const count = counts.get(value) ?? { won: 0, lost: 0, tables: 0 };
      counts.set(value, { won: count.won + won, lost: count.lost + lost, tables: count.tables + known });
    }
    return keptCounts({ byValue: counts });
  };
  const names = new Set(tables.flatMap(({ fields }) => fields.map(({ field }) => field)));
  return {
    won: tables.reduce((all, { won }) => all + won, 0),
    lost: tables.reduce((all, { lost }) => all + lost, 0),
    tables: tables.reduce((all, each) => all + (each.tables ?? 1), 0),
    stages: sum(tables.map(({ stages }) => stages)),
    fields: [...names].sort().map((field) => ({
      field,
      values: sum(tables.map(({ fields }) => fields.find((each) => each.field === field)?.values ?? [])),
    })),
  };
}

/**
 * The probability of winning in percent, rounded to two digits and kept within 0.01–99.99, as Odoo shows it: the prior
 * times the factors. A case without a stage has 0 where stages play a part; undefined where nothing has been closed yet.
 */
export function bayesPercent(
  frequencies: Frequencies,
  bayesCase: BayesCase,
  setup: FrequencySetup = {},
): number | undefined {
  if (setup.stages && setup.stages.length > 0) {
    if (bayesCase.stage === undefined) return 0;
    if (bayesCase.stage === setup.stages.at(-1)) return 100;
  }
  const prior = frequencies.prior();
  if (prior === undefined) return undefined;
  const logOdds = frequencies.factors(bayesCase).reduce((sum, each) => sum + each.logOdds, prior);
  return percentOf(chanceOf(logOdds));
}

/** A chance in percent with two digits, never quite 0 or 100. */
export const percentOf = (chance: number): number => Math.min(99.99, Math.max(0.01, Math.round(chance * 10_000) / 100));

/** A probability that follows the model until somebody sets it by hand. Percent with two digits. */
export interface StickyPercent {
  readonly probability: number;
  /** What the model said last. */
  readonly automatic: number;
}

/** What a probability is when the model says something new: one that differs from what the model said was set by hand, and stays. */
export const stickyPercent = (kept: StickyPercent | undefined, automatic: number): StickyPercent =>
  kept && Math.round(kept.probability * 100) !== Math.round(kept.automatic * 100)
    ? { probability: kept.probability, automatic }
    : { probability: automatic, automatic };
