import { memoryAdapter, type RowData } from '@kith/adapters';
import { type Filter, lowerFilter, matches, type RowFilter } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../packages/core/src/filters/text.js';
import { envAt } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { entities, filters, moments } from './generated.js';
import { meets, rowMeets } from './reference.js';

const lower = (filter: Filter) => lowerFilter(filter, envAt());
const acme: Filter = { field: 'name', is: 'contains', value: 'acme' };
const open: Filter = { field: 'status', is: 'eq', value: 'open' };
const openRow: RowFilter = { f: 'status', is: 'eq', v: 'open' };

describe('lowering', () => {
  it('F14, F15 holds for every entity that meets the filter, and when exact for no other', () => {
    let inexact = 0;
    fc.assert(
      fc.property(filters, fc.array(entities, { minLength: 1, maxLength: 8 }), moments, (filter, rows, moment) => {
        const lowered = lowerFilter(filter, moment);
        if (!lowered.exact) inexact += 1;
        for (const row of rows) {
          const wanted = meets(filter, row, moment);
          const answered = rowMeets(lowered.filter, row);
          if (wanted) expect(answered).toBe(true);
          if (lowered.exact) expect(answered).toBe(wanted);
        }
      }),
      fuzz(3000),
    );
    expect(inexact).toBeGreaterThan(300);
  });

  it('F14 widens from within under a not', () => {
    expect(lower({ not: acme })).toEqual({ filter: { and: [] }, exact: false });
    expect(lower({ not: { not: acme } })).toEqual({ filter: { f: 'name', is: 'exists', v: true }, exact: false });
    expect(lower({ not: { or: [open, acme] } })).toEqual({ filter: { not: openRow }, exact: false });
    expect(lower({ not: { and: [open, acme] } })).toEqual({ filter: { and: [] }, exact: false });
    expect(lower({ and: [open, { not: acme }] })).toEqual({ filter: openRow, exact: false });
  });

  it('F15 is exact where text is not searched', () => {
    expect(lower({ and: [open, { field: 'day', is: 'lt', value: { day: 0 } }] })).toEqual({
      filter: { and: [openRow, { f: 'day', is: 'lt', v: '2026-11-22' }] },
      exact: true,
    });
    expect(lower({ field: 'at', is: 'gte', value: { startOfDay: -1 } })).toEqual({
      filter: { f: 'at', is: 'gte', v: '2026-11-20T23:00:00.000Z' },
      exact: true,
    });
    // What is always so, or never, needs no second look, whatever stands beside it.
    expect(lower({ or: [acme, { and: [] }] })).toEqual({ filter: { and: [] }, exact: true });
    expect(lower({ and: [acme, { or: [] }] })).toEqual({ filter: { or: [] }, exact: true });
  });

  it('F16 is exact for digits and plain signs, which nothing else folds to', () => {
    expect(lower({ field: 'phone', is: 'startsWith', value: '+49 30' })).toEqual({
      filter: { f: 'phone', is: 'prefix', v: '+49 30' },
      exact: true,
    });
    const plainSigns = /[0-9 @.,:/+()#&_-]/;
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      if (plainSigns.test(character)) expect(foldText(character)).toBe(character);
      else {
        const folded = foldText(character);
        if (plainSigns.test(folded) || folded === '') throw new Error(`U+${code.toString(16)} folds to "${folded}"`);
      }
    }
    const marks = Array.from({ length: 0x70 }, (_, index) => String.fromCodePoint(0x300 + index));
    for (const sign of '0123456789 @.,:/+()#&_-')
      for (const mark of marks) expect(foldText(sign + mark).startsWith(sign)).toBe(true);
  });

  it('F17 is read by the port’s engine as the laws say', async () => {
    const adapter = memoryAdapter();
    await adapter.open({
      tenant: 'test',
      schema: 1,
      collections: { things: { indexes: [['name'], ['amount.minor'], ['tags']] } },
      migrations: [],
      onSuperseded: () => {},
    });
    const { seed } = fuzz(1);
    const rows = fc.sample(entities, { numRuns: 300, seed });
    await adapter.write({
      ops: rows.map((row, index) => ({
        op: 'put',
        c: 'things',
        id: `thing_${index}`,
        expect: 'absent',
        data: row as RowData,
      })),
    });
    for (const [filter, moment] of fc.sample(fc.tuple(filters, moments), { numRuns: 600, seed })) {
      const lowered = lowerFilter(filter, moment);
      const page = await adapter.query({ c: 'things', where: lowered.filter, limit: 1000 });
      const found = page.rows.filter((row) => lowered.exact || matches(filter, row.data, moment)).map((row) => row.id);
      const expected = rows.flatMap((row, index) => (meets(filter, row, moment) ? [`thing_${index}`] : []));
      expect(found.sort(), `seed ${seed}: ${JSON.stringify(filter)}`).toEqual(expected.sort());
    }
    await adapter.close();
  });
});
