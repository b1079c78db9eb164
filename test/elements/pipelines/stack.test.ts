import { describe, expect, it } from 'vitest';
import { rowsInSight, stackOf } from '../../../packages/elements/src/pipelines/stack.js';

const heights = [100, 120, 100, 100, 140];
const stack = stackOf(heights.length, (index) => heights[index] ?? 0, 6);

describe('the stack of a long list', () => {
  it('lays rows one below the other with a gap between them', () => {
    expect([0, 1, 2, 3, 4].map(stack.topOf)).toEqual([0, 106, 232, 338, 444]);
    expect(stack.size).toBe(584);
  });

  it('finds the row at a distance, and the last one below the end', () => {
    expect([0, 105, 106, 337, 9_999].map(stack.rowAt)).toEqual([0, 0, 1, 2, 4]);
    expect(stackOf(0, () => 0, 6).rowAt(50)).toBe(-1);
  });

  it('lands before a row whose middle is below, and behind one whose middle is above', () => {
    expect([0, 49, 51, 165, 167, 600].map(stack.gapAt)).toEqual([0, 0, 1, 1, 2, 5]);
    expect(stackOf(0, () => 0, 6).gapAt(50)).toBe(0);
  });

  it('holds a hole open, between rows and at the end', () => {
    const between = stackOf(2, () => 100, 6, { before: 1, height: 50 });
    expect([between.topOf(0), between.topOf(1), between.size]).toEqual([0, 162, 262]);
    const atEnd = stackOf(2, () => 100, 6, { before: 2, height: 50 });
    expect([atEnd.topOf(1), atEnd.topOf(2), atEnd.size]).toEqual([106, 268, 262]);
  });

  it('asks for each height once, from the top, and lands by the middle of a row with a hole behind it', () => {
    const asked: number[] = [];
    const held = stackOf(
      3,
      (index) => {
        asked.push(index);
        return 100;
      },
      6,
      { before: 1, height: 50 },
    );
    expect([0, 49, 51, 161, 211, 213].map(held.gapAt)).toEqual([0, 0, 1, 1, 1, 2]);
    expect(asked).toEqual([0, 1, 2]);
  });

  it('draws what is in sight, some rows around it, and what is pinned', () => {
    const long = stackOf(10_000, () => 100, 6);
    expect(rowsInSight(long, 53_000, 53_400, 2)).toEqual([498, 499, 500, 501, 502, 503, 504, 505]);
    expect(rowsInSight(long, 0, 100, 0, [9_999, -1])).toEqual([0, 9_999]);
    expect(
      rowsInSight(
        stackOf(0, () => 0, 6),
        0,
        500,
        2,
      ),
    ).toEqual([]);
  });
});
