import { addDays, type Day, type Id } from '@kith/core';
import { type ForecastDeal, takeSnapshot, WATERFALL_KINDS, waterfallsBetween } from '@kith/core/forecast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { ASOF, deal, dollars, euros, MONTHS } from './deals.js';

const day = (text: string): Day => text as Day;
const JUNE = MONTHS[2] ?? expect.fail('no June');
const LATER = day('2026-06-01');
const between = (before: readonly ForecastDeal[], after: readonly ForecastDeal[]) =>
  waterfallsBetween(takeSnapshot(ASOF, before), takeSnapshot(LATER, after), JUNE);

describe('The waterfall between two snapshots', () => {
  it('FC30 sums exactly: opening and all steps make closing, whatever happened', () => {
    const anyDeal = fc.record(
      {
        id: fc.nat(30).map((number) => `deal_${number}` as Id<'deal'>),
        status: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
        amount: fc.record({ minor: fc.nat(10 ** 12), currency: fc.constantFrom('EUR', 'USD') }),
        closeDay: fc.nat(100).map((days) => addDays(day('2026-05-10'), days)),
      },
      { requiredKeys: ['id', 'status'] },
    );
    const bare = ({ amount: _, closeDay: __, ...rest }: ForecastDeal): ForecastDeal => rest;
    const books = fc
      .uniqueArray(anyDeal, { selector: ({ id }) => id, maxLength: 31 })
      .map((list) => list.map((each) => ({ ...bare(deal()), ...each }) as ForecastDeal));
    fc.assert(
      fc.property(books, books, (before, after) => {
        for (const { currency, opening, steps, closing } of between(before, after)) {
          const moved = WATERFALL_KINDS.reduce((sum, kind) => sum + steps[kind].amount, 0);
          expect(opening + moved).toBe(closing);
          const sumOf = (book: readonly ForecastDeal[]): number =>
            book
              .filter((each) => each.status === 'open' && each.amount?.currency === currency)
              .filter(({ closeDay = '' }) => JUNE.first <= closeDay && closeDay <= JUNE.last)
              .reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0);
          expect([opening, closing]).toEqual([sumOf(before), sumOf(after)]);
        }
      }),
      fuzz(300),
    );
  });

  it('FC31 tells new, won, lost, pushed, pulled, grown and shrunk apart', () => {
    const [won, lost, out, back, grown, shrunk, gone] = Array.from({ length: 7 }, () => deal());
    const into = deal({ closeDay: day('2026-05-25') });
    const from = deal({ closeDay: day('2026-07-25') });
    if (!won || !lost || !out || !back || !grown || !shrunk || !gone) return expect.fail('seven deals');
    const [waterfall] = between(
      [won, lost, out, back, grown, shrunk, gone, into, from],
      [
        { ...won, status: 'won', amount: euros(90_000) },
        { ...lost, status: 'lost' },
        { ...out, closeDay: day('2026-07-01') },
        { ...back, closeDay: day('2026-05-31') },
        { ...grown, amount: euros(130_000) },
        { ...shrunk, amount: euros(60_000) },
        { ...into, closeDay: day('2026-06-02') },
        { ...from, closeDay: day('2026-06-30') },
        deal({ amount: euros(5000) }),
      ],
    );
    const amounts = Object.fromEntries(
      WATERFALL_KINDS.map((kind) => [kind, (waterfall?.steps[kind].amount ?? 0) / 100_000]),
    );
    expect(waterfall).toMatchObject({ opening: 700_000_00, closing: 395_000_00 });
    expect(amounts).toEqual({
      new: 5,
      pushedIn: 100,
      pulledIn: 100,
      grown: 30,
      shrunk: -40,
      pushedOut: -100,
      pulledOut: -100,
      won: -100,
      lost: -100,
      removed: -100,
    });
  });

  it('FC32 keeps currencies apart, also of a deal that changes its own', () => {
    const each = deal();
    const waterfalls = between([each], [{ ...each, amount: dollars(110_000) }]);
    expect(waterfalls.map(({ currency, opening, closing }) => [currency, opening, closing])).toEqual([
      ['EUR', 100_000_00, 0],
      ['USD', 0, 110_000_00],
    ]);
    expect(waterfalls.map(({ steps }) => [steps.shrunk.amount, steps.grown.amount])).toEqual([
      [-100_000_00, 0],
      [0, 110_000_00],
    ]);
  });
});
