import { ok } from '@kith/core';
import { type IdentitySource, identityOf } from '@kith/core/duplicates';
import { type Command, command } from '../command.js';
import type { SourceName } from './collection.js';
import { findDuplicates, type Matches } from './find-duplicates.js';

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
