import { keptPhone } from '@kith/core/duplicates';
import { expect, it } from 'vitest';
import { groupKept, groupPhone } from '../../../packages/elements/src/parts/phone-groups.js';

it('CD66 groups a number by the plan of its country, with its code for readers elsewhere', () => {
  expect(groupPhone('+33450123456', 'DE')).toBe('+33 4 50 12 34 56');
  expect(groupPhone('+33450123456', 'FR')).toBe('04 50 12 34 56');
  expect(groupPhone('+8613800138000', undefined)).toBe('+86 138 0013 8000');
  expect(groupPhone('+8613800138000', 'CN')).toBe('138 0013 8000');
  expect(groupPhone('+14155550123', 'US')).toBe('(415) 555-0123');
  expect(groupPhone('(415) 555-0123', 'US')).toBe('(415) 555-0123');
});

it('CD66 leaves a number as it is written where nobody knows its country, and one that is none', () => {
  expect(groupPhone('04 50 12 34 56', undefined)).toBeUndefined();
  expect(groupPhone('+44 20 7946 0018 ext. 5', 'GB')).toBeUndefined();
  expect(groupPhone('12', 'US')).toBeUndefined();
  expect(groupPhone('ask at the desk', 'US')).toBeUndefined();
});

it('CD70 shows the extension of a number in a word that is read back', () => {
  expect(groupKept('+33450123456;ext=5', 'FR', 'fr')).toBe('04 50 12 34 56 ext. 5');
  for (const [lang, word] of [
    ['en', 'ext.'],
    ['es', 'ext.'],
    ['ar', 'ext.'],
    ['de', 'DW'],
    ['zh-Hans', '转'],
    ['zh-Hant', '轉'],
  ] as const) {
    const shown = groupKept('+33450123456;ext=5', undefined, lang) ?? '';
    expect(shown).toBe(`+33 4 50 12 34 56 ${word} 5`);
    expect(keptPhone(shown)).toBe('+33450123456;ext=5');
  }
  expect(groupKept('+33450123456', 'FR', 'fr')).toBe('04 50 12 34 56');
  expect(groupKept('ask at the desk', 'FR', 'fr')).toBeUndefined();
});
