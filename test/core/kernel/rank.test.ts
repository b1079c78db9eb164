import { isRank, placeAt, type Rank, rankBetween, rankSequence, spreadRanks } from '@kith/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozen } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';

/** A column of rows, and how many neighbours were rewritten to make room in it. */
class Column {
  readonly ranks: Rank[] = [];
  inserts = 0;
  rewritten = 0;

  constructor(rows: number) {
    const sequence = rankSequence();
    while (this.ranks.length < rows) this.ranks.push(sequence.next().value);
  }

  insert(index: number): void {
    const { rank, rewrites } = placeAt(this.ranks, index);
    for (const rewrite of rewrites) this.ranks[rewrite.index] = rewrite.rank;
    this.ranks.splice(index, 0, rank);
    this.inserts += 1;
    this.rewritten += rewrites.length;
  }

  get perInsert(): number {
    return this.rewritten / this.inserts;
  }
}

const isInOrder = (ranks: readonly Rank[]): boolean =>
  ranks.every((rank, index) => isRank(rank) && (index === 0 || (ranks[index - 1] ?? '') < rank));

describe('ranks', () => {
  it('K22 finds a rank between two others and beyond the ends', () => {
    const ranks = fc.uniqueArray(fc.bigInt({ min: 1n, max: 36n ** 12n - 1n }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(ranks, (numbers) => {
        const [low, high] = numbers.map((number) => number.toString(36).padStart(12, '0') as Rank).sort() as [
          Rank,
          Rank,
        ];
        const between = rankBetween(low, high);
        const [before, after] = [rankBetween(undefined, low), rankBetween(high, undefined)];
        if (between !== undefined) expect(low < between && between < high && isRank(between)).toBe(true);
        if (before !== undefined) expect(before < low && isRank(before)).toBe(true);
        if (after !== undefined) expect(high < after && isRank(after)).toBe(true);
      }),
      fuzz(2000),
    );
    expect(rankBetween('000000000001' as Rank, '000000000002' as Rank)).toBeUndefined();
    expect(rankBetween('00000000000b' as Rank, '00000000000a' as Rank)).toBeUndefined();
    expect(isRank(rankBetween(undefined, undefined) ?? '')).toBe(true);
    expect(isRank('abc')).toBe(false);
  });

  it('K23, K24 stays short and in order over a hundred thousand inserts before one row', () => {
    const column = new Column(1000);
    for (let count = 0; count < 100_000; count++) column.insert(column.ranks.length - 500);
    expect(isInOrder(column.ranks)).toBe(true);
    expect(column.ranks).toHaveLength(101_000);
    expect(column.perInsert).toBeLessThan(1);
  });

  it('K24 rewrites fewer rows than the logarithm where both sides are crowded in turn', () => {
    const column = new Column(100);
    for (let count = 0; count < 20_000; count++) column.insert(Math.floor(column.ranks.length / 2));
    expect(isInOrder(column.ranks)).toBe(true);
    expect(column.perInsert).toBeLessThan(Math.log2(column.ranks.length));
  });

  it('K24 rewrites nothing for rows that are added at an end', () => {
    const column = new Column(10);
    for (let count = 0; count < 10_000; count++) column.insert(count % 2 === 0 ? 0 : column.ranks.length);
    expect(isInOrder(column.ranks)).toBe(true);
    expect(column.rewritten).toBe(0);
  });

  it('K25 keeps the order for inserts anywhere, crowded by nature', () => {
    const place = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1));
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.tuple(place, fc.nat(60)), { maxLength: 40 }), (rows, bursts) => {
        const column = new Column(rows);
        for (const [at, times] of bursts) {
          const index = Math.round(at * column.ranks.length);
          for (let count = 0; count < times; count++) column.insert(index);
        }
        expect(isInOrder(column.ranks)).toBe(true);
      }),
      fuzz(200),
    );
  });

  it('K25 puts equal ranks in order', () => {
    const same = 'm00000000000' as Rank;
    const ranks: Rank[] = [same, same, same];
    const { rank, rewrites } = placeAt(ranks, 1);
    for (const rewrite of rewrites) ranks[rewrite.index] = rewrite.rank;
    ranks.splice(1, 0, rank);
    expect(isInOrder(ranks)).toBe(true);
  });

  it('K26 throws outside the order and does not mutate the ranks', () => {
    const ranks = frozen(['000000000001', '000000000002', '000000000003'] as Rank[]);
    for (const index of [-1, 4, 0.5, Number.NaN]) expect(() => placeAt(ranks, index)).toThrow(RangeError);
    expect(placeAt(ranks, 1).rewrites.length).toBeGreaterThan(0);
    expect(ranks).toEqual(['000000000001', '000000000002', '000000000003']);
  });

  it('K27 hands out ranks in order with room behind', () => {
    const sequence = rankSequence();
    const ranks = Array.from({ length: 100_000 }, () => sequence.next().value);
    expect(isInOrder(ranks)).toBe(true);
    const more = rankSequence(ranks.at(-1));
    expect(isInOrder([...ranks.slice(-1), ...Array.from({ length: 1000 }, () => more.next().value)])).toBe(true);
    expect(() => rankSequence('zzzzzzzzzzzz' as Rank).next()).toThrow('end of the order');
  });

  it('K22 spreads ranks evenly, and says when they do not fit', () => {
    expect(isInOrder(spreadRanks(1000) ?? [])).toBe(true);
    expect(spreadRanks(2, '000000000001' as Rank, '000000000003' as Rank)).toBeUndefined();
  });
});
