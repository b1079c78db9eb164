import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Instant, Problem } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { learn, localeOf, type ProblemTexts } from '../../../packages/elements/src/base/locale.js';
import { problemText } from '../../../packages/elements/src/base/problem-text.js';
import { problems as ar } from '../../../packages/elements/src/locales/ar/problems.js';
import { words as wordsInArabic } from '../../../packages/elements/src/locales/ar/words.js';
import { problems as de } from '../../../packages/elements/src/locales/de/problems.js';
import { words as wordsInGerman } from '../../../packages/elements/src/locales/de/words.js';
import { problems as es } from '../../../packages/elements/src/locales/es/problems.js';
import { problems as zhHans } from '../../../packages/elements/src/locales/zh-hans/problems.js';
import { problems as zhHant } from '../../../packages/elements/src/locales/zh-hant/problems.js';

const languages: Readonly<Record<string, ProblemTexts>> = { de, es, ar, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
const spec = readFileSync(path.resolve(import.meta.dirname, '../../../docs/spec/problems.md'), 'utf8');
const listed = [...spec.matchAll(/^- `([a-z-]+\/[a-z0-9-]+)`/gm)].map(([, code]) => code);

/** What a refusal was told by, each under its own name. */
const asked = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
const toldBy = (text: string): readonly string[] => [...text.matchAll(/<\w+>/g)].map(([name]) => name).sort();

describe('refusals', () => {
  it.each(Object.keys(languages))('EL17 tells every refusal there is in %s, and no other', (language) => {
    expect(listed.length).toBeGreaterThan(250);
    expect(Object.keys(languages[language] ?? {}).toSorted()).toEqual(listed.toSorted());
  });

  it('EL17 writes the figures of a refusal as the reader’s language does', () => {
    learn('ar', wordsInArabic);
    learn('de', wordsInGerman);
    const settings = { timeZone: 'UTC', currency: 'EUR', now: () => '2026-11-23T08:00:00.000Z' as Instant };
    const long: Problem = { code: 'imports/record-too-long', message: '', params: { line: 12, limit: 1_000_000 } };
    expect(problemText(long, localeOf('ar-EG', settings))).toContain('١٬٠٠٠٬٠٠٠');
    expect(problemText(long, localeOf('de', settings))).toContain('1.000.000');
    expect(problemText({ ...long, message: 'Too long.' }, localeOf('en', settings))).toBe('Too long.');
  });

  it.each(Object.entries(languages))(
    'EL17 tells them in %s by what a refusal gives, and in its own marks',
    (language, texts) => {
      for (const [code, say] of Object.entries(texts)) {
        const text = say?.(asked) ?? '';
        const other = zhHans[code]?.(asked) ?? '';
        expect(text, code).not.toMatch(/undefined|\{\w+\}/);
        expect(toldBy(text), code).toEqual(toldBy(other));
        expect(text, code).not.toMatch(/"|''/);
        if (language === 'ar') expect(text, code).not.toMatch(/[“”„?,;]/);
        if (language.startsWith('zh')) expect(text, code).not.toMatch(/[,;?!] ?|\p{Script=Han} |\. /u);
      }
    },
  );
});
