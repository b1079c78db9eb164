import type { Problem } from '@kith/core';
import { checkRow, defaultsOf, type FieldDefinition, valueProblem } from '@kith/core/fields';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../support/env.js';
import { field, registryOf } from './registry-of.js';

const moment = { now: NOW, timeZone: 'Europe/Vienna' };
const problemsOf = (definitions: readonly FieldDefinition[], row: object, before?: object): readonly Problem[] =>
  checkRow(row, { registry: registryOf(...definitions), kind: 'deal', before, moment });
const codesOf = (...given: Parameters<typeof problemsOf>): readonly string[] =>
  problemsOf(...given).map(({ code }) => code);
const values = (customFields: object): object => ({ customFields });

describe('the values of a row', () => {
  const options = [{ value: 'gold' }, { value: 'silver' }, { value: 'tin', retired: true }];
  it.each<[Partial<FieldDefinition> & Pick<FieldDefinition, 'type'>, readonly unknown[], readonly unknown[]]>([
    [{ type: 'text', least: 2, most: 5 }, ['ab', 'abcde'], ['a', 'abcdef', 5, true, ['ab']]],
    [{ type: 'longText' }, ['x'.repeat(100_000)], ['x'.repeat(100_001)]],
    [
      { type: 'number', least: 0, most: 10, decimals: 2 },
      [0, 10, 0.25],
      [-0.01, 10.5, 0.255, '5', Number.NaN, Number.POSITIVE_INFINITY],
    ],
    [{ type: 'percent' }, [12.5, -3], ['12', 0.123_456_7]],
    [
      { type: 'money', currency: 'EUR', most: 100 },
      [{ minor: 100_00, currency: 'EUR' }],
      [
        { minor: 100_01, currency: 'EUR' },
        { minor: 1, currency: 'USD' },
        { minor: 0.5, currency: 'EUR' },
        5,
        { currency: 'EUR' },
      ],
    ],
    [
      { type: 'money' },
      [{ minor: -5, currency: 'JPY' }],
      [{ minor: 5, currency: 'yen' }, [{ minor: 5, currency: 'EUR' }]],
    ],
    [{ type: 'day' }, ['2026-02-28'], ['2026-02-29', '28.02.2026', 20260228]],
    [{ type: 'instant' }, [NOW], ['2026-11-22', '2026-11-22T08:30:00Z']],
    [{ type: 'boolean' }, [true, false], ['true', 0]],
    [{ type: 'choice', options }, ['gold', 'tin'], ['bronze', ['gold'], '__proto__']],
    [
      { type: 'choices', options, most: 2 },
      [['gold', 'silver']],
      [['gold', 'gold'], ['gold', 'silver', 'tin'], 'gold', ['bronze']],
    ],
    [
      { type: 'email' },
      ['léa@brama.example', 'a+b@c.example.com'],
      ['lea', 'lea@', 'lea@brama', 'a b@c.de', '@c.de', `${'a'.repeat(65)}@b.de`],
    ],
    [{ type: 'phone' }, ['+43 (1) 234-56.78', '112', '030/1234 ext. 9'], ['+', 'call me', '']],
    [
      { type: 'url' },
      ['https://brama.example/a?b#c', 'http://localhost:8080'],
      ['brama.example', 'javascript:alert(1)', 'https://a:b@c.de', 'https://a b.de'],
    ],
    [{ type: 'reference', to: 'company' }, ['company_1'], ['contact_1', 'company_', 5]],
    [{ type: 'user' }, ['user_hanna'], ['hanna', 'team_1']],
  ])('CF9 fit their type and bounds: %o', (definition, good, bad) => {
    const made = registryOf(field({ name: 'x', ...definition })).field('deal', 'x')!;
    expect(good.map((value) => valueProblem(made, value)?.message)).toEqual(good.map(() => undefined));
    for (const value of bad)
      expect(valueProblem(made, value)).toMatchObject({ path: 'customFields.x', params: { on: 'deal', name: 'x' } });
  });

  it('CF9 are decided quickly, whatever is written', () => {
    const made = registryOf(
      field({ name: 'p', type: 'phone' }),
      field({ name: 'e', type: 'email' }),
      field({ name: 'u', type: 'url' }),
    );
    for (const name of ['p', 'e', 'u'])
      for (const text of ['1'.repeat(100_000), `${'a.'.repeat(50_000)}@`, `http://${'a'.repeat(100_000)} `])
        expect(valueProblem(made.field('deal', name)!, text)).toBeDefined();
  });

  it('CF10 must be there where the definition says so: always, or where a filter holds', () => {
    const always = field({ name: 'source', type: 'number', required: true });
    expect(codesOf([{ ...always, name: 'origin' }], {})).toEqual(['fields/required']);
    const won = field({ name: 'contract', type: 'text', required: { field: 'status', is: 'eq', value: 'won' } });
    expect(problemsOf([won], { status: 'won' })).toMatchObject([
      {
        code: 'fields/required',
        path: 'customFields.contract',
        fix: { kind: 'fields', fields: ['customFields.contract'] },
      },
    ]);
    expect(codesOf([won], { status: 'open' })).toEqual([]);
    expect(codesOf([won], { status: 'won', ...values({ contract: 'C-1' }) })).toEqual([]);
    expect(codesOf([won], { status: 'won', ...values({ contract: '' }) })).toEqual(['fields/required']);
  });

  it('CF10 may be missing where they were missing before, but not be taken away, nor the row become one that needs them', () => {
    const won = field({ name: 'contract', type: 'text', required: { field: 'status', is: 'eq', value: 'won' } });
    expect(codesOf([won], { status: 'won', name: 'b' }, { status: 'won', name: 'a' })).toEqual([]);
    expect(codesOf([won], { status: 'won' }, { status: 'won', ...values({ contract: 'C-1' }) })).toEqual([
      'fields/required',
    ]);
    expect(codesOf([won], { status: 'won' }, { status: 'open' })).toEqual(['fields/required']);
  });

  it('CF11 are checked where they change: what fits no longer stays', () => {
    const number = field({ name: 'size', type: 'number' });
    expect(
      codesOf([number], { name: 'b', ...values({ size: 'large' }) }, { name: 'a', ...values({ size: 'large' }) }),
    ).toEqual([]);
    expect(codesOf([number], values({ size: 'larger' }), values({ size: 'large' }))).toEqual(['fields/wrong-type']);
    expect(codesOf([number], values({}), values({ size: 'large' }))).toEqual([]);
  });

  it('CF12 keep a retired option, but nobody chooses it anew', () => {
    const metal = field({ name: 'metal', type: 'choice', options });
    expect(codesOf([metal], values({ metal: 'tin' }), values({ metal: 'tin' }))).toEqual([]);
    expect(codesOf([metal], values({ metal: 'tin' }), values({ metal: 'gold' }))).toEqual(['fields/retired-option']);
    const metals = field({ name: 'metals', type: 'choices', options });
    expect(codesOf([metals], values({ metals: ['tin', 'gold'] }), values({ metals: ['tin'] }))).toEqual([]);
  });

  it('CF13 that no definition names are let be, unless their name is no name', () => {
    expect(codesOf([], values({ approvedBy: 'Hanna' }))).toEqual([]);
    const hostile = JSON.parse('{"customFields":{"__proto__":{"admin":true}}}') as object;
    expect(codesOf([], hostile)).toEqual(['fields/bad-name']);
    expect(codesOf([], values({ constructor: 'x' }))).toEqual(['fields/bad-name']);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('CF14 get their default in a new row that brings none', () => {
    const registry = registryOf(
      field({ name: 'tier', type: 'choice', options, default: 'silver' }),
      field({ name: 'size', type: 'number' }),
    );
    expect(defaultsOf(registry, 'deal', {})).toEqual({ tier: 'silver' });
    expect(defaultsOf(registry, 'deal', values({ tier: 'gold' }))).toEqual({});
  });
});
