import {
  type Activity,
  addDays,
  compileFilter,
  type Deal,
  type Filter,
  type Id,
  lastDoneAt,
  type Matcher,
  type Pipeline,
  type Stage,
  startOfDay,
  today,
} from '@kith/core';
import { ATTENTION_LIMITS, type AttentionClock, type AttentionLimits, attentionClock } from '@kith/core/deals';
import { isSame } from '@kith/core/imports';
import type { Rate } from '@kith/core/rates';
import { firstValueFrom, interval, Observable, ReplaySubject, share } from 'rxjs';
import { activities } from '../../activities/collection.js';
import type { Identified } from '../../collection.js';
import { toKithError } from '../../error.js';
import { type Pause, pauseBy } from '../../imports/pause.js';
import { pipelines } from '../../pipelines/collection.js';
import { all as allPipelines } from '../../pipelines/queries.js';
import type { RowsQuery } from '../../query.js';
import type { Seen, Store } from '../../store.js';
import { deals } from '../collection.js';
import { type AttentionBook, type AttentionList, attentionBook, type LastActivity } from './attention-book.js';

/** Which deals a list looks at, and how. */
export interface AttentionOptions {
  /** Only these of the open deals, such as one owner's; without relative dates. */
  readonly where?: Filter;
  readonly limits?: AttentionLimits;
  /** The currency that what is at risk is compared in. */
  readonly currency: string;
  /** Its rates; amounts without one stand behind the others. */
  readonly rates?: readonly Rate[];
  /** So many deals are listed; counts and sums are of all. 50 when left out. */
  readonly limit?: number;
  /** When it is looked whether time has added a finding; once a minute when left out. */
  readonly tick$?: Observable<unknown>;
}

/** A list of deals to look at that is being watched, and what it has cost. */
export interface WatchedAttention {
  readonly list$: Observable<AttentionList>;
  /** How often a deal was looked at since the beginning: what a change costs, whatever the machine. */
  evaluations(): number;
}

const MILLIS_PER_TICK = 60_000;
/** So many rows are read at once; with a policy each of them is looked at, and perhaps copied, on the way. */
const PAGE = 200;

/**
 * The deals that need attention, live: the ones with the most at risk first, with reasons and what would mend them. It
 * reads all open deals once, in slices; then a commit costs the deals it changed, and the clock the ones whose time has
 * come, however many deals there are. It errors with a KithError when the storage fails.
 */
export function watchAttention(store: Store, options: AttentionOptions): WatchedAttention {
  let book: AttentionBook | undefined;
  return {
    list$: new Observable<AttentionList>((subscriber) => {
      const { limit = 50, tick$ = interval(MILLIS_PER_TICK) } = options;
      /** What was seen while reading, which may be missing from what was read; undefined while nothing is read. */
      let missed: Seen[] | undefined;
      let isStale = false;
      let told: AttentionList | undefined;

      const emit = (): void => {
        if (!book || missed) return;
        const list = book.list(limit, clockOf(store));
        if (!told || !isSame(told, list)) {
          told = list;
          subscriber.next(list);
        }
      };
      const load = async (): Promise<void> => {
        isStale = true;
        if (missed) return;
        try {
          while (isStale && !subscriber.closed) {
            isStale = false;
            missed = [];
            const loaded = await loadBook(store, options, pauseBy(), () => subscriber.closed);
            if (subscriber.closed) return;
            book = loaded.book;
            apply = (changes) => applyTo(store, loaded, changes);
            while (missed.length > 0) {
              const seen: readonly Seen[] = missed;
              missed = [];
              await apply(seen);
            }
            missed = undefined;
          }
          emit();
        } catch (cause) {
          subscriber.error(toKithError(cause));
        }
      };
      let apply: ((changes: readonly Seen[]) => Promise<void>) | undefined;

      subscriber.add(
        store.changes$.subscribe({
          next: ({ changes, isIncomplete }) => {
            if (isIncomplete || changes.some(({ collection }) => collection === pipelines.name)) void load();
            else if (missed) missed.push(...changes);
            else if (apply && changes.some(concerns))
              apply(changes).then(emit, (cause: unknown) => subscriber.error(toKithError(cause)));
          },
          complete: () => subscriber.complete(),
        }),
      );
      subscriber.add(
        tick$.subscribe(() => {
          book?.moveOn(clockOf(store));
          emit();
        }),
      );
      void load();
    }).pipe(share({ connector: () => new ReplaySubject<AttentionList>(1) })),
    evaluations: () => book?.evaluations() ?? 0,
  };
}

