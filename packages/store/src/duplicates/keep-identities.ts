import type { Op, RowData } from '@kith/adapters';
import { isSame } from '@kith/core/imports';
import type { Change } from '../change-set.js';
import type { CompanionMaker, Staged } from '../commit.js';
import { type IdentityRow, identities, identityRow, isSource } from './collection.js';

/**
 * Keeps who every lead, contact and company is in rows of its own, written in the batch of the commit that changes it: by an
 * import and an undo as well. Duplicates are found by them without a look at anybody else. Every store of a book has to keep
 * them; for a book that is older, run `rebuildIdentities` once.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { contacts, openStore } from '@kith/store';
 * import { check, keepIdentities } from '@kith/store/duplicates';
 *
 * const store = await openStore({ adapter: memoryAdapter(), companions: [keepIdentities()] });
 * await store.run(contacts.create({ name: 'Léa Fontanel', emails: [{ value: 'lea@brama.example' }] }));
 * const found = await store.run(check({ name: 'Fontanel, Lea', emails: ['LEA+fair@brama.example'] }));
 * if (!found.ok) throw new Error(found.problem.message);
 * expect(found.value.matches).toMatchObject([{ collection: 'contacts', verdict: 'same' }]);
 * ```
 */
export const keepIdentities = (): CompanionMaker => () => ({
  collections: [identities],
  isDispensable: false,
  along: async (staged) => identityOps(staged),
  committed: async () => undefined,
  // Nothing of it is kept in memory.
  refresh: async () => undefined,
});

function identityOps({ changes, ops }: Staged): readonly Op[] {
  const erased = new Set(ops.flatMap((op) => (op.op === 'purge' && isSource(op.c) ? [op.id] : [])));
  const c = identities.name;
  return changes.flatMap((change): readonly Op[] => {
    if (!isSource(change.collection)) return [];
    if (erased.has(change.id)) return [{ op: 'purge', c, id: change.id }];
    const [before, after] = [rowOf(change, change.from), rowOf(change, change.to)];
    if (isSame(before, after)) return [];
    return after
      ? [{ op: 'put', c, id: change.id, expect: 'any', data: after as unknown as RowData }]
      : [{ op: 'delete', c, id: change.id, expect: 'any' }];
  });
}

const rowOf = ({ collection }: Change, entity: unknown): IdentityRow | undefined =>
  isSource(collection) && typeof entity === 'object' && entity !== null ? identityRow(collection, entity) : undefined;
