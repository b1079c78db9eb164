import { writeFieldRows } from '@kith/core/imports';
import { describe, expect, it } from 'vitest';
import { field, registryOf } from '../fields/registry-of.js';

const registry = registryOf(
  field({ name: 'note', type: 'text', labels: { en: '=Note', 'zh-Hans': '备注' } }),
  field({ name: 'size', type: 'number' }),
  field({
    name: 'kinds',
    type: 'choices',
    options: [{ value: 'a', labels: { en: 'First, of all', 'zh-Hans': '第一' } }, { value: 'b' }],
  }),
  field({ name: 'cost', type: 'money' }),
  field({
    on: 'company',
    name: 'costs',
    type: 'rollUp',
    rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'cost' },
  }),
);
const pick = (kind: string, ...names: readonly string[]) => names.flatMap((name) => registry.field(kind, name) ?? []);
const linesOf = (kind: string, names: readonly string[], row: object, options = {}): readonly string[] =>
  [...writeFieldRows(pick(kind, ...names), [row], options)].map((line) => line.replace(/\r\n$/, ''));

describe('rows by their fields', () => {
  it('CF55 are written with labels, by their type and exactly', () => {
    const row = {
      customFields: { note: 'x', size: -0.5, kinds: ['a', 'b'], cost: { minor: -5, currency: 'EUR' } },
    };
    expect(linesOf('deal', ['note', 'size', 'kinds', 'cost'], row)).toEqual([
      "'=Note,size,kinds,cost",
      'x,-0.5,"First, of all; b",-0.05 EUR',
    ]);
    expect(linesOf('deal', ['note', 'kinds'], row, { language: 'zh-Hans', delimiter: ';' })).toEqual([
      '备注;kinds',
      'x;"第一; b"',
    ]);
    const costs = [
      { minor: 9_007_199_254_740_991, currency: 'EUR' },
      { minor: -70, currency: 'JPY' },
    ];
    expect(linesOf('company', ['costs'], { customFields: { costs } })[1]).toBe('90071992547409.91 EUR; -70 JPY');
    expect(
      linesOf('contact', ['emails.value'], { emails: [{ value: 'a@x.example' }, { value: 'b@x.example' }] })[1],
    ).toBe('a@x.example; b@x.example');
    expect(linesOf('deal', ['note', 'size'], {})[1]).toBe(',');
  });

  it('CF55 hold no text that a spreadsheet takes for a formula, also where a value is of another type than its field', () => {
    for (const text of ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1'])
      for (const name of ['note', 'size', 'cost']) {
        const [, cell = ''] = [...writeFieldRows(pick('deal', name), [{ customFields: { [name]: text } }])];
        expect(cell.replace(/^"/, '')).toMatch(/^'/);
      }
  });
});
