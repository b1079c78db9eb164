import type { Capabilities, OpenOptions } from '../adapter.js';
import type { Step } from '../engine/batch.js';
import { StorageFault } from '../fault.js';
import type { Journal, WorkingSet } from '../working-set/journal.js';
import { accept, prepareAttempt } from './accept.js';
import { folding } from './fold.js';
import { follow, load } from './follow.js';
import { joinHints } from './hints.js';
import { keysOf } from './keys.js';
import type { Log } from './log.js';
import { checkMeta, type Meta, newMeta } from './meta.js';
import { migrateLog } from './migrate-log.js';
import { randomName } from './random-name.js';
import { keepReserve, useReserve } from './reserve.js';
import { restoreLog } from './restore-log.js';
import { answerOf, type Shelf, transact } from './shelf.js';

/** A journal that is a log of segments on a shelf: a batch appends, folding tidies up, and every handle follows the end. */
export function logJournal(shelfOf: (tenant: string) => Shelf, limits: Capabilities['limits']): Journal {
  let shelf: Shelf | undefined;
  let open: OpenLog | undefined;

  function opened(): OpenLog {
    if (open === undefined) throw new StorageFault({ kind: 'closed' });
    return open;
  }

  return {
    async open(options, into) {
      shelf = shelfOf(options.tenant);
      open = await openLog(shelf, options, into, limits);
    },
    accept: (submission) => opened().accept(submission),
    restore: (restoration) => opened().restore(restoration),
    refresh: () => opened().refresh(),
    tidy: async () => (await open?.tidy()) ?? false,
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

interface OpenLog extends Pick<Journal, 'accept' | 'restore' | 'refresh' | 'tidy' | 'close'> {
  /** Closes without finishing anything. */
  leave(): void;
}

async function openLog(
  shelf: Shelf,
  options: OpenOptions,
  into: WorkingSet,
  limits: Capabilities['limits'],
): Promise<OpenLog> {
  const { schema } = options;
  const keys = keysOf(shelf.prefix);
  const hints = joinHints(`kith ${shelf.name} ${shelf.prefix}`, into.onHint);

  function leave(): void {
    hints.close();
    shelf.close();
  }

  function end(reason: 'closed' | 'superseded'): void {
    leave();
    into.onEnd(reason);
  }

  /** Runs a verb; when the connection was lost, opens it anew and runs the verb once more. */
  async function steadily<Result>(verb: (isRepeated: boolean) => Promise<Result>): Promise<Result> {
    try {
      return await verb(false);
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      const { kind } = error.fault;
      if (kind === 'closed' || kind === 'superseded') end(kind);
      if (kind !== 'unavailable') throw error;
      await shelf.reopen();
      return await verb(true);
    }
  }

  try {
    await shelf.open(schema, end);
    const meta = await transact(shelf, 'readwrite', 'relaxed', async (store): Promise<Meta> => {
      const there = (await answerOf(store.get(keys.meta))) as Meta | undefined;
      if (there !== undefined) return checkMeta(there, schema);
      const begun = newMeta(schema);
      store.put(begun, keys.meta);
      return begun;
    });
    const { book } = into;
    const fold = folding(shelf, keys, book);
    const log: Log = { shelf, keys, book, fold, born: meta.born, schema, apply: into.apply };
    await load(log);
    if (meta.schema < schema) {
      await migrateLog(log, meta.schema, options.migrations, limits.rowBytes, options.onProgress);
      // Handles of the older schema let go when they look.
      hints.send();
    }
    if (meta.erase) fold.sweep();
    await keepReserve(shelf, keys);
    return {
      async accept(submission) {
        const attempt = await prepareAttempt(submission);
        const tryOnce = (isRepeated: boolean) => accept(log, attempt, isRepeated);
        const acceptance = await steadily(tryOnce).catch(async (error: unknown) => {
          if (!isQuota(error) || !submission.steps.every(removes)) throw error;
          await useReserve(shelf, keys);
          return steadily(tryOnce);
        });
        if (submission.steps.some((step) => step.kind === 'purge')) fold.sweep();
        hints.send();
        return acceptance;
      },
      async restore(restoration) {
        const mark = randomName();
        const decision = await steadily((isRepeated) => restoreLog(log, restoration, mark, isRepeated));
        hints.send();
        return decision;
      },
      refresh: async () => (await steadily(() => follow(log))).length > 0,
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

function ignoreFault(error: unknown): void {
  if (!(error instanceof StorageFault)) throw error;
}
