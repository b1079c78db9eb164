import { memoryAdapter } from '@kith/adapters';
import { type Day, type Deal, type Id, money, ok } from '@kith/core';
import { amountSource, type DetailedDeal, dealContacts, withDetails } from '@kith/core/deals';
import type { Role } from '@kith/core/permissions';
import { command, contacts, deals, products, type Store, users } from '@kith/store';
import * as details from '@kith/store/deals';
import { rolesPolicy } from '@kith/store/permissions';
import * as pricing from '@kith/store/pricing';
import * as rates from '@kith/store/rates';
import { describe, expect, it } from 'vitest';
import {
  ask,
  dumpOf,
  euros,
  HANNA,
  openBook,
  problemOf,
  stageId,
  valueOf,
  withDeals,
  withPipeline,
} from '../../../support/book.js';

async function book() {
  const adapter = memoryAdapter();
  const store = await openBook({ adapter, collections: pricing.pricingCollections });
  const pipeline = await withPipeline(store);
  const [deal] = (await withDeals(store, pipeline, 'Fit-out')) as readonly [Deal];
  return { adapter, store, pipeline, deal, id: deal.id };
}
const detailed = async (store: Store, id: Id<'deal'>): Promise<DetailedDeal> =>
  withDetails((await ask(store, deals.byId(id)))!);
const lamp = { name: 'Lamp', quantity: 2, price: money(50_00, 'EUR') };

