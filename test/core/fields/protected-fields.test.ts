import { protectedFields } from '@kith/core/fields';
import { describe, expect, it } from 'vitest';
import { field, registryOf } from './registry-of.js';

describe('fields that not everybody sees', () => {
  it('CF51 protects what is computed like all that it reads, on whatever way', () => {
    const registry = registryOf(
      field({ name: 'cost', type: 'money', access: { view: ['boss'], edit: ['boss'] } }),
      field({ name: 'illness', type: 'number', sensitivity: 'health' }),
      field({ name: 'open', type: 'number', sensitivity: 'none' }),
      field({ name: 'noted', type: 'number', access: { edit: ['boss'] } }),
      field({ name: 'margin', type: 'formula', formula: 'amount - cost' }),
      field({ name: 'both', type: 'formula', formula: 'if(illness > 0, margin, amount)', access: { view: ['nurse'] } }),
      field({ name: 'free', type: 'formula', formula: 'open + noted' }),
      field({
        on: 'company',
        name: 'margins',
        type: 'rollUp',
        rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'margin' },
      }),
      field({
        on: 'company',
        name: 'ill',
        type: 'rollUp',
        rollUp: {
          of: 'deal',
          by: 'companyId',
          take: 'count',
          where: { field: 'customFields.illness', is: 'gt', value: 0 },
        },
      }),
      field({
        on: 'company',
        name: 'groupMargins',
        type: 'rollUp',
        rollUp: { of: 'company', by: 'parentId', take: 'sum', field: 'margins' },
      }),
      field({
        on: 'company',
        name: 'dear',
        type: 'rollUp',
        rollUp: {
          of: 'deal',
          by: 'companyId',
          take: 'last',
          field: 'name',
          order: 'expectedCloseDay',
          where: { field: 'customFields.cost.minor', is: 'gt', value: 1 },
        },
      }),
      field({
        on: 'company',
        name: 'latest',
        type: 'rollUp',
        rollUp: { of: 'deal', by: 'companyId', take: 'last', field: 'name', order: 'illness' },
      }),
      field({ on: 'company', name: 'plain', type: 'formula', formula: 'upper(name)' }),
    );
    const by = (kind: string) =>
      Object.fromEntries(
        registry
          .fieldsOf(kind)
          .filter(({ origin }) => origin !== 'built-in')
          .map(({ name, path }) => [
            name,
            protectedFields(registry)
              .filter((each) => each.collection === registry.entity(kind)?.collection && each.field === path)
              .map(({ collection: _, field: __, ...protection }) => protection),
          ]),
      );
    expect(by('deal')).toEqual({
      cost: [{ read: ['boss'], update: ['boss'] }],
      illness: [{ sensitivity: 'health' }],
      open: [],
      noted: [{ update: ['boss'] }],
      margin: [{ read: ['boss'] }],
      both: [{ read: ['nurse'] }, { sensitivity: 'health' }, { read: ['boss'] }],
      free: [],
    });
    expect(by('company')).toEqual({
      margins: [{ read: ['boss'] }],
      ill: [{ sensitivity: 'health' }],
      groupMargins: [{ read: ['boss'] }],
      dear: [{ read: ['boss'] }],
      latest: [{ sensitivity: 'health' }],
      plain: [],
    });
    expect(protectedFields(registry, 'deal').every(({ collection }) => collection === 'deals')).toBe(true);
  });

  it('CF51 protects what is computed from a built-in field that is sensitive, and from a part of it', () => {
    const registry = registryOf(
      field({ on: 'contact', name: 'age', type: 'formula', formula: 'year(today()) - year(birthDate)' }),
      field({
        on: 'company',
        name: 'reachable',
        type: 'rollUp',
        rollUp: {
          of: 'contact',
          by: 'companyId',
          take: 'count',
          where: { field: 'emails', is: 'exists', value: true },
        },
      }),
    );
    const found = protectedFields(registry).filter(({ field: path }) => path.startsWith('customFields.'));
    expect(found).toEqual([
      { collection: 'contacts', field: 'customFields.age', sensitivity: 'personal' },
      { collection: 'companies', field: 'customFields.reachable', sensitivity: 'personal' },
    ]);
  });
});
