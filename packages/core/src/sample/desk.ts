import type { Agent } from '../assignment/schema.js';
import type { StoredQuota, StoredTeamPlace, StoredTeamStay } from '../forecast/schema.js';
import type { Goal } from '../goals/schema.js';
import { type Day, dayIn } from '../kernel/day.js';
import { money } from '../kernel/money.js';
import type { Pool } from '../leads/pool.js';
import type { ListPrice, PriceBook } from '../pricing/schema.js';
import type { StoredScheme } from '../scoring/stored-scheme.js';
import type { Segment } from '../segments/schema.js';
import type { Team, User } from '../users/schema.js';
import { type Book, staffBirth } from './book.js';
import { dayAt } from './moments.js';
import { CATALOGUE } from './staff.js';
import { TONGUES } from './tongues.js';

/** Where each team sells, in the order of their regions. */
const TERRITORIES = [
  ['DE', 'AT', 'CH', 'NO', 'SE'],
  ['GB', 'FR', 'NL', 'BE'],
  ['IT', 'ES', 'PT', 'GR'],
  ['CN', 'JP', 'KR', 'IN'],
  ['IL', 'AE', 'TR', 'EG'],
  ['US', 'CA', 'PL', 'CZ'],
];
const QUOTA = 240_000;

const stampsOf = (book: Book) => ({ createdAt: staffBirth(book.season), modifiedAt: staffBirth(book.season) });

/** The team above all others. */
export const salesTeam = (book: Book): Team => ({
  id: book.idOf('team', 1_000, staffBirth(book.season)),
  name: 'Sales',
  ...stampsOf(book),
});

/** People with their part of the world; the first administers, the first of each team leads it. */
export const withTerritories = (user: User, index: number): User => ({
  ...user,
  territories: TERRITORIES[Math.floor(index / 8) % TERRITORIES.length] ?? [],
  roles: [index === 0 ? 'admin' : index % 8 === 0 ? 'lead' : 'rep'],
});

/** What each can be given: languages for skills, and not more than so many open leads. */
export function* agentsOf(book: Book): Generator<Agent> {
  for (const [index, userId] of book.userIds.entries())
    yield {
      id: book.idOf('agent', index, staffBirth(book.season)),
      userId,
      skills: [TONGUES[index % TONGUES.length]?.language ?? 'en', 'en'],
      territories: TERRITORIES[Math.floor(index / 8) % TERRITORIES.length] ?? [],
      capacity: 40,
      active: true,
      ...stampsOf(book),
    };
}

/** Who is in which team since the beginning, and which team stands below which. */
export function* staysOf(book: Book): Generator<StoredTeamStay> {
  const from = dayIn('UTC', staffBirth(book.season));
  for (const [index, userId] of book.userIds.entries()) {
    const teamId = book.teamIds[Math.floor(index / 8)];
    if (teamId)
      yield { id: book.idOf('teamStay', index, staffBirth(book.season)), userId, teamId, from, ...stampsOf(book) };
  }
}
export function* placesOf(book: Book): Generator<StoredTeamPlace> {
  const from = dayIn('UTC', staffBirth(book.season));
  for (const [index, teamId] of book.teamIds.entries())
    yield {
      id: book.idOf('teamPlace', index, staffBirth(book.season)),
      teamId,
      parentId: salesTeam(book).id,
      from,
      ...stampsOf(book),
    };
}

/** The quarter that the book ends in. */
function quarterOf(book: Book): { readonly first: Day; readonly last: Day } {
  const end = new Date(book.season.end);
  const quarter = Math.floor(end.getUTCMonth() / 3) * 3;
  const at = (month: number, day: number): Day => dayAt(Date.UTC(end.getUTCFullYear(), month, day), 0);
  return { first: at(quarter, 1), last: at(quarter + 3, 0) };
}

/** What each is to bring in the quarter, and the teams they are in. */
export function* quotasOf(book: Book): Generator<StoredQuota> {
  const { currency } = book.amount(1, TONGUES[0] as (typeof TONGUES)[number]);
  const holders = [...book.userIds, ...book.teamIds];
  for (const [index, holder] of holders.entries()) {
    const people = index < book.userIds.length ? 1 : 8;
    const target = book.amount(QUOTA * people * (0.8 + (index % 5) / 10), TONGUES[0] as (typeof TONGUES)[number]);
    yield {
      id: book.idOf('quota', index, staffBirth(book.season)),
      holder,
      ...quarterOf(book),
      target: money(target.minor, currency),
      ...stampsOf(book),
    };
  }
}

