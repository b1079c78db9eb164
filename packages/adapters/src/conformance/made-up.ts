import type { CollectionShape, Json, Query, RowData, TallyQuery } from '../adapter.js';
import type { Filter } from '../filter.js';
import type { Random } from './random.js';

/** Fields that made-up rows have now and then, of every shape a CRM row has. */
const fields: Readonly<Record<string, (random: Random) => Json>> = {
  stage: (random) => random.pick(['lead', 'offer', 'won', 'lost']),
  rank: (random) => random.pick(['a', 'b', 'ba', 'c', 'Z', 'é', 'e\u0301', 'z', '王', '\uff5e', '😀', '\ue000']),
  amount: (random) => ({ minor: random.below(20) * 5, currency: random.pick(['EUR', 'USD', 'JPY']) }),
  score: (random) => random.pick([-3, 0, 1, 2, 2.5, 10, 1e12, '7', null, true]),
  tags: (random) => Array.from({ length: random.below(4) }, () => random.pick(['vip', 'cold', 'vip-2', 7, null])),
  emails: (random) =>
    Array.from({ length: random.below(3) }, () => ({
      value: `${random.pick(['ana', 'bo'])}@${random.pick(['a.test', 'b.test'])}`,
    })),
  active: (random) => random.chance(0.5),
  mixed: (random) => random.pick<Json>([null, 1, 'one', [], [1, 'one'], {}, { deep: { er: 1 } }, [[2, ['x']]]]),
  day: (random) => `2026-0${1 + random.below(9)}-1${random.below(9)}`,
};

const paths = [
  'stage',
  'rank',
  'amount.minor',
  'amount.currency',
  'score',
  'tags',
  'emails.value',
  'active',
  'mixed',
  'mixed.deep.er',
  'day',
  'missing',
  'amount',
  'stage.x',
  'constructor',
  '__proto__',
];

const constants: readonly Json[] = [
  'lead',
  'won',
  'a',
  'b',
  'é',
  'e\u0301',
  'z',
  '😀',
  '\uff5e',
  0,
  1,
  2,
  2.5,
  25,
  50,
  1e12,
  true,
  false,
  null,
  'vip',
  7,
  'EUR',
  'ana@a.test',
  '2026-04-14',
  'x',
  'one',
  '',
  '7',
];

/** The shape under which made-up rows are kept: indexes of every kind, so that questions meet them or just miss them. */
export const madeUpShape: CollectionShape = {
  indexes: [
    ['stage', 'rank'],
    ['score'],
    ['tags'],
    ['emails.value'],
    ['amount.currency', 'amount.minor'],
    ['day'],
    ['active', 'stage', 'day'],
    ['mixed'],
  ],
  tallies: [
    { by: ['stage', 'amount.currency'], sum: ['amount.minor'] },
    { by: ['active'], sum: ['score'] },
    { by: ['tags'] },
  ],
};

/** A row's content with some of the fields. */
export function madeUpData(random: Random): RowData {
  const data: Record<string, Json> = {};
  for (const [name, make] of Object.entries(fields)) if (random.chance(0.8)) data[name] = make(random);
  return data;
}

/** A filter of any kind, up to three levels deep. */
export function madeUpFilter(random: Random, depth = 0): Filter {
  const kind = depth < 3 ? random.below(10) : 9;
  const some = () => Array.from({ length: random.below(4) }, () => madeUpFilter(random, depth + 1));
  if (kind === 0) return { or: some() };
  if (kind === 1) return { not: madeUpFilter(random, depth + 1) };
  if (kind < 5) return { and: some() };
  return madeUpCondition(random);
}

function madeUpCondition(random: Random): Filter {
  const f = random.pick(paths);
  const is = random.pick([
    'eq',
    'eq',
    'eq',
    'ne',
    'in',
    'lt',
    'lte',
    'gt',
    'gte',
    'prefix',
    'contains',
    'exists',
  ] as const);
  switch (is) {
    case 'in':
      return { f, is, v: Array.from({ length: random.below(4) }, () => random.pick(constants)) };
    case 'exists':
      return { f, is, v: random.chance(0.5) };
    case 'prefix':
      return { f, is, v: random.pick(['', 'a', 'b', 'v', 'vip', 'e', 'é', '2026-0', 'ana@', '😀', '\ud83d']) };
    default:
      return { f, is, v: random.pick(constants) };
  }
}

/** An order of up to three keys. */
export function madeUpOrder(random: Random): NonNullable<Query['order']> {
  return Array.from(
    { length: random.below(4) },
    () => [random.pick(paths), random.pick(['asc', 'desc'] as const)] as const,
  );
}

/** A tally over whole numbers, whose sums are exact. */
export function madeUpTally(random: Random): TallyQuery {
  const by = Array.from({ length: random.below(3) }, () =>
    random.pick(['stage', 'amount.currency', 'active', 'tags', 'missing', 'rank']),
  );
  return {
    c: 'items',
    by: [...new Set(by)],
    ...(random.chance(0.6) && { sum: ['amount.minor'] }),
    ...(random.chance(0.7) && {
      where: random.chance(0.5)
        ? {
            f: random.pick(['stage', 'amount.currency', 'active', 'tags']),
            is: 'eq',
            v: random.pick(['lead', 'won', 'EUR', true, 'vip']),
          }
        : madeUpFilter(random, 1),
    }),
  };
}
