import { fieldRegistry } from '@kith/core/fields';
import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../packages/elements/src/activities/changed-fields.js';

const budget = { on: 'deal', name: 'budget', type: 'number', labels: { en: 'Budget' } } as const;
const registry = fieldRegistry({ host: [budget] });
const fields = registry.fieldsOf('deal');

describe('changesOf', () => {
  it('TL10 tells fields as the registry knows them, those of the house too, and no stamps', () => {
    const from = { name: 'Spring', customFields: { budget: 1 }, modifiedAt: 'a' };
    const to = { name: 'Spring order', customFields: { budget: 2 }, modifiedAt: 'b' };
    expect(changesOf(from, to, ['name', 'customFields', 'modifiedAt'], fields)).toEqual([
      { name: 'name', from: ['Spring'], to: ['Spring order'] },
      { name: 'customFields.budget', from: [1], to: [2] },
    ]);
  });

  it('TL10 tells a value that came and one that went', () => {
    expect(changesOf({}, { name: 'Spring' }, ['name'], fields)).toEqual([{ name: 'name', from: [], to: ['Spring'] }]);
    expect(changesOf({ name: 'Spring' }, {}, ['name'], fields)).toEqual([{ name: 'name', from: ['Spring'], to: [] }]);
  });

  it('TL10 leaves what a move brings with it to the move', () => {
    expect(changesOf({ name: 'a' }, { name: 'b' }, ['name', 'stageHistory', 'stageId'], fields)).toEqual([]);
  });
});
