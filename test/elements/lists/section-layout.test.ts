import { expect, it } from 'vitest';
import { sectionLayout, stretches } from '../../../packages/elements/src/lists/section-layout.js';

it('LS41 says which rows of open sections some items show', () => {
  const sections = [
    { name: 'a', count: 3, isOpen: true, hasHead: true },
    { name: 'b', count: 5, isOpen: false, hasHead: true },
    { name: 'c', count: 4, isOpen: true, hasHead: true },
  ];
  const layout = sectionLayout(sections, 40, 34);
  const shown = (first: number, last: number) =>
    [...stretches(sections, layout, first, last)].map(([{ name }, from, to]) => `${name} ${from}-${to}`);
  expect(shown(2, 7)).toEqual(['a 1-3', 'c 0-2']);
  expect(shown(-5, 0)).toEqual([]);
  expect(shown(7, 99)).toEqual(['c 1-4']);
  expect(shown(3, 2)).toEqual([]);
});

it('LS41 says where each head and row lies, and what lies at a distance', () => {
  const layout = sectionLayout(
    [
      { count: 3, isOpen: true, hasHead: true },
      { count: 5, isOpen: false, hasHead: true },
      { count: 0, isOpen: true, hasHead: true },
      { count: 2, isOpen: true, hasHead: true },
    ],
    40,
    34,
  );
  expect([layout.items, layout.size]).toEqual([9, 5 * 40 + 4 * 34]);
  for (let item = 0; item < layout.items; item++) {
    expect(layout.itemOf(layout.placeOf(item))).toBe(item);
    expect(layout.itemAt(layout.topOf(item))).toBe(item);
    expect(layout.itemAt(layout.topOf(item) + 33)).toBe(item);
  }
  expect([layout.itemAt(-10), layout.itemAt(10_000)]).toEqual([0, 8]);
  expect(layout.placeOf(4)).toEqual({ section: 1, row: -1 });
  expect(sectionLayout([{ count: 0, isOpen: true, hasHead: false }], 40, 34).itemAt(5)).toBe(-1);
});
