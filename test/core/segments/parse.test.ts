import { did, didNot, parseSegmentFilter } from '@kith/core/segments';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';
import { segments } from './generated.js';

describe('parseSegmentFilter', () => {
  it('SE20 answers what it was given when it is a condition', () => {
    fc.assert(
      fc.property(segments, (specs) => {
        for (const { filter } of specs) expect(valueOf(parseSegmentFilter(filter))).toEqual(filter);
      }),
      fuzz(100),
    );
  });

  it('SE20 never throws on JSON, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const each of [value, { did: value }, { and: [value] }, { did: 'order', sum: value }, { score: value }])
          expect(parseSegmentFilter(each)).toHaveProperty('ok');
      }),
      fuzz(300),
    );
  });

  it('SE21 refuses a condition a thousand levels deep, and one of a million', () => {
    const deep = (levels: number) => {
      let filter: unknown = did('order');
      for (let level = 0; level < levels; level++) filter = level % 2 === 0 ? { not: filter } : { and: [filter] };
      return filter;
    };
    expect(problemOf(parseSegmentFilter(deep(1_000))).code).toBe('filters/too-deep');
    expect(problemOf(parseSegmentFilter(deep(1_000_000))).code).toBe('filters/too-deep');
    expect(parseSegmentFilter(deep(30)).ok).toBe(true);
  });

  it('SE22 takes ten thousand values, and refuses more than twenty thousand wherever they stand', () => {
    const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`);
    const among = (count: number) => ({ field: 'code', is: 'in', value: values(count) });
    expect(parseSegmentFilter(among(10_000)).ok).toBe(true);
    expect(problemOf(parseSegmentFilter({ or: [among(10_000), among(10_000)] })).code).toBe('filters/too-large');
    const related = { did: 'order', where: among(15_000), last: among(15_000) };
    expect(problemOf(parseSegmentFilter(related)).code).toBe('filters/too-large');
    expect(
      problemOf(parseSegmentFilter({ or: values(20_001).map(() => ({ score: 's', is: 'eq', value: 1 })) })).code,
    ).toBe('filters/too-large');
  });

  it.each([
    [
      { and: [{ did: 'order', where: { field: 'state', is: 'equals', value: 1 } }] },
      'filters/unknown-operator',
      'and[0].where.is',
    ],
    [{ not: { did: 'order', within: 'P1M2D' } }, 'segments/wrong-duration', 'not.within'],
    [{ did: 'order', in: 'contact_1' }, 'segments/wrong-value', 'in'],
    [{ did: 'order', within: 'P0.5D' }, 'segments/wrong-duration', 'within'],
    [{ did: 'order', atLeast: -1 }, 'segments/wrong-value', 'atLeast'],
    [{ did: 'order', often: 2 }, 'segments/wrong-value', 'often'],
    [{ did: '' }, 'segments/wrong-value', 'did'],
    [{ did: 'order', sum: { field: 'amount.minor', gte: 1 } }, 'segments/currency-missing', 'sum'],
    [{ did: 'order', sum: { field: 'amount', currency: 'euro', gte: 1 } }, 'segments/wrong-value', 'sum.currency'],
    [{ did: 'order', max: { field: 'pieces' } }, 'segments/wrong-value', 'max'],
    [{ did: 'order', max: { field: 'pieces', gte: Number.NaN } }, 'segments/wrong-value', 'max'],
    [{ segment: 'contact_1' }, 'segments/wrong-value', 'segment'],
    [{ segment: 'segment_1', not: 1 }, 'segments/wrong-value', ''],
    [{ score: 'fit', is: 'in', value: 1 }, 'segments/wrong-value', 'is'],
    [{ score: 'fit', is: 'eq', value: '1' }, 'segments/wrong-value', 'value'],
    [{ or: 3 }, 'filters/wrong-value', 'or'],
    [null, 'filters/not-a-condition', undefined],
  ])('SE23 says where the trouble is: %j', (filter, code, path) => {
    const problem = problemOf(parseSegmentFilter(filter));
    expect(problem).toMatchObject({ code, ...(path !== undefined && { path }) });
    expect(problem.message).not.toContain('undefined');
  });

  it('SE20 takes what did and didNot make', () => {
    expect(valueOf(parseSegmentFilter(didNot('order', { within: 'PT12H' })))).toEqual({
      not: { did: 'order', within: 'PT12H' },
    });
  });
});
