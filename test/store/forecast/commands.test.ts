import { type Id, money } from '@kith/core';
import { manualCategoryOf, standingAdjustments } from '@kith/core/forecast';
import { deals } from '@kith/store';
import {
  adjust,
  adjustmentsBetween,
  allQuotas,
  clearCategory,
  joinTeam,
  places,
  placeTeam,
  quotasOf,
  removeQuota,
  setCategory,
  setQuota,
  stays,
  withdrawAdjustment,
} from '@kith/store/forecast';
import { describe, expect, it } from 'vitest';
import { ask, problemOf, stageId, valueOf } from '../../support/book.js';
import { ALL, DECEMBER, day, HANNA, IVO, NORTH, NOVEMBER, openDesk, SOUTH, sell } from './desk.js';

describe('Quotas that are kept', () => {
  it('FC80 has one for the same holder and days, whoever sets it again, and only a command of its own takes it away', async () => {
    const { store } = await openDesk();
    const set = (euros: number) =>
      store.run(setQuota({ holder: HANNA, ...NOVEMBER, target: money(euros * 100, 'EUR') }));
    const [first, second] = await Promise.all([set(100), set(120)]);
    expect(valueOf(first).id).toBe(valueOf(second).id);
    await store.run(setQuota({ holder: NORTH, ...DECEMBER, target: money(1, 'CHF') }));
    expect((await ask(store, allQuotas())).map(({ target }) => target.minor)).toEqual([12_000, 1]);
    expect(await ask(store, quotasOf(HANNA))).toHaveLength(1);
    await store.undo();
    expect(await ask(store, allQuotas())).toHaveLength(1);
    valueOf(await store.run(removeQuota({ holder: HANNA, ...NOVEMBER })));
    expect(await ask(store, allQuotas())).toEqual([]);
    expect(problemOf(await store.run(removeQuota({ holder: HANNA, ...NOVEMBER })))).toBe('store/not-found');
  });

  it('FC80 refuses a quota of less than nothing, in no currency, or whose last day is before its first', async () => {
    const { store } = await openDesk();
    const bad = [
      { holder: HANNA, ...NOVEMBER, target: { minor: -1, currency: 'EUR' } },
      { holder: HANNA, ...NOVEMBER, target: { minor: 1, currency: '__proto__' } },
      { holder: '__proto__' as Id<'user'>, ...NOVEMBER, target: money(1, 'EUR') },
      { holder: HANNA, first: DECEMBER.last, last: NOVEMBER.first, target: money(1, 'EUR') },
    ];
    for (const input of bad) expect(problemOf(await store.run(setQuota(input)))).toBe('store/invalid');
  });
});

describe('Adjustments that are kept', () => {
  it('FC81 needs a note, holds until the next one or until it is taken back, and stays on record', async () => {
    const { store } = await openDesk();
    const place = { holder: NORTH, ...NOVEMBER, column: 'commit', note: 'Two deals are not in yet' } as const;
    expect(problemOf(await store.run(adjust({ ...place, amount: money(5, 'EUR'), note: ' ' })))).toBe(
      'forecast/note-missing',
    );
    for (const minor of [500, 700]) valueOf(await store.run(adjust({ ...place, amount: money(minor, 'EUR') })));
    const all = () => ask(store, adjustmentsBetween(NOVEMBER.first, NOVEMBER.last));
    expect(standingAdjustments(await all()).map(({ amount, by }) => [amount.minor, by])).toEqual([[700, HANNA]]);
    valueOf(await store.run(withdrawAdjustment({ ...place, note: 'They are in now' })));
    expect(standingAdjustments(await all())).toEqual([]);
    expect(await all()).toHaveLength(3);
    expect(await ask(store, adjustmentsBetween(DECEMBER.first, DECEMBER.last))).toEqual([]);
  });
});

describe('The category that a person chooses', () => {
  it('FC82 stays in the deal whatever stage it moves to, until it is won or lost, or taken back', async () => {
    const { store, pipeline } = await openDesk();
    const deal = await sell(store, pipeline, 100, '2026-11-30');
    valueOf(await store.run(setCategory({ id: deal.id, category: 'commit', note: 'Signed, in the post' })));
    const now = async () => (await ask(store, deals.byId(deal.id)))!;
    valueOf(await store.run(deals.move({ id: deal.id, stageId: stageId('proposal') })));
    expect(manualCategoryOf(await now(), pipeline)).toBe('commit');
    valueOf(await store.run(deals.edit({ id: deal.id, changes: { name: 'Another name' } })));
    expect(manualCategoryOf(await now(), pipeline)).toBe('commit');
    valueOf(await store.run(clearCategory({ id: deal.id })));
    expect(manualCategoryOf(await now(), pipeline)).toBeUndefined();
    await store.undo();
    expect(manualCategoryOf(await now(), pipeline)).toBe('commit');
    valueOf(await store.run(deals.win({ id: deal.id })));
    expect(manualCategoryOf(await now(), pipeline)).toBeUndefined();
    valueOf(await store.run(deals.reopen({ id: deal.id })));
    expect(manualCategoryOf(await now(), pipeline)).toBeUndefined();
  });

  it('FC82 is one of an open deal', async () => {
    const { store, pipeline } = await openDesk();
    const deal = await sell(store, pipeline, 100, '2026-11-30');
    for (const category of ['closed', '__proto__', 'sure'])
      expect(problemOf(await store.can(setCategory({ id: deal.id, category: category as 'commit' })))).toBe(
        'forecast/not-a-category',
      );
    valueOf(await store.run(deals.win({ id: deal.id })));
    expect(problemOf(await store.run(setCategory({ id: deal.id, category: 'commit' })))).toBe('forecast/deal-closed');
    expect(problemOf(await store.run(clearCategory({ id: 'deal_gone' as Id<'deal'> })))).toBe('store/not-found');
  });
});

describe('Teams that are kept day by day', () => {
  it('FC83 ends the stay before, and the place before, the day before', async () => {
    const { store } = await openDesk();
    const join = (teamId: typeof NORTH, from: string) => store.run(joinTeam({ userId: IVO, teamId, from: day(from) }));
    valueOf(await join(NORTH, '2026-01-01'));
    valueOf(await join(SOUTH, '2026-07-01'));
    expect((await ask(store, stays())).map(({ teamId, from, until }) => [teamId, from, until])).toEqual([
      [NORTH, '2026-01-01', '2026-06-30'],
      [SOUTH, '2026-07-01', undefined],
    ]);
    valueOf(await join(NORTH, '2026-07-01'));
    expect((await ask(store, stays())).map(({ teamId }) => teamId)).toEqual([NORTH, NORTH]);
    expect(problemOf(await join(SOUTH, '2025-01-01'))).toBe('forecast/two-teams');

    const below = (teamId: typeof NORTH, parentId: typeof NORTH, from: string) =>
      store.run(placeTeam({ teamId, parentId, from: day(from) }));
    valueOf(await below(NORTH, ALL, '2026-01-01'));
    valueOf(await below(NORTH, SOUTH, '2026-07-01'));
    expect((await ask(store, places())).map(({ until }) => until)).toEqual(['2026-06-30', undefined]);
    expect(problemOf(await below(SOUTH, NORTH, '2026-08-01'))).toBe('forecast/team-cycle');
    expect(problemOf(await below(ALL, ALL, '2026-08-01'))).toBe('forecast/team-cycle');
  });
});
