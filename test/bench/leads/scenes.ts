import { memoryAdapter } from '@kith/adapters';
import type { Contact, Day, Id, Instant } from '@kith/core';
import { blockingKeys, compareIdentities, identityOf, jaroWinkler } from '@kith/core/duplicates';
import { sample } from '@kith/core/sample';
import { openStore, type Store } from '@kith/store';
import { check, keepIdentities, rebuildIdentities } from '@kith/store/duplicates';
import * as leads from '@kith/store/leads';

const UNTIL = '2026-11-22' as Day;

/** A book of so many contacts, with the identities of all of them, and a pool full of leads. */
export async function makeBook(count: number): Promise<{
  readonly store: Store;
  readonly contacts: readonly Contact[];
  readonly rebuildMillis: number;
  readonly longestMillis: number;
  readonly pool: Id<'pool'>;
  readonly plan: Id<'assignmentPlan'>;
}> {
  const adapter = memoryAdapter();
  const store = await openStore({
    adapter,
    collections: leads.leadCollections,
    companions: [keepIdentities()],
    actor: 'user_0' as Id<'user'>,
    timeZone: 'Europe/Vienna',
    clock: () => Date.parse('2026-11-23T09:00:00.000Z'),
  });
  const contacts: Contact[] = [];
  let ops = [];
  for (const { collection, entity } of sample({
    seed: 'leads',
    size: Math.min(1_000_000, Math.ceil(count / 0.18)),
    until: UNTIL,
  })) {
    if (collection !== 'contacts' || contacts.length === count) continue;
    contacts.push(entity);
    ops.push({ op: 'put', c: collection, id: entity.id, expect: 'any', data: entity as never } as const);
    if (ops.length === 1_000) {
      await adapter.write({ ops });
      ops = [];
    }
  }
  if (ops.length > 0) await adapter.write({ ops });
  let [longest, last] = [0, performance.now()];
  const ticking = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 1);
    last = now;
  }, 1);
  const began = performance.now();
  await rebuildIdentities(store);
  const rebuildMillis = performance.now() - began;
  clearInterval(ticking);
  const pool = must(
    await store.run(
      leads.createPool({ name: 'Sea', timeZone: 'Asia/Shanghai', noFollowUp: { days: 7, of: 'calendar' } }),
    ),
  );
  for (let number = 0; number < 50; number++)
    must(await store.run(leads.createAgent({ userId: `user_${number}` as Id<'user'>, capacity: 1_000_000 })));
  const plan = must(
    await store.run(leads.createPlan({ name: 'All', rules: [{ id: 'all', name: 'All', method: 'leastOpen' }] })),
  );
  const at = '2026-11-22T09:00:00.000Z' as Instant;
  for (let from = 0; from < count; from += 1_000)
    await adapter.write({
      ops: Array.from({ length: Math.min(1_000, count - from) }, (_, index) => {
        const number = from + index;
        const isOwned = number % 2 === 0;
        const id = `lead_${String(number).padStart(26, '0')}`;
        return {
          op: 'put',
          c: 'leads',
          id,
          expect: 'any',
          data: {
            id,
            name: `Lead ${number}`,
            status: 'new',
            statusEnteredAt: at,
            poolId: pool.id,
            createdAt: at,
            modifiedAt: at,
            ...(isOwned
              ? {
                  ownerId: `user_${number % 50}`,
                  ownedAt: at,
                  idleSince: number % 1_000 === 0 ? '2026-11-01T09:00:00.000Z' : at,
                }
              : { pooledAt: at }),
          },
        } as const;
      }),
    });
  return { store, contacts, rebuildMillis, longestMillis: longest, pool: pool.id, plan: plan.id };
}

export const findOne = async (store: Store, { name, emails, phones }: Contact): Promise<number> =>
  must(
    await store.can(
      check({ name, emails: emails?.map(({ value }) => value), phones: phones?.map(({ value }) => value) }),
    ),
  ).compared;

/** What one would write by hand: a look at everybody. */
export function findByHand(contacts: readonly Contact[], wanted: Contact): number {
  const name = wanted.name.toLowerCase();
  return contacts.filter(
    (each) =>
      each.emails?.some(({ value }) => wanted.emails?.some((other) => other.value === value)) ||
      jaroWinkler(each.name.toLowerCase(), name) >= 0.9,
  ).length;
}

export const captureOne = async (store: Store, number: number, planId?: Id<'assignmentPlan'>): Promise<void> => {
  must(
    await store.run(
      leads.capture({
        payload: {
          name: `Iris Brandt ${number}`,
          email: `iris${number}@nowhere${number}.example`,
          phone: '+43 1 5550101',
        },
        ...(planId && { planId }),
      }),
    ),
  );
};

export const claimOne = async (store: Store, number: number): Promise<void> => {
  must(await store.run(leads.claim({ id: `lead_${String(2 * number + 1).padStart(26, '0')}` as Id<'lead'> })));
};

export const recycle = async (store: Store, poolId: Id<'pool'>): Promise<number> =>
  must(await store.run(leads.recycleDue({ poolId, limit: 20 }))).recycled;

/** Normalising, keys and one comparison, per contact. */
export function normaliseAll(contacts: readonly Contact[]): number {
  let keys = 0;
  let before = identityOf({});
  for (const { name, emails, phones } of contacts) {
    const identity = identityOf({
      name,
      emails: emails?.map(({ value }) => value),
      phones: phones?.map(({ value }) => value),
    });
    keys += blockingKeys(identity).length;
    compareIdentities(before, identity, 'people');
    before = identity;
  }
  return keys;
}

function must<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly problem: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
