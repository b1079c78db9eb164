import type { RowData } from '../adapter.js';
import { decide } from '../engine/book.js';
import type { Version } from '../engine/version.js';
import { eachInSlices } from '../slices.js';
import type { Acceptance, Submission } from '../working-set/journal.js';
import { append } from './append.js';
import { type KeptCommit, keepCommit, replayOf } from './kept-commit.js';
import type { Log } from './log.js';
import { randomName } from './random-name.js';
import { encodeSegments } from './segment.js';
import { answerOf } from './shelf.js';

/** A batch ready to be tried, as often as it takes. */
export interface Attempt {
  readonly submission: Submission;
  readonly mark: string;
  textOf(version: Version): string;
}

/** Encodes the content of a batch beforehand, in slices: inside the transaction there is no time for it. */
export async function prepareAttempt(submission: Submission): Promise<Attempt> {
  const texts = new Map<RowData, string>();
  await eachInSlices(submission.steps, ({ kind, data }) => {
    if (kind === 'put') texts.set(data, JSON.stringify(data));
  });
  return {
    submission,
    mark: randomName(),
    textOf: ({ row }) => texts.get(row.data) ?? JSON.stringify(row.data),
  };
}

/** Accepts a batch in one transaction. A key that has come before answers its commit. */
export function accept(log: Log, { submission, mark, textOf }: Attempt, isRepeated: boolean): Promise<Acceptance> {
  const { book, keys } = log;
  const { durability = 'relaxed', key, steps, origin } = submission;
  return append<KeptCommit | undefined, Acceptance>(log, {
    durability,
    mark,
    isRepeated: isRepeated && key === undefined,
    begin: async (store) =>
      key === undefined ? undefined : ((await answerOf(store.get(keys.batch(key)))) as KeptCommit | undefined),
    async put(store, meta, kept) {
      if (kept !== undefined) return { replay: replayOf(kept) };
      const decision = decide(book, steps, origin);
      const segments = [...encodeSegments(decision.versions, textOf, mark)];
      for (const segment of segments) store.put(segment, keys.segment(segment.commit, segment.part));
      if (key !== undefined) store.put(keepCommit(decision.commit), keys.batch(key));
      if (decision.versions.some(({ purged }) => purged)) {
        store.put({ ...meta, erase: true }, keys.meta);
        store.delete(keys.allColumns);
      }
      return { ...decision, segments };
    },
  });
}
