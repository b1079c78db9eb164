import { checkDefinition, type FieldDefinition, fieldRegistry, labelIn } from '@kith/core/fields';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';
import { field, registryOf } from './registry-of.js';

const options = [{ value: 'a' }, { value: 'b' }];
const refused = (definition: FieldDefinition, ...others: readonly FieldDefinition[]) =>
  problemOf(checkDefinition(registryOf(...others), definition));

describe('a definition of a field', () => {
  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'hasOwnProperty',
    'toString',
    '__defineGetter__',
    '',
    '9lives',
    'two words',
    'a.b',
    'größe',
    'and',
    'blank',
    'x'.repeat(64),
  ])('CF2 is refused with the name %j, which the problem names', (name) => {
    const problem = refused(field({ name, type: 'text' }));
    expect(problem).toMatchObject({ code: 'fields/bad-name', path: 'name', params: { on: 'deal' } });
    expect(problem.message).toContain(`"${name}"`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['amount', 'Amount', 'nextStep', 'customFields', 'id', 'externalIds', 'tags', 'budget', 'BUDGET'])(
    'CF2 is refused where the name is taken: %s',
    (name) => {
      const own = field({ name: 'budget', type: 'money' });
      const others = name === 'budget' ? [field({ name: 'Budget', type: 'money' })] : [own];
      expect(refused(field({ name, type: 'text' }), ...others).code).toBe('fields/duplicate');
    },
  );

  it('CF2 replaces the one of the same name, and may stand on another kind', () => {
    const registry = registryOf(field({ name: 'budget', type: 'money' }));
    valueOf(checkDefinition(registry, field({ name: 'budget', type: 'number' })));
    valueOf(checkDefinition(registry, field({ name: 'budget', type: 'number', on: 'company' })));
  });

  it.each<[string, string, string, Partial<FieldDefinition>]>([
    ['a kind that is not there', 'fields/unknown-kind', 'on', { on: 'dael' }],
    ['no label', 'fields/no-label', 'labels', { labels: { en: ' ' } }],
    ['a choice without options', 'fields/options', 'options', { type: 'choice' }],
    ['an option twice', 'fields/options', 'options', { type: 'choice', options: [...options, { value: 'a' }] }],
    ['options of a text', 'fields/options', 'options', { options }],
    ['more than there can be', 'fields/invalid-definition', 'most', { least: 3, most: 2 }],
    ['bounds of a boolean', 'fields/invalid-definition', 'least', { type: 'boolean', least: 3 }],
    ['a unique amount', 'fields/not-unique-type', 'unique', { type: 'money', unique: true }],
    ['a searched number', 'fields/invalid-definition', 'searched', { type: 'number', searched: true }],
    ['a formula without one', 'fields/invalid-definition', 'formula', { type: 'formula' }],
    ['a formula of a text', 'fields/invalid-definition', 'formula', { formula: '1' }],
    ['a required formula', 'fields/invalid-definition', 'type', { type: 'formula', formula: '1', required: true }],
    ['a reference to nothing', 'fields/invalid-definition', 'to', { type: 'reference' }],
    ['a reference to no kind', 'fields/unknown-kind', 'to', { type: 'reference', to: 'ship' }],
    ['a default that does not fit', 'fields/default', 'default', { type: 'day', default: '2026-02-30' }],
    ['a filter that is none', 'fields/invalid-definition', 'required', { required: { is: 'x' } as never }],
    [
      'a filter over no field',
      'fields/unknown-field',
      'required',
      { required: { field: 'statsu', is: 'eq', value: 'won' } },
    ],
    [
      'a colour that is none',
      'fields/invalid-definition',
      'options.0.color',
      { type: 'choice', options: [{ value: 'a', color: 'red;' }] },
    ],
    ['a type that is none', 'fields/invalid-definition', 'type', { type: 'colour' as never }],
  ])('CF3 is refused with %s', (_, code, path, changes) => {
    expect(refused(field({ name: 'x', type: 'text', ...changes }))).toMatchObject({ code, path });
  });

  it('CF3 suggests the kind and the field that were probably meant', () => {
    expect(refused(field({ name: 'x', type: 'text', on: 'deals' })).message).toContain('Did you mean "deal"?');
    const required = { field: 'statsu', is: 'eq', value: 'won' } as const;
    expect(refused(field({ name: 'x', type: 'text', required })).message).toContain('Did you mean "status"?');
  });

  it('CF4 is refused where a field would be computed from itself, with the way round', () => {
    const [a, b, c] = [
      field({ name: 'a', type: 'formula', formula: '1' }),
      field({ name: 'b', type: 'formula', formula: 'a + 1' }),
      field({ name: 'c', type: 'formula', formula: 'b * 2' }),
    ];
    const problem = refused({ ...a, formula: 'c - 1' }, a, b, c);
    expect(problem).toMatchObject({
      code: 'fields/circle',
      path: 'formula',
      params: { circle: 'deal.a → deal.c → deal.b → deal.a' },
    });
    expect(refused({ ...a, formula: 'a + 1' }, a, b, c).params?.circle).toBe('deal.a → deal.a');
  });

  it('CF4 is refused where roll-ups go round over two kinds, or over one that belongs to itself', () => {
    const total = field({
      on: 'company',
      name: 'total',
      type: 'rollUp',
      rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'share' },
    });
    const share = field({ name: 'share', type: 'number' });
    const twice = field({ on: 'company', name: 'twice', type: 'number' });
    expect(
      refused(
        field({
          on: 'company',
          name: 'twice',
          type: 'rollUp',
          rollUp: { of: 'company', by: 'parentId', take: 'sum', field: 'customFields.twice' },
        }),
        share,
        twice,
      ),
    ).toMatchObject({ code: 'fields/circle', params: { circle: 'company.twice → company.twice' } });
    const back = { ...share, type: 'formula', formula: '1' } as const;
    valueOf(
      checkDefinition(registryOf(share, { ...total, rollUp: { ...total.rollUp!, field: 'customFields.share' } }), back),
    );
  });

  it('CF5 may come in any order, and what does not fit is left out and said', () => {
    const host = [
      field({ name: 'c', type: 'formula', formula: 'b * 2' }),
      field({ name: 'b', type: 'formula', formula: 'a + 1' }),
      field({ name: 'a', type: 'number' }),
      field({ name: 'round', type: 'formula', formula: 'about' }),
      field({ name: 'about', type: 'formula', formula: 'round' }),
      field({ name: '__proto__', type: 'text' }),
    ];
    const registry = fieldRegistry({ host });
    expect(registry.computedOf('deal').map(({ name }) => name)).toEqual(['b', 'c']);
    expect(registry.problems.map(({ code, params }) => [code, params?.['name'], params?.['circle']])).toEqual([
      ['fields/circle', 'round', 'deal.round → deal.about → deal.round'],
      ['fields/circle', 'about', 'deal.about → deal.round → deal.about'],
      ['fields/bad-name', '__proto__', undefined],
    ]);
  });

  it('CF6 adds kinds of entities, whose rows have a name and the stamps', () => {
    const vehicle = { kind: 'vehicle', collection: 'vehicles', labels: { en: 'Vehicle' }, plural: { en: 'Vehicles' } };
    const registry = fieldRegistry({
      entities: [vehicle],
      host: [field({ on: 'vehicle', name: 'plate', type: 'text', unique: true })],
    });
    expect(registry.problems).toEqual([]);
    expect(registry.fieldsOf('vehicle').map(({ path }) => path)).toEqual([
      'name',
      'ownerId',
      'tags',
      'createdAt',
      'createdBy',
      'modifiedAt',
      'modifiedBy',
      'customFields.plate',
    ]);
    const wrong = (changes: Partial<typeof vehicle>) =>
      fieldRegistry({ entities: [{ ...vehicle, ...changes }] }).problems[0]?.code;
    expect(wrong({ kind: '__proto__' })).toBe('fields/bad-kind');
    expect(wrong({ kind: 'constructor' })).toBe('fields/bad-kind');
    expect(wrong({ collection: 'historySteps' })).toBe('fields/bad-kind');
    expect(wrong({ kind: 'deal' })).toBe('fields/duplicate-kind');
    expect(wrong({ collection: 'deals' })).toBe('fields/duplicate-kind');
    expect(wrong({ labels: { en: '' } })).toBe('fields/no-label');
  });

  it('CF7 is called what the language has for it, and else what there is', () => {
    const both = { name: 'budget', labels: { en: 'Budget', 'zh-Hans': '预算' } };
    expect(['zh-Hans-CN', 'zh-Hans', 'en-GB', 'de'].map((language) => labelIn(both, language))).toEqual([
      '预算',
      '预算',
      'Budget',
      'Budget',
    ]);
    expect(labelIn({ name: 'budget', labels: { de: 'Etat' } }, 'en')).toBe('Etat');
    expect(labelIn({ name: 'budget', labels: {} }, '__proto__')).toBe('budget');
  });

  it('CF8 of a roll-up names rows that refer to it, and a field of theirs that can be taken so', () => {
    const rollUp = (changes: object) =>
      refused(
        field({
          on: 'company',
          name: 'x',
          type: 'rollUp',
          rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'amount', ...changes },
        }),
      );
    expect(rollUp({ of: 'ship' }).code).toBe('fields/unknown-kind');
    expect(rollUp({ by: 'compnyId' })).toMatchObject({ code: 'fields/unknown-field', path: 'rollUp.by' });
    expect(rollUp({ by: 'teamId' })).toMatchObject({ code: 'fields/roll-up', path: 'rollUp.by' });
    expect(rollUp({ field: 'name' })).toMatchObject({ code: 'fields/roll-up', path: 'rollUp.field' });
    expect(rollUp({ take: 'count' })).toMatchObject({ code: 'fields/roll-up', path: 'rollUp.field' });
    expect(rollUp({ take: 'last' })).toMatchObject({ code: 'fields/roll-up', path: 'rollUp.order' });
    expect(rollUp({ take: 'last', order: 'name' })).toMatchObject({ code: 'fields/roll-up', path: 'rollUp.order' });
    expect(rollUp({ where: { field: 'nope', is: 'exists', value: true } })).toMatchObject({
      code: 'fields/unknown-field',
      path: 'rollUp.where',
    });
  });
});
