import { currencyExponent, type Day, money } from '@kith/core';
import { converterTo, convertOn, type Rate, rateFinder, sumOn } from '@kith/core/rates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';

const rate = (from: string, to: string, day: string, units: number): Rate => ({
  from,
  to,
  day: day as Day,
  rate: units,
});
const MAY = '2026-05-01' as Day;
const JUNE = '2026-06-15' as Day;

describe('looking a rate up', () => {
  it('XR1 takes the latest that had begun, and none before the first', () => {
    const find = rateFinder([
      rate('USD', 'EUR', '2026-06-01', 0.8),
      rate('USD', 'EUR', '2026-01-01', 0.9),
      rate('USD', 'EUR', '2026-07-01', 0.7),
    ]);
    expect(find('USD', 'EUR', JUNE)?.rates[0]?.rate).toBe(0.8);
    expect(find('USD', 'EUR', '2026-06-01' as Day)?.rates[0]?.rate).toBe(0.8);
    expect(find('USD', 'EUR', '2026-05-31' as Day)?.rates[0]?.rate).toBe(0.9);
    expect(find('USD', 'EUR', '2025-12-31' as Day)).toBeUndefined();
  });

  it('XR2 takes the newer of both ways, on the same day the one entered that way', () => {
    const old = rate('USD', 'EUR', '2026-01-01', 0.9);
    const turned = rate('EUR', 'USD', '2026-05-01', 1.25);
    const find = rateFinder([old, turned]);
    expect(find('USD', 'EUR', '2026-04-30' as Day)).toMatchObject({ via: 'direct', rates: [old] });
    expect(find('USD', 'EUR', MAY)).toMatchObject({ via: 'inverse', rates: [turned] });
    const same = rate('USD', 'EUR', '2026-05-01', 0.81);
    expect(rateFinder([turned, same])('USD', 'EUR', MAY)).toMatchObject({ via: 'direct', rates: [same] });
    expect(rateFinder([turned, same])('EUR', 'USD', MAY)).toMatchObject({ via: 'direct', rates: [turned] });
  });

  it('XR3 goes through one third currency where a pair has none: the one with the newest of the older rates', () => {
    const viaEuro = [rate('EUR', 'GBP', '2026-05-01', 0.86), rate('EUR', 'USD', '2026-01-01', 1.1)];
    const viaYen = [rate('GBP', 'JPY', '2026-03-01', 190), rate('JPY', 'USD', '2026-02-01', 0.0066)];
    const find = rateFinder([...viaEuro, ...viaYen]);
    expect(find('GBP', 'USD', MAY)).toMatchObject({ via: 'cross', rates: viaYen });
    expect(find('GBP', 'USD', '2026-02-15' as Day)).toBeUndefined();
    // Two stations away is too far to be trusted.
    expect(rateFinder([...viaEuro, rate('USD', 'CAD', '2026-01-01', 1.3)])('GBP', 'CAD', MAY)).toBeUndefined();
    // As new as each other: the first by code, whatever the order they were entered in.
    const even = [
      rate('AAA', 'MMM', '2026-01-01', 2),
      rate('MMM', 'ZZZ', '2026-01-01', 3),
      rate('AAA', 'BBB', '2026-01-01', 5),
      rate('BBB', 'ZZZ', '2026-01-01', 7),
    ];
    for (const rates of [even, [...even].reverse()])
      expect(rateFinder(rates)('AAA', 'ZZZ', MAY)?.rates.map((each) => each.rate)).toEqual([5, 7]);
  });

  it('XR8 throws for a rate that is not above 0', () => {
    for (const wrong of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => rateFinder([rate('USD', 'EUR', '2026-01-01', wrong)])).toThrow(RangeError);
  });
});

