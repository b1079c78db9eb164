import type { Batch, Capabilities, Commit, OpenOptions, Row, StorageAdapter } from '../adapter.js';
import { checkSteps, type Step } from '../engine/batch.js';
import { applyVersion, type Book, collectionOf, createBook, finishLoading, readChanges } from '../engine/book.js';
import { type Collection, prepare, rowOf } from '../engine/collection.js';
import { type Answer, countRows, findRows, tallyRows } from '../engine/find-rows.js';
import { formatSeq } from '../engine/seq.js';
import type { Version } from '../engine/version.js';
import { StorageFault } from '../fault.js';
import { eachInSlices, slices } from '../slices.js';
import { type EarlyAnswers, earlyAnswers } from './early-answers.js';
import type { Journal, WorkingSet } from './journal.js';
import { pageQuestion } from './page.js';
import { createQueue } from './queue.js';
import { createRecent } from './recent.js';
import { collectDump } from './restoration.js';
import { searchBook } from './search.js';
import { createTimer } from './timer.js';

/** Batches up to this size are put in place at one go. */
const SMALL = 500;

/** Rows between two steps of making indexes and counters. */
const DERIVED_PER_STEP = 1024;

/** How long nothing has to happen before the next opening is prepared for, in milliseconds. */
const IDLE = 2000;
/** How long the reading of all rows waits for the first questions, where they can be answered early. */
const HEAD_START = 150;

type State =
  | { readonly is: 'closed' | 'opening' | 'superseded' }
  /** It could be opened, and not read. */
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'open'; readonly book: Book; readonly tenant: string; readonly early: EarlyAnswers | undefined };

