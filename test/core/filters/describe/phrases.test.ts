import type { Filter } from '@kith/core';
import { type DescribeLocale, type DescribeWords, describeFilter } from '@kith/core/describe';
import { describe, expect, it } from 'vitest';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ').replaceAll(/[\u200E\u200F\u061C]/g, '');
const said = (filter: Filter, locale: DescribeLocale, words?: DescribeWords): string =>
  plain(describeFilter(filter, locale, words));

const LARGE: Filter = {
  and: [
    { field: 'amount.currency', is: 'eq', value: 'EUR' },
    { field: 'amount.minor', is: 'gt', value: 10_000_00 },
  ],
};
const QUIET: Filter = { field: 'stageEnteredAt', is: 'lt', value: { day: -14 } };
const words: Readonly<Record<Exclude<DescribeLocale, 'en'>, DescribeWords>> = {
  'zh-Hans': { fields: { amount: '金额', stageEnteredAt: '进入阶段时间', name: '名称' } },
  'zh-Hant': { fields: { amount: '金額', stageEnteredAt: '進入階段時間', name: '名稱' } },
  de: { fields: { amount: 'Betrag', stageEnteredAt: 'In der Phase seit', name: 'Name' } },
  es: { fields: { amount: 'Importe', stageEnteredAt: 'En la etapa desde', name: 'Nombre' } },
  ar: { fields: { amount: 'المبلغ', stageEnteredAt: 'في المرحلة منذ', name: 'الاسم' }, lang: 'ar-MA' },
};
const OTHERS = ['zh-Hans', 'zh-Hant', 'de', 'es', 'ar'] as const;
const inEach = (filter: Filter): Readonly<Record<string, string>> =>
  Object.fromEntries(OTHERS.map((locale) => [locale, said(filter, locale, words[locale])]));

describe('a filter in the languages besides English', () => {
  it('F22 says operators and groups as people of the language do', () => {
    expect(inEach({ or: [{ field: 'name', is: 'contains', value: 'Acme' }, { and: [LARGE, QUIET] }] })).toEqual({
      'zh-Hans': '名称包含“Acme”或（金额大于€10,000且进入阶段时间早于14天前）',
      'zh-Hant': '名稱包含「Acme」或（金額大於€10,000且進入階段時間早於14 天前）',
      de: 'Name enthält „Acme“ oder (Betrag ist größer als 10.000 € und In der Phase seit liegt mehr als 14 Tage zurück)',
      es: 'Nombre contiene «Acme» o (Importe es mayor que 10.000 € y En la etapa desde es de hace más de 14 días)',
      ar: 'في الاسم النص «Acme» أو (المبلغ أكثر من 10.000 € وفي المرحلة منذ قبل أكثر من 14 يومًا)',
    });
  });

  it('F22 says the negation of each operator otherwise than the operator, in each language', () => {
    const comparisons = (['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const).flatMap((is): readonly Filter[] => [
      { field: 'name', is, value: 5 },
      { field: 'name', is, value: 'Acme' },
      { field: 'name', is, value: { day: -3 } },
    ]);
    const filters: readonly Filter[] = [
      ...comparisons,
      { field: 'name', is: 'contains', value: 'Acme' },
      { field: 'name', is: 'startsWith', value: 'Acme' },
      { field: 'name', is: 'in', value: ['a', 'b'] },
      { field: 'name', is: 'exists', value: true },
    ];
    for (const locale of OTHERS) {
      const all = filters.flatMap((filter) => [
        said(filter, locale, words[locale]),
        said({ not: filter }, locale, words[locale]),
      ]);
      for (const [index, text] of all.entries()) {
        expect(text, locale).not.toMatch(/undefined|…/);
        if (index % 2 === 1) expect(text).not.toBe(all[index - 1]);
      }
    }
  });

  it('F24 says relative dates as people of the language do', () => {
    const closes = (day: number, is: 'gte' | 'lte'): Filter => ({ field: 'name', is, value: { day } });
    expect(said(closes(-14, 'gte'), 'de', words.de)).toBe('Name ist frühestens vor 14 Tagen');
    expect(said(closes(-1, 'gte'), 'de', words.de)).toBe('Name ist frühestens gestern');
    expect(said(closes(30, 'lte'), 'es', words.es)).toBe('Nombre es dentro de 30 días o antes');
    expect(said({ and: [closes(0, 'gte'), closes(7, 'lte')] }, 'de', words.de)).toBe(
      'Name liegt innerhalb von 7 Tagen ab jetzt',
    );
    expect(said({ and: [closes(-14, 'gte'), closes(0, 'lte')] }, 'ar', words.ar)).toBe('الاسم خلال آخر 14 يومًا');
    expect(said({ and: [closes(-14, 'gte'), closes(0, 'lte')] }, 'zh-Hant', words['zh-Hant'])).toMatch(
      /^名稱在最近14 ?天內$/,
    );
  });

  it('F23 writes figures as the reader’s region does', () => {
    const value: Filter = { field: 'amount.minor', is: 'gte', value: 1_234_56 };
    const large: Filter = { and: [{ field: 'amount.currency', is: 'eq', value: 'EUR' }, value] };
    expect(said(large, 'de', { ...words.de, lang: 'de-AT' })).toBe('Betrag ist mindestens € 1.234,56');
    expect(said(large, 'ar', { ...words.ar, lang: 'ar-EG' })).toContain('١٬٢٣٤٫٥٦');
  });
});
