import type { Filter, Id, Instant } from '@kith/core';
import type { Collection } from '../collection.js';
import type { RowsQuery } from '../query.js';
import { type AuditEntry, type AuditValues, auditEntries, auditValues } from './collection.js';

const entries = (where: Filter): RowsQuery<AuditEntry> => ({
  ask: 'rows',
  collection: auditEntries,
  where,
  order: [['number', 'desc']],
});

/** What happened to a row, the newest first. */
export const auditOf = ({ name }: Pick<Collection, 'name'>, id: string): RowsQuery<AuditEntry> =>
  entries({ field: 'changes.row', is: 'eq', value: `${name}/${id}` });

/** What somebody did, the newest first. */
export const auditBy = (actor: Id<'user'>): RowsQuery<AuditEntry> =>
  entries({ field: 'actor', is: 'eq', value: actor });

/** What happened from one moment on and before another, the newest first. */
export const auditBetween = (from: Instant, before: Instant): RowsQuery<AuditEntry> =>
  entries({
    and: [
      { field: 'at', is: 'gte', value: from },
      { field: 'at', is: 'lt', value: before },
    ],
  });

/** From what to what the rows of an entry changed. Erased values are missing, and so are those of commits of many rows. */
export const auditedValues = (entry: Pick<AuditEntry, 'id'>): RowsQuery<AuditValues> => ({
  ask: 'rows',
  collection: auditValues,
  where: { field: 'entry', is: 'eq', value: entry.id },
});

/** From what to what a row ever changed, entry by entry. Erased values are missing, and so are those of commits of many rows. */
export const auditedValuesOf = ({ name }: Pick<Collection, 'name'>, id: string): RowsQuery<AuditValues> => ({
  ask: 'rows',
  collection: auditValues,
  where: { field: 'row', is: 'eq', value: `${name}/${id}` },
});