describe('commands on the details of a deal', () => {
  it('D45 each is one commit, and undo takes it back whole', async () => {
    const { adapter, store, id } = await book();
    const ada = valueOf(await store.run(contacts.create({ name: 'Ada' })));
    const kim = 'user_kim' as Id<'user'>;
    const steps = [
      details.setContact({ id, contactId: ada.id, roles: ['champion'], primary: true }),
      details.setContacts({ id, contacts: [{ contactId: ada.id, roles: ['user'] }] }),
      details.addCompetitor({ id, name: 'Lumen', strengths: 'Cheaper' }),
      details.setNeeds({ id, needs: [{ text: 'Light by May', importance: 'must' }] }),
      details.setBudget({ id, budget: { status: 'approved', amount: euros(5_000), contactId: ada.id } }),
      details.setSplits({
        id,
        splits: [
          { userId: HANNA, kind: 'revenue', percent: 70 },
          { userId: kim, kind: 'revenue', percent: 30 },
        ],
      }),
      details.setLines({ id, lines: [lamp] }),
      details.addLine({ id, line: { ...lamp, name: 'Desk' } }),
      details.setTerms({ id, terms: { currency: 'EUR', tax: 'inclusive', rounding: 'document', half: 'even' } }),
      details.setAmount({ id, follow: 'items' }),
      details.setAmount({ id, amount: null }),
      details.dropContact({ id, contactId: ada.id }),
    ];
    const dumps = [];
    for (const step of steps) {
      dumps.push(await dumpOf(adapter));
      valueOf(await store.run(step));
    }
    const last = await detailed(store, id);
    expect(last).toMatchObject({
      competitors: [{ name: 'Lumen', status: 'active', strengths: 'Cheaper' }],
      needs: [{ text: 'Light by May', importance: 'must' }],
      splits: [{ percent: 70 }, { percent: 30 }],
      items: { terms: { tax: 'inclusive' }, lines: [{ name: 'Lamp' }, { name: 'Desk' }] },
    });
    expect(last.budget).toEqual({ status: 'approved', amount: euros(5_000) });
    expect(last).not.toHaveProperty('amount');
    for (const dump of dumps.reverse()) {
      valueOf(await store.undo());
      expect(await dumpOf(adapter)).toEqual(dump);
    }
  });

  it('D45 refused, none leaves a trace', async () => {
    const { adapter, store, id } = await book();
    valueOf(await store.run(details.addCompetitor({ id, name: 'Lumen' })));
    const before = await dumpOf(adapter);
    const nobody = 'contact_none' as Id<'contact'>;
    const refusals = {
      'store/not-found': details.setContact({ id, contactId: nobody, roles: ['user'] }),
      'deals/competitor-twice': details.addCompetitor({ id, name: ' lumen' }),
      'deals/no-such-part': details.editCompetitor({
        id,
        competitorId: 'competitor_x' as Id<'competitor'>,
        changes: {},
      }),
      'deals/splits-not-100': details.setSplits({ id, splits: [{ userId: HANNA, kind: 'revenue', percent: 99 }] }),
      'deals/no-items': details.setAmount({ id, follow: 'items' }),
      'deals/no-price-book': details.addLine({ id, line: { productId: 'product_x' as Id<'product'>, quantity: 1 } }),
      'pricing/wrong-quantity': details.setLines({ id, lines: [{ ...lamp, quantity: 0 }] }),
      'pricing/other-currency': details.setLines({ id, lines: [lamp, { ...lamp, price: money(1, 'USD') }] }),
      'deals/negative-amount': details.setAmount({ id, amount: money(-1, 'EUR') }),
      'deals/not-won': details.keepHouseValue({ id }),
    };
    for (const [code, command] of Object.entries(refusals)) expect(problemOf(await store.run(command))).toBe(code);
    for (const command of [
      details.removeCompetitor({ id, competitorId: 'competitor_x' as Id<'competitor'> }),
      details.removeLine({ id, lineId: 'lineItem_x' as Id<'lineItem'> }),
      details.editLine({ id, lineId: 'lineItem_x' as Id<'lineItem'>, changes: { quantity: 2 } }),
    ])
      expect(problemOf(await store.run(command))).toBe('deals/no-such-part');
    expect(
      problemOf(
        await store.run(
          details.setTerms({ id, terms: { currency: 'EUR', tax: 'exclusive', rounding: 'line', half: 'up' } }),
        ),
      ),
    ).toBe('deals/no-items');
    expect(await dumpOf(adapter)).toEqual(before);
  });

  it('D45 two at once on one deal, from two tabs, are both carried out', async () => {
    const { adapter, store, id } = await book();
    const tab = { ...adapter, open: async () => undefined, close: async () => undefined };
    const other = await openBook({
      adapter: tab,
      collections: pricing.pricingCollections,
      actor: 'user_kim' as Id<'user'>,
      random: Math.random,
    });
    const lines = Array.from({ length: 6 }, (_, index) => ({ ...lamp, name: `Lamp ${index}` }));
    await Promise.all(lines.map((line, index) => (index % 2 ? store : other).run(details.addLine({ id, line }))));
    const after = await detailed(store, id);
    expect(after.items?.lines.map(({ name }) => name).sort()).toEqual(lines.map(({ name }) => name));
    expect(after.items?.net).toEqual(euros(600));
  });

  it('D45 names a competitor, changes it and takes it off', async () => {
    const { store, id } = await book();
    const [made] = valueOf(await store.run(details.addCompetitor({ id, name: 'Lumen', status: 'suspected' })))
      .competitors!;
    const competitorId = made!.id;
    valueOf(
      await store.run(details.editCompetitor({ id, competitorId, changes: { status: 'won', strengths: 'Price' } })),
    );
    expect((await detailed(store, id)).competitors).toEqual([
      { id: competitorId, name: 'Lumen', status: 'won', strengths: 'Price' },
    ]);
    valueOf(await store.run(details.editCompetitor({ id, competitorId, changes: { strengths: null } })));
    expect((await detailed(store, id)).competitors?.[0]).not.toHaveProperty('strengths');
    valueOf(await store.run(details.removeCompetitor({ id, competitorId })));
    expect(await detailed(store, id)).not.toHaveProperty('competitors');
  });

  it('D46 takes a line from a price book at the price of the day, and keeps it', async () => {
    const { store, id } = await book();
    const chair = valueOf(await store.run(products.create({ name: 'Chair' })));
    const shelf = valueOf(await store.run(products.create({ name: 'Shelf' })));
    const europe = valueOf(await store.run(pricing.addBook({ name: 'Europe', currency: 'EUR', tax: 'inclusive' })));
    const price = { priceBookId: europe.id, productId: chair.id, price: euros(120), taxPercent: 20 };
    valueOf(await store.run(pricing.addPrice({ ...price, to: '2026-11-21' as Day })));
    const now = valueOf(await store.run(pricing.addPrice({ ...price, from: '2026-11-22' as Day, price: euros(60) })));
    const line = { productId: chair.id, quantity: 2.5 };
    const made = valueOf(await store.run(details.addLine({ id, line: { ...line, priceBookId: europe.id } })));
    expect(made.items).toMatchObject({
      terms: { currency: 'EUR', tax: 'inclusive', rounding: 'line', half: 'up', priceBookId: europe.id },
      lines: [{ name: 'Chair', quantity: 2.5, price: euros(60), taxPercent: 20 }],
      net: euros(125),
      total: euros(150),
    });
    // It had an amount by hand, which stays; then it is to follow, and does.
    expect([made.amount, amountSource(made)]).toEqual([euros(1_000), 'hand']);
    valueOf(await store.run(details.setAmount({ id, follow: 'items' })));
    const two = valueOf(await store.run(details.addLine({ id, line })));
    expect([two.amount, amountSource(two)]).toEqual([euros(250), 'items']);
    expect(problemOf(await store.run(details.addLine({ id, line: { ...line, productId: shelf.id } })))).toBe(
      'pricing/no-price',
    );
    // Later prices change no line; a price by hand does.
    valueOf(await store.run(pricing.editPrice({ id: now.id, changes: { price: euros(1) } })));
    expect((await detailed(store, id)).items?.net).toEqual(euros(250));
    const lineId = two.items!.lines[1]!.id;
    valueOf(
      await store.run(details.editLine({ id, lineId, changes: { price: euros(72), discount: { percent: 50 } } })),
    );
    expect((await detailed(store, id)).amount).toEqual(euros(200));
    valueOf(await store.run(details.editLine({ id, lineId, changes: { discount: null } })));
    expect((await detailed(store, id)).amount).toEqual(euros(275));
    valueOf(await store.run(details.removeLine({ id, lineId })));
    expect((await detailed(store, id)).amount).toEqual(euros(125));
    // A form that knows nothing of line items writes the amount: from then on it is by hand.
    valueOf(await store.run(deals.edit({ id, changes: { amount: euros(99) } })));
    const edited = valueOf(await store.run(details.addLine({ id, line })));
    expect([edited.amount, amountSource(edited)]).toEqual([euros(99), 'hand']);
  });

  it('D36 closes the line items with the deal', async () => {
    const { store, id } = await book();
    valueOf(await store.run(details.setLines({ id, lines: [lamp] })));
    valueOf(await store.run(deals.win({ id })));
    expect(problemOf(await store.run(details.addLine({ id, line: lamp })))).toBe('deals/closed');
    expect(problemOf(await store.run(details.setAmount({ id, amount: euros(1) })))).toBe('deals/closed');
    expect((await detailed(store, id)).items?.lines).toHaveLength(1);
    valueOf(await store.run(deals.reopen({ id })));
    valueOf(await store.run(details.addLine({ id, line: lamp })));
  });

  it('D31, D49 a contact that is taken away is off every deal', async () => {
    const { adapter, store, pipeline, id } = await book();
    const [ada, ben] = [
      valueOf(await store.run(contacts.create({ name: 'Ada' }))),
      valueOf(await store.run(contacts.create({ name: 'Ben' }))),
    ];
    const [second] = await withDeals(store, pipeline, 'Second');
    valueOf(await store.run(details.setContact({ id, contactId: ada.id, roles: ['decisionMaker'], primary: true })));
    valueOf(await store.run(details.setContact({ id, contactId: ben.id, roles: ['user'], primary: true })));
    const both = await detailed(store, id);
    expect(both.contactIds).toEqual([ada.id, ben.id]);
    expect(dealContacts(both)).toEqual([
      { contactId: ben.id, roles: ['user'], primary: true },
      { contactId: ada.id, roles: ['decisionMaker'] },
    ]);
    valueOf(await store.run(details.setBudget({ id: second!.id, budget: { status: 'planned', contactId: ada.id } })));
    const before = await dumpOf(adapter);
    valueOf(await store.run(details.removeContact({ id: ada.id })));
    expect((await detailed(store, id)).contactIds).toEqual([ben.id]);
    expect(dealContacts(await detailed(store, id))).toEqual([{ contactId: ben.id, roles: ['user'], primary: true }]);
    expect((await detailed(store, second!.id)).budget).toEqual({ status: 'planned' });
    expect(await ask(store, deals.ofContact(ada.id))).toEqual([]);
    expect(problemOf(await store.run(details.removeContact({ id: ada.id })))).toBe('store/not-found');
    valueOf(await store.undo());
    expect(await dumpOf(adapter)).toEqual(before);
  });

  it('D50 details survive who does not know them, and what does not fit is refused', async () => {
    const { store, id } = await book();
    valueOf(await store.run(details.setLines({ id, lines: [lamp] })));
    valueOf(await store.run(details.setNeeds({ id, needs: [{ text: 'Light' }] })));
    valueOf(await store.run(deals.edit({ id, changes: { name: 'Renamed' } })));
    valueOf(await store.run(deals.move({ id, stageId: stageId('proposal') })));
    expect(await detailed(store, id)).toMatchObject({
      name: 'Renamed',
      needs: [{ text: 'Light' }],
      items: { lines: [lamp] },
    });
    expect(problemOf(await store.run(details.setNeeds({ id, needs: [{ text: ' ' }] })))).toBe('store/invalid');
    expect(
      problemOf(await store.run(details.setBudget({ id, budget: { status: 'planned', amount: money(-1, 'EUR') } }))),
    ).toBe('store/invalid');
    const odd = { userId: HANNA, kind: 'overlay', percent: -1 } as const;
    expect(problemOf(await store.run(details.setSplits({ id, splits: [odd] })))).toBe('store/invalid');
  });
});

