import { compileFilter, dependenciesOf, type Filter, lowerFilter, parseFilter } from '@kith/core';
import { describeFilter } from '@kith/core/describe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envAt, frozen } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { filters } from './generated.js';

/** The code, the path and what is suggested; or 'ok'. */
function refusal(value: unknown): string {
  const parsed = parseFilter(value);
  if (parsed.ok) return 'ok';
  const { code, path = 'here', message } = parsed.problem;
  const meant = /Did you mean "(\w+)"/.exec(message)?.[1];
  return `${code} ${path}${meant ? ` ${meant}?` : ''}`;
}

const named = { field: 'name', is: 'eq', value: 'Acme' };

describe('filters from JSON', () => {
  it.each([
    [undefined, 'filters/not-a-condition here'],
    [null, 'filters/not-a-condition here'],
    ['name = Acme', 'filters/not-a-condition here'],
    [[named], 'filters/not-a-condition here'],
    [{}, 'filters/missing-property field'],
    [{ and: [named, { field: 'x', is: 'eq' }] }, 'filters/missing-property and[1].value'],
    [{ and: [named, { field: 'x', is: 'in', value: 'a' }] }, 'filters/wrong-value and[1].value'],
    [{ or: [{ not: { field: 'x', is: 'in', value: ['a', { days: 3 }] } }] }, 'filters/wrong-value or[0].not.value[1]'],
    [{ and: named }, 'filters/wrong-value and'],
    [{ AND: [named] }, 'filters/unknown-property AND and?'],
    [{ fields: 'name', is: 'eq', value: 1 }, 'filters/unknown-property fields field?'],
    [{ field: 'name', op: 'eq', value: 1 }, 'filters/unknown-property op'],
    [{ and: [named], or: [named] }, 'filters/unknown-property or'],
    [{ not: named, value: 1 }, 'filters/unknown-property value'],
    [{ field: 'name', is: 'startWith', value: 'A' }, 'filters/unknown-operator is startsWith?'],
    [{ field: 'name', is: 'Contain', value: 'A' }, 'filters/unknown-operator is contains?'],
    [{ field: 'name', is: '>=', value: 1 }, 'filters/unknown-operator is gte?'],
    [{ field: 'name', is: 'constructor', value: 1 }, 'filters/unknown-operator is'],
    [{ field: 'name', is: 7, value: 1 }, 'filters/unknown-operator is'],
    [{ field: 'name', is: 'lt', value: null }, 'filters/wrong-value value'],
    [{ field: 'name', is: 'contains', value: 7 }, 'filters/wrong-value value'],
    [{ field: 'name', is: 'exists', value: 'yes' }, 'filters/wrong-value value'],
    [{ field: 'name', is: 'eq', value: { day: 1.5 } }, 'filters/wrong-value value'],
    [{ field: 'name', is: 'eq', value: { day: 1, instant: 1 } }, 'filters/wrong-value value'],
    [{ field: 'name', is: 'eq', value: { minor: 1, currency: 'EUR' } }, 'filters/wrong-value value'],
    [{ field: 'name', is: 'eq', value: Number.NaN }, 'filters/wrong-value value'],
    [{ field: '', is: 'eq', value: 1 }, 'filters/wrong-value field'],
    [{ field: 'a..b', is: 'eq', value: 1 }, 'filters/wrong-value field'],
    [{ field: ['a'], is: 'eq', value: 1 }, 'filters/wrong-value field'],
    [JSON.parse('{"__proto__": [], "and": []}'), 'filters/unknown-property __proto__'],
  ])('F18 refuses %j with %s', (value, expected) => {
    expect(refusal(value)).toBe(expected);
  });

  it('F18 says what is wrong and what would do', () => {
    expect(parseFilter({ and: [named, { field: 'x', is: 'between', value: [1, 2] }] })).toEqual({
      ok: false,
      problem: {
        code: 'filters/unknown-operator',
        message:
          'and[1].is: There is no operator "between". The operators are eq, ne, lt, lte, gt, gte, contains, startsWith, in, exists.',
        path: 'and[1].is',
      },
    });
  });

  it('F19 never throws on JSON', () => {
    const keys = fc.constantFrom('and', 'or', 'not', 'field', 'is', 'value', 'day', 'instant', '__proto__', 'x');
    const nearly = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.jsonValue(),
        fc.constantFrom('eq', 'in', 'contains', 'exists', 'name', 5, null, true),
        fc.dictionary(keys, tie('node'), { maxKeys: 4 }),
        fc.array(tie('node'), { maxLength: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(nearly, (value) => {
        const parsed = parseFilter(value);
        if (!parsed.ok) {
          expect(parsed.problem.code).toMatch(/^filters\/[a-z-]+$/);
          expect(parsed.problem.message.length).toBeLessThan(1000);
        }
      }),
      fuzz(5000),
    );
    let deep = '{"not":'.repeat(5_000);
    deep = `${deep}1${'}'.repeat(5_000)}`;
    expect(refusal(JSON.parse(deep))).toMatch(/^filters\/too-deep not\.not/);
    expect(refusal(JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`))).toBe('filters/not-a-condition here');
    const circular: { not?: unknown } = {};
    circular.not = circular;
    expect(refusal(circular)).toMatch(/^filters\/too-deep/);
  });

  it('F20 accepts what it has written, and what it accepts can be used', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const parsed = parseFilter(JSON.parse(JSON.stringify(filter)));
        expect(parsed).toEqual({ ok: true, value: filter });
        if (!parsed.ok) return;
        const env = envAt();
        compileFilter(parsed.value, env)({});
        lowerFilter(parsed.value, env);
        expect(describeFilter(parsed.value, 'en')).not.toBe('');
        expect(describeFilter(parsed.value, 'zh-Hans')).not.toBe('');
      }),
      fuzz(2000),
    );
  });

  it('F20 makes a new filter and does not mutate what it reads', () => {
    const value = frozen({ and: [{ field: 'x', is: 'in', value: [{ day: 0 }] }] });
    const parsed = parseFilter(value);
    expect(parsed.ok && parsed.value).toEqual(value);
    expect(parsed.ok && parsed.value).not.toBe(value);
  });

  it('F21 limits nesting, parts, text and reach', () => {
    const nested = (levels: number): unknown => (levels === 0 ? named : { not: nested(levels - 1) });
    expect(refusal(nested(32))).toBe('ok');
    expect(refusal(nested(33))).toMatch(/^filters\/too-deep/);
    expect(refusal({ field: 'x', is: 'in', value: Array.from({ length: 19_999 }, (_, index) => index) })).toBe('ok');
    expect(refusal({ field: 'x', is: 'in', value: Array.from({ length: 20_000 }, (_, index) => index) })).toBe(
      'filters/too-large value[19999]',
    );
    expect(refusal({ or: Array.from({ length: 20_000 }, () => named) })).toBe('filters/too-large or[19999]');
    expect(refusal({ field: 'x', is: 'contains', value: 'a'.repeat(10_001) })).toBe('filters/wrong-value value');
    expect(refusal({ field: 'x'.repeat(201), is: 'eq', value: 1 })).toBe('filters/wrong-value field');
    expect(refusal({ field: 'x', is: 'lt', value: { day: 100_000 } })).toBe('ok');
    expect(refusal({ field: 'x', is: 'lt', value: { day: 100_001 } })).toBe('filters/wrong-value value');
    expect(refusal({ field: 'x', is: 'lt', value: { instant: -100_001 * 86_400_000 } })).toBe(
      'filters/wrong-value value',
    );
  });

  it('F29 is asked of filters that nobody read, too', () => {
    const nested = (levels: number, wrap: (inner: Filter) => Filter): Filter => {
      let filter: Filter = { field: 'name', is: 'eq', value: 'x' };
      for (let level = 0; level < levels; level++) filter = wrap(filter);
      return filter;
    };
    const readers: readonly ((filter: Filter) => unknown)[] = [
      (filter) => compileFilter(filter, envAt()),
      (filter) => lowerFilter(filter, envAt()),
      dependenciesOf,
      (filter) => describeFilter(filter, 'en'),
    ];
    for (const wrap of [
      (inner: Filter) => ({ and: [inner] }),
      (inner: Filter) => ({ or: [inner, { and: [] }] }),
      (inner: Filter) => ({ not: inner }),
    ])
      for (const read of readers) {
        expect(() => read(nested(500, wrap))).not.toThrow();
        for (const levels of [501, 100_000])
          expect(() => read(nested(levels, wrap))).toThrow(
            expect.objectContaining({ code: 'filters/too-deep', message: expect.stringContaining('Take a level out') }),
          );
      }
  });
});
