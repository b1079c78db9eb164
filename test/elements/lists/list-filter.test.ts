import { type Filter, matches } from '@kith/core';
import { fieldRegistry } from '@kith/core/fields';
import { expect, it } from 'vitest';
import { filterOf, type ListFilter } from '../../../packages/elements/src/lists/list-filter.js';
import { readFilter } from '../../../packages/elements/src/lists/read-filter.js';

const registry = fieldRegistry({
  host: [
    { on: 'contact', name: 'spent', type: 'money', labels: { en: 'Spent' } },
    { on: 'contact', name: 'seen', type: 'instant', labels: { en: 'Seen' } },
    { on: 'contact', name: 'vip', type: 'boolean', labels: { en: 'VIP' } },
  ],
});
const moment = { now: '2026-11-20T09:00:00.000Z', timeZone: 'Europe/Vienna' } as never;
const holds = (filter: ListFilter, row: object): boolean => {
  const field = registry.fieldsOf('contact').find(({ path }) => path === filter.path);
  if (!field) throw new Error(filter.path);
  return matches(filterOf(filter, field, moment), row, moment);
};

it('LS40 reads a chip by the kind of its field', () => {
  const row = {
    name: 'Léa Fontanel',
    birthDate: '1990-03-05',
    tags: ['vip', 'fair'],
    customFields: { spent: { minor: 120_000, currency: 'EUR' }, seen: '2026-11-19T23:30:00.000Z' },
  };
  const cases: readonly (readonly [ListFilter, boolean])[] = [
    [{ path: 'name', is: 'contains', text: 'fontan' }, true],
    [{ path: 'name', is: 'startsWith', text: 'font' }, false],
    [{ path: 'tags', is: 'any', values: ['fair', 'x'] }, true],
    [{ path: 'tags', is: 'none', values: ['fair'] }, false],
    [{ path: 'customFields.spent', is: 'between', least: 100_000, currency: 'EUR' }, true],
    [{ path: 'customFields.spent', is: 'between', most: 100_000, currency: 'EUR' }, false],
    [{ path: 'customFields.spent', is: 'between', least: 1, currency: 'USD' }, false],
    [{ path: 'birthDate', is: 'days', from: '1990-03-05' as never, to: '1990-03-05' as never }, true],
    // Half past midnight of the 20th in Vienna.
    [{ path: 'customFields.seen', is: 'days', from: '2026-11-20' as never, to: '2026-11-20' as never }, true],
    [{ path: 'customFields.seen', is: 'days', to: '2026-11-19' as never }, false],
    [{ path: 'customFields.seen', is: 'last', days: 1 }, true],
    [{ path: 'customFields.seen', is: 'next', days: 1 }, true],
    [{ path: 'birthDate', is: 'next', days: 30 }, false],
    [{ path: 'customFields.vip', is: 'any', values: ['false'] }, true],
    [{ path: 'customFields.vip', is: 'none', values: ['true'] }, true],
    [{ path: 'jobTitle', is: 'empty' }, true],
    [{ path: 'name', is: 'filled' }, true],
  ];
  for (const [filter, expected] of cases) expect([filter, holds(filter, row)]).toEqual([filter, expected]);
});

