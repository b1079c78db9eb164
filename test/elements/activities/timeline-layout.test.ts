import { describe, expect, it } from 'vitest';
import type { ActivityEntry, Entry } from '../../../packages/elements/src/activities/entry.js';
import { drawnItems, Heights, itemsOf } from '../../../packages/elements/src/activities/timeline-layout.js';

const entry = (id: string): ActivityEntry => ({ id, kind: 'note', at: id }) as unknown as ActivityEntry;
const entries = (count: number): readonly Entry[] => Array.from({ length: count }, (_, index) => entry(`e${index}`));
const items = itemsOf([entry('p')], 3, [{ key: 'week', isRest: false, entries: entries(1_000) }]);

describe('the layout of a timeline', () => {
  it('TL1 lays captions, plans and entries below each other, and knows the last of each section', () => {
    expect(items.slice(0, 4).map(({ type }) => type)).toEqual(['caption', 'plan', 'later', 'caption']);
    expect(items.filter((item) => 'isLast' in item && item.isLast).map(({ key }) => key)).toEqual(['p', 'e999']);
    expect(itemsOf([], 0, [])).toEqual([]);
  });

  it('TL1 draws what lies in a stretch, and the one that is held, wherever it lies', () => {
    const stack = new Heights().stackOf(items);
    const drawn = drawnItems(items, stack, [10_000, 10_500], 'e1');
    expect(drawn.length).toBeLessThan(12);
    expect(items[drawn[0] ?? -1]?.key).toBe('e1');
  });

  it('TL1 guesses the height of what was never measured from what was, and does not change its mind', () => {
    const heights = new Heights();
    for (let index = 0; index < 8; index++) heights.measured(`e${index}`, 100);
    expect(heights.guess).toBe(100);
    heights.measured('e9', 900);
    expect(heights.guess).toBe(100);
    expect(heights.measured('e9', 900.2)).toBe(false);
    heights.fit(700);
    expect(heights.fit(700)).toBe(false);
    expect(heights.fit(320)).toBe(true);
    expect(heights.guess).toBe(66);
  });
});
