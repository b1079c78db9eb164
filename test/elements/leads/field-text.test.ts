import type { Instant } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../packages/elements/src/base/locale.js';
import { fieldText } from '../../../packages/elements/src/leads/field-text.js';

const settings = { timeZone: 'Europe/Vienna', currency: 'EUR', now: () => '2026-11-20T09:00:00.000Z' as Instant };
const text = (value: unknown, lang: string): string =>
  fieldText(value, undefined, localeOf(lang, settings), { yes: 'Yes', no: 'No' });

describe('a value of a lead in words', () => {
  it("IB19 is said in the reader's language", () => {
    const address = { street: 'ul. Lipowa 4', postalCode: '05-825', city: 'Wierzbno', country: 'PL' };
    expect(text([address], 'en')).toBe('ul. Lipowa 4, 05-825 Wierzbno, Poland');
    expect(text([{ country: 'PL' }], 'de')).toBe('Polen');
    expect(text([{ country: 'PL' }], 'zh-Hans')).toBe('波兰');
    expect(text(['Fair', 'Website'], 'en')).toBe('Fair and Website');
    expect(text(['Fair', 'Website'], 'de')).toBe('Fair und Website');
    expect(text({ minor: 650_000, currency: 'EUR' }, 'en')).toBe('€6,500');
  });
});
