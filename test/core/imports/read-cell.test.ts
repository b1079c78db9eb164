import { money, parseMoney } from '@kith/core';
import { type Reading, readCell } from '@kith/core/imports';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The value, or the code of the problem. */
function read(text: string, reading: Reading): unknown {
  const result = readCell(text, reading);
  return result.ok ? result.value : result.problem.code;
}

describe('numbers', () => {
  it('I13 reads the declared separators and no others', () => {
    const german = { as: 'number', decimal: ',', grouping: '.' } as const;
    expect(read('1.234.567,5', german)).toBe(1234567.5);
    expect(read('1234,5', german)).toBe(1234.5);
    expect(read('\u221212', german)).toBe(-12);
    expect(read('1,234.5', german)).toBe('imports/not-a-number');
    expect(read('12.34', german)).toBe('imports/not-a-number');
    expect(read('1,234', { as: 'number' })).toBe('imports/not-a-number');
    expect(read('1,234', { as: 'number', grouping: ',' })).toBe(1234);
    expect(read('.5', { as: 'number' })).toBe(0.5);
    expect(read("12'345.6", { as: 'number', grouping: "'" })).toBe(12345.6);
    for (const text of ['', '.', '-', '1e3', '0x10', 'NaN', '١٢', '1 2', '--1', '1.2.3'])
      expect(read(text, { as: 'number' })).toBe('imports/not-a-number');
  });

  it('I13 leaves out declared signs and holds declared bounds', () => {
    const price = { as: 'number', ignore: ['$', 'USD'], grouping: ',', min: 0, max: 1_000_000 } as const;
    expect(read('$ 1,054', price)).toBe(1054);
    expect(read('1,054 USD', price)).toBe(1054);
    expect(read('-1', price)).toBe('imports/out-of-bounds');
    expect(read('1,000,001', price)).toBe('imports/out-of-bounds');
    expect(read('12.5', { as: 'number', whole: true })).toBe('imports/not-a-number');
  });
});

describe('amounts', () => {
  it('I15 are exact in whole minor units, by currency and multiplier', () => {
    expect(read('1100.04', { as: 'money', currency: 'USD', multiplier: 1_000_000 })).toEqual(
      money(110_004_000_000, 'USD'),
    );
    expect(read('0.07', { as: 'money', currency: 'EUR' })).toEqual(money(7, 'EUR'));
    expect(read('1.2340', { as: 'money', currency: 'KWD' })).toEqual(money(1234, 'KWD'));
    expect(read('500', { as: 'money', currency: 'JPY' })).toEqual(money(500, 'JPY'));
    expect(read('1.005', { as: 'money', currency: 'EUR' })).toBe('imports/too-many-decimals');
    expect(read('0.5', { as: 'money', currency: 'JPY' })).toBe('imports/too-many-decimals');
    expect(read('99999999999999999999', { as: 'money', currency: 'EUR' })).toBe('imports/out-of-bounds');
    expect(read('-0.00', { as: 'money', currency: 'EUR' })).toEqual({ minor: 0, currency: 'EUR' });
    expect(read('-3', { as: 'money', currency: 'EUR', min: 0 })).toBe('imports/out-of-bounds');
  });

  it('I15 agree with the kernel wherever both read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`;
        const exact = parseMoney(text, 'EUR');
        expect(read(text, { as: 'money', currency: 'EUR' })).toEqual(exact.ok && exact.value);
      }),
    );
  });
});

describe('days', () => {
  it('I14 are read by their format, and exist', () => {
    expect(read('2017-02-28', { as: 'day', format: 'yyyy-MM-dd' })).toBe('2017-02-28');
    expect(read('28/02/2017', { as: 'day', format: 'dd/MM/yyyy' })).toBe('2017-02-28');
    expect(read('1.2.2017', { as: 'day', format: 'd.M.yyyy' })).toBe('2017-02-01');
    expect(read('01-03-17', { as: 'day', format: 'dd-MM-yy' })).toBe('2017-03-01');
    expect(read('31-12-69', { as: 'day', format: 'dd-MM-yy' })).toBe('1969-12-31');
    expect(read('2017年3月1日', { as: 'day', format: 'yyyy年M月d日' })).toBe('2017-03-01');
    for (const text of [
      '2017-02-29',
      '2017-13-01',
      '2017-00-10',
      '28/02/2017',
      '2017-2-28',
      '2017-02-28 ',
      'yesterday',
    ]) {
      expect(read(text, { as: 'day', format: 'yyyy-MM-dd' })).toBe('imports/no-such-day');
    }
  });

  it('I14 says whether the day or its format is wrong', () => {
    const message = (text: string): string => {
      const result = readCell(text, { as: 'day', format: 'dd/MM/yyyy' });
      return result.ok ? '' : result.problem.message;
    };
    expect(message('30/02/2017')).toBe('There is no day "30/02/2017". Correct it in the file.');
    expect(message('2017-02-28')).toBe(
      '"2017-02-28" is not a day written as dd/MM/yyyy. Correct it, or declare the format the file has.',
    );
  });

  it('I14 reads a moment with its offset', () => {
    expect(read('2006-06-15T20:47:07.000Z', { as: 'instant' })).toBe('2006-06-15T20:47:07.000Z');
    expect(read('2006-06-15 20:47+02:00', { as: 'instant' })).toBe('2006-06-15T18:47:00.000Z');
    for (const text of ['2006-06-15T20:47:07', '2006-06-31T20:47Z', '1150404427'])
      expect(read(text, { as: 'instant' })).toBe('imports/not-a-moment');
  });
});

describe('choices and lists', () => {
  it('I16 take what the mapping declares, by exactly that word', () => {
    const source = { as: 'choice', values: { Won: 'won', '1': true } } as const;
    expect(read('Won', source)).toBe('won');
    expect(read('1', source)).toBe(true);
    for (const text of ['won', 'constructor', '__proto__']) expect(read(text, source)).toBe('imports/unknown-choice');
  });

  it('I16 split into items without empty and repeated ones', () => {
    expect(read('a; b;;a ;c', { as: 'list', separator: ';' })).toEqual(['a', 'b', 'c']);
  });
});
