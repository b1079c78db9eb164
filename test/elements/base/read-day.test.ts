import type { Day } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { dayExample, readDay, writeDay } from '../../../packages/elements/src/base/read-day.js';

const today = '2026-11-22' as Day;
const languages =
  'en en-GB de de-AT fr es it pt nl sv fi pl cs hu ru uk tr ja zh-Hans zh-Hant ko ar ar-EG fa he hi th vi el lt lv'.split(
    ' ',
  );

describe('days as people type them', () => {
  it('PT12 are read in the order of the language, with or without a year', () => {
    expect(readDay('12/18/2026', 'en', today)).toBe('2026-12-18');
    expect(readDay('18/12/2026', 'en-GB', today)).toBe('2026-12-18');
    expect(readDay('18.12.', 'de', today)).toBe('2026-12-18');
    expect(readDay('18 12 45', 'de', today)).toBe('2045-12-18');
    expect(readDay('18.12.58', 'de', today)).toBe('1958-12-18');
    expect(readDay('2026年12月18日', 'zh-Hans', today)).toBe('2026-12-18');
    expect(readDay('12月18日', 'zh-Hans', today)).toBe('2026-12-18');
    expect(readDay('١٨‏/١٢‏/٢٠٢٦', 'ar-EG', today)).toBe('2026-12-18');
    expect(readDay('2026-12-18', 'ar-EG', today)).toBe('2026-12-18');
    expect(readDay('١٨/١٢/٢٠٢٦', 'ar', today)).toBe('2026-12-18');
    expect(readDay('۲۰۲۶-۱۲-۱۸', 'ar', today)).toBe('2026-12-18');
  });

  it('PT12 are read by the names of months and of near days', () => {
    expect(readDay('18 Dec 2026', 'en', today)).toBe('2026-12-18');
    expect(readDay('december 18', 'en', today)).toBe('2026-12-18');
    expect(readDay('18. Dez.', 'de', today)).toBe('2026-12-18');
    expect(readDay('1er mars 2027', 'fr', today)).toBe('2027-03-01');
    expect(readDay('Tomorrow', 'en', today)).toBe('2026-11-23');
    expect(readDay('heute', 'de', today)).toBe('2026-11-22');
    expect(readDay('昨天', 'zh-Hans', today)).toBe('2026-11-21');
  });

  it('PT12 that do not exist, or are no days, are refused and never guessed', () => {
    for (const text of [
      '',
      '31',
      'soon',
      '31.02.2026',
      '29.2.2026',
      '13/13/2026',
      '1.2.3.4',
      '-1-2',
      '1.2.345',
      'Dec 2026 18 4',
    ])
      expect(readDay(text, 'de', today), text).toBeUndefined();
    expect(readDay('18/12/2026', 'en', today)).toBeUndefined();
  });

  it('PT12 are written so that they are read back, in every language', () => {
    for (const language of languages)
      for (let month = 1; month <= 12; month++) {
        const day = `2027-${String(month).padStart(2, '0')}-08` as Day;
        expect(readDay(writeDay(day, language), language, today), `${language} ${writeDay(day, language)}`).toBe(day);
      }
    expect(writeDay('2026-12-18' as Day, 'en-GB')).toBe('18 Dec 2026');
    expect(dayExample('de', today)).toBe('31.12.2026');
  });
});