describe('converting', () => {
  it('XR4 says by which rates, as they were entered', () => {
    const dollars = rate('EUR', 'USD', '2026-01-01', 1.25);
    const pounds = rate('EUR', 'GBP', '2026-01-01', 0.8);
    expect(valueOf(convertOn(money(100_00, 'USD'), 'GBP', MAY, [dollars, pounds]))).toEqual({
      amount: money(64_00, 'GBP'),
      rates: [dollars, pounds],
    });
    expect(valueOf(convertOn(money(7, 'USD'), 'USD', MAY, []))).toEqual({ amount: money(7, 'USD'), rates: [] });
  });

  it('XR5 rounds once, half to even, whatever digits the currencies have', () => {
    const yen = rate('JPY', 'EUR', '2026-01-01', 0.0061);
    expect(valueOf(convertOn(money(1_000, 'JPY'), 'EUR', MAY, [yen])).amount).toEqual(money(6_10, 'EUR'));
    const dinars = rate('KWD', 'JPY', '2026-01-01', 485.5);
    expect(valueOf(convertOn(money(1_000, 'KWD'), 'JPY', MAY, [dinars])).amount).toEqual(money(486, 'JPY'));
    expect(valueOf(convertOn(money(3_000, 'KWD'), 'JPY', MAY, [dinars])).amount).toEqual(money(1_456, 'JPY'));
    // A third, turned round: 3 of the one are exactly 1 of the other.
    const thirds = rate('AAA', 'BBB', '2026-01-01', 3);
    expect(valueOf(convertOn(money(2, 'BBB'), 'AAA', MAY, [thirds])).amount).toEqual(money(1, 'AAA'));
    expect(valueOf(convertOn(money(9e15, 'BBB'), 'AAA', MAY, [thirds])).amount).toEqual(money(3e15, 'AAA'));
  });

  it('XR5 refuses what no amount can hold', () => {
    const rupiah = rate('KWD', 'IDR', '2026-01-01', 54_000);
    expect(problemOf(convertOn(money(1e15, 'KWD'), 'IDR', MAY, [rupiah])).code).toBe('money/too-large');
  });

  it('XR5 agrees with exact fractions', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        currency,
        currency,
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 6 }),
        fc.boolean(),
        (minor, from, to, digits, decimals, turned) => {
          fc.pre(from !== to);
          const units = Number(`${digits}e-${decimals}`);
          const [numerator, denominator] = [BigInt(digits), 10n ** BigInt(decimals)];
          const shift = currencyExponent(to) - currencyExponent(from);
          const known = turned ? rate(to, from, '2026-01-01', units) : rate(from, to, '2026-01-01', units);
          const [top, bottom] = turned ? [denominator, numerator] : [numerator, denominator];
          const exact = [
            BigInt(minor) * top * 10n ** BigInt(Math.max(0, shift)),
            bottom * 10n ** BigInt(Math.max(0, -shift)),
          ];
          const converted = converterTo(to, [known])(minor, from, MAY) ?? Number.NaN;
          fc.pre(Number.isSafeInteger(converted));
          const got = BigInt(converted);
          // Never further away than half a unit, and on the even side of a tie.
          const twice = 2n * (exact[0]! - got * exact[1]!);
          const off = twice < 0n ? -twice : twice;
          expect(off < exact[1]! || (off === exact[1] && got % 2n === 0n)).toBe(true);
        },
      ),
      fuzz(500),
    );
  });

  it('XR6 golden vector "Currency": USD 50 and EUR 50 are two amounts, and one only with a rate (defect 11)', () => {
    const amounts = [money(50_00, 'USD'), money(50_00, 'EUR')];
    expect(sumOn(amounts, 'EUR', MAY, [])).toEqual({
      perCurrency: amounts,
      converted: money(50_00, 'EUR'),
      withoutRate: ['USD'],
      rates: [],
    });
    const known = rate('USD', 'EUR', '2026-01-01', 0.9);
    expect(sumOn(amounts, 'EUR', MAY, [known])).toEqual({
      perCurrency: amounts,
      converted: money(95_00, 'EUR'),
      withoutRate: [],
      rates: [known],
    });
    expect(sumOn([], 'EUR', MAY, [])).toEqual({ perCurrency: [], withoutRate: [], rates: [] });
  });

  it('XR7 converts nothing without a rate', () => {
    const known = rate('USD', 'EUR', '2026-06-01', 0.9);
    expect(problemOf(convertOn(money(1, 'USD'), 'EUR', MAY, [known]))).toMatchObject({
      code: 'rates/missing',
      params: { from: 'USD', to: 'EUR', day: MAY },
    });
    expect(converterTo('EUR', [known])(1, 'USD', MAY)).toBeUndefined();
    expect(sumOn([money(5, 'CHF')], 'EUR', MAY, [known])).toEqual({
      perCurrency: [money(5, 'CHF')],
      withoutRate: ['CHF'],
      rates: [],
    });
  });
});
