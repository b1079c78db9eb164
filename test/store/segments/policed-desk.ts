import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { type Store, users } from '@kith/store';
import { alertCollections } from '@kith/store/alerts';
import { auditLog } from '@kith/store/audit';
import { rolesPolicy } from '@kith/store/permissions';
import { segmentCollections } from '@kith/store/segments';
import { openBook, valueOf } from '../../support/book.js';
import { kept } from '../permissions/world.js';
import { addContact, clockAt, eventsIn, withSegments } from './store.js';

/** Reads everything, and may write nothing that events and alerts are kept in. */
const READER: Role = {
  key: 'reader',
  name: 'Reader',
  grants: [
    { collection: '*', actions: ['read'], scope: 'all' },
    { collection: 'contacts', actions: ['update'], scope: 'all' },
  ],
};
const REP: Role = {
  key: 'rep',
  name: 'Rep',
  grants: [
    ...['segments', 'segmentPlacements', 'segmentEvents', 'alerts', 'alertRules', 'activities'].map(
      (collection) => ({ collection, actions: ['read'], scope: 'all' }) as const,
    ),
    { collection: 'contacts', actions: ['read', 'update'], scope: 'own' },
  ],
};
/** Administers roles, and sees nothing: the right to the whole storage is none to keep events by. */
const ADMIN: Role = { key: 'admin', name: 'Administrator', administers: true, grants: [] };
const policy = rolesPolicy({ roles: [READER, REP, ADMIN] });
const collections = [...segmentCollections, ...alertCollections];
/** A book with tracked segments that everybody opens as themselves. */
export async function policedDesk() {
  const adapter = kept(memoryAdapter());
  const open = { adapter, clock: () => clockAt().now, random: Math.random, audit: auditLog() };
  const host = await openBook({ ...open, collections: [...collections, ...policy.collections] });
  const hire = async (name: string, role: string): Promise<Id<'user'>> =>
    valueOf(await host.run(users.create({ name, roles: [role] }))).id;
  const [ria, bo, ada] = [await hire('Ria', 'reader'), await hire('Bo', 'rep'), await hire('Ada', 'admin')];
  const { vip } = await withSegments(host);
  const ana = await addContact(host, 'Ana', { tags: ['vip'], ownerId: ria });
  const ben = await addContact(host, 'Ben', { tags: ['vip'], ownerId: bo });
  const as = (actor: Id<'user'>): Promise<Store> => openBook({ ...open, collections, policy, actor });
  const names = new Map<string, string>([
    [vip.id, 'VIP'],
    [ana, 'Ana'],
    [ben, 'Ben'],
  ]);
  return { adapter, host, as, ria, bo, ada, vip, ana, ben, events: () => eventsIn(adapter, names) };
}
