import { dexieAdapter } from '@kith/adapters/dexie';
import type { Filter, Id, Result } from '@kith/core';
import {
  acknowledgeDataLoss,
  activities,
  companies,
  KithError,
  openStore,
  type StorageState,
  type Store,
  storageState,
} from '@kith/store';
import { auditLog, verifyAudit } from '@kith/store/audit';
import { firstValueFrom } from 'rxjs';

let store: Store;
let offset = 0;

/** `ok`, the code of the problem, or the code of the error. */
async function answerOf(work: () => Promise<Result<unknown>>): Promise<string> {
  try {
    const result = await work();
    return result.ok ? 'ok' : result.problem.code;
  } catch (error) {
    return error instanceof KithError ? error.code : String(error);
  }
}

// Numbers do not compress to nothing.
const noise = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(6_000)), (number) => number.toString(36)).join('');

const note = (): Promise<Result<unknown>> =>
  store.run(activities.log({ kind: 'note', subject: 'noise', body: noise() }));

/** Created today, wherever the clock is. */
const TODAY: Filter = {
  and: [
    { field: 'createdAt', is: 'gte', value: { startOfDay: 0 } },
    { field: 'createdAt', is: 'lt', value: { startOfDay: 1 } },
  ],
};
let shownToday: readonly string[] = [];

/** What a test does with a book in a page. */
export const book = {
  async open({ hasAudit = false } = {}): Promise<void> {
    store = await openStore({
      adapter: dexieAdapter({ name: 'faults' }),
      timeZone: 'UTC',
      clock: () => Date.now() + offset,
      ...(hasAudit && { audit: auditLog() }),
    });
    store.watch({ ask: 'rows', collection: companies.collection, where: TODAY }).subscribe((rows) => {
      shownToday = rows.map(({ name }) => name);
    });
  },
  close: (): Promise<void> => store.close(),
  /** Adds so many companies, one after the other. Answers how each ended. */
  async addMany(count: number): Promise<readonly string[]> {
    const answers: string[] = [];
    for (let number = 0; number < count; number++) answers.push(await this.add(`company ${number}`));
    return answers;
  },
  add: (name: string): Promise<string> => answerOf(() => store.run(companies.create({ name }))),
  undo: (): Promise<string> => answerOf(() => store.undo()),
  async names(): Promise<readonly string[]> {
    return (await firstValueFrom(store.watch(companies.all()))).map(({ name }) => name);
  },
  async ids(): Promise<readonly string[]> {
    return (await firstValueFrom(store.watch(companies.all()))).map(({ id }) => id);
  },
  /** Writes notes until one is refused. Answers how many there are then, and the refusal. */
  async fillUp(): Promise<{ readonly written: number; readonly answer: string }> {
    for (let written = 0; ; written++) {
      const answer = await answerOf(note);
      if (answer !== 'ok') return { written, answer };
    }
  },
  /** Deletes the notes that came first, one after the other. Answers how each deletion ended. */
  async removeNotes(count: number): Promise<readonly string[]> {
    const { rows } = await store.storage.adapter.query({ c: 'activities', limit: count });
    const answers: string[] = [];
    for (const { id } of rows)
      answers.push(await answerOf(() => store.run(activities.remove({ id: id as Id<'activity'> }))));
    return answers;
  },
  countNotes: (): Promise<number> => store.storage.adapter.count('activities'),
  acknowledgeLoss: (): Promise<string> => answerOf(() => store.run(acknowledgeDataLoss())),
  state: (): Promise<StorageState> => firstValueFrom(storageState(store)),
  /** What a live list of today's companies shows. */
  today: (): readonly string[] => shownToday,
  /** What is wrong with the audit log, and how many entries it has. */
  async audit(): Promise<{ readonly entries: number; readonly findings: readonly unknown[] }> {
    const { entries, findings } = await verifyAudit(store);
    return { entries, findings };
  },
  /** The clock jumps by so many hours. */
  jump(hours: number): void {
    offset += hours * 3_600_000;
  },
};