/** A book that was read, and what is needed to keep it. */
interface Loaded {
  readonly book: AttentionBook;
  readonly matches: Matcher;
}

const concerns = ({ collection }: Seen): boolean => collection === deals.name || collection === activities.name;

const clockOf = (store: Store): AttentionClock => attentionClock(store.storage.env());

async function loadBook(
  store: Store,
  { where, limits = ATTENTION_LIMITS, currency, rates = [] }: AttentionOptions,
  pause: Pause,
  isOver: () => boolean,
): Promise<Loaded> {
  const env = store.storage.env();
  const clock = attentionClock(env);
  const stages = stagesById(await firstValueFrom(store.watch(allPipelines())));
  const stageOf = (deal: Deal): Stage | undefined => stages.get(keyOf(deal.pipelineId, deal.stageId));
  const book = attentionBook({ limits, currency, rates, stageOf });
  const longest = Math.max(limits.silentDays, ...[...stages.values()].map(({ rottingDays = 0 }) => rottingDays));
  const since = startOfDay(addDays(today(env), -longest - 1), env.timeZone);
  // Older ones change nothing: whatever was done last before that, it is silent and rotting by now.
  const recent: Filter = {
    and: [
      { field: 'status', is: 'eq', value: 'done' },
      {
        or: [
          { field: 'completedAt', is: 'gte', value: since },
          { field: 'at', is: 'gte', value: since },
        ],
      },
    ],
  };
  await eachRow(store, { ask: 'rows', collection: activities, where: recent }, pause, isOver, (activity) => {
    book.setActivity(activity.id, activity, clock);
  });
  const open: Filter = { field: 'status', is: 'eq', value: 'open' };
  const wanted: Filter = where ? { and: [open, where] } : open;
  await eachRow(store, { ask: 'rows', collection: deals, where: wanted }, pause, isOver, (deal) => {
    book.setDeal(deal.id, deal, clock);
  });
  return { book, matches: compileFilter(wanted, env) };
}

/** Takes a commit in. Where a deal's last activity was taken away, the one before is looked up. */
async function applyTo(store: Store, { book, matches }: Loaded, changes: readonly Seen[]): Promise<void> {
  const clock = clockOf(store);
  const unknown = new Set<string>();
  for (const { collection, id, to } of changes) {
    if (collection === deals.name) book.setDeal(id, to && matches(to) ? (to as Deal) : undefined, clock);
    if (collection !== activities.name) continue;
    const dealId = book.setActivity(id, (to as Activity | null) ?? undefined, clock);
    if (dealId !== undefined) unknown.add(dealId);
  }
  for (const dealId of unknown) book.setLastActivity(dealId, await lastDoneOn(store, dealId, clock), clock);
}

async function lastDoneOn(store: Store, dealId: string, { now }: AttentionClock): Promise<LastActivity | undefined> {
  const about = { field: 'dealId', is: 'eq', value: dealId } as const;
  const query: RowsQuery<Activity> = { ask: 'rows', collection: activities, where: about };
  let last: LastActivity | undefined;
  for (const activity of await firstValueFrom(store.watch(query))) {
    const at = lastDoneAt([activity], now);
    if (at && (!last || at > last.at)) last = { id: activity.id, at };
  }
  return last;
}

/**
 * Reads the rows of a question page by page, and gives way in between. The condition is tested here: a page that is asked
 * for with one, and has no index to go by, is looked for from the beginning each time.
 */
async function eachRow<Row extends Identified>(
  { storage }: Store,
  query: RowsQuery<Row>,
  pause: Pause,
  isOver: () => boolean,
  take: (row: Row) => void,
): Promise<void> {
  const matches = query.where ? compileFilter(query.where, storage.env()) : () => true;
  const limit = Math.min(PAGE, storage.adapter.capabilities.limits.pageRows);
  let after: string | undefined;
  do {
    const page = await storage.adapter.query({
      c: query.collection.name,
      ...(after !== undefined && { after }),
      limit,
    });
    for (const { data } of page.rows) {
      if (matches(data)) take(data as unknown as Row);
      await pause();
    }
    after = page.next ?? undefined;
  } while (after !== undefined && !isOver());
}

const stagesById = (all: readonly Pipeline[]): ReadonlyMap<string, Stage> =>
  new Map(all.flatMap(({ id, stages }) => stages.map((stage) => [keyOf(id, stage.id), stage] as const)));

const keyOf = (pipelineId: Id<'pipeline'>, stageId: Id<'stage'>): string => `${pipelineId} ${stageId}`;
