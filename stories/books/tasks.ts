import type { Id } from '@kith/core';
import { activities, command, type Store, teams, users } from '@kith/store';
import { NOW, openBreventBook } from './brevent.js';

/** What the book of tasks holds. */
export interface TaskBookOptions {
  /** Tasks of Hanna's besides those that are told. */
  readonly many?: number;
  /** Nothing is planned. */
  readonly isEmpty?: boolean;
}

const stamps = { createdAt: '2026-11-02T09:00:00.000Z', modifiedAt: '2026-11-18T09:00:00.000Z' };
const day = (ahead: number): string => new Date(NOW + ahead * 86_400_000).toISOString().slice(0, 10);

/** Something that Hanna has to do, so many days ahead; without a number for no day. */
const task = (id: string, subject: string, ahead: number | undefined, more: object = {}) => ({
  id: `activity_task-${id}`,
  kind: 'task',
  subject,
  status: 'planned',
  at: ahead === undefined ? '2026-11-02T09:00:00.000Z' : `${day(ahead - 1)}T23:00:00.000Z`,
  ...(ahead !== undefined && { dueDay: day(ahead) }),
  ownerId: 'user_hanna',
  ...stamps,
  ...more,
});

const brevent = { contactId: 'contact_lea', companyId: 'company_brevent' };

const TOLD: readonly object[] = [
  task('returns', 'Settle the return of the mohair scarves', -6, { ...brevent, priority: 'high' }),
  task('samples', 'Send Maison Brévent the fabric samples', -1, brevent),
  task('quote', 'Check the quote for the clienteling app before it goes out', 0, {
    dealId: 'deal_clienteling',
    priority: 'high',
  }),
  task('lea', 'Talk through the spring order', undefined, { ...brevent, kind: 'call', at: '2026-11-20T13:30:00.000Z' }),
  task('terms', 'Ask legal about the payment terms', 0, { companyId: 'company_brevent' }),
  task('lunch', 'Lunch with the buyers', undefined, { ...brevent, kind: 'meeting', at: '2026-11-21T11:00:00.000Z' }),
  task('photos', 'Choose photos for the look book', 1, { priority: 'low' }),
  task('seats', 'Order seats for the January show', 2),
  task('plan', 'Plan the visit to the atelier in Lyon', 9, brevent),
  task('review', 'Review of the year with the team', undefined, { kind: 'meeting', at: '2026-12-11T09:00:00.000Z' }),
  task('price', 'Think about prices of the next season', undefined, { priority: 'low' }),
  task('archive', 'Clear out the archive of samples', undefined),
  task('rafael', 'Write to the boutique in Nice', 0, { ...brevent, ownerId: 'user_rafael' }),
  task('zofia', 'Renew the contract of the courier', 4, { ownerId: 'user_zofia' }),
];

const SUBJECTS = [
  'Call back about the order',
  'Send the catalogue',
  'Ask for the sizes',
  'Check the delivery',
  'Write the offer',
];

/** The book of Maison Brévent with things to do: Hanna's, Rafael's and Zofia's, who are a team. */
export async function openTaskBook({ many = 0, isEmpty = false }: TaskBookOptions = {}): Promise<Store> {
  const store = await openBreventBook();
  const fill = command('book/tasks', undefined, async (work) => {
    work.put(teams.collection, { id: 'team_fashion' as Id<'team'>, name: 'Fashion', ...stamps } as never);
    for (const name of ['hanna', 'rafael', 'zofia']) {
      const user = await work.require(users.collection, `user_${name}` as Id<'user'>);
      if (user.ok) work.put(users.collection, { ...user.value, teamId: 'team_fashion' as Id<'team'> });
    }
    if (isEmpty)
      for (const { id, status } of await work.find({ ask: 'rows', collection: activities.collection }))
        if (status === 'planned') work.remove(activities.collection, id);
    for (const row of isEmpty ? [] : TOLD) work.put(activities.collection, row as never);
    return { ok: true, value: undefined };
  });
  const filled = await store.run({ ...fill, history: 'none' });
  if (!filled.ok) throw new Error(`${filled.problem.code}: ${filled.problem.message}`);
  const { adapter } = store.storage;
  for (let from = 0; from < many; from += 5_000)
    await adapter.write({
      ops: Array.from({ length: Math.min(5_000, many - from) }, (_, index) => {
        const at = from + index;
        const row = task(
          `many-${at}`,
          `${SUBJECTS[at % SUBJECTS.length]} ${at + 1}`,
          at % 20 === 0 ? undefined : ((at * 7_919) % 640) - 40,
        );
        return { op: 'put', c: 'activities', id: row.id, expect: 'absent', data: row as never } as const;
      }),
    });
  return store;
}
