import type { Capabilities, OpenOptions } from '../adapter.js';
import type { Step } from '../engine/batch.js';
import { StorageFault } from '../fault.js';
import type { Early, Journal, WorkingSet } from '../working-set/journal.js';
import { accept, prepareAttempt } from './accept.js';
import { columnsOf } from './columns-record.js';
import { openEarly } from './early.js';
import { folding } from './fold.js';
import { follow, load } from './follow.js';
import { joinHints } from './hints.js';
import { keysOf } from './keys.js';
import type { Log } from './log.js';
import { checkMeta, type Meta, newMeta } from './meta.js';
import { migrateLog } from './migrate-log.js';
import { createPlaces } from './places.js';
import { randomName } from './random-name.js';
import { keepReserve, useReserve } from './reserve.js';
import { restoreLog } from './restore-log.js';
import { answerOf, type Shelf, transact } from './shelf.js';

/** Books of fewer rows are read before columns of them would be. */
const COLUMNS_FROM = 2000;

/** A journal that is a log of segments on a shelf: a batch appends, folding tidies up, and every handle follows the end. */
export function logJournal(
  shelfOf: (tenant: string) => Shelf,
  limits: Capabilities['limits'],
  columnsFrom: number = COLUMNS_FROM,
): Journal {
  let shelf: Shelf | undefined;
  let open: OpenLog | undefined;

  function opened(): OpenLog {
    if (open === undefined) throw new StorageFault({ kind: 'closed' });
    return open;
  }

  return {
    async open(options, into) {
      shelf = shelfOf(options.tenant);
      open = await openLog(shelf, options, into, limits, columnsFrom);
      return open.early;
    },
    load: () => opened().load(),
    accept: (submission) => opened().accept(submission),
    restore: (restoration) => opened().restore(restoration),
    refresh: () => opened().refresh(),
    tidy: async () => (await open?.tidy()) ?? false,
    prepareOpening: async () => open?.prepareOpening(),
    async close() {
      const closing = open;
      open = undefined;
      await closing?.close();
    },
    async destroy() {
      if (shelf === undefined) throw new StorageFault({ kind: 'closed' });
      open?.leave();
      open = undefined;
      await shelf.destroy();
    },
  };
}

interface OpenLog extends Omit<Journal, 'open' | 'destroy'> {
  readonly early: Early | undefined;
  /** Closes without finishing anything. */
  leave(): void;
}

async function openLog(
  shelf: Shelf,
  options: OpenOptions,
  into: WorkingSet,
  limits: Capabilities['limits'],
  columnsFrom: number,
): Promise<OpenLog> {
  const { schema } = options;
  const keys = keysOf(shelf.prefix);
  const hints = joinHints(`kith ${shelf.name} ${shelf.prefix}`, into.onHint);

  function leave(): void {
    hints.close();
    shelf.close();
  }

  let hasEnded = false;
  function end(reason: 'closed' | 'superseded'): void {
    if (hasEnded) return;
    hasEnded = true;
    leave();
    into.onEnd(reason);
  }

  /** Runs a verb; when the connection was lost, opens it anew and runs the verb once more. */
  async function steadily<Result>(verb: (isRepeated: boolean) => Promise<Result>): Promise<Result> {
    try {
      return await verb(false);
    } catch (error) {
      if (!(error instanceof StorageFault) || error.fault.kind !== 'unavailable') throw endedBy(error);
    }
    try {
      await shelf.reopen();
      return await verb(true);
    } catch (error) {
      throw endedBy(error);
    }
  }

  /** Tries again as long as there is a reserve to give back to a disk that is full. */
  async function makingRoom<Result>(attempt: () => Promise<Result>): Promise<Result> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!isQuota(error) || !(await useReserve(shelf, keys))) throw error;
      }
    }
  }

  /** Closes this handle when an error means that there is nothing left for it. */
  function endedBy(error: unknown): unknown {
    const kind = error instanceof StorageFault ? error.fault.kind : undefined;
    if (kind === 'closed' || kind === 'superseded') end(kind);
    return error;
  }

  try {
    await shelf.open(schema, end, () => options.onDataLost?.());
    const meta = await transact(shelf, 'readwrite', 'relaxed', async (store): Promise<Meta> => {
      const there = (await answerOf(store.get(keys.meta))) as Meta | undefined;
      if (there !== undefined) return checkMeta(there, schema);
      const begun = newMeta(schema);
      store.put(begun, keys.meta);
      return begun;
    });
    const { book } = into;
    const places = createPlaces();
    const fold = folding(shelf, keys, book, places, () => follow(log));
    const log: Log = { shelf, keys, book, fold, places, born: meta.born, schema, apply: into.apply, steadily };
    const isCurrent = meta.schema === schema && meta.erase !== true;
    const early = isCurrent ? await openEarly(log).catch(ignoreFault) : undefined;
    const columns = columnsOf(log, into.recent, columnsFrom, early);
    return {
      early,
      async load() {
        try {
          await load(log);
          if (meta.schema < schema) {
            await migrateLog(log, meta.schema, options.migrations, limits.rowBytes, options.onProgress);
            // Handles of the older schema let go when they look.
            hints.send();
          }
          if (meta.erase) fold.sweep();
          await keepReserve(shelf, keys);
        } catch (error) {
          leave();
          throw error;
        }
      },
      prepareOpening: () => columns.keepWhenDue(),
      async accept(submission) {
        const attempt = await prepareAttempt(submission);
        const tryOnce = () => steadily((isRepeated) => accept(log, attempt, isRepeated));
        const acceptance = await (submission.steps.every(removes) ? makingRoom(tryOnce) : tryOnce());
        if (submission.steps.some((step) => step.kind === 'purge')) {
          fold.sweep();
          columns.forget();
        }
        hints.send();
        return acceptance;
      },
      async restore(restoration) {
        const mark = randomName();
        const decision = await steadily((isRepeated) => restoreLog(log, restoration, mark, isRepeated));
        hints.send();
        return decision;
      },
      async refresh() {
        const read = await steadily(() => follow(log));
        if (read.some(({ versions }) => versions.some(({ purged }) => purged))) columns.forget();
        return read.length > 0;
      },
      tidy: () => fold.next(),
      async close() {
        // What is not swept now is remembered, and swept when the book is next opened.
        await fold.finishSweep().catch(ignoreFault);
        leave();
      },
      leave,
    };
  } catch (error) {
    leave();
    throw error;
  }
}

const isQuota = (error: unknown): boolean => error instanceof StorageFault && error.fault.kind === 'quota';

/** Whether a step makes room, or at least takes none. */
const removes = ({ kind }: Step): boolean => kind !== 'put';

function ignoreFault(error: unknown): undefined {
  if (!(error instanceof StorageFault)) throw error;
}
