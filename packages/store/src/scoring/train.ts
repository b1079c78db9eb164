import { compileFilter, type Filter, type Instant, isInstant, ok, type Problem, type Result } from '@kith/core';
import { valueAt } from '@kith/core/imports';
import {
  backtestSteps,
  checkOutcomes,
  type Example,
  type LeakWarning,
  leakSteps,
  type QualityReport,
  type ScoreModel,
  type Split,
  type TrainedModel,
  trainingSteps,
} from '@kith/core/scoring';
import type { Collection } from '../collection.js';
import { pauseBy } from '../imports/pause.js';
import type { Store } from '../store.js';
import { keepModel } from './commands.js';

/** What to train a model on: closed rows of a collection. */
export interface TrainInput {
  /** The name under which the model is kept, such as `lead conversion`. */
  readonly name: string;
  readonly of: Collection;
  /** Which rows are won and which lost; the others are open. */
  readonly won: Filter;
  readonly lost: Filter;
  /** Paths to learn from: those that are known while a row is still open. */
  readonly fields: readonly string[];
  readonly kind?: ScoreModel['kind'];
  /** The path of the moment or day at which a row was closed; with it the backtest is by time. */
  readonly closedAt?: string;
  readonly blanks?: readonly string[];
  readonly least?: number;
}

/** How training goes on. */
export interface TrainOptions {
  readonly onProgress?: (step: 'read' | 'leaks' | 'backtest' | 'train') => void;
  readonly giveWay?: () => Promise<void>;
  /** The fields with these warnings are left out; all are used when left out, and the warnings are kept with the model. */
  readonly leaveOut?: readonly LeakWarning['because'][];
}

/** A model that was trained and kept, and how it did on rows it had not seen. */
export interface Trained {
  readonly trained: TrainedModel;
  /** Why there is no backtest, where there is none. */
  readonly quality: QualityReport | Problem;
  readonly warnings: readonly LeakWarning[];
}

/**
 * Reads the closed rows, looks for leaks, tests a model on a fifth that was held back (the last ones, or every fifth where
 * nobody knows when they closed), trains it on all, and keeps it as the next version of its name. Nothing holds the page
 * for long. Problem: `scoring/too-few-outcomes`, and nothing is kept then. Call `rescoreAll` to score every row by it.
 */
export async function trainScores(
  store: Store,
  input: TrainInput,
  options: TrainOptions = {},
): Promise<Result<Trained>> {
  const pause = pauseBy(options.giveWay);
  const through = async <Output>(steps: Generator<void, Output>): Promise<Output> => {
    let step = steps.next();
    while (!step.done) {
      await pause();
      step = steps.next();
    }
    return step.value;
  };
  options.onProgress?.('read');
  const { examples, open } = await readExamples(store, input, pause);
  const enough = checkOutcomes(examples, input.least);
  if (!enough.ok) return enough;
  options.onProgress?.('leaks');
  const warnings = await through(leakSteps({ examples, open, fields: input.fields, blanks: input.blanks ?? [] }));
  const leftOut = new Set(
    warnings.filter(({ because }) => options.leaveOut?.includes(because)).map(({ field }) => field),
  );
  const { kind, blanks, least } = input;
  const setup = { examples, fields: input.fields.filter((field) => !leftOut.has(field)), kind, blanks, least };
  options.onProgress?.('backtest');
  const split: Split = input.closedAt === undefined ? { by: 'index', every: 5, at: 4 } : { by: 'time', share: 0.2 };
  const tested = await through(backtestSteps({ ...setup, split }));
  options.onProgress?.('train');
  const model = await through(trainingSteps(setup));
  if (!model.ok) return model;
  const kept = await store.run(
    keepModel({
      name: input.name,
      of: input.of.name,
      model: model.value,
      warnings: [...warnings],
      ...(tested.ok && { quality: summaryOf(tested.value.quality) }),
    }),
  );
  if (!kept.ok) return kept;
  return ok({ trained: kept.value, quality: tested.ok ? tested.value.quality : tested.problem, warnings });
}

/** At most so many open rows are looked at for fields that are filled in on closing. */
const MOST_OPEN = 2_000;

async function readExamples(
  store: Store,
  { of, won, lost, closedAt }: TrainInput,
  pause: () => Promise<void> | undefined,
): Promise<{ readonly examples: readonly Example[]; readonly open: readonly unknown[] }> {
  const { adapter, env } = store.storage;
  const moment = env();
  const closed: Filter = { or: [won, lost] };
  const isWon = compileFilter(won, moment);
  const isClosed = compileFilter(closed, moment);
  const examples: Example[] = [];
  const open: unknown[] = [];
  let after: string | undefined;
  do {
    const page = await adapter.query({
      c: of.name,
      order: [['id', 'asc']],
      limit: 1_000,
      ...(after !== undefined && { after }),
    });
    for (const { data } of page.rows) {
      if (isClosed(data)) examples.push({ row: data, won: isWon(data), ...closing(data, closedAt) });
      else if (open.length < MOST_OPEN) open.push(data);
    }
    after = page.next ?? undefined;
    await pause();
  } while (after !== undefined);
  return { examples, open };
}

/** When a row was closed: a moment, or the end of a day. */
function closing(row: unknown, closedAt: string | undefined): Pick<Example, 'closedAt'> {
  const at = closedAt === undefined ? undefined : valueAt(row, closedAt);
  if (typeof at !== 'string') return {};
  const moment = at.length === 10 ? `${at}T23:59:59.999Z` : at;
  return isInstant(moment) ? { closedAt: moment as Instant } : {};
}

const summaryOf = (quality: QualityReport): NonNullable<TrainedModel['quality']> => ({
  tested: quality.count,
  auc: quality.auc.value,
  aucLow: quality.auc.interval.low,
  aucHigh: quality.auc.interval.high,
  logLoss: quality.logLoss.value,
  brier: quality.brier.value,
  baseBrier: quality.baseBrier,
  calibrationError: quality.calibrationError,
  liftOfTopTenth: quality.lift[0]?.lift ?? 0,
});
