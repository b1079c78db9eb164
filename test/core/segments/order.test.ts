import type { Id } from '@kith/core';
import { did, orderSegments, RELATIONS, type SegmentSpec } from '@kith/core/segments';
import { describe, expect, it } from 'vitest';

const id = (name: string) => `segment_${name}` as Id<'segment'>;
const spec = (name: string, filter: SegmentSpec['filter'], of = 'contacts'): SegmentSpec => ({
  id: id(name),
  name,
  of,
  filter,
});
const looksAt = (name: string) => ({ segment: id(name) });

const NOT_THERE = [
  [looksAt('gone'), 'segments/unknown-segment'],
  [looksAt('Companies'), 'segments/other-collection'],
  [did('order'), 'segments/unknown-relation'],
  [did('task', { within: 'P2D' }), 'segments/undated-relation'],
] as const;

describe('orderSegments', () => {
  it('SE24 puts each segment behind those it looks at', () => {
    const { ordered, problems } = orderSegments(
      [spec('c', { and: [looksAt('b'), looksAt('a')] }), spec('b', looksAt('a')), spec('a', { and: [] })],
      RELATIONS,
    );
    expect(ordered.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(problems.size).toBe(0);
  });

  it('SE24 follows a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      spec(`${index}`, index === 9_999 ? { and: [] } : looksAt(`${index + 1}`)),
    );
    expect(orderSegments(chain, RELATIONS).ordered[0]?.name).toBe('9999');
  });

  it('SE25 refuses a circle and names the way round', () => {
    const { ordered, problems } = orderSegments(
      [
        spec('Loyal', looksAt('Large')),
        spec('Large', { not: looksAt('Late') }),
        spec('Late', { or: [looksAt('Loyal')] }),
        spec('Outside', looksAt('Large')),
        spec('Self', looksAt('Self')),
        spec('Fine', { and: [] }),
      ],
      RELATIONS,
    );
    expect(ordered.map(({ name }) => name)).toEqual(['Fine']);
    expect(problems.get(id('Late'))).toMatchObject({
      code: 'segments/cycle',
      params: { way: 'Loyal → Large → Late → Loyal' },
    });
    expect(problems.get(id('Self'))?.params).toEqual({ way: 'Self → Self' });
    expect(problems.get(id('Outside'))?.code).toBe('segments/refused-part');
  });

  it.each(NOT_THERE)('SE26 refuses what cannot be looked at: %j', (filter, code) => {
    const { problems } = orderSegments([spec('a', filter), spec('Companies', { and: [] }, 'companies')], RELATIONS);
    expect([...problems.values()].map((problem) => problem.code)).toEqual([code]);
  });
});
