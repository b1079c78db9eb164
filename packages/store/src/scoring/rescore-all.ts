import type { Filter } from '@kith/adapters';
import { type Day, ok, type Result, today } from '@kith/core';
import { giveWayToPage, pauseBy } from '../imports/pause.js';
import { newPace } from '../pace.js';
import type { Store } from '../store.js';
import { scores } from './collection.js';
import { type Rescored, rescore } from './commands.js';
import { modelOf, type ScoringPlan } from './plan.js';

/** How far a long piece of work has come, in rows; called every now and then. */
export interface RescoreOptions {
  readonly onProgress?: (looked: number) => void;
  /** Stops after the commit that is under way; what was scored stays scored. */
  readonly signal?: AbortSignal;
  /** Lets the page breathe; a task of the event loop when left out. */
  readonly giveWay?: () => Promise<void>;
}

/** Rows in one commit at most. */
const ROWS = 125;

/**
 * Scores every row of a plan's collection anew: at the beginning, after the rules have changed, or after a model was
 * trained. It goes in small commits and lets the page breathe; meanwhile scores are kept up to date as ever.
 */
export const rescoreAll = (store: Store, plan: ScoringPlan, options: RescoreOptions = {}): Promise<Result<Rescored>> =>
  walk(store, plan, options, { c: plan.of.name, idOf: ({ id }) => id });

/**
 * Scores the rows anew whose score may be another by now without anything having happened: what has decayed, what has
 * fallen out of a window, what was planned for today. Call it when a day begins; it costs as much as there are such rows.
 */
export function rescoreDue(store: Store, plan: ScoringPlan, options: RescoreOptions = {}): Promise<Result<Rescored>> {
  const day = todayBy(store, plan);
  const where: Filter = {
    and: [
      { f: 'model', is: 'eq', v: modelOf(plan) },
      { f: 'dueDay', is: 'lte', v: day },
    ],
  };
  return walk(store, plan, options, { c: scores.name, where, idOf: ({ data }) => String(data['subjectId']) });
}

const todayBy = (store: Store, plan: ScoringPlan): Day =>
  today({ now: store.storage.env().now, timeZone: 'scheme' in plan ? plan.scheme.timeZone : 'UTC' });

interface Walk {
  readonly c: string;
  readonly where?: Filter;
  readonly idOf: (row: { readonly id: string; readonly data: Readonly<Record<string, unknown>> }) => string;
}

async function walk(
  store: Store,
  plan: ScoringPlan,
  { onProgress, signal, giveWay }: RescoreOptions,
  { c, where, idOf }: Walk,
): Promise<Result<Rescored>> {
  const { adapter } = store.storage;
  const pause = pauseBy(giveWay);
  const pace = newPace(ROWS);
  const done = { looked: 0, changed: 0 };
  let after: string | undefined;
  // The first look at the clocks of a zone takes as long as hundreds of rows: it has a slice of its own.
  todayBy(store, plan);
  await (giveWay ?? giveWayToPage)();
  do {
    if (signal?.aborted) break;
    pace.begin();
    // In the order of ids, behind a place: what is written on the way does not move it.
    const page = await adapter.query({
      c,
      limit: pace.rows,
      ...(where && { where }),
      ...(after !== undefined && { after }),
    });
    after = page.next ?? undefined;
    if (page.rows.length === 0) break;
    const result = await store.run(rescore(plan, page.rows.map(idOf)));
    if (!result.ok) return result;
    done.looked += result.value.looked;
    done.changed += result.value.changed;
    onProgress?.(done.looked);
    pace.end();
    await pause();
  } while (after !== undefined);
  return ok(done);
}
