import type { Instant } from '@kith/core';
import { fieldRegistry } from '@kith/core/fields';
import { expect, it } from 'vitest';
import { localeOf } from '../../../packages/elements/src/base/locale.js';
import type { References } from '../../../packages/elements/src/lists/references.js';
import { rowsAsked } from '../../../packages/elements/src/lists/rows-asked.js';

const settings = { timeZone: 'UTC', currency: 'EUR', now: () => '2026-11-22T08:30:00.000Z' as Instant };
const people = ['Zorn', 'Öberg', '王小明', '李雷', 'Oppen'];
const references = { users: people.map((name) => ({ id: name, name })) } as unknown as References;

function orderIn(lang: string): readonly string[] {
  const { rank } = rowsAsked({
    source: { kind: 'contact', collection: 'contacts', columns: [] } as never,
    view: { group: 'ownerId' },
    where: undefined,
    sought: '',
    fields: fieldRegistry().fieldsOf('contact'),
    title: undefined,
    locale: localeOf(lang, settings),
    references,
  });
  return [...people, 'nobody'].sort((left, right) => (rank?.(left) ?? 0) - (rank?.(right) ?? 0));
}

it('EL41 puts groups of people in the order of the reader’s language, those without one last', () => {
  expect(orderIn('de')).toEqual(['Öberg', 'Oppen', 'Zorn', '李雷', '王小明', 'nobody']);
  expect(orderIn('sv')).toEqual(['Oppen', 'Zorn', 'Öberg', '李雷', '王小明', 'nobody']);
  // By pinyin, and before Latin letters.
  expect(orderIn('zh-Hans')).toEqual(['李雷', '王小明', 'Öberg', 'Oppen', 'Zorn', 'nobody']);
});
