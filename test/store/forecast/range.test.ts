import { money } from '@kith/core';
import { calibrateStages, type Steps, stageEntriesOf } from '@kith/core/forecast';
import { isSame } from '@kith/core/imports';
import { deals } from '@kith/store';
import { joinTeam, placeTeam, watchCalibration, watchForecast, watchRange } from '@kith/store/forecast';
import { add as addRate, all as allRates, edit as editRate, setHouseCurrency } from '@kith/store/rates';
import { filter, firstValueFrom, type Observable, ReplaySubject, Subject, shareReplay } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { inSlices } from '../../../packages/store/src/forecast/in-slices.js';
import { ask, stageId, valueOf } from '../../support/book.js';
import { problemOf } from '../../support/result.js';
import { ALL, CALENDAR, day, euros, follow, HANNA, IVO, NORTH, openDesk, SETUP, SOUTH, sell } from './desk.js';
import { fillYear } from './history.js';

const TODAY = day('2026-11-22');
const FROM_NOW = { ...SETUP, from: TODAY, to: day('2026-12-31') };

/** All that is told; `next` waits for something that fits. */
function heard<Told>(told$: Observable<Told>) {
  const told = new ReplaySubject<Told>(1);
  const subscription = told$.subscribe(told);
  return {
    next: (fits: (each: Told) => boolean = () => true) => firstValueFrom(told.pipe(filter(fits))),
    stop: () => subscription.unsubscribe(),
  };
}

