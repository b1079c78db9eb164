import { describe, expect, it } from 'vitest';
import { amountText, readAmount } from '../../../packages/elements/src/base/amount.js';
import { browserSettings, localeOf } from '../../../packages/elements/src/base/locale.js';
import { readNumber } from '../../../packages/elements/src/base/read-number.js';

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

  it('CD35 are read in Arabic figures and in those of Latin script, whichever of them an Arabic page writes', () => {
    for (const lang of ['ar', 'ar-EG', 'fa', 'en'])
      for (const typed of ['١٨٬٠٠٠٫٥', '١٨٠٠٠٫٥', '18,000.5', '18000.5', '۱۸٬۰۰۰٫۵'])
        expect(readNumber(typed, lang), `${typed} in ${lang}`).toBe('18000.5');
    expect(readNumber('‎-١٢', 'ar')).toBe('-12');
    for (const typed of ['١٨٫٠٠٠٫٥', '1٬2', '١٥د']) expect(readNumber(typed, 'ar'), typed).toBeUndefined();
  });
});
