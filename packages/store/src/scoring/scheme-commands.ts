import { type Id, ok, refuse } from '@kith/core';
import { checkScheme, type SchemeFields, type ScoringScheme, type StoredScheme } from '@kith/core/scoring';
import { type Command, command } from '../command.js';
import { create } from '../entity.js';
import { pauseBy } from '../imports/pause.js';
import type { Store } from '../store.js';
import { scores, scoringSchemes } from './collection.js';

/** What a scheme is made of. */
export type SchemeDraft = Pick<StoredScheme, 'of' | 'events'> & { readonly scheme: ScoringScheme };

/**
 * Adds a scheme: from then on, `keepScores` with `stored` scores by it whatever changes; `rescoreAll` scores what is there.
 * Undo takes it back. With `fields`, the paths of its rules have to be fields. Problems: those of `checkScheme`, and
 * `scoring/scheme-exists` where there is one with its id.
 */
export const createScheme = (draft: SchemeDraft, fields?: SchemeFields): Command<StoredScheme> =>
  command('scoring/createScheme', draft, async (work) => {
    const checked = checkScheme(draft.scheme, fields);
    if (!checked.ok) return checked;
    const known = await work.find({
      ask: 'rows',
      collection: scoringSchemes,
      where: { field: 'scheme.id', is: 'eq', value: draft.scheme.id },
    });
    if (known.length > 0)
      return refuse({
        code: 'scoring/scheme-exists',
        message: `There is a scheme "${draft.scheme.id}" already. Change that one, or choose another id.`,
        path: 'scheme.id',
        params: { scheme: draft.scheme.id },
      });
    return create(work, scoringSchemes, draft as never);
  });

/**
 * Changes the rules of a scheme; its id stays, so that its scores are found. What rows are worth by the new rules is worked
 * out when they change, and for all of them by `rescoreAll`. Undo takes it back. Problems: those of `checkScheme`,
 * `store/not-found`.
 */
export const changeScheme = (
  input: {
    readonly id: Id<'scoringScheme'>;
    readonly scheme: Omit<ScoringScheme, 'id'>;
    readonly events?: StoredScheme['events'];
  },
  fields?: SchemeFields,
): Command<StoredScheme> =>
  command('scoring/changeScheme', input, async (work) => {
    const found = await work.require(scoringSchemes, input.id);
    if (!found.ok) return found;
    const checked = checkScheme({ ...input.scheme, id: found.value.scheme.id }, fields);
    if (!checked.ok) return checked;
    const { events, ...kept } = found.value;
    const place = input.events ?? events;
    const { now, actor } = work.env;
    const next = {
      ...kept,
      scheme: checked.value,
      ...(place && { events: place }),
      modifiedAt: now,
      ...(actor && { modifiedBy: actor }),
    };
    return work.put(scoringSchemes, next as StoredScheme);
  });

/** Removes a scheme; its scores stay, and are kept no more, until `forgetScores`. Undo brings it back. Problem: `store/not-found`. */
export const removeScheme = (id: Id<'scoringScheme'>): Command<undefined> =>
  command('scoring/removeScheme', { id }, async (work) => {
    const found = await work.require(scoringSchemes, id);
    if (!found.ok) return found;
    work.remove(scoringSchemes, id);
    return ok(undefined);
  });

const CHUNK = 250;

/** Takes away all scores of a scheme or model that scores no more, in small commits; answers how many there were. */
export async function forgetScores(store: Store, model: string): Promise<number> {
  const pause = pauseBy();
  const forget = command(
    'scoring/forgetScores',
    { model },
    async ({ system: work }) => {
      const where = { field: 'model', is: 'eq', value: model } as const;
      const found = await work.find({ ask: 'rows', collection: scores, where, limit: CHUNK });
      for (const { id } of found) work.remove(scores, id);
      return ok(found.length);
    },
    { history: 'none', through: 'rule' },
  );
  for (let all = 0; ; ) {
    const done = await store.run(forget);
    if (!done.ok || done.value === 0) return all;
    all += done.value;
    await pause();
  }
}
