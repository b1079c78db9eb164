import type { Day } from '@kith/core';
import { sample } from '@kith/core/sample';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { collections } from '../../packages/store/src/collections.js';
import { fits } from '../../packages/store/src/fits.js';

const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  5,
  -1,
  0.5,
  Number.NaN,
  true,
  {},
  [],
  ['x'],
  [{}],
  [null],
  new Date(0),
  new Map(),
];

describe('whether a row fits its schema', () => {
  it('S6 says yes only where the schema does, whatever stands in whichever field', () => {
    const rowsByCollection = new Map<string, object[]>();
    for (const { collection, entity: row } of sample({ seed: 'fits', size: 400, until: '2026-11-22' as Day })) {
      const rows = rowsByCollection.get(collection) ?? [];
      rowsByCollection.set(collection, rows);
      if (rows.length < 12) rows.push(row);
    }
    let compared = 0;
    for (const { name, schema } of collections)
      for (const row of rowsByCollection.get(name) ?? []) {
        expect(fits(schema, row), name).toBe(true);
        for (const key of Object.keys({ ...row, nonsense: 1 }))
          for (const value of WRONG) {
            const wrong = { ...row, [key]: value };
            if (fits(schema, wrong))
              expect(schema.safeParse(wrong).success, `${name}.${key}: ${String(value)}`).toBe(true);
            compared++;
          }
      }
    expect(compared).toBeGreaterThan(5_000);
  });

  it('S6 asks the schema itself where it is made of something else', () => {
    const schema = z.object({
      code: z.string().check(z.regex(/^[A-Z]+$/)),
      few: z.array(z.number()).check(z.maxLength(2)),
      strict: z.strictObject({ id: z.string() }),
      either: z.union([z.literal('a'), z.int()]),
      tags: z.record(z.string(), z.nullable(z.boolean())),
    });
    const row = { code: 'AB', few: [1], strict: { id: 'x' }, either: 3, tags: { a: null, b: true } };
    expect(fits(schema, row)).toBe(true);
    for (const wrong of [
      { code: 'ab' },
      { few: [1, 2, 3] },
      { strict: { id: 'x', more: 1 } },
      { either: 0.5 },
      { tags: { a: 'no' } },
    ])
      expect(fits(schema, { ...row, ...wrong }), JSON.stringify(wrong)).toBe(false);
  });
});
