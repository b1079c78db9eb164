import type { FieldDefinition } from '@kith/core/fields';
import { expect, it } from 'vitest';
import { asksOtherwise, ofType, tidied } from '../../../packages/elements/src/fields/field-draft.js';
import { fieldNameFrom, optionValueFrom } from '../../../packages/elements/src/fields/field-name.js';
import { settledOptions } from '../../../packages/elements/src/fields/settled-options.js';

it('FE3 makes a free name of Latin letters from any label', () => {
  expect(fieldNameFrom('Budget 2027 (net)', [])).toBe('budget2027Net');
  expect(fieldNameFrom('Größe in m²', [])).toBe('grosseInM');
  expect(fieldNameFrom('Éléments à vérifier', [])).toBe('elementsAVerifier');
  expect(fieldNameFrom('预算', [])).toBe('field');
  expect(fieldNameFrom('预算', ['field', 'FIELD2'])).toBe('field3');
  expect(fieldNameFrom('Budget', ['BUDGET'])).toBe('budget2');
  expect(fieldNameFrom('7 days', [])).toBe('days');
  expect(fieldNameFrom('', [])).toBe('field');
  expect(fieldNameFrom('x'.repeat(90), [])).toHaveLength(40);
});

it('FE4 gives a new option its label as value, and leaves alone what rows hold', () => {
  expect(optionValueFrom(' Fair ', ['Fair', 'Fair 2'])).toBe('Fair 3');
  const held = [{ value: 'fair', labels: { en: 'Fair' } }];
  const edited = [
    { value: 'Option 2', labels: { en: 'Web' } },
    { value: 'fair', labels: { en: 'Trade fair' } },
    { value: 'Option 3', labels: { en: 'Web' } },
    { value: 'Option 4' },
  ];
  expect(settledOptions(edited, held, 'en')).toEqual([
    { value: 'Web', labels: { en: 'Web' } },
    { value: 'fair', labels: { en: 'Trade fair' } },
    { value: 'Web 2', labels: { en: 'Web' } },
    { value: 'Option 4' },
  ]);
});

it('FE6 leaves out of a definition what its type cannot have, and knows what concerns values', () => {
  const text: FieldDefinition = {
    on: 'deal',
    name: 'size',
    type: 'text',
    labels: { en: 'Size', de: ' ' },
    unique: true,
    default: 'S',
  };
  const choice = { ...ofType(text, 'choice'), options: [{ value: 'S' }] };
  expect(tidied(choice)).toEqual({
    on: 'deal',
    name: 'size',
    type: 'choice',
    labels: { en: 'Size' },
    options: [{ value: 'S' }],
  });
  expect(tidied({ ...text, access: { view: [] }, help: { en: '' }, required: false, searched: false })).toEqual({
    ...text,
    labels: { en: 'Size' },
  });
  expect(tidied({ ...ofType(text, 'boolean'), default: false })).toMatchObject({ default: false });
  expect(asksOtherwise(text, { ...text, labels: { en: 'Extent' }, searched: true })).toBe(false);
  expect(asksOtherwise(text, { ...text, most: 3 })).toBe(true);
  expect(asksOtherwise(text, choice)).toBe(true);
});
