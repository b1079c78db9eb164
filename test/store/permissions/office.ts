import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { type Collection, deals, openStore, type Store, users } from '@kith/store';
import { auditLog } from '@kith/store/audit';
import { rolesPolicy } from '@kith/store/permissions';
import type { BehaviorSubject } from 'rxjs';
import { euros, NOW, valueOf, withPipeline } from '../../support/book.js';
import { kept } from './world.js';

export const ADMIN: Role = {
  key: 'admin',
  name: 'Administrator',
  administers: true,
  grants: [
    { collection: '*', actions: ['*'], scope: 'all' },
    { collection: 'auditEntries', actions: ['read'], scope: 'all' },
    { collection: 'auditValues', actions: ['read'], scope: 'all' },
  ],
};
export const REP: Role = {
  key: 'rep',
  name: 'Rep',
  grants: [
    { collection: 'pipelines', actions: ['read'], scope: 'all' },
    { collection: 'deals', actions: ['read', 'update', 'create', 'delete'], scope: 'own' },
    { collection: 'companies', actions: ['read', 'update'], scope: 'team', fields: { except: ['industry', 'name'] } },
    {
      collection: 'contacts',
      actions: ['read'],
      scope: 'all',
      where: { field: 'lifecycleStage', is: 'eq', value: 'lead' },
    },
    { collection: 'contacts', actions: ['read'], scope: 'shared' },
  ],
};

/** A book with an administrator and two reps of one team; each of them opens it for themselves. */
export async function office(roles: readonly Role[] = [ADMIN, REP], adapter = kept(memoryAdapter())) {
  const host = await openStore({ adapter, audit: auditLog(), clock: () => NOW, ...withRoles });
  const user = async (name: string, keys: readonly string[]): Promise<Id<'user'>> =>
    valueOf(await host.run(users.create({ name, roles: keys, teamId: 'team_north' as Id<'team'> }))).id;
  const ann = await user('Ann', ['admin']);
  const bo = await user('Bo', ['rep']);
  const cy = await user('Cy', ['rep']);
  const pipeline = await withPipeline(host);
  const as = (actor: Id<'user'>, more: object = {}): Promise<Store> =>
    openStore({
      adapter,
      actor,
      policy: rolesPolicy({ roles }),
      audit: auditLog(),
      clock: () => NOW,
      wait: async () => undefined,
      ...more,
    });
  return { adapter, host, ann, bo, cy, pipeline, as };
}
/** The host's own store knows the collection of roles, but has no policy. */
const withRoles = { collections: [rolesPolicy({ roles: [ADMIN] }).collections[0] as Collection] };

export const dealOf = async (store: Store, pipelineId: Id<'pipeline'>, ownerId: Id<'user'>, name: string) =>
  valueOf(await store.run(deals.create({ name, pipelineId, ownerId, amount: euros(1_000) })));

export const allDeals = { ask: 'rows', collection: deals.collection } as const;

/** Resolves when a condition holds, looking whenever something was emitted. */
export const until = <Value>(subject: BehaviorSubject<Value>, holds: (value: Value) => boolean): Promise<Value> =>
  new Promise((resolve) => subject.subscribe((value) => holds(value) && resolve(value)));