/** An adapter that keeps a tenant's rows in memory, and a journal of them. */
export function workingSetAdapter(
  name: string,
  capabilities: Capabilities,
  journal: Journal,
  { headStartMs = HEAD_START, idleMs = IDLE } = {},
): StorageAdapter {
  let state: State = { is: 'closed' };
  let applying: Promise<void> | undefined;
  /** While there are rows to be read: reads them, when it is first called. */
  let loading: (() => Promise<void>) | undefined;
  let isTidying = false;
  const idle = createTimer(idleMs);
  const headStart = createTimer(headStartMs);
  const recent = createRecent();
  const queue = createQueue();
  const watchers = new Set<() => void>();

  function opened(): Extract<State, { is: 'open' }> {
    if (state.is === 'open') return state;
    if (state.is === 'failed') throw state.error;
    throw new StorageFault({ kind: state.is === 'superseded' ? 'superseded' : 'closed' });
  }

  /** Reads the book when no batch is half in place: the reading itself is one turn, so nothing comes between. */
  async function read<Result>(look: (book: Book, tenant: string) => Result): Promise<Result> {
    opened();
    await loading?.();
    while (applying !== undefined) await applying;
    const { book, tenant } = opened();
    return look(book, tenant);
  }

  const early = (): EarlyAnswers | undefined => opened().early;

  /** Runs a job on the book that was read, when its turn comes. The place in the queue is taken at once. */
  function inTurn<Result>(job: () => Promise<Result>): Promise<Result> {
    opened();
    void loading?.();
    return queue.run(job);
  }

  const isLoaded = (): boolean => state.is === 'open' && state.early === undefined;

  /** Asks a collection; what it wants for an answer is made in slices, and then it answers with what is there. */
  async function ask<Found>(
    c: string,
    look: (collection: Collection, patience: boolean, tenant: string, book: Book) => Answer<Found>,
  ): Promise<Found> {
    for (let patience = true; ; patience = false) {
      const answer = await read((book, tenant) => look(collectionOf(book, c), patience, tenant, book));
      if ('found' in answer) return answer.found;
      const collection = await read((book) => collectionOf(book, c));
      await eachInSlices(prepare(collection, answer.wants), () => undefined, { every: 1 });
    }
  }

  async function apply(book: Book, versions: readonly Version[]): Promise<void> {
    if (versions.length === 0) return;
    if (versions.length <= SMALL) for (const version of versions) applyVersion(book, version);
    else {
      applying = eachInSlices(versions, (version) => applyVersion(book, version));
      await applying;
      applying = undefined;
    }
    if (!book.isLoading) for (const hint of watchers) queueMicrotask(hint);
  }

  async function tidyUp(): Promise<void> {
    if (isTidying) return;
    isTidying = true;
    try {
      let more = true;
      while (more) more = await queue.run(async () => isLoaded() && (await journal.tidy()));
    } catch (error) {
      // What could not be tidied is still there, as before; the next write tries again.
      if (!(error instanceof StorageFault)) throw error;
    } finally {
      isTidying = false;
    }
    idle.start(() => journal.prepareOpening().catch(ignoreFault));
  }

  async function end(work: () => Promise<void>): Promise<void> {
    idle.stop();
    headStart.stop();
    await queue.idle();
    if (state.is === 'open') state = { is: 'closed' };
    await queue.run(work);
  }

  return {
    name,
    capabilities,
    async open(options) {
      if (state.is === 'open' || state.is === 'opening')
        throw new StorageFault({
          kind: 'invalid',
          detail: 'this adapter is open already. Close it first, or make another one.',
        });
      if (!Number.isSafeInteger(options.schema) || options.schema < 1)
        throw new StorageFault({
          kind: 'invalid',
          detail: `the schema is ${options.schema}. Give the version of your rows as a whole number from 1 on.`,
        });
      state = { is: 'opening' };
      const book = createBook(options.collections);
      const workingSet: WorkingSet = {
        book,
        apply: (versions) => apply(book, versions),
        onHint: () => void queue.run(async () => isLoaded() && (await journal.refresh())).catch(ignoreFault),
        recent: () => recent.versionsIn(book),
        onEnd: (reason) => {
          state = { is: reason };
          if (reason === 'superseded') options.onSuperseded();
        },
      };
      const { tenant, onProgress } = options;
      const isThis = (): boolean => state.is === 'open' && state.book === book;
      const load = once(() =>
        queue.run(async () => {
          try {
            await journal.load();
            await derive(book, onProgress);
            if (isThis()) state = { is: 'open', book, tenant, early: undefined };
          } catch (error) {
            if (isThis()) state = { is: 'failed', error };
            throw error;
          }
        }),
      );
      try {
        const found = await queue.run(() => journal.open(options, workingSet));
        if (found === undefined) await load();
        const early = found && earlyAnswers(found, tenant, capabilities.limits.pageRows);
        // What came meanwhile decides: the data may have been superseded while it was read.
        if (state.is === 'opening') state = { is: 'open', book, tenant, early };
        opened();
      } catch (error) {
        if (state.is === 'opening') state = { is: 'closed' };
        throw error;
      }
      loading = once(async () => {
        headStart.stop();
        // When it fails, whoever asks is told.
        await load().catch(() => undefined);
        if (!isThis()) return;
        loading = undefined;
        for (const hint of watchers) queueMicrotask(hint);
        // A hint that came while the book was read may have been about something newer.
        workingSet.onHint();
        void tidyUp();
      });
      if (opened().early === undefined) await loading();
      else headStart.start(loading);
    },
    async write(batch) {
      opened();
      // Copying begins at once, so that the caller may go on with its objects; its place in the queue is taken now, too.
      const steps = copySteps(batch, capabilities);
      steps.catch(() => undefined);
      const commit = await inTurn(async (): Promise<Commit> => {
        const { book } = opened();
        const acceptance = await journal.accept({ ...batch, steps: await steps });
        if ('replay' in acceptance) return acceptance.replay;
        await apply(book, acceptance.versions);
        return acceptance.commit;
      });
      void tidyUp();
      return commit;
    },
    get: async (c, ids) =>
      (await early()?.get(c, ids)) ??
      read((book) => {
        const collection = collectionOf(book, c);
        return ids.map((id): Row | null => rowOf(collection, id) ?? null);
      }),
    async query(query) {
      const page =
        (await early()?.query(query)) ??
        (await ask(query.c, (collection, patience, tenant, { head }) => {
          const { after, pageOf } = pageQuestion(tenant, query, capabilities.limits.pageRows);
          const answer = findRows(collection, query, after, query.limit + 1, patience);
          if ('wants' in answer) return answer;
          const { found } = answer;
          return { found: { ...pageOf(found.slice(0, query.limit), found.length > query.limit), at: formatSeq(head) } };
        }));
      recent.note(query.c, page.rows);
      return page;
    },
    count: async (c, where) =>
      early()?.count(c, where) ?? ask(c, (collection, patience) => countRows(collection, where, patience)),
    tally: async (query) =>
      early()?.tally(query) ?? ask(query.c, (collection, patience) => tallyRows(collection, query, patience)),
    async changes(since, limit) {
      opened();
      // Hints may be missing, so the feed looks for itself.
      await inTurn(async () => isLoaded() && (await journal.refresh()));
      return read((book) => readChanges(book, since, limit));
    },
    search: (query) => searchBook(query, capabilities.limits, read),
    async restore(rows) {
      opened();
      const restoration = await collectDump(rows, capabilities.limits);
      const commit = await inTurn(async (): Promise<Commit> => {
        const { book } = opened();
        const decision = await journal.restore(restoration);
        await apply(book, decision.versions);
        return decision.commit;
      });
      void tidyUp();
      return commit;
    },
    watch(hint) {
      const own = () => hint();
      watchers.add(own);
      return () => watchers.delete(own);
    },
    async *dump() {
      const snapshot = await read((book) =>
        [...book.collections.values()].map(({ name: c, versions }) => ({ c, versions: [...versions.values()] })),
      );
      const pause = slices();
      for (const { c, versions } of snapshot)
        for (const { row, purged } of versions) {
          await pause();
          if (!purged) yield { c, row };
        }
    },
    close: () =>
      end(async () => {
        await journal.prepareOpening().catch(ignoreFault);
        await journal.close();
      }),
    destroy: () => end(() => journal.destroy()),
  };
}

/** Makes the indexes and counters of a book that was read, in slices. */
async function derive(book: Book, onProgress: OpenOptions['onProgress']): Promise<void> {
  let total = 0;
  for (const { live, indexes } of book.collections.values()) total += live * (indexes.length + 1);
  let done = 0;
  // Sorting takes steps of its own, so that the last stretch of rows may seem long.
  const step = (): void => onProgress?.({ step: 'index', done: Math.min(total, DERIVED_PER_STEP * done++), total });
  await eachInSlices(finishLoading(book), step, { every: 1 });
  onProgress?.({ step: 'index', done: total, total });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let promise: Promise<void> | undefined;
  return () => {
    promise ??= work();
    return promise;
  };
}

async function copySteps(batch: Batch, { limits }: Capabilities): Promise<readonly Step[]> {
  const steps: Step[] = [];
  await eachInSlices(checkSteps(batch, limits), (step) => steps.push(step));
  return steps;
}

function ignoreFault(error: unknown): void {
  // Nobody asked: the next verb meets the same fault and tells its caller.
  if (!(error instanceof StorageFault)) throw error;
}
