// Filters and entities that often meet: few fields, few values, all the shapes.
import type { Filter, FilterMoment, FilterValue, Instant, Json } from '@kith/core';
import fc from 'fast-check';

const TEXTS = [
  '',
  'a',
  'A',
  'Acme',
  'acme GmbH',
  'Straße',
  'STRASSE',
  'é',
  'e\u0301',
  'E',
  '小明',
  '王小明',
  '2026',
  '+49 30',
  '2026-11-22',
  '2026-11-21',
  '2026-11-08',
  '2026-11-22T08:30:00.000Z',
  '2026-11-21T23:00:00.000Z',
  'İstanbul',
  'istanbul',
  'ΟΔΟΣ',
  'οδος',
  '\u{1F600}',
  '\uFFFD',
  '=\u0338',
  '≠',
  'vip',
  'VIP',
  'open',
];
const NUMBERS = [-1, 0, 0.5, 1, 2026, 9007199254740991];
const FIELDS = [
  'name',
  'amount',
  'amount.minor',
  'tags',
  'emails.value',
  'emails',
  'deep.list.x',
  'constructor',
  '__proto__',
  'missing',
  'day',
];

const text = fc.constantFrom(...TEXTS);
const scalar: fc.Arbitrary<null | boolean | number | string> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  fc.boolean(),
  fc.constant(null),
);
const offset = fc.constantFrom(-14, -1, 0, 1, 30);
const value: fc.Arbitrary<FilterValue> = fc.oneof(
  { weight: 8, arbitrary: scalar },
  offset.map((day) => ({ day })),
  offset.map((startOfDay) => ({ startOfDay })),
  offset.map((days) => ({ instant: days * 3_600_000 })),
);
const bound = value.filter(
  (each): each is Exclude<FilterValue, null | boolean> => each !== null && typeof each !== 'boolean',
);
const field = fc.constantFrom(...FIELDS);

const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ field, is: fc.constantFrom('eq' as const, 'ne' as const), value }),
  fc.record({ field, is: fc.constantFrom('lt' as const, 'lte' as const, 'gt' as const, 'gte' as const), value: bound }),
  fc.record({ field, is: fc.constantFrom('contains' as const, 'startsWith' as const), value: text }),
  fc.record({ field, is: fc.constant('in' as const), value: fc.array(value, { maxLength: 4 }) }),
  fc.record({ field, is: fc.constant('exists' as const), value: fc.boolean() }),
);

export const filters: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: condition },
    fc.array(tie('filter'), { maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })),
    tie('filter').map((not) => ({ not })),
  ),
})).filter;

const leaf: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.constant({}),
  fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }),
);
const point = fc.oneof({ weight: 4, arbitrary: fc.record({ value: leaf }, { requiredKeys: [] }) }, leaf);

export const entities: fc.Arbitrary<Json> = fc
  .record(
    {
      name: leaf,
      amount: fc.oneof(fc.record({ minor: leaf }), leaf),
      tags: leaf,
      emails: fc.oneof(fc.array(point, { maxLength: 3 }), point),
      deep: fc.oneof(fc.record({ list: fc.array(fc.record({ x: leaf }), { maxLength: 2 }) }), leaf),
      day: leaf,
      constructor: leaf,
      ['__proto__']: leaf,
    },
    { requiredKeys: [] },
  )
  // Through text, as an entity comes from storage: `__proto__` becomes an ordinary field.
  .map((entity) => JSON.parse(JSON.stringify(entity)) as Json);

export const moments: fc.Arbitrary<FilterMoment> = fc.record({
  now: fc.constantFrom('2026-11-22T08:30:00.000Z' as Instant, '2026-11-21T23:30:00.000Z' as Instant),
  timeZone: fc.constantFrom('Europe/Vienna', 'UTC', 'Pacific/Kiritimati', 'Etc/GMT+12'),
});
