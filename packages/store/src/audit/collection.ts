import type { Id, Instant } from '@kith/core';
import * as z from 'zod/mini';
import type { Collection } from '../collection.js';
import type { Through } from '../command.js';

/** What became of one row in a commit. */
export interface AuditedChange {
  /** Collection and id: `deals/deal_01J…`. */
  readonly row: string;
  readonly became: 'created' | 'changed' | 'deleted' | 'erased';
  /** Names of the fields that changed. */
  readonly fields?: readonly string[];
  /** SHA-256 of the salted values, which are kept apart so that they can be erased. Missing where none are kept. */
  readonly digest?: string;
}

/** One commit: who changed what, when, and through what. */
export interface AuditEntry {
  readonly id: Id<'audit'>;
  /** 1 for the first one of the book, and one more each time. */
  readonly number: number;
  readonly at: Instant;
  readonly actor?: Id<'user'>;
  readonly through: Through;
  /** The command, such as `deals/move`. */
  readonly type: string;
  readonly changes: readonly AuditedChange[];
  /** Where a backup was put back: the end of the log that it took the place of. */
  readonly replaced?: AuditHead;
  /** The hash of the entry before; 64 zeros before the first one. */
  readonly previous: string;
  /** SHA-256 of everything above, as canonical JSON. */
  readonly hash: string;
}

/** Where the log ends. Kept elsewhere, it proves later that nothing up to there was cut off or written anew. */
export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

/** From what to what a row changed: the changed fields, or all of them where the row came or went. */
export interface AuditValues {
  readonly id: Id;
  readonly entry: Id<'audit'>;
  readonly row: string;
  /** 128 bits of chance, without which nobody can try values out against the digest. */
  readonly salt: string;
  readonly from: unknown;
  readonly to: unknown;
}

const anything = z.looseObject({ id: z.string() }) as never;

/** The audit log, one row for each commit. */
export const auditEntries: Collection<AuditEntry> = {
  name: 'auditEntries',
  kind: 'audit',
  schema: anything,
  shape: { indexes: [['number'], ['changes.row', 'number'], ['actor', 'number'], ['at']] },
};

/** The values of the audit log, one row for each changed row of a commit. */
export const auditValues: Collection<AuditValues> = {
  name: 'auditValues',
  kind: 'auditValue',
  schema: anything,
  shape: { indexes: [['row'], ['entry']] },
};

/** Before the first entry. */
export const NO_HEAD: AuditHead = { number: 0, hash: '0'.repeat(64) };

/** The id of an entry: entries sort by it, and two stores cannot write the same one. */
export const entryId = (number: number): Id<'audit'> => `audit_${String(number).padStart(12, '0')}` as Id<'audit'>;
