import type { Activity, Filter } from '@kith/core';
import { activities, type Store } from '@kith/store';
import { type LongList, openLongList } from '@kith/store/long-lists';
import type { ReactiveController } from 'lit';
import type { LiveHost } from '../base/live.js';
import { Redraw } from '../base/redraw.js';
import { type ActivityEntry, type Entry, newestFirst, pastOf, plannedOf, soonestFirst } from './entry.js';

/** What is to be shown. */
export interface EntriesAsked {
  readonly subject: activities.Subject;
  /** What a filter asks of activities; `moment` is the field that their moment stands in. */
  readonly where?: ((moment: 'at' | 'completedAt') => Filter | undefined) | undefined;
}

interface Opened {
  readonly key: string;
  readonly ahead: LongList<Activity>;
  /** What has been, in two orders: completed tasks by their completion, the rest by when it took place. */
  readonly streams: readonly Stream[];
  readonly end: () => void;
}

interface Stream {
  readonly moment: 'at' | 'completedAt';
  readonly list: LongList<Activity>;
}

/** How many entries are read at once when somebody scrolls on. */
const STEP = 200;
/** How many planned ones are read before somebody asks for the later ones. */
const AHEAD = 50;

/**
 * What was done and is to be done about somebody or something, read as far back as somebody looks. Activities lie in the
 * store in orders of their own; what is certain, because nothing unread can stand before it, is put together with what
 * the host knows besides (moves, changes). While another question is being answered, the answer before stays on show.
 */
export class TimelineRows implements ReactiveController {
  /** What is planned, the soonest first, as far as it was read. */
  ahead: readonly ActivityEntry[] = [];
  /** What has been, the newest first, as far back as it was read. */
  past: readonly Entry[] = [];
  /** How many older entries there are. */
  left = 0;

  readonly #host: LiveHost;
  readonly #ask: () => EntriesAsked | undefined;
  readonly #others: () => readonly Entry[];
  #shown: Opened | undefined;
  #coming: Opened | undefined;
  #store: Store | undefined;
  #isStale = false;
  #merged: readonly Entry[] | undefined;
  readonly #redraw: Redraw;
  #isConnected = false;

  /** `others` are the entries that the host has besides, in any order; the same array as long as they are the same. */
  constructor(host: LiveHost, ask: () => EntriesAsked | undefined, others: () => readonly Entry[]) {
    this.#host = host;
    this.#ask = ask;
    this.#others = others;
    this.#redraw = new Redraw(host, () => this.status === 'loading');
    host.addController(this);
  }

  /** Whether reading has taken long enough for a skeleton. */
  get isSlow(): boolean {
    return this.#redraw.isSlow;
  }

  get status(): 'loading' | 'ready' | 'error' {
    if (!this.#shown) return 'loading';
    return this.#failed ? 'error' : statusOf(this.#shown);
  }

  /** Why it cannot be read. */
  get error(): unknown {
    return this.#failed?.error;
  }

  get #failed(): LongList<Activity> | undefined {
    return this.#shown && listsOf(this.#shown).find(({ status }) => status === 'error');
  }

  /** How many are planned. */
  get aheadCount(): number {
    return this.#shown?.ahead.count ?? 0;
  }

  /** Says how many of the past are looked at, and whether all that is planned is: they are read. */
  show(past: number, isAllAhead: boolean): void {
    const shown = this.#shown;
    if (!shown || this.status !== 'ready') return;
    shown.ahead.show(0, isAllAhead ? Math.max(AHEAD, shown.ahead.count) : AHEAD);
    const missing = past - this.past.length;
    if (missing <= 0 || this.left === 0) return;
    const ends = shown.streams.map(endOf);
    const nearest = latestOf(ends);
    // Nothing older is certain before the stream that ends first has gone on.
    for (const { list, count, horizon } of ends)
      if (horizon !== '' && horizon === nearest) list.show(0, count + Math.max(STEP, missing));
  }

