import type { Filter, Instant } from '@kith/core';
import { fieldRegistry } from '@kith/core/fields';
import { describe, expect, it, vi } from 'vitest';
import { fetchWords } from '../../../packages/elements/src/base/languages.js';
import { type Language, localeOf, wordsOf } from '../../../packages/elements/src/base/locale.js';
import { filterText, isSayable } from '../../../packages/elements/src/conditions/filter-text.js';

const fields = fieldRegistry().fieldsOf('deal');
const settings = { timeZone: 'UTC', currency: 'EUR', now: () => '2026-11-22T08:30:00.000Z' as Instant };
const inCode: Filter = {
  or: [
    {
      and: [
        { field: 'amount.currency', is: 'eq', value: 'EUR' },
        { field: 'amount.minor', is: 'gte', value: 10_000_00 },
      ],
    },
    { field: 'forecastCategory.category', is: 'in', value: ['commit'] },
    { field: 'ownerId', is: 'eq', value: 'user_1' },
  ],
};
const nameOf = (id: string): string | undefined => (id === 'user_1' ? '王小明' : undefined);
const said = async (lang: string, language: Language, filter = inCode): Promise<string> => {
  await fetchWords(language, () => undefined);
  // On a busy machine it takes longer than an element waits.
  if (language !== 'en') await vi.waitUntil(() => wordsOf(language), { timeout: 30_000 });
  return filterText(filter, fields, localeOf(lang, settings), nameOf).replaceAll(/[\u00A0\u202F]/g, ' ');
};

describe('a filter as a sentence', () => {
  it('F31 has the labels of fields and choices, names for ids and figures of the reader', async () => {
    expect(await said('en', 'en')).toBe('Amount is at least €10,000 or Forecast category is Commit or Owner is 王小明');
    expect(await said('de', 'de')).toBe(
      'Betrag ist mindestens 10.000 € oder Prognosekategorie ist Zugesagt oder Zuständig ist 王小明',
    );
    expect(await said('zh-CN', 'zh-Hans')).toBe('金额不少于€10,000或预测类别为承诺或负责人为王小明');
    expect(await said('ar-EG', 'ar')).toContain('١٠٬٠٠٠');
    for (const lang of ['zh-Hant', 'es', 'ar'] as const) {
      const text = await said(lang, lang);
      expect(text, lang).toContain('王小明');
      expect(text, lang).not.toMatch(/[a-z]+[A-Z]|user_|Amount|Forecast|Owner/);
    }
  });

  it('F31 is English with English figures where Kith does not speak the language', async () => {
    expect(await said('fr', 'en')).toContain('Amount is at least €10,000');
  });

  it('F31 is no sentence for a person where a field is unknown or an id has no name', () => {
    expect(isSayable({ field: 'amount.minor', is: 'gt', value: 1 }, fields)).toBe(true);
    expect(isSayable({ not: { field: 'expectedCloseDay', is: 'lt', value: { day: -7 } } }, fields)).toBe(true);
    expect(isSayable({ field: 'nothing', is: 'exists', value: true }, fields)).toBe(false);
    expect(isSayable(inCode, fields)).toBe(false);
  });
});