describe('closing', () => {
  it('D37 keeps the value in the currency of the house: later rates change nothing (defects 10 and 11)', async () => {
    const { store, pipeline } = await book();
    valueOf(await store.run(rates.setHouseCurrency({ currency: 'EUR' })));
    const rate = valueOf(await store.run(rates.add({ from: 'USD', to: 'EUR', day: '2026-01-01' as Day, rate: 0.9 })));
    const made = valueOf(
      await store.run(deals.create({ name: 'Ohio', pipelineId: pipeline.id, amount: money(50_00, 'USD') })),
    );
    const won = withDetails(valueOf(await store.run(deals.move({ id: made.id, stageId: stageId('won') }))));
    const kept = {
      amount: money(45_00, 'EUR'),
      day: '2026-11-22',
      rates: [{ from: 'USD', to: 'EUR', day: '2026-01-01', rate: 0.9 }],
    };
    expect(won.houseValue).toEqual(kept);
    valueOf(await store.run(rates.edit({ id: rate.id, changes: { rate: 0.5 } })));
    valueOf(await store.run(rates.add({ from: 'USD', to: 'EUR', day: '2026-11-22' as Day, rate: 0.4 })));
    valueOf(await store.run(deals.edit({ id: made.id, changes: { name: 'Ohio 2' } })));
    valueOf(await store.run(deals.move({ id: made.id, stageId: stageId('won'), at: 'end' })));
    expect((await detailed(store, made.id)).houseValue).toEqual(kept);
    // D38
    expect(valueOf(await store.run(deals.reopen({ id: made.id })))).not.toHaveProperty('houseValue');
    expect(withDetails(valueOf(await store.run(deals.win({ id: made.id })))).houseValue?.amount).toEqual(
      money(20_00, 'EUR'),
    );
  });

  it('D39 wins without a rate, and fills the value in once there is one, through a third currency if need be', async () => {
    const { store, pipeline } = await book();
    valueOf(await store.run(rates.setHouseCurrency({ currency: 'EUR' })));
    const made = valueOf(
      await store.run(deals.create({ name: 'Leeds', pipelineId: pipeline.id, amount: money(80_00, 'GBP') })),
    );
    const { id } = made;
    expect(valueOf(await store.run(deals.win({ id })))).not.toHaveProperty('houseValue');
    expect(problemOf(await store.run(details.keepHouseValue({ id })))).toBe('rates/missing');
    valueOf(await store.run(rates.add({ from: 'USD', to: 'GBP', day: '2026-01-01' as Day, rate: 0.8 })));
    valueOf(await store.run(rates.add({ from: 'USD', to: 'EUR', day: '2026-02-01' as Day, rate: 0.9 })));
    const filled = valueOf(await store.run(details.keepHouseValue({ id })));
    expect(filled.houseValue).toMatchObject({ amount: money(90_00, 'EUR'), rates: [{ to: 'GBP' }, { to: 'EUR' }] });
    expect(valueOf(await store.run(details.keepHouseValue({ id }))).houseValue).toEqual(filled.houseValue);
  });

  it('D37, D47 hold for who sees neither the rates nor the list of reasons, and tell nothing of them', async () => {
    const { adapter, store, pipeline, id } = await book();
    valueOf(await store.run(rates.setHouseCurrency({ currency: 'EUR' })));
    valueOf(await store.run(rates.add({ from: 'USD', to: 'EUR', day: '2026-01-01' as Day, rate: 0.9 })));
    valueOf(await store.run(details.addLossReason({ name: 'Price' })));
    const bo = valueOf(await store.run(users.create({ name: 'Bo', roles: ['sales'] })));
    const made = valueOf(
      await store.run(deals.create({ name: 'Ohio', pipelineId: pipeline.id, amount: money(50_00, 'USD') })),
    );
    const everything = { collection: '*', actions: ['*'], scope: 'all' } as const;
    const office: Role = { key: 'office', name: 'Office', administers: true, grants: [everything] };
    const sales: Role = {
      key: 'sales',
      name: 'Sales',
      grants: [
        { collection: 'pipelines', actions: ['read'], scope: 'all' },
        { collection: 'deals', actions: ['read', 'create', 'update'], scope: 'all' },
      ],
    };
    await store.close();
    const theirs = await openBook({
      adapter,
      collections: pricing.pricingCollections,
      actor: bo.id,
      policy: rolesPolicy({ roles: [office, sales] }),
    });
    expect(await ask(theirs, details.allLossReasons())).toEqual([]);
    const refused = await theirs.run(deals.lose({ id, lossReason: 'Anything' }));
    expect(problemOf(refused)).toBe('deals/unknown-loss-reason');
    expect(JSON.stringify(refused)).not.toContain('Price');
    valueOf(await theirs.run(deals.win({ id: made.id })));
    expect((await detailed(theirs, made.id)).houseValue?.amount).toEqual(money(45_00, 'EUR'));
  });

  it('D47 loses by a reason of the list, where there is one', async () => {
    const { store, id } = await book();
    const lose = (lossReason: string) => store.run(deals.lose({ id, lossReason }));
    valueOf(await lose('Anything'));
    valueOf(await store.run(deals.reopen({ id })));
    valueOf(await store.run(details.addLossReason({ name: 'Price' })));
    expect(problemOf(await store.run(details.addLossReason({ name: 'Price' })))).toBe('deals/loss-reason-twice');
    expect(problemOf(await lose('Anything'))).toBe('deals/unknown-loss-reason');
    expect(valueOf(await lose('Price')).lossReason).toBe('Price');
    expect((await ask(store, details.allLossReasons())).map(({ name }) => name)).toEqual(['Price']);
  });

  it('D48 takes a reason off the list with its deals, in steps that can be undone', async () => {
    const { store, pipeline, id: other } = await book();
    const price = valueOf(await store.run(details.addLossReason({ name: 'Price' })));
    const [deal] = await withDeals(store, pipeline, 'Lost');
    const lost = valueOf(await store.run(deals.lose({ id: deal!.id, lossReason: 'Price' })));
    const copies = command('test/copies', {}, async (work) => {
      for (let copy = 1; copy <= 500; copy++) {
        const put = work.put(deals.collection, { ...lost, id: work.env.newId('deal') });
        if (!put.ok) return put;
      }
      return ok(undefined);
    });
    valueOf(await store.run(copies));
    const remove = () => store.run(details.removeLossReason({ id: price.id, replaceBy: 'Budget' }));
    expect(problemOf(await remove())).toBe('deals/unknown-loss-reason');
    valueOf(await store.run(details.addLossReason({ name: 'Budget' })));
    expect(valueOf(await remove())).toEqual({ moved: 500, left: 1 });
    expect(problemOf(await store.run(deals.lose({ id: other, lossReason: 'Price' })))).toBe(
      'deals/unknown-loss-reason',
    );
    expect(valueOf(await remove())).toEqual({ moved: 1, left: 0 });
    expect((await ask(store, details.allLossReasons())).map(({ name }) => name)).toEqual(['Budget']);
    const all = await ask(store, deals.inStage(pipeline.id, stageId('lost')));
    expect(all).toHaveLength(501);
    expect(new Set(all.map(({ lossReason }) => lossReason))).toEqual(new Set(['Budget']));
    valueOf(await store.undo());
    expect((await ask(store, details.allLossReasons())).map(({ name, replacedBy }) => [name, replacedBy])).toEqual([
      ['Budget', undefined],
      ['Price', 'Budget'],
    ]);
    expect(problemOf(await remove().then(() => remove()))).toBe('store/not-found');
  });
});
