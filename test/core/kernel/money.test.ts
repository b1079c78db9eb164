import {
  addMoney,
  allocate,
  currencyExponent,
  Money,
  money,
  moneyToDecimal,
  multiplyMoney,
  parseMoney,
  sumByCurrency,
} from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozen } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';

const minors = fc.maxSafeInteger();
const currencies = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
const amounts = fc.tuple(minors, currencies).map(([minor, currency]) => money(minor, currency));

/** What stands behind the code in ISO 4217 (list one, 2024). Every other currency has two digits. */
const ISO_4217 = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

describe('money', () => {
  it('K12 is whole minor units below 2^53 and a code', () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => money(wrong, 'EUR')).toThrow('minor units are whole numbers');
    expect(Object.is(money(-0, 'EUR').minor, 0)).toBe(true);
    expect(Money.safeParse({ minor: 1, currency: 'EUR' }).success).toBe(true);
    for (const wrong of [
      { minor: 1.5, currency: 'EUR' },
      { minor: 1, currency: 'eur' },
      { minor: '1', currency: 'EUR' },
      { minor: 1 },
    ])
      expect(Money.safeParse(wrong).success).toBe(false);
  });

  it('K13 knows the decimals of ISO 4217', () => {
    const special = new Map(
      Object.entries(ISO_4217).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)])),
    );
    for (const code of [...Intl.supportedValuesOf('currency'), ...special.keys()])
      expect(currencyExponent(code), code).toBe(special.get(code) ?? 2);
    expect(currencyExponent('constructor')).toBe(2);
  });

  it('K14 reads a decimal exactly and writes it back the same', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseMoney(moneyToDecimal(amount), amount.currency)).toEqual({ ok: true, value: amount });
      }),
      fuzz(2000),
    );
    const read = (text: string, currency = 'EUR') => {
      const result = parseMoney(text, currency);
      return result.ok ? result.value.minor : result.problem.code;
    };
    expect(read('0.07')).toBe(7);
    expect(read(' -1234.5 ')).toBe(-123_450);
    expect(read('+3.')).toBe(300);
    expect(read('1.500000')).toBe(150);
    expect(read('-0')).toBe(0);
    expect(read('1.005')).toBe('money/too-many-decimals');
    expect(read('1.5', 'JPY')).toBe('money/too-many-decimals');
    expect(read('1.125', 'KWD')).toBe(1125);
    expect(read('90071992547409.91')).toBe(Number.MAX_SAFE_INTEGER);
    expect(moneyToDecimal(money(7, 'EUR'))).toBe('0.07');
    expect(moneyToDecimal(money(-1500, 'KWD'))).toBe('-1.500');
    expect(moneyToDecimal(money(1500, 'JPY'))).toBe('1500');
  });

  it('K15 refuses what is no amount, no currency or too large, however long', () => {
    const code = (text: string, currency = 'EUR') => {
      const result = parseMoney(text, currency);
      return result.ok ? 'ok' : result.problem.code;
    };
    for (const text of [
      '',
      '-',
      '.5',
      '1,000',
      '1e3',
      '€5',
      '1 000',
      '0x10',
      'NaN',
      '--1',
      '१२',
      `0.${'0'.repeat(1_000_000)}1`,
      '9'.repeat(1_000_000),
    ])
      expect(code(text), text.slice(0, 20)).toBe('money/not-a-number');
    expect(code('90071992547409.92')).toBe('money/too-large');
    expect(code('9'.repeat(60))).toBe('money/too-large');
    for (const currency of ['', 'eur', 'EURO', '€']) expect(code('1', currency)).toBe('money/not-a-currency');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, currency) => {
        const result = parseMoney(text, currency);
        if (!result.ok) expect(result.problem.message.length).toBeLessThan(300);
      }),
      fuzz(1000),
    );
  });

  it('K16 adds amounts of one currency and throws for two', () => {
    expect(addMoney(money(10, 'EUR'), money(-25, 'EUR'))).toEqual(money(-15, 'EUR'));
    const some: Money = money(1, 'USD');
    expect(() => addMoney(money(1, 'EUR') as Money, some)).toThrow('EUR and USD do not add up');
    expect(() => addMoney(money(Number.MAX_SAFE_INTEGER, 'EUR'), money(1, 'EUR'))).toThrow(RangeError);
  });

  it('K17 sums each currency by itself', () => {
    const total = sumByCurrency([money(50, 'USD'), money(50, 'EUR'), money(25, 'USD')]);
    expect(total).toEqual([money(75, 'USD'), money(50, 'EUR')]);
    expect(sumByCurrency([])).toEqual([]);
  });

  const weights = fc
    .array(
      fc.oneof(
        fc.nat(1000),
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.constantFrom(0, 1, 0.1, 1 / 3, 1e-9, 1e21, 5e-324),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .filter((all) => all.some((weight) => weight > 0));

  it('K18 allocates every amount exactly', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        const parts = allocate(amount, by);
        expect(parts.reduce((sum, part) => sum + BigInt(part.minor), 0n)).toBe(BigInt(amount.minor));
        expect(parts).toHaveLength(by.length);
        for (const part of parts) expect(part.currency).toBe(amount.currency);
      }),
      fuzz(2000),
    );
    const largest = allocate(money(Number.MAX_SAFE_INTEGER, 'EUR'), [1, 1]);
    expect(largest.map((part) => part.minor)).toEqual([4503599627370496, 4503599627370495]);
    for (const wrong of [[], [0, 0], [-1, 2], [Number.NaN], [Number.POSITIVE_INFINITY, 1]])
      expect(() => allocate(money(1, 'EUR'), wrong)).toThrow(RangeError);
  });

  it('K19 gives each part its share rounded down, and one more to the largest remainders', () => {
    const shares = (minor: number, by: readonly number[]) =>
      allocate(money(minor, 'EUR'), by).map((part) => part.minor);
    expect(shares(100_00, [1, 1, 1])).toEqual([3334, 3333, 3333]);
    expect(shares(-100_00, [1, 1, 1])).toEqual([-3334, -3333, -3333]);
    expect(shares(100, [0.1, 0.2, 0.7])).toEqual([10, 20, 70]);
    expect(shares(5, [0.3, 0.7])).toEqual([2, 3]);
    expect(shares(100_00, [40, 20 / 3, 20 / 3, 20 / 3, 40])).toEqual([4000, 667, 667, 666, 4000]);
    expect(shares(1, [0, 1e-300])).toEqual([0, 1]);
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (minor, by) => {
        const total = by.reduce((sum, weight) => sum + weight, 0);
        fc.pre(total > 0);
        const parts = shares(minor, by);
        parts.forEach((part, index) => {
          const exact = { times: BigInt(minor) * BigInt(by[index] ?? 0), over: BigInt(total) };
          const floor = Number(exact.times / exact.over);
          expect([floor, floor + 1]).toContain(part);
          if (exact.times % exact.over === 0n) expect(part).toBe(floor);
        });
      }),
      fuzz(1000),
    );
  });

  it('K20 multiplies exactly and rounds half to even', () => {
    const times = (minor: number, factor: number, per?: number) =>
      multiplyMoney(money(minor, 'EUR'), factor, per).minor;
    expect([50, 150, 250, -50, -150].map((minor) => times(minor, 1, 100))).toEqual([0, 2, 2, 0, -2]);
    expect([51, 149, -51].map((minor) => times(minor, 1, 100))).toEqual([1, 1, -1]);
    expect(times(1005, 0.1)).toBe(100);
    expect(times(35, 0.1)).toBe(4);
    expect(times(Number.MAX_SAFE_INTEGER, 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(times(Number.MAX_SAFE_INTEGER, 1 / 1e3, 1 / 1e3)).toBe(Number.MAX_SAFE_INTEGER);
    expect(times(100, 12.5, 100)).toBe(12);
    expect(() => times(1, 1, 0)).toThrow(RangeError);
    expect(() => times(1, Number.NaN)).toThrow(RangeError);
    expect(() => times(Number.MAX_SAFE_INTEGER, 2)).toThrow(RangeError);
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (minor, factor, per) => {
          const twiceTheError = 2n * (BigInt(times(minor, factor, per)) * BigInt(per) - BigInt(minor) * BigInt(factor));
          const size = twiceTheError < 0n ? -twiceTheError : twiceTheError;
          expect(size <= BigInt(per)).toBe(true);
          if (size === BigInt(per)) expect(Math.abs(times(minor, factor, per) % 2)).toBe(0);
        },
      ),
      fuzz(2000),
    );
  });

  it('K21 does not mutate what it is given', () => {
    const amount = frozen(money(100, 'EUR'));
    const by = frozen([3, 1, 2]);
    addMoney(amount, amount);
    multiplyMoney(amount, 2);
    allocate(amount, by);
    sumByCurrency(frozen([amount, amount]));
    expect(amount).toEqual(money(100, 'EUR'));
    expect(by).toEqual([3, 1, 2]);
  });
});
