import { ok, type Problem, type Result, refuse } from '@kith/core';
import { fingerprint, type Import, ImportStep, importStepId, isSame } from '@kith/core/imports';
import { misplacement } from '../ancestry.js';
import type { Collection, Identified } from '../collection.js';
import { type Command, command } from '../command.js';
import type { Store } from '../store.js';
import type { Work } from '../work.js';
import { importSteps, imports } from './collection.js';
import type { Pause } from './pause.js';

/** A row of an import that somebody changed since. */
export interface ChangedRow {
  readonly collection: string;
  readonly id: string;
}

/** What taking an import back came to. */
export interface Reverted {
  /** Rows that the import had created. */
  readonly removed: number;
  /** Rows that the import had changed, and are as before. */
  readonly restored: number;
  /** Rows that were left as they are: somebody changed them, or has put a company (or a goal) above one that would come back below it. */
  readonly skipped: readonly ChangedRow[];
}

type Entry = ImportStep['entries'][number];

/** Which entries of an import somebody changed since. Nothing is written. */
export async function changedRows(
  store: Store,
  record: Import,
  collectionNamed: (name: string) => Collection,
  pause: Pause,
): Promise<readonly ChangedRow[]> {
  const changed: ChangedRow[] = [];
  /** How rows will be when the later steps are taken back, where earlier ones touched them too. */
  const expected = new Map<string, string>();
  for (let step = record.steps; step >= 1; step--) {
    const look = command('imports/look', { importId: record.id, step }, async (work) => {
      for (const entry of await entriesOf(work, record, step)) {
        await pause();
        const collection = collectionNamed(entry.collection);
        const now =
          expected.get(placeOf(entry)) ?? fingerprintOf(work, collection, await work.system.get(collection, entry.id));
        if (now !== entry.left) changed.push({ collection: entry.collection, id: entry.id });
        if (entry.before)
          expected.set(placeOf(entry), fingerprintOf(work, collection, entry.before as unknown as Identified));
      }
      return ok(undefined);
    });
    await store.can(look);
  }
  return changed;
}

/** Takes an import back, its last step first; each step is one commit, and its part of the journal goes with it. */
export async function takeBack(
  store: Store,
  record: Import,
  {
    collectionNamed,
    pause,
    afterwards,
  }: {
    readonly collectionNamed: (name: string) => Collection;
    readonly pause: Pause;
    readonly afterwards: 'keep record' | 'remove record';
  },
): Promise<Result<Reverted>> {
  const reverted = { removed: 0, restored: 0, skipped: [] as ChangedRow[] };
  for (let step = record.steps; step >= 1; step--) {
    const done = await store.run(stepBack(record, step, collectionNamed, pause));
    if (!done.ok) return done;
    reverted.removed += done.value.removed;
    reverted.restored += done.value.restored;
    reverted.skipped.push(...done.value.skipped);
  }
  const closed = await store.run(closeRecord(record, afterwards));
  return closed.ok ? ok(reverted) : closed;
}

const stepBack = (
  record: Import,
  step: number,
  collectionNamed: (name: string) => Collection,
  pause: Pause,
): Command<Reverted> => ({
  ...command('imports/revert', { importId: record.id, step }, async (work) => {
    const reverted = { removed: 0, restored: 0, skipped: [] as ChangedRow[] };
    for (const entry of (await entriesOf(work, record, step)).toReversed()) {
      await pause();
      const collection = collectionNamed(entry.collection);
      const now = await work.system.get(collection, entry.id);
      // Erased since: nothing of it is left to take back.
      if (!now && entry.left === '') continue;
      if (fingerprintOf(work, collection, now) !== entry.left)
        reverted.skipped.push({ collection: entry.collection, id: entry.id });
      else if (!entry.before) {
        const found = await work.require(collection, entry.id);
        if (!found.ok) return found;
        work.remove(collection, entry.id);
        reverted.removed += 1;
      } else {
        const seen = await work.require(collection, entry.id);
        if (!seen.ok) return seen;
        const before = takenBack(seen.value, now, entry.before) as Identified;
        if (await misplacement(work, collection, now, before)) {
          reverted.skipped.push({ collection: entry.collection, id: entry.id });
          continue;
        }
        const put = work.put(collection, before);
        if (!put.ok) return put;
        reverted.restored += 1;
      }
    }
    const stepId = importStepId(record.id, step);
    if (await work.system.get(importSteps, stepId)) work.system.remove(importSteps, stepId);
    const known = await work.system.get(imports, record.id);
    if (!known) return refuse(unknownImport(record.id));
    const put = work.system.put(imports, { ...known, steps: step - 1, modifiedAt: work.env.now });
    return put.ok ? ok(reverted) : put;
  }),
  history: 'none',
  through: 'import',
});

const closeRecord = (record: Import, afterwards: 'keep record' | 'remove record'): Command<unknown> => ({
  ...command('imports/reverted', { importId: record.id }, async (work) => {
    const known = await work.system.require(imports, record.id);
    if (!known.ok) return known;
    if (afterwards === 'keep record')
      return work.system.put(imports, {
        ...known.value,
        state: 'reverted',
        endedAt: work.env.now,
        modifiedAt: work.env.now,
      });
    work.system.remove(imports, record.id);
    return ok(undefined);
  }),
  history: 'none',
  through: 'import',
});

/** What a step wrote; nothing when it is taken back already. */
export async function entriesOf(work: Work, record: Import, step: number): Promise<readonly Entry[]> {
  const found = await work.system.get(importSteps, importStepId(record.id, step));
  return found ? ImportStep.parse(found).entries : [];
}

/**
 * A row as somebody sees it, with what the import changed as it was before: what they do not see was not changed by it, or
 * is not theirs to take back.
 */
function takenBack(seen: object, now: object | undefined, before: object): object {
  const fields = new Map<string, unknown>(Object.entries(seen));
  for (const key of new Set([...Object.keys(now ?? {}), ...Object.keys(before)])) {
    const [is, was] = [Reflect.get(now ?? {}, key), Reflect.get(before, key)];
    if (isSame(is, was)) continue;
    if (was === undefined) fields.delete(key);
    else if (isPlain(is) && isPlain(was)) fields.set(key, takenBack(Object(fields.get(key) ?? {}), is, was));
    else fields.set(key, was);
  }
  return Object.fromEntries(fields);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is computed in a row is nobody's change of it. */
const fingerprintOf = (work: Work, collection: Collection, entity: Identified | undefined): string =>
  entity ? fingerprint(work.own(collection, entity)) : '';
const placeOf = ({ collection, id }: Entry): string => `${collection}/${id}`;

/** There is nothing by this id to take back. */
export const unknownImport = (importId: string): Problem => ({
  code: 'imports/unknown-import',
  message: `There is no import ${importId}. It wrote nothing, or its record was deleted.`,
  path: 'importId',
  params: { importId },
});
