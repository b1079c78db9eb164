import type { Filter } from '@kith/adapters';
import { type Access, everything } from '@kith/core/permissions';

/**
 * What somebody reads of the audit log who has a right to it: what speaks only of collections that they may read whole, all
 * rows and all fields. Undefined for any other collection.
 */
export function auditScope(access: Access, collection: string, all: readonly string[]): Filter | undefined {
  const path = AUDITED.get(collection);
  if (path === undefined) return undefined;
  const hidden = all.filter((name) => !readsWhole(access, name));
  return { and: hidden.map((name): Filter => ({ not: { f: path, is: 'prefix', v: `${name}/` } })) };
}

/** Where rows are named in the collections of the audit log. */
const AUDITED: ReadonlyMap<string, string> = new Map([
  ['auditEntries', 'changes.row'],
  ['auditValues', 'row'],
]);

const readsWhole = (access: Access, collection: string): boolean =>
  access.held('read', collection).some(({ where, reaches }) => where === undefined && reaches === everything);
