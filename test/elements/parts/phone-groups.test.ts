import { expect, it } from 'vitest';
import { groupPhone } from '../../../packages/elements/src/parts/phone-groups.js';

it('CD66 groups a number by the plan of its country, with its code for readers elsewhere', () => {
  expect(groupPhone('+33450123456', 'de')).toBe('+33 4 50 12 34 56');
  expect(groupPhone('+33450123456', 'fr-FR')).toBe('04 50 12 34 56');
  expect(groupPhone('+8613800138000', 'en')).toBe('+86 138 0013 8000');
  expect(groupPhone('+8613800138000', 'zh-Hans-CN')).toBe('138 0013 8000');
  expect(groupPhone('+14155550123', 'en-US')).toBe('(415) 555-0123');
  expect(groupPhone('(415) 555-0123', 'en-US')).toBe('(415) 555-0123');
});

it('CD66 leaves a number as it is written where nobody knows its country, and one that is none', () => {
  expect(groupPhone('04 50 12 34 56', 'fr')).toBeUndefined();
  expect(groupPhone('+44 20 7946 0018 ext. 5', 'en-GB')).toBeUndefined();
  expect(groupPhone('12', 'en-US')).toBeUndefined();
  expect(groupPhone('ask at the desk', 'en-US')).toBeUndefined();
});
