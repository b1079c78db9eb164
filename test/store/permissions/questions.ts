import type { Filter } from '@kith/core';
import type { Collection, Query, SearchQuery } from '@kith/store';
import type { Plain } from './naive.js';
import type { Case } from './world.js';

/** A question, and what the plainest way to answer it from the rows that somebody sees comes to. */
export interface Asked {
  readonly name: string;
  readonly query: Query;
  naive(seen: readonly Plain[]): unknown;
}

const PATHS = ['name', 'rank', 'status', 'margin', 'amount.minor', 'customFields.diagnosis', 'ownerId'] as const;

const at = (row: Plain, path: string): unknown => {
  let value: unknown = row;
  for (const step of path.split('.')) value = (value as Plain | undefined)?.[step];
  return value ?? null;
};
const kindOf = (value: unknown): number => (value === null ? 0 : typeof value === 'number' ? 1 : 2);
const compare = (left: unknown, right: unknown): number =>
  kindOf(left) - kindOf(right) || (left === right ? 0 : (left as string) < (right as string) ? -1 : 1);
const byId = (rows: readonly Plain[]): readonly Plain[] => rows.toSorted((a, b) => compare(a.id, b.id));

/** The conditions that are asked, with the plain test of each. */
const CONDITIONS: readonly (readonly [Filter, (row: Plain) => boolean])[] = [
  [{ field: 'status', is: 'eq', value: 'won' }, (row) => row.status === 'won'],
  [{ field: 'margin', is: 'gte', value: 25 }, (row) => Number(at(row, 'margin') ?? -1) >= 25],
  [{ field: 'margin', is: 'exists', value: false }, (row) => at(row, 'margin') === null],
  [{ field: 'amount.currency', is: 'ne', value: 'EUR' }, (row) => at(row, 'amount.currency') !== 'EUR'],
  [{ field: 'amount', is: 'exists', value: true }, (row) => at(row, 'amount') !== null],
  [
    { field: 'customFields.diagnosis', is: 'in', value: ['f1', 'f3'] },
    (row) => ['f1', 'f3'].includes(String(at(row, 'customFields.diagnosis'))),
  ],
  [
    { field: 'customFields.nickname', is: 'contains', value: 'DUNE' },
    (row) => String(at(row, 'customFields.nickname')).includes('dune'),
  ],
  [
    { not: { field: 'customFields.diagnosis', is: 'eq', value: 'f2' } },
    (row) => at(row, 'customFields.diagnosis') !== 'f2',
  ],
  [
    {
      or: [
        { field: 'margin', is: 'lt', value: 5 },
        { field: 'note', is: 'contains', value: 'secret1' },
      ],
    },
    (row) => (at(row, 'margin') !== null && Number(row.margin) < 5) || String(at(row, 'note')).includes('secret1'),
  ],
];

/** Everything that is asked of a collection. */
export function questionsOf(collection: Collection): readonly Asked[] {
  const rows = (more: object): Query => ({ ask: 'rows', collection, ...more }) as Query;
  return [
    { name: 'all', query: rows({}), naive: byId },
    ...CONDITIONS.map(
      ([where, test]): Asked => ({
        name: `where ${JSON.stringify(where)}`,
        query: rows({ where }),
        naive: (seen) => byId(seen.filter(test)),
      }),
    ),
    ...PATHS.flatMap((path) =>
      (['asc', 'desc'] as const).map(
        (direction): Asked => ({
          name: `by ${path} ${direction}`,
          query: rows({ order: [[path, direction]], limit: 9 }),
          naive: (seen) =>
            seen
              .toSorted(
                (a, b) => (compare(at(a, path), at(b, path)) || compare(a.id, b.id)) * (direction === 'asc' ? 1 : -1),
              )
              .slice(0, 9),
        }),
      ),
    ),
    ...PATHS.map(
      (path): Asked => ({
        name: `tally by ${path}`,
        query: { ask: 'tally', collection, by: [path, 'amount.currency'], sum: ['amount.minor', 'margin'] },
        naive: (seen) => tally(seen, [path, 'amount.currency'], ['amount.minor', 'margin']),
      }),
    ),
    ...CONDITIONS.slice(0, 6).map(
      ([where, test]): Asked => ({
        name: `tally where ${JSON.stringify(where)}`,
        query: { ask: 'tally', collection, where, by: ['status'], sum: ['amount.minor'] },
        naive: (seen) => tally(seen.filter(test), ['status'], ['amount.minor']),
      }),
    ),
  ];
}

function tally(rows: readonly Plain[], by: readonly string[], sum: readonly string[]): unknown {
  const groups = new Map<string, { key: unknown[]; count: number; sums: number[] }>();
  for (const row of rows) {
    const key = by.map((path) => at(row, path));
    const group = groups.get(JSON.stringify(key)) ?? { key, count: 0, sums: sum.map(() => 0) };
    groups.set(JSON.stringify(key), group);
    group.count++;
    for (const [index, path] of sum.entries())
      group.sums[index] = (group.sums[index] ?? 0) + Number(at(row, path) ?? 0);
  }
  return [...groups.values()].sort(
    (a, b) => compare(a.key[0] ?? null, b.key[0] ?? null) || compare(a.key[1] ?? null, b.key[1] ?? null),
  );
}

/** Searches for words that stand in fields which may be hidden, one of them misspelled. */
export const searchesOf = (collection: Collection<Case>): readonly SearchQuery<Case>[] =>
  ['amber', 'fjord', 'secret2', 'birhc'].map((text) => ({ ask: 'search', collection, text, limit: 500 }));
