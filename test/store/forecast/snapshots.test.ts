import { money } from '@kith/core';
import { deals } from '@kith/store';
import { accuracyReport, allSnapshots, keepSnapshots, partsOf, takeSnapshot, waterfalls } from '@kith/store/forecast';
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, NOW, problemOf, stageId, valueOf } from '../../support/book.js';
import { CALENDAR, day, HANNA, IVO, NOVEMBER, openDesk, sell, twoDesks } from './desk.js';

const DAY = 86_400_000;
const MONTHLY = { calendar: CALENDAR, unit: 'month' } as const;

describe('Snapshots that are kept', () => {
  it('FC87 are taken once for each period, whichever tab asks, and undo leaves them alone', async () => {
    const { here: store, there, pipeline } = await twoDesks();
    const deal = await sell(store, pipeline, 100, '2026-11-30', { ownerId: IVO });
    await sell(store, pipeline, 200, '2026-11-30');
    const [here, elsewhere] = await Promise.all([store.run(takeSnapshot(MONTHLY)), there.run(takeSnapshot(MONTHLY))]);
    expect(valueOf(here)).toEqual(valueOf(elsewhere));
    expect(valueOf(here)).toMatchObject({ key: '2026-M11', takenOn: '2026-11-22' });
    expect(await ask(store, allSnapshots())).toHaveLength(1);
    await store.run(deals.edit({ id: deal.id, changes: { amount: money(1, 'EUR') } }));
    const parts = await ask(store, partsOf(valueOf(here).id));
    expect(parts.map(({ ownerId, deals: own }) => [ownerId, own.map(({ amount }) => amount?.minor)]).sort()).toEqual([
      [HANNA, [200_00]],
      [IVO, [100_00]],
    ]);
    await store.undo();
    await store.undo();
    expect(await ask(store, allSnapshots())).toHaveLength(1);
    expect(valueOf(await store.run(takeSnapshot({ calendar: CALENDAR }))).key).toBe('2026-11-22');
  });

  it('FC88 say why the pipeline changed since, in steps that sum exactly', async () => {
    let now = NOW;
    const { store, pipeline } = await openDesk({ clock: () => now });
    const [won, lost, pushed, grown] = await Promise.all(
      [100, 200, 300, 400].map((amount) => sell(store, pipeline, amount, '2026-11-30')),
    );
    const { id } = valueOf(await store.run(takeSnapshot(MONTHLY)));
    now += 2 * DAY;
    await store.run(deals.win({ id: won!.id, actualValue: money(90_00, 'EUR') }));
    await store.run(deals.lose({ id: lost!.id, lossReason: 'Price' }));
    await store.run(deals.edit({ id: pushed!.id, changes: { expectedCloseDay: day('2027-02-01') } }));
    await store.run(deals.edit({ id: grown!.id, changes: { amount: money(450_00, 'EUR') } }));
    await sell(store, pipeline, 70, '2026-11-29');
    const setup = { from: id, to: 'now', days: NOVEMBER, calendar: CALENDAR } as const;
    const [waterfall, ...others] = valueOf(await waterfalls(store, setup));
    expect(others).toEqual([]);
    expect(waterfall).toMatchObject({ opening: 1_000_00, closing: 520_00 });
    const amounts = Object.values(waterfall!.steps).map(({ amount }) => amount);
    expect(waterfall!.opening + amounts.reduce((sum, each) => sum + each, 0)).toBe(waterfall!.closing);
    expect(waterfall!.steps).toMatchObject({
      won: { amount: -100_00 },
      lost: { amount: -200_00 },
      pushedOut: { amount: -300_00 },
      grown: { amount: 50_00 },
      new: { amount: 70_00 },
    });
    now += DAY;
    const later = valueOf(await store.run(takeSnapshot({ calendar: CALENDAR })));
    expect(valueOf(await waterfalls(store, { ...setup, to: later.id }))).toEqual([waterfall]);
    expect(problemOf(await waterfalls(store, { ...setup, to: 'forecastSnapshot_1900' as typeof id }))).toBe(
      'store/not-found',
    );
  });

  it('FC89 are judged by what came: accuracy and bias of every past forecast', async () => {
    let now = NOW;
    const { store, pipeline } = await openDesk({ clock: () => now });
    const first = await sell(store, pipeline, 100, '2026-11-30', { stageId: stageId('proposal') });
    const second = await sell(store, pipeline, 300, '2026-11-30', { stageId: stageId('proposal') });
    await store.run(takeSnapshot(MONTHLY));
    now += 3 * DAY;
    await store.run(deals.win({ id: first.id }));
    await store.run(deals.lose({ id: second.id, lossReason: 'Price' }));
    now += 30 * DAY;
    const november = { unit: 'month', year: 2026, number: 11, key: '2026-M11', ...NOVEMBER } as const;
    const setup = { calendar: CALENDAR, periods: [november], currency: 'EUR' } as const;
    const report = await accuracyReport(store, setup);
    expect(report.forecasts).toMatchObject([
      { takenOn: '2026-11-22', forecast: 200_00, actual: 100_00, bias: 1, accuracy: 0, band: 'broken' },
    ]);
    expect(report.record).toEqual({ count: 1, meanError: 1, bias: 1 });
    const committed = await accuracyReport(store, { ...setup, reading: 'commit' });
    expect(committed.forecasts[0]).toMatchObject({ forecast: 0, bias: -1 });
    expect((await accuracyReport(store, { ...setup, owner: IVO })).record).toBeUndefined();
  });

  it('FC90 are taken by themselves as soon as a period has begun', async () => {
    let now = NOW;
    const { store, pipeline } = await openDesk({ clock: () => now });
    await sell(store, pipeline, 100, '2026-11-30');
    const ticks = new Subject<void>();
    const keys: string[] = [];
    const heard = new Subject<void>();
    const subscription = keepSnapshots(store, MONTHLY, ticks).subscribe(({ key }) => {
      keys.push(key);
      heard.next();
    });
    const tick = (): Promise<void> =>
      new Promise((resolve) => {
        heard.subscribe(resolve);
        ticks.next();
      });
    await tick();
    ticks.next();
    now += 10 * DAY;
    await tick();
    expect(keys).toEqual(['2026-M11', '2026-M12']);
    subscription.unsubscribe();
    expect(await ask(store, allSnapshots())).toHaveLength(2);
  });
});