/** What the house wants to reach in the quarter. */
export function* goalsOf(book: Book): Generator<Goal> {
  const won = book.amount(QUOTA * book.userIds.length, TONGUES[0] as (typeof TONGUES)[number]);
  const kept = { ...quarterOf(book), ...stampsOf(book) };
  yield {
    id: book.idOf('goal', 0, staffBirth(book.season)),
    name: 'Won this quarter',
    metric: {
      collection: 'deals',
      day: 'actualCloseDay',
      sum: 'actualValue',
      where: { field: 'status', is: 'eq', value: 'won' },
    },
    target: won.minor,
    currency: won.currency,
    ...kept,
  };
  yield {
    id: book.idOf('goal', 1, staffBirth(book.season)),
    name: 'New deals this quarter',
    metric: { collection: 'deals', day: 'openedDay' },
    target: Math.max(1, Math.round(book.sizes.deals / 4)),
    ...kept,
  };
}

/** Leads that belong to nobody. */
export const poolOf = (book: Book): Pool => ({
  id: book.idOf('pool', 0, staffBirth(book.season)),
  name: 'Open leads',
  timeZone: 'Europe/Vienna',
  claimsPerDay: 5,
  noFollowUp: { days: 14, of: 'calendar' },
  ...stampsOf(book),
});

/** The list prices of all products. */
export const priceBookOf = (book: Book): PriceBook => ({
  id: book.idOf('priceBook', 0, staffBirth(book.season)),
  name: 'List prices',
  currency: book.amount(1, TONGUES[0] as (typeof TONGUES)[number]).currency,
  tax: 'exclusive',
  ...stampsOf(book),
});
export function* listPricesOf(book: Book): Generator<ListPrice> {
  for (const [index, productId] of book.productIds.entries()) {
    const [, , euros] = CATALOGUE[index] ?? ['', 'Care', 0];
    yield {
      id: book.idOf('listPrice', index, staffBirth(book.season)),
      priceBookId: priceBookOf(book).id,
      productId,
      price: book.amount(euros, TONGUES[0] as (typeof TONGUES)[number]),
      taxPercent: 20,
      ...stampsOf(book),
    };
  }
}

/** Parts of the contacts that one looks at often. */
export function* segmentsOf(book: Book): Generator<Segment> {
  const kinds: ReadonlyArray<readonly [name: string, filter: Segment['filter']]> = [
    ['May be written to', { not: { field: 'doNotEmail', is: 'eq', value: true } }],
    ['From fairs', { field: 'source', is: 'eq', value: 'Trade fair' }],
    ['German speaking', { field: 'language', is: 'in', value: ['de', 'de-AT'] }],
  ];
  for (const [index, [name, filter]] of kinds.entries())
    yield {
      id: book.idOf('segment', index, staffBirth(book.season)),
      name,
      of: 'contacts',
      ...(filter && { filter }),
      ...stampsOf(book),
    };
}

/** By which rules contacts are scored. */
export const schemeOf = (book: Book): StoredScheme => ({
  id: book.idOf('scoringScheme', 0, staffBirth(book.season)),
  of: 'contacts',
  scheme: {
    id: 'interest',
    timeZone: 'UTC',
    fit: {
      rules: [
        { id: 'came-by-somebody', where: { field: 'source', is: 'in', value: ['Referral', 'Partner'] }, points: 20 },
        { id: 'at-a-company', where: { field: 'companyId', is: 'exists', value: true }, points: 10 },
        { id: 'no-mail', where: { field: 'doNotEmail', is: 'eq', value: true }, points: -15 },
      ],
    },
    engagement: {
      rules: [
        { id: 'met', where: { field: 'kind', is: 'eq', value: 'meeting' }, points: 15, cap: 45, halfLifeDays: 60 },
        { id: 'called', where: { field: 'kind', is: 'eq', value: 'call' }, points: 5, cap: 25, halfLifeDays: 30 },
      ],
    },
    grades: {
      steps: [
        { grade: 'A', at: { total: 50 } },
        { grade: 'B', at: { total: 25 } },
        { grade: 'C', at: { total: 0 } },
      ],
      hysteresis: 3,
    },
  },
  events: {
    collection: 'activities',
    subject: 'contactId',
    at: 'at',
    where: { field: 'status', is: 'eq', value: 'done' },
  },
  ...stampsOf(book),
});