describe('A range over a live forecast', () => {
  it('FC98 refuses until there is history, follows each change, and is the same as from scratch', async () => {
    const { store, pipeline } = await openDesk();
    const small = { draws: 60 };
    const range = heard(watchRange(watchForecast(store, FROM_NOW), small));
    expect(problemOf(await range.next())).toMatchObject({ code: 'forecast/too-little-history', params: { wins: 0 } });

    await fillYear(store, pipeline, { today: TODAY, owners: [HANNA, IVO] });
    const learned = valueOf(await range.next(({ ok }) => ok));
    expect(learned).toMatchObject({ asOf: TODAY, currency: 'EUR', withoutRate: [] });
    expect(learned.periods.map(({ period }) => period.key)).toEqual(['2026-M11', '2026-M12']);
    const { open, created, total } = learned.total;
    expect(open.p10).toBeLessThan(open.p50);
    expect(open.p50).toBeLessThan(open.p90);
    expect(created?.p50).toBeGreaterThan(0);
    expect(total.p50).toBeGreaterThan(open.p50);

    // What is won counts from now on at what it brought, and what was frozen stays so.
    const deal = await sell(store, pipeline, 5_000_000, '2026-11-30', { stageId: stageId('proposal') });
    const before = valueOf(await range.next((each) => each.ok && each.value.total.open.expected !== open.expected));
    valueOf(await store.run(deals.win({ id: deal.id })));
    const after = valueOf(await range.next((each) => each.ok && each.value.total.closed !== before.total.closed));
    expect(after.total.closed - before.total.closed).toBe(5_000_000_00);
    expect(after.total.open.expected).toBe(open.expected);
    expect(after.total.open).toEqual(open);

    await sell(store, pipeline, 70, '2026-11-30', { amount: money(70_00, 'CHF') });
    valueOf(await store.run(deals.edit({ id: deal.id, changes: { openedDay: day('2026-11-01') } })));
    const fresh = heard(watchRange(watchForecast(store, FROM_NOW), small));
    const last = await fresh.next();
    expect(valueOf(last).withoutRate).toEqual(['CHF']);
    expect(await range.next((each) => isSame(each, last))).toEqual(last);

    // A person's part: their open deals, and nothing that is nobody's yet.
    const own = heard(watchRange(watchForecast(store, FROM_NOW), { ...small, owner: IVO }));
    const ivos = valueOf(await own.next());
    expect(ivos.total.created).toBeUndefined();
    expect(ivos.total.open.expected).toBeGreaterThan(0);
    expect(ivos.total.open.expected).toBeLessThan(valueOf(last).total.open.expected);
    for (const each of [range, fresh, own]) each.stop();
  });

  it('FC102 is that of a person, a team and those below it, a pipeline', async () => {
    const { store, pipeline } = await openDesk();
    await fillYear(store, pipeline, { today: TODAY, owners: [HANNA, IVO] });
    valueOf(await store.run(joinTeam({ userId: HANNA, teamId: NORTH, from: day('2025-01-01') })));
    valueOf(await store.run(joinTeam({ userId: IVO, teamId: NORTH, from: day('2025-01-01') })));
    // Since November he is in another one: what he won before stays with the first.
    valueOf(await store.run(joinTeam({ userId: IVO, teamId: SOUTH, from: day('2026-11-22') })));
    for (const teamId of [NORTH, SOUTH])
      valueOf(await store.run(placeTeam({ teamId, parentId: ALL, from: day('2025-01-01') })));
    const live$ = watchForecast(store, FROM_NOW).pipe(shareReplay({ bufferSize: 1, refCount: true }));
    const keep = live$.subscribe();
    const of = async (setup: Parameters<typeof watchRange>[1]) => {
      const range = heard(watchRange(live$, { draws: 40, withCreated: false, ...setup }));
      const { total } = valueOf(await range.next());
      range.stop();
      return total;
    };
    const [everybody, hanna, ivo] = [await of({}), await of({ owner: HANNA }), await of({ owner: IVO })];
    const [north, south, all] = [await of({ team: NORTH }), await of({ team: SOUTH }), await of({ team: ALL })];
    expect(north.open).toEqual(hanna.open);
    expect(south.open).toEqual(ivo.open);
    expect(all).toEqual(everybody);
    expect(Math.abs(hanna.open.expected + ivo.open.expected - everybody.open.expected)).toBeLessThanOrEqual(1);
    expect(ivo.closed).toBeGreaterThan(0);
    expect([north.closed, south.closed]).toEqual([everybody.closed, 0]);
    expect(await of({ team: NORTH, owner: IVO })).toMatchObject({ open: { expected: 0 } });
    expect(await of({ team: NORTH, pipeline: pipeline.id })).toEqual(north);
    const none = heard(watchRange(live$, { draws: 40, pipeline: 'pipeline_none' as never }));
    expect(problemOf(await none.next()).code).toBe('forecast/too-little-history');
    none.stop();
    keep.unsubscribe();
  });

  it('FC103 goes by close days, calibrated chances and how far promises slip', async () => {
    const { store, pipeline } = await openDesk();
    await fillYear(store, pipeline, { today: TODAY, owners: [HANNA] });
    const setup = { draws: 60, closing: 'promise', withCreated: false } as const;
    const live$ = watchForecast(store, FROM_NOW).pipe(shareReplay({ bufferSize: 1, refCount: true }));
    const range = heard(watchRange(live$, setup));
    const before = valueOf(await range.next());
    const open = (await ask(store, { ask: 'rows', collection: deals.collection })).filter(
      ({ status }) => status === 'open',
    );
    const amounts = open.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0);
    // All are promised for the second of December, in a stage said to win one in ten, of which history won half.
    const [november, december] = before.periods.map((each) => each.open.expected);
    expect(november).toBe(0);
    expect(december).toBeGreaterThan(0.3 * amounts);
    expect(december).toBeLessThan(0.7 * amounts);
    // The largest is promised for next year: its part leaves the range.
    const largest = open.toSorted((a, b) => (b.amount?.minor ?? 0) - (a.amount?.minor ?? 0))[0]!;
    valueOf(await store.run(deals.edit({ id: largest.id, changes: { expectedCloseDay: day('2027-03-01') } })));
    const after = valueOf(
      await range.next((each) => each.ok && each.value.total.open.expected !== before.total.open.expected),
    );
    expect(after.total.open.expected).toBeLessThan(before.total.open.expected);
    const fresh = heard(watchRange(watchForecast(store, FROM_NOW), setup));
    expect(valueOf(await fresh.next())).toEqual(after);
    for (const each of [range, fresh]) each.stop();
  });

  it('FC99 calibrates the chances of stages by what deals came to', async () => {
    const { store, pipeline } = await openDesk();
    const calibrations = heard(watchCalibration(watchForecast(store, FROM_NOW)));
    const none = (await calibrations.next()).get(pipeline.id);
    expect(none && problemOf(none)).toMatchObject({ code: 'forecast/too-little-history', params: { ended: 0 } });
    await fillYear(store, pipeline, { today: TODAY, owners: [HANNA] });
    const found = await calibrations.next((each) => each.get(pipeline.id)?.ok === true);
    const all = await ask(store, { ask: 'rows', collection: deals.collection });
    const entries = all.flatMap((deal) => stageEntriesOf(deal, pipeline, TODAY, CALENDAR));
    const expected = calibrateStages(pipeline.stages, entries);
    expect(valueOf(found.get(pipeline.id)!)).toEqual(expected);
    // Half of what closes is won, whatever the pipeline's ten percent say; where no deal was nothing changes.
    expect(expected[0]).toMatchObject({ configured: 10 });
    expect(expected[0]?.calibrated).toBeGreaterThan(40);
    expect(expected[1]).toMatchObject({ configured: 50, calibrated: 50, ended: 0 });
    calibrations.stop();
  });

  it('FC93 counts what a won deal brought in the currency of the house as it was frozen', async () => {
    const { store, pipeline } = await openDesk();
    valueOf(await store.run(setHouseCurrency({ currency: 'EUR' })));
    const rate = valueOf(await store.run(addRate({ from: 'USD', to: 'EUR', day: day('2026-11-01'), rate: 0.9 })));
    const deal = await sell(store, pipeline, 0, '2026-11-30', { amount: money(1_000_00, 'USD') });
    const open = await sell(store, pipeline, 0, '2026-11-30', { amount: money(1_000_00, 'USD') });
    valueOf(await store.run(deals.win({ id: deal.id, actualValue: money(800_00, 'USD') })));
    const live = await follow(store, { ...SETUP, rates: store.watch(allRates()) });
    expect(euros(live.now())).toMatchObject({ closed: 720, open: 900 });
    // The rate of the day was entered wrongly: what is open is worth less, what was won stays won.
    valueOf(await store.run(editRate({ id: rate.id, changes: { rate: 0.5 } })));
    expect(euros(await live.next((each) => euros(each).open === 500)).closed).toBe(720);
    valueOf(await store.run(deals.win({ id: open.id })));
    expect(euros(await live.next((each) => euros(each).open === 0)).closed).toBe(1_220);
    live.stop();
  });
});

