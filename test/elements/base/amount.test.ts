import { describe, expect, it } from 'vitest';
import { amountText, readAmount } from '../../../packages/elements/src/base/amount.js';
import { browserSettings, localeOf } from '../../../packages/elements/src/base/locale.js';

const english = localeOf('en', browserSettings);

describe('amounts as people type them', () => {
  it('CD35 are written with the decimals of their currency and the sign of the language', () => {
    expect(amountText({ minor: 1_250_050, currency: 'EUR' }, english)).toBe('12500.5');
    expect(amountText({ minor: 36_500_125, currency: 'OMR' }, english)).toBe('36500.125');
    expect(amountText({ minor: 7_000, currency: 'JPY' }, english)).toBe('7000');
  });

  it('CD35 are read exactly, groups or not', () => {
    expect(readAmount('12,500.50', 'EUR', english)).toEqual({ ok: true, value: { minor: 1_250_050, currency: 'EUR' } });
    expect(readAmount('a lot', 'EUR', english)).toMatchObject({ ok: false, problem: { code: 'money/not-a-number' } });
    expect(readAmount('1.234', 'EUR', english)).toMatchObject({
      ok: false,
      problem: { code: 'money/too-many-decimals' },
    });
  });
});
