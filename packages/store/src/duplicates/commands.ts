import { type Id, ok } from '@kith/core';
import { type IdentitySource, identityOf } from '@kith/core/duplicates';
import { type Command, command } from '../command.js';
import { IDENTITY_OF, type SourceName } from './collection.js';
import { findDuplicates, type Matches, NO_MATCHES } from './find-duplicates.js';
import { SOURCES } from './sources.js';

/** Whom to look for, and where. */
export interface CheckInput extends IdentitySource {
  /** A row that is not to be found: the one that is being edited. */
  readonly except?: string | undefined;
  /** Everywhere when left out. */
  readonly among?: readonly SourceName[] | undefined;
}

/** Looks for duplicates before anything is written; it writes nothing itself. */
export const check = ({ except, among, ...source }: CheckInput): Command<Matches> =>
  command('duplicates/check', { except, among, ...source }, async (work) =>
    ok(await findDuplicates(work, identityOf(source), { except, among })),
  );

/** A row that is there, of which duplicates are looked for. */
export interface RowOf {
  readonly in: SourceName;
  readonly id: Id;
}

/**
 * Looks for duplicates of a row that is there: as it and the others are now, and among what whoever asks may see. So a
 * duplicate that was out of sight for whoever brought a lead is told to those who see it. It writes nothing.
 * Problem: `store/not-found`.
 */
export const checkRow = (row: RowOf): Command<Matches> =>
  command('duplicates/check-row', row, async (work) => {
    const found = await work.require(SOURCES[row.in], row.id);
    if (!found.ok) return found;
    const identity = IDENTITY_OF[row.in](found.value);
    return ok(identity ? await findDuplicates(work, identity, { except: row.id }) : NO_MATCHES);
  });
