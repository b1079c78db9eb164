import { money } from '@kith/core';
import { type LineItem, MOST_LINES, type Terms, type Totals, totalsOf } from '@kith/core/pricing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozen } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';
import { line, terms } from './lines.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const totals = (lines: readonly LineItem[], by: Partial<Terms> = {}): Totals => valueOf(totalsOf(lines, terms(by)));
const refused = (lines: readonly LineItem[], by: Partial<Terms> = {}): string =>
  problemOf(totalsOf(lines, terms(by))).code;

/** Lines and terms as people write them, in a currency of 0, 2 or 3 digits; discounts that are too large among them. */
const documents = fc
  .record({
    currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
    tax: fc.constantFrom('exclusive' as const, 'inclusive' as const),
    rounding: fc.constantFrom('line' as const, 'document' as const),
    half: fc.constantFrom('up' as const, 'even' as const),
    whole: fc.option(fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: -3_000, max: -1 }))),
    rows: fc.array(
      fc.record({
        quantity: fc.oneof(
          fc.integer({ min: 1, max: 50 }),
          fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 1e6),
        ),
        minor: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2_000_000 })),
        per: fc.constantFrom(undefined, 3, 100, 7),
        off: fc.option(fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -500, max: -1 }))),
        taxPercent: fc.constantFrom(undefined, 0, 5, 7.7, 19, 20, 8.875),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ currency, tax, rounding, half, whole, rows }) => {
    // Above 0: ten-thousandths of a percent (or hundredths, of the whole); below: an amount.
    const discount = (off: number | null, scale: number) =>
      off === null ? {} : { discount: off > 0 ? { percent: off / scale } : { amount: money(-off, currency) } };
    return {
      terms: { currency, tax, rounding, half, ...discount(whole, 100) } satisfies Terms,
      lines: rows.map(
        ({ quantity, minor, per, off, taxPercent }, index): LineItem =>
          line(index, {
            quantity,
            price: money(minor, currency),
            ...(per !== undefined && { per }),
            ...(taxPercent !== undefined && { taxPercent }),
            ...discount(off, 10_000),
          }),
      ),
    };
  });

/** What a document comes to, or undefined where a discount is larger than what it is taken off from. */
function totalsOrNone(lines: readonly LineItem[], by: Terms): Totals | undefined {
  const result = totalsOf(lines, by);
  if (!result.ok) expect(result.problem.code).toBe('pricing/discount-too-large');
  return result.ok ? result.value : undefined;
}

