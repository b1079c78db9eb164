import { dexieAdapter } from '@kith/adapters/dexie';
import type { Id, Result } from '@kith/core';
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

/** What a test does with a book in a page. */
export const book = {
  async open(): Promise<void> {
    store = await openStore({
      adapter: dexieAdapter({ name: 'faults' }),
      timeZone: 'UTC',
      clock: () => Date.now() + offset,
    });
  },
  close: (): Promise<void> => store.close(),
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
  /** The clock jumps by so many hours. */
  jump(hours: number): void {
    offset += hours * 3_600_000;
  },
};
