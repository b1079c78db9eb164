import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProblemTexts } from '../../../packages/elements/src/base/locale.js';
import { problems as ar } from '../../../packages/elements/src/locales/ar/problems.js';
import { problems as de } from '../../../packages/elements/src/locales/de/problems.js';
import { problems as es } from '../../../packages/elements/src/locales/es/problems.js';
import { problems as zhHans } from '../../../packages/elements/src/locales/zh-hans/problems.js';
import { problems as zhHant } from '../../../packages/elements/src/locales/zh-hant/problems.js';

const languages: Readonly<Record<string, ProblemTexts>> = { de, es, ar, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
const listed = readFileSync(path.resolve(import.meta.dirname, '../../../docs/spec/problems.md'), 'utf8');

/** What a refusal was told by, each under its own name. */
const asked = new Proxy({}, { get: (_, name) => `<${String(name)}>` });
const toldBy = (text: string): readonly string[] => [...text.matchAll(/<\w+>/g)].map(([name]) => name).sort();

describe('refusals', () => {
  it.each(Object.keys(languages))(
    'EL17 tells the same refusals in %s as in Chinese, and each of them is one',
    (language) => {
      const codes = Object.keys(languages[language] ?? {});
      expect(codes.toSorted()).toEqual(Object.keys(zhHans).toSorted());
      expect(codes.filter((code) => !listed.includes(`\`${code}\``))).toEqual([]);
    },
  );

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