it('LS46 reads conditions back from a filter, and leaves alone what no chip could show', () => {
  const fields = registry.fieldsOf('contact');
  const written = (filter: ListFilter) => {
    const field = fields.find(({ path }) => path === filter.path);
    if (!field) throw new Error(filter.path);
    return filterOf(filter, field, moment);
  };
  const filters: readonly ListFilter[] = [
    { path: 'name', is: 'contains', text: 'fontan' },
    { path: 'name', is: 'equals', text: 'Lea' },
    { path: 'lifecycleStage', is: 'any', values: ['lead', 'customer'] },
    { path: 'lifecycleStage', is: 'none', values: ['lead'] },
    { path: 'customFields.vip', is: 'any', values: ['false'] },
    { path: 'customFields.spent', is: 'between', least: 100, most: 900, currency: 'EUR' },
    { path: 'customFields.spent', is: 'between', most: 900, currency: 'EUR' },
    { path: 'birthDate', is: 'days', from: '1990-01-01' as never },
    { path: 'birthDate', is: 'last', days: 30 },
    { path: 'birthDate', is: 'next', days: 7 },
    { path: 'customFields.seen', is: 'days', from: '2026-11-01' as never, to: '2026-11-20' as never },
    { path: 'customFields.seen', is: 'last', days: 3 },
    { path: 'customFields.seen', is: 'next', days: 3 },
    { path: 'name', is: 'empty' },
    { path: 'name', is: 'filled' },
  ];
  for (const filter of filters) expect(readFilter(written(filter), fields, moment)).toEqual([filter]);
  const all = { and: filters.map(written) };
  expect(readFilter(all, fields, moment)).toEqual(filters);
  const least = { field: 'customFields.spent.minor', is: 'gte', value: 5 } as const;
  expect(readFilter(least, fields, moment)).toEqual([{ path: 'customFields.spent', is: 'between', least: 5 }]);
  const beyond = [
    { or: [written({ path: 'name', is: 'empty' }), least] },
    { and: [least, { or: [least] }] },
    { field: 'nowhere', is: 'eq', value: 1 } as const,
    { field: 'customFields.spent.minor', is: 'gt', value: 5 } as const,
    { not: least },
  ];
  for (const filter of beyond) expect(readFilter(filter, fields, moment)).toBe(undefined);
});

it('LS46 takes no condition for a chip that asks something else', () => {
  const fields = registry.fieldsOf('contact');
  const [spent, seen] = ['customFields.spent.minor', 'customFields.seen'];
  const beyond: readonly Filter[] = [
    { field: spent, is: 'lt', value: 5 },
    {
      and: [
        { field: spent, is: 'gte', value: 1 },
        { field: spent, is: 'lt', value: 5 },
      ],
    },
    {
      and: [
        { field: 'name.currency', is: 'eq', value: 'EUR' },
        { field: spent, is: 'gte', value: 1 },
      ],
    },
    { field: 'birthDate', is: 'lt', value: '2027-01-01' },
    {
      and: [
        { field: 'birthDate', is: 'gte', value: { day: -6 } },
        { field: 'birthDate', is: 'lt', value: { day: 0 } },
      ],
    },
    {
      and: [
        { field: 'birthDate', is: 'gte', value: { day: 4 } },
        { field: 'birthDate', is: 'lte', value: { day: 0 } },
      ],
    },
    {
      and: [
        { field: seen, is: 'gte', value: { instant: -3_600_000 } },
        { field: seen, is: 'lte', value: { instant: 0 } },
      ],
    },
    { field: seen, is: 'gte', value: '2026-11-22T11:00:00.000Z' },
    { field: seen, is: 'lte', value: '2026-11-22T23:00:00.000Z' },
    { field: seen, is: 'gte', value: 'yesterday' },
    { field: 'lifecycleStage', is: 'in', value: ['lead', null] },
    { field: 'lifecycleStage', is: 'eq', value: null },
    { not: { field: 'lifecycleStage', is: 'in', value: ['lead', null] } },
    { field: 'name', is: 'in', value: [1, 2] },
    { field: 'customFields.vip', is: 'eq', value: false },
  ];
  for (const filter of beyond) expect([filter, readFilter(filter, fields, moment)]).toEqual([filter, undefined]);
});

it('LS46 reads what says the same in other words', () => {
  const fields = registry.fieldsOf('contact');
  const cases: readonly (readonly [Filter, ListFilter])[] = [
    [
      { field: 'lifecycleStage', is: 'eq', value: 'lead' },
      { path: 'lifecycleStage', is: 'any', values: ['lead'] },
    ],
    [
      { field: 'customFields.vip', is: 'in', value: [null, false] },
      { path: 'customFields.vip', is: 'any', values: ['false'] },
    ],
    [
      {
        and: [
          { field: 'birthDate', is: 'lte', value: { day: 0 } },
          { field: 'birthDate', is: 'gte', value: { day: -6 } },
        ],
      },
      { path: 'birthDate', is: 'last', days: 7 },
    ],
  ];
  for (const [filter, chip] of cases) expect(readFilter(filter, fields, moment)).toEqual([chip]);
});
