import type { Activity, Day, Deal } from '@kith/core';
import { withDetails } from '@kith/core/deals';
import { activities, contacts, deals, type Store } from '@kith/store';
import { completeNextStep, setContacts } from '@kith/store/deals';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, HANNA, openBook, problemOf, valueOf, withDeals, withPipeline } from '../../../support/book.js';

describe('completeNextStep', () => {
  let store: Store;
  let deal: Deal;
  const nextStep = { kind: 'call', subject: 'Ask for the drawings', day: '2026-11-20' as Day } as const;
  const next = { kind: 'meeting', subject: 'Go through the offer', day: '2026-11-27' as Day } as const;
  const read = async (): Promise<Deal | undefined> => ask(store, deals.byId(deal.id));
  const done = (): Promise<readonly Activity[]> => ask(store, activities.about({ dealId: deal.id }));

  beforeEach(async () => {
    store = await openBook();
    const made = await withDeals(store, await withPipeline(store), 'Fit-out');
    deal = made[0] as Deal;
    valueOf(await store.run(deals.edit({ id: deal.id, changes: { nextStep } })));
  });

  it('D51 writes down what was done and puts what comes next in its place, with one undo', async () => {
    const ada = valueOf(await store.run(contacts.create({ name: 'Ada' })));
    const named = { id: deal.id, contacts: [{ contactId: ada.id, roles: [], primary: true }] } as const;
    valueOf(await store.run(setContacts(named)));
    const changed = valueOf(await store.run(completeNextStep({ id: deal.id, outcome: ' They send them ', next })));
    expect(withDetails(changed).nextStep).toEqual(next);
    expect(await done()).toMatchObject([
      {
        kind: 'call',
        subject: 'Ask for the drawings',
        status: 'done',
        contactId: ada.id,
        ownerId: HANNA,
        outcome: 'They send them',
      },
    ]);
    valueOf(await store.undo());
    expect((await read())?.nextStep).toEqual(nextStep);
    expect(await done()).toEqual([]);
  });

  it('D51 leaves nothing agreed upon where nothing comes next, and refuses where nothing was', async () => {
    valueOf(await store.run(completeNextStep({ id: deal.id })));
    expect((await read())?.nextStep).toBeUndefined();
    expect(problemOf(await store.run(completeNextStep({ id: deal.id, next })))).toBe('deals/no-next-step');
    expect(await done()).toHaveLength(1);
    expect((await read())?.nextStep).toBeUndefined();
  });
});
