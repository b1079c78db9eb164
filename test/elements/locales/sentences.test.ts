import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '@kith/core';
import { describe, expect, it, vi } from 'vitest';
import { type Format, makeFormat } from '../../../packages/elements/src/base/format.js';
import { fetchWords } from '../../../packages/elements/src/base/languages.js';
import {
  type Language,
  localeOf,
  type Messages,
  sentencesIn,
  wordsOf,
} from '../../../packages/elements/src/base/locale.js';
import { dealRowMessages } from '../../../packages/elements/src/deals/deal-row.messages.js';
import { boardMessages } from '../../../packages/elements/src/pipelines/messages.js';

type Makers = Readonly<Record<string, Messages<unknown>['en']>>;

const source = path.resolve(import.meta.dirname, '../../../packages/elements/src');
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const files = sources.filter((file) => file.endsWith('messages.ts'));
const modules: readonly object[] = await Promise.all(files.map((file) => import(path.join(source, file))));
const english: Makers = Object.fromEntries(
  modules
    .flatMap((module) => Object.values(module) as readonly Partial<Messages<unknown>>[])
    .flatMap(({ name, en }) => (name && en ? [[name, en]] : [])),
);

const settings = { timeZone: 'UTC', currency: 'EUR', now: () => '2026-11-22T08:30:00.000Z' as Instant };
const OTHERS = ['zh-Hans', 'zh-Hant', 'de', 'es', 'ar'] as const satisfies readonly Language[];

/** The same word in both languages. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...['Name', 'Details', 'Website', 'Partner', 'Investor', 'Tags', 'Chat', 'Pipeline', 'Pipelines', 'Text', 'Teams'],
    ...['Lead', 'optional', 'Filter', 'Import', 'Export', 'Tag', 'Status', 'Team', 'Normal', 'Post', 'Option 7'],
    ...['Leads', 'Spam', 'Budget', 'Region'],
  ],
  es: ['No', 'no', 'Chat', 'Total', 'Normal', 'Roles'],
};

const fetched = async (language: Language) => {
  await fetchWords(language, () => undefined);
  // On a busy machine it takes longer than an element waits.
  await vi.waitUntil(() => wordsOf(language), { timeout: 30_000 });
  return wordsOf(language)?.sentences as Makers;
};

/** What is the same everywhere, and what a figure in place of a word makes of a sentence. */
const KEYS_AND_CODES =
  /undefined|Kith|fields: customFields\(\)|of”|‎of‎|\b(?:and|or|not)\b|Ctrl|Shift|Alt|Del|Tab|CSV|AUC|Esc(ape)?|Enter|of="contact"/g;

/** Every sentence under its path, said with figures for what it is asked for. */
function* said(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'function') {
    let answer: unknown;
    try {
      answer = value('7', '9', '7', '9');
    } catch {
      return; // it asks for something else than words and figures
    }
    yield* said(answer, path);
  } else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* said(part, `${path}.${key}`);
}

const allIn = (sentences: Makers, format: Format): object =>
  Object.fromEntries(Object.entries(sentences).map(([name, make]) => [name, make(format)]));

const inEnglish = new Map(said(allIn(english, makeFormat('en', settings)), ''));

describe('the languages', () => {
  it.each(OTHERS)('EL17 says nothing in English in %s', async (language) => {
    const sentences = await fetched(language);
    const format = makeFormat(language, settings);
    const told = [...said(allIn(sentences, format), '')];
    expect(told.length).toBeGreaterThan(300);
    const isForeign = language === 'ar' || language.startsWith('zh');
    const left = told.filter(([path, text]) =>
      isForeign
        ? /[A-Za-z]{3}/.test(text.replaceAll(KEYS_AND_CODES, ''))
        : inEnglish.get(path) === text &&
          /\p{L}{2}/u.test(text.replaceAll(KEYS_AND_CODES, '')) &&
          !SAME[language]?.includes(text),
    );
    expect(left).toEqual([]);
  });

  it.each(OTHERS)('EL17 has a form for each number in %s, in figures of the language', async (language) => {
    await fetched(language);
    const locale = localeOf(language, settings);
    const { dealCount } = sentencesIn(boardMessages, locale);
    const { rotting } = sentencesIn(dealRowMessages, locale);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const example: Partial<Record<Intl.LDMLPluralRule, number>> = {};
    for (let count = 0; count <= 120; count++) example[new Intl.PluralRules(language).select(count)] ??= count;
    for (const form of forms) {
      const count = example[form];
      if (count === undefined) continue; // millions, in Spanish
      for (const text of [dealCount(count), rotting(count)]) {
        expect(text, `${language} ${form}`).not.toMatch(/undefined|NaN/);
        if (count > 2) expect(text).toContain(locale.format.number(count));
      }
    }
  });

  it('EL17 counts in the six forms of Arabic', async () => {
    await fetched('ar');
    const { dealCount } = sentencesIn(boardMessages, localeOf('ar-EG', settings));
    expect([0, 1, 2, 3, 11, 100].map(dealCount)).toEqual([
      'لا صفقات',
      'صفقة واحدة',
      'صفقتان',
      '٣ صفقات',
      '١١ صفقة',
      '١٠٠ صفقة',
    ]);
    const { rotting } = sentencesIn(dealRowMessages, localeOf('ar-MA', settings));
    expect([1, 2, 5, 14, 100].map(rotting)).toEqual([
      'بلا تقدّم منذ يوم واحد',
      'بلا تقدّم منذ يومين',
      'بلا تقدّم منذ 5 أيام',
      'بلا تقدّم منذ 14 يومًا',
      'بلا تقدّم منذ 100 يوم',
    ]);
  });

  it('EL17 leaves no space between Chinese and what stands beside it: the gap is the layout’s', async () => {
    for (const language of ['zh-Hans', 'zh-Hant'] as const) {
      const sentences = await fetched(language);
      const spaced = [...said(allIn(sentences, makeFormat(language, settings)), '')].filter(([, text]) =>
        /\p{Script=Han} [\p{N}A-Za-z+]|[\p{N}A-Za-z+] \p{Script=Han}/u.test(text),
      );
      expect(spaced).toEqual([]);
    }
  });

  it('EL17 calls fields and choices by their names in the reader’s language, wherever they are drawn', () => {
    const asking = sources.filter((file) => readFileSync(path.join(source, file), 'utf8').includes('labelIn('));
    expect(asking).toEqual(['base/label-of.ts']);
  });
});