  /** Reads again after a failure. */
  retry(): void {
    for (const list of this.#shown ? listsOf(this.#shown) : []) if (list.status === 'error') list.retry();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#redraw.stop();
    this.#closeAll();
  }

  hostUpdate(): void {
    if (!this.#isConnected) return;
    const store = this.#host.activeStore;
    if (store !== this.#store) {
      this.#closeAll();
      this.#store = store;
    }
    const asked = this.#ask();
    const key = asked && JSON.stringify([asked.subject, asked.where?.('at')]);
    if (asked && key && store && key !== (this.#coming ?? this.#shown)?.key) {
      this.#coming?.end();
      this.#coming = this.#open(store, key, asked);
      // Another record: what is on show is not about it.
      if (this.#shown && subjectOf(this.#shown.key) !== subjectOf(key)) this.#closeShown();
    }
    if (this.#coming && (!this.#shown || statusOf(this.#coming) === 'ready')) {
      this.#shown?.end();
      this.#shown = this.#coming;
      this.#coming = undefined;
      this.#isStale = true;
    }
    if (this.status === 'loading') this.#redraw.wait();
    const others = this.#others();
    if (this.#shown && (this.#isStale || others !== this.#merged)) this.#merge(this.#shown, others);
  }

  #merge({ ahead, streams }: Opened, others: readonly Entry[]): void {
    this.#isStale = false;
    this.#merged = others;
    this.ahead = knownOf(ahead).map(plannedOf).sort(soonestFirst);
    const ends = streams.map(endOf);
    const all = [...ends.flatMap(({ rows }) => rows.map(pastOf)), ...others].sort(newestFirst);
    const nearest = latestOf(ends);
    const certain = nearest === '' ? all.length : all.findLastIndex(({ at }) => at >= nearest) + 1;
    this.past = certain === all.length ? all : all.slice(0, certain);
    const unread = ends.reduce((sum, { list, count }) => sum + Math.max(0, list.count - count), 0);
    this.left = unread + all.length - certain;
  }

  #open(store: Store, key: string, { subject, where }: EntriesAsked): Opened {
    const about = Object.entries(subject).map(([field, value]): Filter => ({ field, is: 'eq', value }));
    const open = (status: Filter, moment: 'at' | 'completedAt', direction: 'asc' | 'desc', ...more: Filter[]) => {
      const narrowed = where?.(moment);
      return openLongList<Activity>(store, {
        collection: activities.collection,
        where: { and: [...about, status, ...more, ...(narrowed ? [narrowed] : [])] },
        order: [[moment, direction]],
      });
    };
    const opened = {
      key,
      ahead: open(PLANNED, 'at', 'asc'),
      streams: [
        { moment: 'at', list: open(PAST, 'at', 'desc', { not: COMPLETED_TASK }) },
        { moment: 'completedAt', list: open(PAST, 'completedAt', 'desc', COMPLETED_TASK) },
      ],
    } as const;
    const lists = listsOf(opened);
    const heard = lists.map(({ changed$ }) => changed$.subscribe(() => this.#drawSoon()));
    const end = (): void => {
      for (const each of heard) each.unsubscribe();
      for (const list of lists) list.close();
    };
    return { ...opened, end };
  }

  #drawSoon(): void {
    this.#isStale = true;
    this.#redraw.soon();
  }

  #closeShown(): void {
    this.#redraw.rest();
    this.#shown?.end();
    this.#shown = undefined;
    this.ahead = [];
    this.past = [];
    this.left = 0;
  }

  #closeAll(): void {
    this.#closeShown();
    this.#coming?.end();
    this.#coming = undefined;
  }
}

const PLANNED: Filter = { field: 'status', is: 'eq', value: 'planned' };
const PAST: Filter = { field: 'status', is: 'in', value: ['done', 'cancelled'] };
const COMPLETED_TASK: Filter = {
  and: [
    { field: 'kind', is: 'eq', value: 'task' },
    { field: 'completedAt', is: 'exists', value: true },
  ],
};

const listsOf = ({ ahead, streams }: Pick<Opened, 'ahead' | 'streams'>): readonly LongList<Activity>[] => [
  ahead,
  ...streams.map(({ list }) => list),
];

const statusOf = (opened: Opened): 'loading' | 'ready' =>
  listsOf(opened).some(({ status }) => status === 'loading') ? 'loading' : 'ready';

const subjectOf = (key: string): string => JSON.stringify(JSON.parse(key)[0]);

/** Behind this moment nothing is certain; empty where all of it is known. */
const latestOf = (ends: readonly { readonly horizon: string }[]): string =>
  ends
    .map(({ horizon }) => horizon)
    .sort()
    .at(-1) ?? '';

/** The rows of a list that are known from its beginning on. */
function knownOf(list: LongList<Activity>): readonly Activity[] {
  const rows: Activity[] = [];
  for (let row = list.at(0); row; row = list.at(rows.length)) rows.push(row);
  return rows;
}

/** How far a stream was read; `horizon` is the moment before which nothing of it is known, empty where all of it is. */
function endOf({ list, moment }: Stream) {
  const rows = knownOf(list);
  const isWhole = rows.length >= list.count && !list.isCounting;
  return { list, rows, count: rows.length, horizon: isWhole ? '' : (rows.at(-1)?.[moment] ?? '9') };
}
