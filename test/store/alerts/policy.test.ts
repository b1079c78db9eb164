import { users } from '@kith/store';
import { createRule, keepAlerts, raisedBy } from '@kith/store/alerts';
import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, valueOf } from '../../support/book.js';
import { policedDesk } from '../segments/policed-desk.js';
import { addContact } from '../segments/store.js';

const MANY = {
  name: 'Many contacts',
  watch: {
    metric: { collection: 'contacts', day: 'createdAt' },
    days: 1,
    upTo: 'today' as const,
    condition: { is: 'value' as const, side: 'above' as const, raise: 3, clear: 1 },
  },
};

describe('Alerts where not everybody sees everything', () => {
  it('AL13 are judged over the whole book by who sees it and could not write them, or not at all', async () => {
    const { host, as, ria, bo } = await policedDesk();
    const rule = valueOf(await host.run(createRule(MANY)));
    const raised = () => ask(host, raisedBy(rule.id, 5));
    await expect(keepAlerts(await as(bo))).rejects.toMatchObject({ code: 'store/denied' });
    for (const name of ['Cem', 'Dan']) await addContact(host, name);
    expect(await raised()).toEqual([]);
    const store = await as(ria);
    const keeper = await keepAlerts(store);
    await keeper.settled();
    expect(await raised()).toMatchObject([{ value: 4 }]);

    // From now on she sees one contact of four: for her it would be over.
    const isNarrow = firstValueFrom(store.changes$.pipe(filter(({ isIncomplete }) => isIncomplete === true)));
    valueOf(await host.run(users.edit({ id: ria, changes: { roles: ['rep'] } })));
    await isNarrow;
    await keeper.settled();
    await keeper.lookAtClock();
    expect(keeper.isKeeping()).toBe(false);
    expect((await raised())[0]?.clearedAt).toBeUndefined();
  });

  it('AL13 end where a rule is made on what the keeper does not see', async () => {
    const { host, as, ria } = await policedDesk();
    const store = await as(ria);
    const keeper = await keepAlerts(store);
    expect(keeper.isKeeping()).toBe(true);
    const heard = firstValueFrom(store.changes$);
    const metric = { collection: 'auditEntries', day: 'createdAt' };
    valueOf(await host.run(createRule({ ...MANY, watch: { ...MANY.watch, metric } })));
    await heard;
    await keeper.settled();
    expect(keeper.isKeeping()).toBe(false);
  });
});