describe('Work in slices', () => {
  function* letters(text: string): Steps<string> {
    for (const _ of text) yield;
    if (text === 'wrong') throw new RangeError('wrong');
    return text.toUpperCase();
  }

  it('FC100 takes the newest input next and passes over those between', async () => {
    const inputs$ = new Subject<string>();
    const told: string[] = [];
    const isOver = new Promise<void>((resolve) => {
      inSlices(inputs$, letters).subscribe({ next: (each) => told.push(each), complete: resolve });
    });
    for (const input of ['first', 'second', 'third']) inputs$.next(input);
    inputs$.complete();
    await isOver;
    expect(told).toEqual(['FIRST', 'THIRD']);
  });

  it('FC100 stops in the middle when nobody listens any more, and errors when the work does', async () => {
    const inputs$ = new ReplaySubject<string>(1);
    inputs$.next('abc');
    let steps = 0;
    function* endless(): Steps<string> {
      for (;;) {
        steps++;
        if (steps === 3) subscription?.unsubscribe();
        yield;
      }
    }
    let subscription: { unsubscribe(): void } | undefined;
    const begin = new Promise<void>((resolve) => {
      subscription = inSlices(inputs$, endless).subscribe({ next: () => undefined });
      resolve();
    });
    await begin;
    await firstValueFrom(inSlices(inputs$, () => letters('later')));
    expect(steps).toBe(3);
    await expect(firstValueFrom(inSlices(inputs$, () => letters('wrong')))).rejects.toThrow(RangeError);
  });
});
