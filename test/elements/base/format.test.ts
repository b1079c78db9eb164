import type { Day, Instant } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { amountText, readAmount } from '../../../packages/elements/src/base/amount.js';
import { fetchWords } from '../../../packages/elements/src/base/languages.js';
import { localeOf, messages, sentencesIn } from '../../../packages/elements/src/base/locale.js';
import type { LocaleSettings } from '../../../packages/elements/src/base/locale-settings.js';
import { problemText } from '../../../packages/elements/src/base/problem-text.js';
import { readMoney } from '../../../packages/elements/src/base/read-money.js';
import { readNumber } from '../../../packages/elements/src/base/read-number.js';
import { laterMessages } from '../../../packages/elements/src/parts/later.messages.js';

const settings: LocaleSettings = {
  timeZone: 'Europe/Vienna',
  currency: 'EUR',
  now: () => '2026-11-22T08:30:00.000Z' as Instant,
};
const english = localeOf('en', settings);
const chinese = localeOf('zh-Hans', settings);
const german = localeOf('de', settings);
const arabic = localeOf('ar-EG', settings);

describe('locale and formats', () => {
  it('EL13 speaks English where it does not know the language', () => {
    expect(localeOf('fr', settings).language).toBe('en');
    expect(localeOf('no such tag!', settings)).toMatchObject({ language: 'en', lang: 'en' });
    expect(localeOf('tlh', settings).format.number(1234.5)).toBe('1,234.5');
    expect(localeOf('zh-Latn', settings).language).toBe('en');
  });

  it.each([
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-MO', 'zh-Hant'],
    ['zh-Hans-TW', 'zh-Hans'],
    ['de-AT', 'de'],
    ['de-CH', 'de'],
    ['es-MX', 'es'],
    ['es-419', 'es'],
    ['ar-EG', 'ar'],
    ['en-IN', 'en'],
  ])('EL13 finds for the tag %s the language %s', (tag, language) => {
    expect(localeOf(tag, settings)).toMatchObject({ lang: tag, language });
  });

  it('EL13 writes numbers, money and dates as the page’s language does, whatever the words are in', () => {
    expect(german.format.number(1234.5)).toBe('1.234,5');
    expect(german.format.money({ minor: 1_250_050, currency: 'EUR' })).toBe('12.500,50\u00a0€');
    expect(german.format.day('2026-11-23' as Day)).toBe('Mo., 23. Nov.');
    expect(localeOf('en-GB', settings).format.day('2026-11-23' as Day)).toBe('Mon 23 Nov');
    expect(arabic.format.number(1234.5)).toBe('١٬٢٣٤٫٥');
  });

  it('EL13 keeps to the language of the words in what is said in words', () => {
    const french = localeOf('fr', settings);
    expect(french.format.relative('2026-11-23' as Day)).toBe('tomorrow');
    expect(french.format.list(['A', 'B'])).toBe('A and B');
    expect(french.format.plural(0, { one: 'field', other: 'fields' })).toBe('fields');
  });

  it('EL13 makes formatters and sentences once for a language and its settings', () => {
    const greeting = messages({ en: () => ({ hello: 'Hello' }), 'zh-Hans': () => ({ hello: '你好' }) });
    expect(localeOf('en', settings)).toBe(english);
    expect(sentencesIn(greeting, chinese).hello).toBe('你好');
    expect(sentencesIn(greeting, chinese)).toBe(sentencesIn(greeting, chinese));
  });

  it('EL14 gives money decimals only where there are any, by the currency', () => {
    expect(english.format.money({ minor: 124_000, currency: 'EUR' })).toBe('€1,240');
    expect(english.format.money({ minor: 124_050, currency: 'EUR' })).toBe('€1,240.50');
    expect(english.format.money({ minor: 1_240, currency: 'JPY' })).toBe('¥1,240');
    expect(english.format.money({ minor: 1_240_500, currency: 'KWD' })).toMatch(/1,240\.500/);
    expect(english.format.roundMoney({ minor: 124_050, currency: 'EUR' })).toBe('€1,241');
    expect(english.format.money({ minor: -500, currency: 'EUR' })).toMatch(/^-€5$|^−€5$/);
  });

  it('EL14 keeps the letters and the sign of a currency together from right to left', () => {
    expect(arabic.format.money({ minor: 124_000, currency: 'USD' })).toMatch(/US\$\u200E/);
    expect(arabic.format.roundMoney({ minor: 124_000, currency: 'USD' })).toMatch(/US\$\u200E/);
    expect(english.format.money({ minor: 124_000, currency: 'USD' })).toBe('$1,240');
  });

  it('EL14 shows a day as it is, whatever the zone', () => {
    const far = localeOf('en', { ...settings, timeZone: 'Pacific/Kiritimati' });
    expect(far.format.day('2026-11-23' as Day)).toBe('Mon, Nov 23');
    expect(far.format.day('2025-01-02' as Day)).toBe('Jan 2, 2025');
    expect(chinese.format.day('2026-11-23' as Day)).toBe('11月23日周一');
  });

  it('EL14 says near days and moments in words, far ones by their date', () => {
    const { format } = english;
    expect(['2026-11-22', '2026-11-23', '2026-11-19', '2026-12-24'].map((day) => format.relative(day as Day))).toEqual([
      'today',
      'tomorrow',
      '3 days ago',
      'Thu, Dec 24',
    ]);
    expect(format.relative('2026-11-22T08:25:00.000Z' as Instant)).toBe('5 minutes ago');
    expect(format.relative('2026-11-22T05:30:00.000Z' as Instant)).toBe('3 hours ago');
    expect(format.relative('2026-11-21T23:30:00.000Z' as Instant)).toBe('9 hours ago');
    expect(format.relative('2026-11-21T22:30:00.000Z' as Instant)).toBe('yesterday');
  });

  it('EL14 shortens names to initials in any script', () => {
    const of = english.format.initials;
    expect(
      ['Hanna Lindqvist', 'Ada', 'Juan de la Cruz', '佐藤 花子', '王小明', 'نورة حسن', ' ', '(Éva) Ödön'].map(of),
    ).toEqual(['HL', 'A', 'JC', '佐', '王', 'نح', '', 'ÉÖ']);
  });

  it('EL14 reads back exactly what it shows, in any number of digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        const digits = english.format.money({ minor, currency }).replace(/[^\d.,]/g, '');
        expect(readMoney(digits, currency, english)).toEqual({ minor, currency });
      }),
    );
  });

  it('EL14 takes no amount for one that is none, or finer than the currency', () => {
    expect(['', 'a lot', '1.2.3', '12.345'].map((text) => readMoney(text, 'EUR', english))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readMoney(' 18 000 ', 'EUR', english)).toEqual({ minor: 1_800_000, currency: 'EUR' });
    expect(readMoney('12.340', 'EUR', english)).toEqual({ minor: 1_234, currency: 'EUR' });
  });

  it.each([
    ['de', '12.500', 1_250_000],
    ['de', '12.500,00', 1_250_000],
    ['de', '12500,5', 1_250_050],
    ['de', '12.5', undefined],
    ['de', '1.2500', undefined],
    ['en', '12,5', undefined],
    ['en', '1,2,500', undefined],
    ['fr', '12\u202f500,25', 1_250_025],
    ['de-CH', "12'500.25", 1_250_025],
    ['hi', '1,25,000', 12_500_000],
    ['ar-EG', '١٢٬٥٠٠٫٢٥', 1_250_025],
    ['ar-EG', '12500', 1_250_000],
    ['zh-Hans', '１２，５００', 1_250_000],
    ['en', '-12', -1_200],
    ['sv', '−12', -1_200],
  ])('EL14 reads an amount as it is typed in %s: %s', (lang, typed, minor) => {
    const expected = minor === undefined ? undefined : { minor, currency: 'EUR' };
    expect(readMoney(typed, 'EUR', localeOf(lang, settings))).toEqual(expected);
  });

  it('EL14 reads back what it writes in every language of a browser', () => {
    const langs = [
      'ar',
      'bn',
      'cs',
      'de',
      'de-CH',
      'en-IN',
      'es',
      'fa',
      'fi',
      'fr',
      'he',
      'hu',
      'ja',
      'ko',
      'mr',
      'pl',
      'pt',
    ];
    for (const lang of [...langs, 'ru', 'sv', 'th', 'tr', 'uk', 'ur', 'vi', 'zh-TW']) {
      const locale = localeOf(lang, settings);
      expect([lang, readNumber(locale.format.number(1_234_567.25), lang)]).toEqual([lang, '1234567.25']);
      expect([lang, readNumber(locale.format.number(-12_500), lang)]).toEqual([lang, '-12500']);
      const amount = { minor: 1_250_050, currency: 'EUR' };
      expect([lang, readAmount(amountText(amount, locale), 'EUR', locale)]).toEqual([
        lang,
        { ok: true, value: amount },
      ]);
    }
  });

  it('EL15 tells in English what it has not learnt yet', async () => {
    // Files share what was loaded: another one may have learnt it.
    vi.resetModules();
    const { fetchWords } = await import('../../../packages/elements/src/base/languages.js');
    const { localeOf, sentencesIn } = await import('../../../packages/elements/src/base/locale.js');
    const { problemText } = await import('../../../packages/elements/src/base/problem-text.js');
    const speak = () => localeOf('zh-Hans', settings);
    expect(problemText({ code: 'deals/loss-reason-required', message: 'Say why.' }, speak())).toBe('Say why.');
    expect(sentencesIn(laterMessages, speak()).loading).toBe('Loading');
    await fetchWords('zh-Hans', () => {});
    expect(sentencesIn(laterMessages, speak()).loading).toBe('正在加载');
    expect(fetchWords('zh-Hans', () => {})).toBe(undefined);
  });

  it('EL25 tells a refusal in the reader’s language, and in its own words where nobody translated it', async () => {
    await fetchWords('zh-Hans', () => {});
    const problem = { code: 'deals/loss-reason-required', message: 'Say why.' };
    expect(problemText(problem, english)).toBe('Say why.');
    expect(problemText(problem, chinese)).toBe('请说明丢单原因。');
    expect(problemText({ code: 'host/own', message: 'Ask Eva.' }, chinese)).toBe('Ask Eva.');
  });
});
