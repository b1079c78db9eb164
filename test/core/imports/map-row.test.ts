import type { Pipeline } from '@kith/core';
import { type Found, type Mapping, mapRow, planImport, type RowContext } from '@kith/core/imports';
import { describe, expect, it } from 'vitest';

const mapping = {
  name: 'Orders',
  into: 'deals',
  system: 'shop',
  externalId: ['order'],
  pipeline: {
    externalId: 'sales',
    name: 'Sales',
    openedIn: 'Open',
    stages: [
      { name: 'Open', type: 'open', probability: 50 },
      { name: 'Won', type: 'won', probability: 100 },
    ],
  },
  lookups: {
    product: { column: 'product', in: 'products', by: 'name', aliases: { GTXPro: 'GTX Pro' } },
    team: { column: 'team', in: 'teams', by: 'name', create: [{ field: 'name', from: [{ column: 'team' }] }] },
  },
  fields: [
    {
      field: 'name',
      from: [{ template: '{product.name} for {customer}' }, { template: '{product.name}' }],
      required: true,
    },
    { field: 'stageId', from: [{ stage: 'stage', values: { Closed: 'Won' } }], required: true },
    {
      field: 'amount',
      from: [
        {
          column: 'value',
          read: { as: 'money', currency: 'USD', min: 0 },
          when: { column: 'stage', in: ['Won', 'Closed'] },
        },
        { lookup: 'product', field: 'price' },
      ],
    },
    { field: 'productIds.0', from: [{ lookup: 'product' }] },
    { field: 'teamId', from: [{ lookup: 'team' }] },
    { field: 'source', from: [{ constant: 'Web shop', when: { column: 'customer', filled: false } }] },
    { field: 'tags', from: [{ column: 'tags', read: { as: 'list', separator: ';' } }], whenEmpty: 'clear' },
    { field: 'openedDay', from: [{ column: 'opened', read: { as: 'day', format: 'yyyy-MM-dd' } }] },
  ],
} as const satisfies Mapping;
const header = ['order', 'product', 'team', 'customer', 'stage', 'value', 'tags', 'opened'];
const pipeline = {
  stages: [
    { id: 'stage_o', name: 'Open' },
    { id: 'stage_w', name: 'Won' },
  ],
} as unknown as Pipeline;

const entities: Readonly<Record<string, readonly object[]>> = {
  'product GTX Pro': [{ id: 'product_1', name: 'GTX Pro', price: { minor: 482_100, currency: 'USD' } }],
  'product Twin': [{ id: 'product_2' }, { id: 'product_3' }],
};
const context: RowContext = {
  find: (lookup, key): Found => ({
    entities: entities[`${lookup} ${key}`] ?? [],
    near: key === 'GTX Prp' ? ['GTX Pro'] : [],
  }),
  make: (lookup, key, fields) => ({ id: `${lookup}_${key}`, ...Object.fromEntries(fields) }),
  pipeline,
};

function map(...cells: readonly string[]) {
  const plan = planImport(mapping, header);
  if (!plan.ok) throw new Error(plan.problem.message);
  return mapRow(cells, plan.value, context);
}
const fieldsOf = (...cells: readonly string[]): unknown => {
  const row = map(...cells);
  return row.ok ? Object.fromEntries(row.value.fields) : row.problem;
};

describe('mapRow', () => {
  it('I16 takes the first source that has a value and whose condition holds', () => {
    expect(fieldsOf(' o1 ', 'GTX Pro', '', 'Acme', 'Closed', '4514', 'a;b', '2017-01-02')).toEqual({
      name: 'GTX Pro for Acme',
      stageId: 'stage_w',
      amount: { minor: 451_400, currency: 'USD' },
      'productIds.0': 'product_1',
      tags: ['a', 'b'],
      openedDay: '2017-01-02',
    });
    expect(fieldsOf('o2', 'GTX Pro', '', '', 'Open', '4514', '', '')).toEqual({
      name: 'GTX Pro',
      stageId: 'stage_o',
      amount: { minor: 482_100, currency: 'USD' },
      'productIds.0': 'product_1',
      source: 'Web shop',
      tags: undefined,
    });
  });

  it('I17 matches exactly or by an alias, and suggests what is near', () => {
    expect(fieldsOf('o', 'GTXPro', '', '', 'Open', '', '', '')).toMatchObject({ name: 'GTX Pro' });
    expect(fieldsOf('o', 'GTX Prp', '', '', 'Open', '', '', '')).toMatchObject([
      {
        code: 'imports/not-found',
        path: 'product',
        message: 'product: there is no "GTX Prp" among products. Is it "GTX Pro"? Then declare the alias.',
        params: { value: 'GTX Prp' },
      },
    ]);
    expect(fieldsOf('o', 'gtx pro', '', '', 'Open', '', '', '')).toMatchObject([{ code: 'imports/not-found' }]);
    expect(fieldsOf('o', 'Twin', '', '', 'Open', '', '', '')).toMatchObject([
      { code: 'imports/ambiguous', params: { count: 2 } },
    ]);
    expect(fieldsOf('o', 'constructor', '', '', 'Open', '', '', '')).toMatchObject([{ code: 'imports/not-found' }]);
  });

  it('I18 brings in what a lookup may make', () => {
    const row = map('o', 'GTX Pro', 'East', '', 'Open', '', '', '');
    expect(row.ok && row.value.made).toEqual([
      { lookup: 'team', key: 'East', entity: { id: 'team_East', name: 'East' } },
    ]);
    expect(row.ok && row.value.fields.get('teamId')).toBe('team_East');
  });

  it('I19 answers all problems of a row with their columns', () => {
    expect(fieldsOf('', 'Nothing', '', 'Acme', 'Gone', 'x', '', '2017-02-30')).toMatchObject([
      { code: 'imports/external-id-required', path: 'order' },
      { code: 'imports/not-found', path: 'product' },
      {
        code: 'imports/unknown-stage',
        path: 'stage',
        message:
          'stage: "Gone" is no stage of the pipeline. It has Open, Won. Correct it, or say in the mapping which stage it is.',
      },
      { code: 'imports/no-such-day', path: 'opened' },
    ]);
    expect(fieldsOf('o', '', '', '', '', '', '', '')).toMatchObject([
      { code: 'imports/required', params: { field: 'name' } },
      { code: 'imports/required', path: 'stage', params: { field: 'stageId' } },
    ]);
    expect(fieldsOf('o', 'GTX Pro', '', '', 'Won', '-5', '', '')).toMatchObject([
      { code: 'imports/out-of-bounds', path: 'value', params: { value: '-5' } },
    ]);
  });
});
