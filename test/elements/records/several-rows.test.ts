import { describe, expect, it } from 'vitest';
import { type Point, primaryPoint } from '../../../packages/elements/src/contacts/points.js';
import { severalRows } from '../../../packages/elements/src/records/several-rows.js';

const work = { value: 'work@example.org', label: 'work' } as const;
const home = { value: 'home@example.org', label: 'home', primary: true } as const;

/** What is saved when something is typed into one of the rows of these points, by the place of the row. */
async function saved(
  points: readonly Point[] | undefined,
  place: number,
  typed: string,
  purpose?: string,
): Promise<unknown> {
  const saves: unknown[] = [];
  const rows = severalRows<Point>(points, {
    name: 'emails',
    labels: { work: 'Work email', home: 'Private email', other: 'Email' },
    first: primaryPoint(points),
    textOf: ({ value }) => value,
    withText: (item, value) => (value ? { ...(item ?? (points?.length ? {} : { primary: true })), value } : undefined),
    look: () => ({}),
    save: async (items, label) => {
      saves.push(items, label);
      return undefined;
    },
  });
  await rows[place]?.save?.(typed, purpose);
  return saves[0];
}

describe('the rows of several values', () => {
  it('CD8 keep what else is known of the one that is edited, and the others', async () => {
    expect(await saved([work, home], 0, 'new@example.org')).toEqual([work, { ...home, value: 'new@example.org' }]);
    expect(await saved([work, home], 0, '')).toEqual([work]);
    expect(await saved([work], 0, '')).toBeUndefined();
    expect(await saved(undefined, 0, '')).toBeUndefined();
    expect(await saved(undefined, 0, 'first@example.org')).toEqual([{ value: 'first@example.org', primary: true }]);
  });

  it('CD69 have one more to write another into, and change what one is for', async () => {
    expect(await saved([work, home], 2, 'third@example.org', 'home')).toEqual([
      work,
      home,
      { value: 'third@example.org', label: 'home' },
    ]);
    expect(await saved([work, home], 1, 'work@example.org', 'other')).toEqual([{ ...work, label: 'other' }, home]);
    expect(await saved([work, home], 1, '')).toEqual([home]);
  });
});