describe('what lines come to', () => {
  it('PR1 takes the discount of the line, its part of that on the whole, then adds the tax', () => {
    const lines = [
      line('licence', { quantity: 12, price: money(89_90, 'EUR'), discount: { percent: 10 }, taxPercent: 20 }),
      line('screws', { quantity: 250, price: money(4_99, 'EUR'), per: 100, taxPercent: 20 }),
      line('book', {
        quantity: 1.5,
        price: money(30_00, 'EUR'),
        discount: { amount: money(5_00, 'EUR') },
        taxPercent: 10,
      }),
    ];
    expect(totals(lines, { discount: { amount: money(23_40, 'EUR') } })).toEqual({
      currency: 'EUR',
      lines: [
        {
          id: lines[0]!.id,
          list: 1078_80,
          discount: 107_88,
          subtotal: 970_92,
          share: 22_20,
          net: 948_72,
          tax: 189_74,
          total: 1138_46,
        },
        { id: lines[1]!.id, list: 12_48, discount: 0, subtotal: 12_48, share: 29, net: 12_19, tax: 2_44, total: 14_63 },
        {
          id: lines[2]!.id,
          list: 45_00,
          discount: 5_00,
          subtotal: 40_00,
          share: 91,
          net: 39_09,
          tax: 3_91,
          total: 43_00,
        },
      ],
      list: 1136_28,
      discount: 112_88,
      subtotal: 1023_40,
      share: 23_40,
      taxes: [
        { percent: 20, net: 960_91, tax: 192_18 },
        { percent: 10, net: 39_09, tax: 3_91 },
      ],
      net: 1000_00,
      tax: 196_09,
      total: 1196_09,
    });
  });

  it('PR2, PR3 and PR7 every sum is exactly that of the lines, in yen, euros and dinars', () => {
    let counted = 0;
    fc.assert(
      fc.property(documents, ({ lines, terms: by }) => {
        const all = totalsOrNone(lines, by);
        if (!all) return;
        counted++;
        for (const field of ['list', 'discount', 'subtotal', 'share', 'net', 'tax', 'total'] as const)
          expect(sum(all.lines.map((each) => each[field]))).toBe(all[field]);
        expect(all.list - all.discount).toBe(all.subtotal);
        expect(all.net + all.tax).toBe(all.total);
        expect(by.tax === 'inclusive' ? all.total : all.net).toBe(all.subtotal - all.share);
        expect(sum(all.taxes.map(({ tax }) => tax))).toBe(all.tax);
        expect(sum(all.taxes.map(({ net }) => net))).toBe(all.net);
        for (const each of all.lines) {
          expect(each.list - each.discount).toBe(each.subtotal);
          expect(each.net + each.tax).toBe(each.total);
          for (const minor of [each.list, each.discount, each.share, each.net, each.tax, each.subtotal - each.share]) {
            expect(Number.isSafeInteger(minor)).toBe(true);
            expect(minor).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      fuzz(1_000),
    );
    expect(counted).toBeGreaterThan(100);
  });

  it('PR3 lays the discount on the whole by what the lines come to', () => {
    const lines = [
      line(1, { price: money(1, 'EUR') }),
      line(2, { price: money(1, 'EUR') }),
      line(3, { price: money(1, 'EUR') }),
    ];
    const { lines: parts, total } = totals(lines, { discount: { amount: money(2, 'EUR') } });
    expect([parts.map(({ share }) => share), total]).toEqual([[1, 1, 0], 1]);
    expect(totals(lines, { discount: { percent: 100 } }).total).toBe(0);
  });

  it('PR4 rounds each line by itself, or the document once', () => {
    const thirds = [1, 2, 3].map((name) => line(name, { quantity: 0.333, price: money(1_00, 'EUR'), taxPercent: 19 }));
    // 33.3 cents each: three lines of 33 make 99; the document makes 99.9, which is 100.
    expect(totals(thirds)).toMatchObject({ net: 99, tax: 18, total: 117 });
    const once = totals(thirds, { rounding: 'document' });
    expect(once).toMatchObject({ net: 100, tax: 19, total: 119 });
    expect(once.lines.map(({ net, tax }) => [net, tax])).toEqual([
      [34, 7],
      [33, 6],
      [33, 6],
    ]);
  });

  it('PR4 is never more than half a unit from the exact sum by document, nor from the exact line by line', () => {
    fc.assert(
      fc.property(documents, ({ lines, terms: by }) => {
        // Exact in millionths of minor units, times what the prices are for.
        const scale = 21n * 100n;
        const exact = lines.map(
          ({ quantity, price, per = 1 }) =>
            (BigInt(Math.round(quantity * 1e6)) * BigInt(price.minor) * scale) / BigInt(per),
        );
        const unit = 1_000_000n * scale;
        const without = lines.map(({ discount: _, ...each }) => each);
        const all = valueOf(totalsOf(without, { ...by, discount: undefined }));
        const near = (minor: number, value: bigint) => {
          const off = 2n * (BigInt(minor) * unit - value);
          expect(off <= unit && -off <= unit).toBe(true);
        };
        if (by.rounding === 'document')
          near(
            all.list,
            exact.reduce((total, value) => total + value, 0n),
          );
        else for (const [index, { list }] of all.lines.entries()) near(list, exact[index] ?? 0n);
      }),
      fuzz(500),
    );
  });

  it('PR5 half a unit goes up, or to the even one', () => {
    const halves = [1, 3, 5].map((cents) => line(cents, { quantity: 0.5, price: money(cents, 'EUR') }));
    expect(totals(halves).lines.map(({ net }) => net)).toEqual([1, 2, 3]);
    expect(totals(halves, { half: 'even' }).lines.map(({ net }) => net)).toEqual([0, 2, 2]);
    const taxed = [line(1, { price: money(50, 'EUR'), taxPercent: 5 })]; // 2.5 cents
    expect([totals(taxed).tax, totals(taxed, { half: 'even' }).tax]).toEqual([3, 2]);
    expect([
      totals(taxed, { rounding: 'document' }).tax,
      totals(taxed, { rounding: 'document', half: 'even' }).tax,
    ]).toEqual([3, 2]);
    const half = [line(1, { price: money(1_01, 'EUR') })];
    expect(totals(half, { discount: { percent: 50 } }).share).toBe(51);
    expect(totals(half, { discount: { percent: 50 }, half: 'even' }).share).toBe(50);
  });

  it('PR6 takes the tax out of prices that include it', () => {
    const lines = [
      line(1, { price: money(119_00, 'EUR'), taxPercent: 19 }),
      line(2, { price: money(10_70, 'EUR'), taxPercent: 7 }),
    ];
    expect(totals(lines, { tax: 'inclusive' })).toMatchObject({
      net: 110_00,
      tax: 19_70,
      total: 129_70,
      taxes: [
        { percent: 19, net: 100_00, tax: 19_00 },
        { percent: 7, net: 10_00, tax: 70 },
      ],
    });
    expect(totals(lines)).toMatchObject({ net: 129_70, tax: 23_36 });
  });

  it('PR7 knows no digits of its own: 1 dinar is 1,000 fils and 1 yen is 1', () => {
    const dinars = [line(1, { quantity: 3, price: money(1_333, 'KWD'), taxPercent: 5 })];
    expect(totals(dinars, { currency: 'KWD' })).toMatchObject({ currency: 'KWD', net: 3_999, tax: 200, total: 4_199 });
    const yen = [line(1, { quantity: 3, price: money(98, 'JPY'), taxPercent: 8 })];
    expect(totals(yen, { currency: 'JPY' })).toMatchObject({ net: 294, tax: 24, total: 318 });
  });

  it('PR8 refuses what cannot be added up, and names it', () => {
    for (const quantity of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 0.000_000_1, 1e10, '2' as unknown as number])
      expect(refused([line(1, { quantity })])).toBe('pricing/wrong-quantity');
    for (const per of [0, -1, 1.5, 1e7]) expect(refused([line(1, { per })])).toBe('pricing/wrong-quantity');
    expect(refused([line(1, { price: { minor: -1, currency: 'EUR' } })])).toBe('pricing/negative-price');
    expect(refused([line(1, { price: { minor: 0.5, currency: 'EUR' } })])).toBe('pricing/negative-price');
    expect(problemOf(totalsOf([line(1), line(2, { price: money(1, 'USD') })], terms()))).toMatchObject({
      code: 'pricing/other-currency',
      path: 'lines.1.price',
      params: { currency: 'USD', wanted: 'EUR' },
    });
    for (const taxPercent of [-1, 1_001, Number.NaN, 0.000_01])
      expect(refused([line(1, { taxPercent })])).toBe('pricing/wrong-tax');
    for (const percent of [0, -5, 100.1, Number.NaN, 0.000_01])
      expect(refused([line(1)], { discount: { percent } })).toBe('pricing/wrong-discount');
    for (const minor of [0, -1]) {
      expect(refused([line(1, { discount: { amount: { minor, currency: 'EUR' } } })])).toBe('pricing/wrong-discount');
      expect(refused([line(1)], { discount: { amount: { minor, currency: 'EUR' } } })).toBe('pricing/wrong-discount');
    }
    expect(refused([line(1)], { discount: { amount: money(1, 'CHF') } })).toBe('pricing/other-currency');
    for (const rounding of ['line', 'document'] as const) {
      const tooMuch = line(1, { discount: { amount: money(100_01, 'EUR') } });
      expect(problemOf(totalsOf([line(0), tooMuch], terms({ rounding })))).toMatchObject({
        code: 'pricing/discount-too-large',
        path: 'lines.1.discount',
      });
      expect(refused([line(1)], { rounding, discount: { amount: money(100_01, 'EUR') } })).toBe(
        'pricing/discount-too-large',
      );
      const huge = line(1, { quantity: 1e9, price: money(1e15, 'EUR') });
      expect(refused([huge], { rounding })).toBe('pricing/too-large');
    }
    expect(refused([line(1), line(1)])).toBe('pricing/line-twice');
    const many = Array.from({ length: MOST_LINES + 1 }, (_, index) => line(index));
    expect(refused(many)).toBe('pricing/too-many-lines');
    expect(totals(many.slice(1)).net).toBe(MOST_LINES * 100_00);
  });

  it('PR9 a price of nothing costs nothing', () => {
    const free = line('free', { price: money(0, 'EUR'), taxPercent: 20 });
    expect(totals([free]).total).toBe(0);
    expect(totals([free], { discount: { percent: 50 } }).total).toBe(0);
    expect(totals([free, line(2)], { discount: { amount: money(1, 'EUR') } }).lines.map(({ share }) => share)).toEqual([
      0, 1,
    ]);
    expect(refused([{ ...free, discount: { amount: money(1, 'EUR') } }])).toBe('pricing/discount-too-large');
  });

  it('PR10 no lines come to nothing, and nothing is changed', () => {
    expect(totals([])).toMatchObject({ lines: [], net: 0, tax: 0, total: 0, taxes: [] });
    const lines = frozen([line(1, { discount: { percent: 5 } }), line(2)]);
    expect(() => totalsOf(lines, frozen(terms({ discount: { percent: 1 } })))).not.toThrow();
  });
});
